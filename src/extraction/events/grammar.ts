import { dependents, type Tree, universal } from '../../reading/index.ts';
import type { Lexicon } from './lexicon.ts';
import { isPassive, lemmaAt, markersOf, prepositionOf, tokenAt, type Word } from './words.ts';

/** No chain of control in a sentence is followed further than this. */
const DEEPEST = 6;

/** The noun that a relative pronoun stands for; any other word is itself. */
const antecedent = (tree: Tree, word: Word): Word => {
  if (tokenAt(tree, word).feats.PronType !== 'Rel') return word;
  for (let at = tokenAt(tree, word).head; at >= 0; at = tokenAt(tree, at).head) {
    if (tokenAt(tree, at).deprel === 'acl:relcl') return tokenAt(tree, at).head;
    if (tokenAt(tree, at).deprel === 'root') break;
  }
  return word;
};

/** The preposition of "called | on | them" where it was read as a part of the verb. */
const particleBefore = (tree: Tree, verb: Word, noun: Word): string => {
  const particle = dependents(tree, verb, 'compound:prt').find((child) => child < noun);
  return particle === undefined ? '' : tokenAt(tree, particle).text.toLowerCase();
};

/** The nouns behind a preposition that hang on a word. */
export const behind = (tree: Tree, word: Word, prepositions: readonly string[]): Word[] =>
  dependents(tree, word, 'obl', 'nmod')
    .filter((child) => prepositions.includes(prepositionOf(tree, child) || particleBefore(tree, word, child)))
    .map((child) => antecedent(tree, child));

/** The agents of a passive verb: behind "by". */
export const agentsOf = (tree: Tree, verb: Word): Word[] => {
  const marked = dependents(tree, verb, 'obl:agent');
  return marked.length > 0 ? marked : behind(tree, verb, ['by']);
};

/** "called for | Norland | to help": the noun between "for" and the infinitive, however the two were hung. */
const forWhom = (tree: Tree, verb: Word, governor: Word): Word | undefined =>
  markersOf(tree, verb).includes('for')
    ? dependents(tree, governor, 'obl').find((word) => word < verb && prepositionOf(tree, word) === 'for')
    : undefined;

/** Who would do what an infinitive says, by the word that governs it: "urged X to", "X promised Y to", "called on X to". */
const controllerOf = (tree: Tree, verb: Word, lexicon: Lexicon, depth: number): Word[] => {
  const governor = tokenAt(tree, verb).head;
  if (governor < 0) return [];
  const wanted = forWhom(tree, verb, governor);
  if (wanted !== undefined) return [wanted];
  const control = lexicon.controllerOf(tree, governor);
  if (control !== undefined && control !== 'subject' && control !== 'object') {
    const named = behind(tree, governor, [control]);
    if (named.length > 0) return named;
  }
  const isWish = tokenAt(tree, verb).deprel === 'xcomp' && lexicon.realisAt(tree, governor)[0]?.gives === 'possible';
  const isPurpose =
    control === undefined && tokenAt(tree, verb).deprel === 'advcl' && markersOf(tree, verb).includes('to');
  if (!isPurpose && (control !== 'subject' || isWish) && tokenAt(tree, governor).upos === 'VERB') {
    const objects = isPassive(tree, governor)
      ? []
      : dependents(tree, governor, 'obj', 'iobj').filter((word) => word < verb);
    if (objects.length > 0) return objects.slice(0, 1).map((word) => antecedent(tree, word));
  }
  return surfaceSubjects(tree, governor, lexicon, depth + 1);
};

/** Who would do what a clause on a noun says: "troops fighting", "the decision of X to", "made a promise to", "issued a statement condemning". */
const subjectsOnNoun = (tree: Tree, verb: Word, lexicon: Lexicon, depth: number): Word[] => {
  const noun = tokenAt(tree, verb).head;
  const infinitive = markersOf(tree, verb).length > 0 || tokenAt(tree, verb).feats.VerbForm === 'Inf';
  const isDocument = !infinitive && lexicon.codebook.isWord('documents', lemmaAt(tree, noun));
  if (!isDocument && (!infinitive || tokenAt(tree, noun).upos === 'PROPN')) return [noun];
  const owners = dependents(tree, noun, 'nmod:poss');
  if (owners.length > 0) return owners;
  const named = behind(tree, noun, ['of', 'by', 'for']);
  if (named.length > 0) return named;
  const describers = describersOf(tree, noun).filter((word) => tokenAt(tree, word).deprel !== 'amod');
  if (describers.length > 0) return describers;
  const { head, deprel } = tokenAt(tree, noun);
  // "Is | under pressure | to resign".
  if (dependents(tree, noun, 'cop').length > 0) return dependents(tree, noun, 'nsubj');
  const isHeld = head >= 0 && (universal(deprel) === 'obj' || prepositionOf(tree, noun) === 'in');
  return isHeld ? surfaceSubjects(tree, head, lexicon, depth + 1) : [];
};

