import { dependents, type Tree, universal } from '../../reading/index.ts';
import {
  behind,
  clauseObjects,
  clauseSubjects,
  clausesOf,
  contentNoun,
  deepObjects,
  deepSubjects,
  describersOf,
  sharerOf,
  surfaceSubjects,
} from './grammar.ts';
import type { Lexicon } from './lexicon.ts';
import {
  endsPhrase,
  isPassive,
  lemmaAt,
  lemmasAt,
  markersOf,
  prepositionOf,
  tokenAt,
  type Word,
  withConjuncts,
} from './words.ts';

/** The verb that holds an event that is a noun ("held talks"), and who holds it. */
export interface Carrier {
  readonly word: Word;
  readonly holders: readonly Word[];
}

/** A place where an event is named: the trigger, and the words around it in which its parties are looked for. */
export interface Site {
  readonly tree: Tree;
  readonly trigger: Word;
  /** A noun that says what the verb is about ("imposed | sanctions"), whose own complements count as the verb's. */
  readonly object: Word | null;
  readonly carrier: Carrier | null;
}

const isNoun = (tree: Tree, word: Word): boolean => !['VERB', 'ADJ'].includes(tokenAt(tree, word).upos);

/** "Held talks | in Norburg | with Norland": what the name of a place cannot have belongs to what is there. */
const sitesOf = (tree: Tree, word: Word): Word[] =>
  behind(tree, word, ['in', 'at']).filter((place) => tokenAt(tree, place).upos === 'PROPN');

/** "between X and Y" hangs on the noun, on the verb that carries it, or on the verb's object. */
const prepositional = (site: Site, preposition: string): Word[] => {
  const { tree, trigger, object, carrier } = site;
  // "Suspended | supplies and flights | to Norland".
  const objects = isNoun(tree, trigger)
    ? []
    : dependents(tree, trigger, 'obj', 'nsubj:pass').flatMap((noun) => withConjuncts(tree, noun));
  const sharer = isNoun(tree, trigger) ? undefined : sharerOf(tree, trigger);
  // "Ordered him | back | to prison".
  const adverbs = isNoun(tree, trigger) ? [] : dependents(tree, trigger, 'advmod');
  const around = [trigger, object, carrier?.word, sharer, ...objects, ...adverbs].filter(
    (word) => word !== null && word !== undefined,
  );
  const places = [...new Set([...around, ...around.flatMap((word) => sitesOf(tree, word))])];
  const behindAgent = preposition === 'by' ? dependents(tree, trigger, 'obl:agent') : [];
  // "the killing | of villagers | by soldiers": the agent may be hung on the one behind "of".
  if (preposition === 'by' && isNoun(tree, trigger)) places.push(...behind(tree, trigger, ['of']));
  return [...behindAgent, ...places.flatMap((word) => behind(tree, word, [preposition]))];
};

/** Is the noun what another noun asks for or threatens ("a call for a march by X")? Then "by" names who asks. */
const isAskedFor = ({ tree, trigger }: Site, lexicon: Lexicon): boolean => {
  const { head } = tokenAt(tree, trigger);
  return head >= 0 && isNoun(tree, head) && lexicon.realisAt(tree, head).length > 0;
};

/** "During a visit to Oslo, she said …", "told reporters after talks with Norway": whose clause the noun dates took part. */
const attendants = ({ tree, trigger }: Site, lexicon: Lexicon): Word[] => {
  const { head, deprel } = tokenAt(tree, trigger);
  const dates = lexicon.codebook.isWord('dating-prepositions', prepositionOf(tree, trigger));
  if (head < 0 || !dates || universal(deprel) !== 'obl' || isPassive(tree, head)) return [];
  return surfaceSubjects(tree, head, lexicon);
};

/** "The miners are | on strike": of whom a noun behind a preposition is said. */
const subjectsOfPredicate = (tree: Tree, noun: Word): Word[] =>
  dependents(tree, noun, 'cop').length > 0 && prepositionOf(tree, noun) !== '' ? dependents(tree, noun, 'nsubj') : [];