/** Does a clause open with a word that hangs it on its verb: "of lying", "out of resigning", "to leave"? */
const isOpened = (tree: Tree, verb: Word): boolean =>
  markersOf(tree, verb).length > 0 ||
  dependents(tree, verb, 'advmod').some((child) => child < verb && dependents(tree, child, 'fixed').length > 0);

/** "King ends truce; | closes border": a verb behind a semicolon or comma goes on with the subject of the one before. */
const isListed = (tree: Tree, verb: Word): boolean => {
  const { feats, head, upos } = tokenAt(tree, verb);
  const isJoined = feats.VerbForm === 'Fin' && upos === 'VERB' && tokenAt(tree, head).upos === 'VERB';
  return isJoined && verb > head && dependents(tree, verb, 'punct').some((mark) => tokenAt(tree, mark).text === ';');
};

/** "helped them | by lifting its blockade", "after meeting": such a clause has the subject of its verb, whatever its object. */
const isManner = (tree: Tree, verb: Word, { codebook }: Lexicon): boolean =>
  markersOf(tree, verb).some((marker) => codebook.isWord('manner-prepositions', marker));

/** "Led | Norland | in condemning it", "joined them in striking": those who lead or join do it, and so do those with them. */
const company = (tree: Tree, verb: Word, lexicon: Lexicon, depth: number): Word[] => {
  if (!markersOf(tree, verb).includes('in')) return [];
  const { head } = tokenAt(tree, verb);
  const onObject = head >= 0 && tokenAt(tree, head).deprel === 'obj';
  const governor = onObject ? tokenAt(tree, head).head : head;
  if (governor < 0 || !lexicon.codebook.isWord('joining', lemmaAt(tree, governor))) return [];
  return [...surfaceSubjects(tree, governor, lexicon, depth + 1), ...dependents(tree, governor, 'obj')];
};

/** "Banned him over his remarks | and for | defying the court": a gerund joined to a noun is the deed of whose the noun is. */
const ownersOfJoined = (tree: Tree, verb: Word): Word[] => {
  const { head } = tokenAt(tree, verb);
  const isBesideNoun = ['NOUN', 'PROPN'].includes(tokenAt(tree, head).upos) && markersOf(tree, verb).length > 0;
  return isBesideNoun ? dependents(tree, head, 'nmod:poss') : [];
};

/** The grammatical subjects of a clause, understood ones included: through coordination, control, relative and participle clauses. */
export const surfaceSubjects = (tree: Tree, verb: Word, lexicon: Lexicon, depth = 0): Word[] => {
  const own = dependents(tree, verb, 'nsubj').filter((child) => !/outer/.test(tokenAt(tree, child).deprel));
  if (own.length > 0) return own.map((child) => antecedent(tree, child));
  if (tokenAt(tree, verb).head < 0 || depth > DEEPEST) return [];
  const joined = company(tree, verb, lexicon, depth);
  return joined.length > 0 ? joined : understoodSubjects(tree, verb, lexicon, depth);
};

/** The subjects of a clause that has none of its own. */
const understoodSubjects = (tree: Tree, verb: Word, lexicon: Lexicon, depth: number): Word[] => {
  const { head, deprel } = tokenAt(tree, verb);
  const owners = ownersOfJoined(tree, verb);
  switch (universal(deprel)) {
    case 'conj':
      return owners.length > 0 ? owners : surfaceSubjects(tree, head, lexicon, depth + 1);
    case 'cop':
      return surfaceSubjects(tree, head, lexicon, depth + 1);
    case 'parataxis':
      return isListed(tree, verb) ? surfaceSubjects(tree, head, lexicon, depth + 1) : [];
    case 'xcomp':
      return controllerOf(tree, verb, lexicon, depth);
    case 'advcl':
      return isOpened(tree, verb) && !isManner(tree, verb, lexicon)
        ? controllerOf(tree, verb, lexicon, depth)
        : surfaceSubjects(tree, head, lexicon, depth + 1);
    case 'acl':
      return deprel === 'acl:relcl' ? [] : subjectsOnNoun(tree, verb, lexicon, depth);
    case 'amod':
      return [head];
    case 'ccomp':
      return tokenAt(tree, verb).feats.VerbForm === 'Fin' ? [] : surfaceSubjects(tree, head, lexicon, depth + 1);
    default:
      return [];
  }
};

/** Who does what a verb says, whatever its voice. */
export const deepSubjects = (tree: Tree, verb: Word, lexicon: Lexicon): Word[] =>
  isPassive(tree, verb) ? agentsOf(tree, verb) : surfaceSubjects(tree, verb, lexicon);