const ofNoun = (site: Site, role: string, lexicon: Lexicon): Word[] => {
  const { tree, trigger, carrier } = site;
  switch (role) {
    case 'subject':
      return [...(carrier?.holders ?? []), ...subjectsOfPredicate(tree, trigger)];
    case 'carrier':
      return [...(carrier?.holders ?? [])];
    case 'surface':
      return surfaceSubjects(tree, trigger, lexicon);
    case 'possessive':
      return dependents(tree, trigger, 'nmod:poss');
    case 'adjective':
      return describersOf(tree, trigger);
    case 'object':
      return [];
    case 'attendant':
      return attendants(site, lexicon);
    case 'by':
      return isAskedFor(site, lexicon) ? [] : prepositional(site, role);
    default:
      return prepositional(site, role);
  }
};

const ofVerb = (site: Site, role: string, lexicon: Lexicon): Word[] => {
  const { tree, trigger, object } = site;
  switch (role) {
    case 'subject':
      return deepSubjects(tree, trigger, lexicon);
    case 'surface':
      return surfaceSubjects(tree, trigger, lexicon);
    case 'object':
      return deepObjects(tree, trigger, lexicon);
    case 'indirect':
      return dependents(tree, trigger, 'iobj');
    case 'possessive':
      return object === null ? [] : dependents(tree, object, 'nmod:poss');
    case 'adjective':
      return object === null ? [] : describersOf(tree, object);
    case 'carrier':
      return [];
    default:
      return role === 'by' && isPassive(tree, trigger) ? [] : prepositional(site, role);
  }
};

/** "Found him | guilty", "called it | a lie", "one of the most | greedy | kings"; also an adjective read as part of the object. */
const predicatesOf = (tree: Tree, verb: Word, lexicon: Lexicon): Word[] => {
  const own = dependents(tree, verb, 'xcomp').filter((word) => markersOf(tree, word).length === 0);
  const behindNoun = dependents(tree, verb, 'obj', 'xcomp').flatMap((noun) =>
    dependents(tree, noun, 'amod', 'advmod').filter((word) => word > noun && tokenAt(tree, word).upos === 'ADJ'),
  );
  const within = own.flatMap((word) => dependents(tree, contentNoun(tree, word, lexicon), 'amod'));
  return [...own, ...behindNoun, ...within.flatMap((word) => withConjuncts(tree, word))];
};

/** Whatever stands behind a preposition beside the trigger, its object or its carrier. */
const complementsOf = ({ tree, trigger, carrier }: Site): Word[] =>
  [trigger, carrier?.word, ...dependents(tree, trigger, 'obj', 'nsubj:pass')]
    .filter((word) => word !== undefined)
    .flatMap((word) => dependents(tree, word, 'obl', 'nmod', 'advcl'))
    .filter((word) => prepositionOf(tree, word) !== '' || (isNoun(tree, word) && markersOf(tree, word).includes('to')));

/** The words that stand in a role of an event, seen from its trigger (see `codebook/README.md` for the roles). */
export const wordsInRole = (site: Site, role: string, lexicon: Lexicon): Word[] => {
  const { tree, trigger } = site;
  switch (role) {
    case 'clause':
      return clausesOf(tree, trigger);
    case 'infinitive':
      return clausesOf(tree, trigger).filter((word) => markersOf(tree, word).includes('to'));
    case 'auxiliary':
      return dependents(tree, trigger, 'aux', 'mark');
    case 'predicate':
      return predicatesOf(tree, trigger, lexicon);
    case 'clause-subject':
      return clauseSubjects(tree, trigger);
    case 'clause-auxiliary':
      return clausesOf(tree, trigger).flatMap((clause) => dependents(tree, clause, 'aux'));
    case 'object-clause':
      return dependents(tree, trigger, 'obj', 'nsubj:pass').flatMap((noun) => clausesOf(tree, noun));
    case 'complement':
      return complementsOf(site);
    case 'negation':
      return dependents(tree, trigger, 'advmod').filter((word) =>
        lexicon.codebook.isWord('event-negations', lemmaAt(tree, word)),
      );
    case 'clause-object':
      return clauseObjects(tree, trigger);
    default:
      return isNoun(tree, trigger) ? ofNoun(site, role, lexicon) : ofVerb(site, role, lexicon);
  }
};