/** What a verb without an object of its own takes over: from the clause it is joined to, or the noun it describes. */
const inheritedObjects = (tree: Tree, verb: Word): Word[] => {
  const { head, deprel } = tokenAt(tree, verb);
  if (deprel === 'acl:relcl') {
    const subjects = dependents(tree, verb, 'nsubj').map((child) => antecedent(tree, child));
    return subjects.length > 0 && !subjects.includes(head) ? [head] : [];
  }
  const beside = deprel === 'conj' && verb - head === 2;
  return beside ? dependents(tree, head, 'obj').map((child) => antecedent(tree, child)) : [];
};

/** Particles that no event's party stands behind. */
const PARTICLES: ReadonlySet<string> = new Set(['off', 'up', 'down', 'over', 'out', 'back', 'away']);

/** "called off | the march": the object, where the particle right behind the verb was read as its preposition. */
const misreadObjects = (tree: Tree, verb: Word): Word[] =>
  dependents(tree, verb, 'obl').filter(
    (noun) => dependents(tree, noun, 'case')[0] === verb + 1 && PARTICLES.has(prepositionOf(tree, noun)),
  );

/** To whom or what a verb does what it says, whatever its voice. */
export const deepObjects = (tree: Tree, verb: Word, lexicon: Lexicon): Word[] => {
  if (isPassive(tree, verb)) return surfaceSubjects(tree, verb, lexicon);
  const objects = dependents(tree, verb, 'obj');
  const own = (objects.length > 0 ? objects : dependents(tree, verb, 'iobj')).map((child) => antecedent(tree, child));
  if (own.length > 0) return own;
  const others = [misreadObjects, inheritedObjects, sharedObjects].map((find) => find(tree, verb));
  return others.find((found) => found.length > 0) ?? [];
};

/** The verb joined right behind one that has no object of its own: "imposed | and later raised tariffs". */
export const sharerOf = (tree: Tree, verb: Word): Word | undefined => {
  const [next] = dependents(tree, verb, 'conj').filter((child) => child > verb);
  if (next === undefined || dependents(tree, next, 'nsubj').length > 0) return undefined;
  if (dependents(tree, verb, 'obj', 'iobj', 'obl', 'ccomp', 'xcomp').length > 0) return undefined;
  const between = tree.sentence.tokens.slice(verb + 1, next);
  const close = between.length <= 3 && between.every(({ upos }) => ['CCONJ', 'ADV', 'PUNCT', 'AUX'].includes(upos));
  return close ? next : undefined;
};

/** The object that a verb shares with the one joined right behind it. */
const sharedObjects = (tree: Tree, verb: Word): Word[] => {
  const next = sharerOf(tree, verb);
  return next === undefined ? [] : dependents(tree, next, 'obj').map((child) => antecedent(tree, child));
};

/** The subjects of the clauses that a word governs: "urged that Norland withdraw", "called for Norland to withdraw". */
export const clauseSubjects = (tree: Tree, word: Word): Word[] =>
  dependents(tree, word, 'ccomp', 'xcomp', 'advcl', 'acl').flatMap((clause) => dependents(tree, clause, 'nsubj'));

const TOUCHING = ['to', 'with', 'from', 'on', 'against', 'for', 'of', 'between'];

/** "Withdrew | his troops |": what belongs to whoever does it, or to somebody else named before. */
export const isOwn = (tree: Tree, noun: Word): boolean =>
  dependents(tree, noun, 'nmod:poss').some((owner) => tokenAt(tree, owner).upos === 'PRON');

/** Whom the clauses that a word governs touch: their objects, and what stands behind prepositions ("agreed to free | the men"). */
export const clauseObjects = (tree: Tree, word: Word): Word[] =>
  clausesOf(tree, word).flatMap((clause) => {
    const objects = dependents(tree, clause, 'obj', 'iobj');
    // "Withdraw | its | troops from Norland": one's own are not touched.
    const others = objects.filter((noun) => !isOwn(tree, noun));
    return [...others, ...[clause, ...objects].flatMap((each) => behind(tree, each, TOUCHING))];
  });

/** Clauses that a word governs. */
export const clausesOf = (tree: Tree, word: Word): Word[] => dependents(tree, word, 'ccomp', 'xcomp', 'advcl', 'acl');

/** Owners and describers of a noun: "Norland's raid" (possessive), "the Norlandic raid", "the Norland raid" (adjective). */
export const describersOf = (tree: Tree, noun: Word): Word[] =>
  dependents(tree, noun, 'amod', 'compound', 'nmod', 'flat').filter(
    (child) => child < noun && tokenAt(tree, child).deprel !== 'nmod:poss' && prepositionOf(tree, child) === '',
  );

/** "talks" in "a round of talks": the noun that a word of amount stands for; other nouns are themselves. */
export const contentNoun = (tree: Tree, noun: Word, lexicon: Lexicon): Word => {
  const amount = ['DET', 'PRON', 'NUM', 'ADJ'].includes(tokenAt(tree, noun).upos);
  if (!amount && !lexicon.isCarrierNoun(lemmaAt(tree, noun))) return noun;
  return behind(tree, noun, ['of'])[0] ?? noun;
};