/** "called the talks | frank", "described them | as useful": a noun that the verb says something of is judged, not told. */
export const isJudged = (tree: Tree, noun: Word, lexicon: Lexicon): boolean => {
  const { head, deprel } = tokenAt(tree, noun);
  if (deprel !== 'obj') return false;
  const judging = lexicon.codebook.isWord('judging', lemmaAt(tree, head));
  const beside = [...dependents(tree, head, 'xcomp'), ...dependents(tree, noun, 'appos')];
  const judged = judging ? [...beside, ...behind(tree, head, ['as']), ...behind(tree, noun, ['as'])] : beside;
  return judged.some(
    (word) =>
      word > noun &&
      markersOf(tree, word).every((mark) => mark === 'as') &&
      (judging || tokenAt(tree, word).upos === 'ADJ'),
  );
};

/** "The talks that | Norland held | in Oslo": the verb of the noun's own relative clause. */
const relativeCarrierOf = (tree: Tree, noun: Word, lexicon: Lexicon): Carrier | null => {
  for (const word of dependents(tree, noun, 'acl')) {
    const subjects = dependents(tree, word, 'nsubj').filter((each) => tokenAt(tree, each).feats.PronType !== 'Rel');
    const carries = lexicon.carriersAt(tree, word).some(({ holds }) => holds.includes('object'));
    if (tokenAt(tree, word).deprel === 'acl:relcl' && carries && subjects.length > 0 && !isPassive(tree, word))
      return { word, holders: subjects };
  }
  return null;
};

/** The carrier of a noun: the verb that holds it, through nouns of amount ("a round of talks") and verbs of phase ("agreed to hold"). */
export const carrierOf = (tree: Tree, noun: Word, lexicon: Lexicon): Carrier | null => {
  const { head } = tokenAt(tree, noun);
  if (head < 0) return null;
  if (tokenAt(tree, noun).deprel === 'conj') return carrierOf(tree, head, lexicon);
  const position = positionUnder(tree, noun);
  if (isJudged(tree, noun, lexicon)) return null;
  const relative = relativeCarrierOf(tree, noun, lexicon);
  if (relative !== null) return relative;
  for (const entry of lexicon.carriersAt(tree, head)) {
    if (!entry.holds.includes(position)) continue;
    if (tokenAt(tree, head).upos !== 'VERB') return carrierOf(tree, head, lexicon);
    const site: Site = { tree, trigger: head, object: null, carrier: null };
    return { word: head, holders: entry.holder === undefined ? [] : wordsInRole(site, entry.holder, lexicon) };
  }
  const governed = lexicon
    .realisAt(tree, head)
    .find((entry) => entry.controller === 'subject' && entry.gives !== 'negated');
  const holds = ['VERB', 'ADJ'].includes(tokenAt(tree, head).upos);
  if (governed === undefined || !holds || position === 'subject') return null;
  return { word: head, holders: surfaceSubjects(tree, head, lexicon) };
};

/** How a noun stands under the word it hangs on: `object`, `subject`, or its preposition. */
export const positionUnder = (tree: Tree, noun: Word): string => {
  const { head, deprel } = tokenAt(tree, noun);
  if (deprel === 'nsubj:pass') return 'object';
  if (deprel.startsWith('nsubj')) return 'subject';
  if (deprel === 'obj') return 'object';
  if (deprel === 'compound') return 'compound';
  if (deprel === 'acl:relcl' || head < 0) return deprel;
  return prepositionOf(tree, noun) || deprel;
};

/** Is the word one of the listed ones (dictionary form), or the last of a listed phrase ("cease-fire")? */
export const isOneOf = (tree: Tree, word: Word, lemmas: readonly string[]): boolean =>
  lemmasAt(tree, word).some((lemma) => lemmas.includes(lemma)) ||
  lemmas.some((lemma) => /[ -]/.test(lemma) && endsPhrase(tree, word, lemma.split(/[ -]/)));
