import type { RealisEntry } from '../../codebook/index.ts';
import { dependents, type Tree, universal } from '../../reading/index.ts';
import type { Realis } from '../records.ts';
import { hasFiniteVerb, isIndicative, isToldAsPast } from './finite.ts';
import type { Lexicon } from './lexicon.ts';
import { isGoingTo, isNegated } from './negation.ts';
import { positionUnder } from './roles.ts';
import { isClause, lemmaAt, markersOf, tokenAt, type Word } from './words.ts';

/** What realis is read with: the words of the codebook, and whether somebody is quoted as saying it. */
interface Setting {
  readonly lexicon: Lexicon;
  readonly reported: boolean;
}

/** No chain of governing words is followed further than this. */
const HIGHEST = 8;

const CLAUSE_RELATIONS = new Set(['xcomp', 'ccomp', 'advcl', 'acl', 'csubj', 'obl', 'nmod']);

/** What an auxiliary says: "will", "may", "must". */
const fromAuxiliaries = (tree: Tree, word: Word, { lexicon, reported }: Setting): Realis | undefined => {
  for (const child of dependents(tree, word, 'aux', 'cop')) {
    const found = lexicon.auxiliary(tokenAt(tree, child).text.toLowerCase()) ?? lexicon.auxiliary(lemmaAt(tree, child));
    if (found !== undefined) return reported ? (found.reported ?? found.gives) : found.gives;
  }
  return undefined;
};

/** Does a clause open with "if"? */
const opensCondition = (tree: Tree, clause: Word, { lexicon }: Setting): boolean =>
  markersOf(tree, clause).some((lemma) => lexicon.conjunction(lemma) !== undefined);

/** Does a clause hang on an "if", or does an "if" hang on it? */
const isConditional = (tree: Tree, word: Word, setting: Setting): boolean =>
  opensCondition(tree, word, setting) || (!isGoverning(tree, word, setting) && hasCondition(tree, word, setting));

/** Does the word govern events ("threatens to …, if")? Then a condition holds for what it governs. */
const isGoverning = (tree: Tree, word: Word, { lexicon }: Setting): boolean =>
  tokenAt(tree, word).upos === 'VERB' && lexicon.realisAt(tree, word).length > 0;

const hasCondition = (tree: Tree, word: Word, setting: Setting): boolean =>
  dependents(tree, word, 'advcl').some((clause) => opensCondition(tree, clause, setting));

/** "asked | whether X had met Y": what stands behind it is left open, also in the past. */
const isWhether = (tree: Tree, word: Word, { lexicon }: Setting): boolean =>
  tokenAt(tree, word).deprel === 'ccomp' &&
  markersOf(tree, word).some((lemma) => lexicon.conjunction(lemma)?.gives === 'conditional');

/** "If Norland | attacked, we would …": a past that is only supposed. */
const isImagined = (tree: Tree, word: Word, setting: Setting): boolean => {
  const { head, deprel } = tokenAt(tree, word);
  return (
    head >= 0 &&
    universal(deprel) === 'advcl' &&
    opensCondition(tree, word, setting) &&
    fromAuxiliaries(tree, head, setting) !== undefined
  );
};

/** "nearly | broke": it came close. */
const isMissed = (tree: Tree, verb: Word, { lexicon }: Setting): boolean =>
  tokenAt(tree, verb).upos === 'VERB' &&
  dependents(tree, verb, 'advmod').some((child) => lexicon.codebook.isWord('near-misses', lemmaAt(tree, child)));

/** "if X attacks and | answers": a condition over both. */
const sharesCondition = (tree: Tree, word: Word, setting: Setting): boolean => {
  const { head, deprel, feats } = tokenAt(tree, word);
  if (deprel !== 'conj' || head < 0 || feats.Tense === 'Past' || markersOf(tree, word).length > 0) return false;
  return opensCondition(tree, head, setting);
};

/** "If the duties | are not dropped" is as open as "if they are"; any other denial is one. */
const fromDenial = (tree: Tree, word: Word, setting: Setting): Realis =>
  tokenAt(tree, word).deprel === 'advcl' && opensCondition(tree, word, setting) ? 'conditional' : 'negated';

const fromClause = (tree: Tree, word: Word, setting: Setting): Realis | undefined => {
  if (isNegated(setting.lexicon.codebook, tree, word) || isMissed(tree, word, setting))
    return fromDenial(tree, word, setting);
  if (isWhether(tree, word, setting)) return 'possible';
  const modal = fromAuxiliaries(tree, word, setting);
  const past = tokenAt(tree, word).feats.Tense === 'Past' && modal === undefined;
  if (!past && (isConditional(tree, word, setting) || sharesCondition(tree, word, setting))) return 'conditional';
  if (past && isImagined(tree, word, setting)) return 'conditional';
  if (modal !== undefined) return modal;
  if (isGoingTo(tree, word)) return 'planned';
  const isOrder = tokenAt(tree, word).feats.Mood === 'Imp' && dependents(tree, word, 'nsubj').length === 0;
  return isOrder ? 'requested' : undefined;
};

/** What became of something planned outweighs that it was planned: "the planned talks | took place", "were cancelled". */
const whatBecame = (tree: Tree, noun: Word, setting: Setting): Realis | undefined => {
  const { head, deprel } = tokenAt(tree, noun);
  if (head < 0 || !/^(?:nsubj|obj)/.test(deprel) || tokenAt(tree, head).upos !== 'VERB') return undefined;
  if (fromClause(tree, head, setting) !== undefined) return undefined;
  if (setting.lexicon.realisAt(tree, head).some(({ gives }) => gives === 'negated') && !deprel.endsWith('subj')) {
    return 'negated';
  }
  const settles = setting.lexicon.codebook.isWord('taking-place', lemmaAt(tree, head));
  return settles && isPast(tree, head) ? 'actual' : undefined;
};

/** "took", "was held", "has begun". */
const isPast = (tree: Tree, verb: Word): boolean => {
  const { feats, deprel } = tokenAt(tree, verb);
  return feats.Tense === 'Past' && !/^(?:xcomp|acl|amod)/.test(deprel);
};

/** "the opening speech" is not one that is open: what ends in "-ing" must itself be the word of the codebook ("the coming vote"). */
const isDescribing = (tree: Tree, child: Word, { adjectives }: RealisEntry): boolean => {
  const text = tokenAt(tree, child).text.toLowerCase();
  return !text.endsWith('ing') || adjectives?.includes(text) === true;
};

/** "possible talks", "the planned march": what an adjective says of an event that is a noun. */
const fromDescription = (tree: Tree, noun: Word, setting: Setting): Realis | undefined => {
  if (isNegated(setting.lexicon.codebook, tree, noun)) return 'negated';
  const become = whatBecame(tree, noun, setting);
  if (become !== undefined) return become;
  for (const child of dependents(tree, noun, 'amod', 'compound')) {
    const found = setting.lexicon.describingAt(tree, child)[0];
    if (found !== undefined && isDescribing(tree, child, found)) return found.gives;
  }
  return undefined;
};

/** "to speak", with nothing above it: the future of headlines. */
const isHeadlineInfinitive = (tree: Tree, word: Word): boolean => {
  const { deprel, head } = tokenAt(tree, word);
  if (!markersOf(tree, word).includes('to') || isOpenQuestion(tree, word)) return false;
  return ['root', 'parataxis', 'ccomp'].includes(deprel) || (deprel === 'acl' && tokenAt(tree, head).upos === 'PROPN');
};

/** Words before a clause of which one must be the governing word's own: "warned | against attacking", "threatened | to attack". */
const isIntroduced = (tree: Tree, clause: Word, prepositions: readonly string[]): boolean =>
  markersOf(tree, clause).some((mark) => mark === 'to' || prepositions.some((each) => each.split(' ').includes(mark)));

const holdsAs = (tree: Tree, word: Word, entry: RealisEntry, position: string): boolean => {
  if (position === 'object' && entry.bare === false) return false;
  const prepositions = entry.prepositions ?? ['of', 'for'];
  // "the demand | enjoyed by", "called for talks, | citing": a participle only adds to what is said.
  if (position === 'advcl' || (position === 'acl' && tokenAt(tree, word).feats.VerbForm === 'Part'))
    return isIntroduced(tree, word, prepositions);
  if (['object', 'compound', 'acl', 'xcomp', 'ccomp', 'csubj'].includes(position)) return true;
  return prepositions.includes(position);
};

/** A step up: from an event or a word that carries it, to the word that governs it. */
interface Step {
  readonly governor: Word;
  readonly position: string;
}

const stepUp = (tree: Tree, word: Word): Step | undefined => {
  const { head, deprel } = tokenAt(tree, word);
  if (head < 0) return undefined;
  if (deprel === 'conj') return stepUp(tree, head);
  if (deprel === 'acl:relcl') return undefined;
  if (tokenAt(tree, word).upos !== 'VERB') return { governor: head, position: positionUnder(tree, word) };
  return CLAUSE_RELATIONS.has(universal(deprel)) ? { governor: head, position: universal(deprel) } : undefined;
};

const CANCELS: readonly Realis[] = ['planned', 'requested', 'expected', 'actual'];

const negatedAbove = (given: Realis, tree: Tree, governor: Word, setting: Setting): Realis => {
  const own = isClause(tree, governor) ? fromClause(tree, governor, setting) : undefined;
  if (own === 'negated') return given === 'negated' ? 'possible' : CANCELS.includes(given) ? 'negated' : given;
  if (given !== 'actual' && hasCondition(tree, governor, setting)) return 'conditional';
  if (given === 'planned' && (own === 'conditional' || own === 'possible')) return own;
  return given;
};

/** "ordered his arrest | for ignoring …": a gerund behind "for" beside an object gives a reason, not what is governed. */
const isReason = (tree: Tree, word: Word, governor: Word): boolean =>
  tokenAt(tree, word).deprel === 'advcl' &&
  markersOf(tree, word).includes('for') &&
  dependents(tree, governor, 'obj').length > 0;

/** "blocked roads | to protest": an infinitive beside the object of what is stopped says what for. */
const isPurpose = (tree: Tree, word: Word, { governor, position }: Step, found: RealisEntry | undefined): boolean =>
  found?.gives === 'negated' &&
  position === 'advcl' &&
  markersOf(tree, word).includes('to') &&
  dependents(tree, governor, 'obj').length > 0;

/** What the governing word says, unless it only tells a fact: "told reporters that …", "announced that it was …", "…," he told them. */
const entryAbove = (tree: Tree, word: Word, step: Step, { lexicon }: Setting) => {
  const { governor, position } = step;
  const found = lexicon.realisAt(tree, governor).find((each) => holdsAs(tree, word, each, position));
  const tells = found?.gives === 'requested' || found?.gives === 'planned';
  const told = tells && position === 'ccomp' && (word < governor || isIndicative(tree, word));
  return told || isReason(tree, word, governor) || isPurpose(tree, word, step, found) ? undefined : found;
};

/** "urged Norland to agree to | talks": what somebody is asked to plan is asked for. */
const isAskedFor = (tree: Tree, governor: Word, setting: Setting, depth: number): boolean =>
  !hasFiniteVerb(tree, governor) && fromAbove(tree, governor, setting, depth + 1) === 'requested';

const fromEntry = (tree: Tree, governor: Word, entry: RealisEntry, setting: Setting, depth: number): Realis => {
  const gives = entry.past !== undefined && isToldAsPast(tree, governor) ? entry.past : entry.gives;
  const given = negatedAbove(gives, tree, governor, setting);
  if (given === 'actual' && entry.implies === true) return realisFrom(tree, governor, setting, depth + 1);
  return given === 'planned' && isAskedFor(tree, governor, setting, depth) ? 'requested' : given;
};

/** "will leave | when talks end": what a time to come is told by lies ahead too. */
const isAwaited = (tree: Tree, word: Word, { governor, position }: Step, setting: Setting, depth: number): boolean => {
  if (position !== 'advcl' || isToldAsPast(tree, word)) return false;
  if (!markersOf(tree, word).some((mark) => setting.lexicon.codebook.isWord('temporal-conjunctions', mark)))
    return false;
  const above = realisFrom(tree, governor, setting, depth + 1);
  return above !== 'actual' && !(above === 'negated' && isToldAsPast(tree, governor));
};

/** "what | to do", "how | to end it". */
const isOpenQuestion = (tree: Tree, word: Word): boolean =>
  dependents(tree, word, 'obj', 'advmod', 'obl', 'mark').some((child) => tokenAt(tree, child).feats.PronType === 'Int');

/** "the first country | to join". */
const isRanked = (tree: Tree, noun: Word, { lexicon }: Setting): boolean =>
  [noun, ...dependents(tree, noun, 'amod')].some((each) => lexicon.codebook.isWord('ranks', lemmaAt(tree, each)));

/** An infinitive under a word that says nothing of it: a purpose is planned, what may be done ("the work | to be done") possible. */
const fromInfinitive = (tree: Tree, word: Word, step: Step, setting: Setting, depth: number): Realis | undefined => {
  if (!markersOf(tree, word).includes('to') || tokenAt(tree, word).upos !== 'VERB') return undefined;
  if (isOpenQuestion(tree, word)) return 'possible';
  if (step.position === 'acl') return isRanked(tree, step.governor, setting) ? 'actual' : 'possible';
  if (step.position === 'csubj') return isToldAsPast(tree, step.governor) ? 'actual' : 'possible';
  if (step.position !== 'advcl') return undefined;
  const above = realisFrom(tree, step.governor, setting, depth + 1);
  return above === 'actual' || above === 'negated' ? 'planned' : above;
};

/** What the words above an event say of it, step by step, until one settles it. */
const fromAbove = (tree: Tree, word: Word, setting: Setting, depth: number): Realis => {
  const step = stepUp(tree, word);
  if (step === undefined || depth > HIGHEST) return 'actual';
  const { governor, position } = step;
  const finite = hasFiniteVerb(tree, word);
  const entry = entryAbove(tree, word, step, setting);
  const isAside = finite && position === 'advcl';
  if (entry !== undefined && !isAside) return fromEntry(tree, governor, entry, setting, depth);
  const carried = setting.lexicon
    .carriersAt(tree, governor)
    .some((each) => each.holds.includes(position) || (each.holds.includes('clause') && CLAUSE_RELATIONS.has(position)));
  if (carried && !isAside) return realisFrom(tree, governor, setting, depth + 1);
  if (finite) return isAwaited(tree, word, step, setting, depth) ? 'expected' : 'actual';
  const infinitive = fromInfinitive(tree, word, step, setting, depth);
  if (infinitive !== undefined) return infinitive;
  const isOpen = position === 'xcomp' || (position === 'advcl' && tokenAt(tree, word).upos === 'VERB');
  return isOpen ? realisFrom(tree, governor, setting, depth + 1) : 'actual';
};

/** "is due to speak", where "due to" was read as a preposition. */
const readAsPreposition = (tree: Tree, word: Word, { lexicon }: Setting): Realis | undefined =>
  dependents(tree, word, 'case', 'mark', 'advcl', 'advmod')
    .filter((child) => tokenAt(tree, child).upos === 'ADJ')
    .filter(
      (child) => /^(?:case|mark)/.test(tokenAt(tree, child).deprel) || dependents(tree, child, 'fixed').length > 0,
    )
    .flatMap((child) => lexicon.describingAt(tree, child))[0]?.gives;

/** "asked that they stay and | vote": a present without a subject of its own stands as the verb that it is joined to. */
const isContinued = (tree: Tree, word: Word): boolean =>
  tokenAt(tree, word).feats.Tense === 'Pres' && dependents(tree, word, 'nsubj', 'aux', 'cop').length === 0;

const realisFrom = (tree: Tree, word: Word, setting: Setting, depth: number): Realis => {
  const clause = tokenAt(tree, word).upos === 'VERB' || isClause(tree, word);
  const own = clause ? fromClause(tree, word, setting) : fromDescription(tree, word, setting);
  if (own !== undefined) return own;
  const read = readAsPreposition(tree, word, setting);
  if (read !== undefined) return read;
  if (clause && isHeadlineInfinitive(tree, word)) return 'planned';
  const shared =
    clause && tokenAt(tree, word).deprel === 'conj' && (!hasFiniteVerb(tree, word) || isContinued(tree, word));
  if (shared) return realisFrom(tree, tokenAt(tree, word).head, setting, depth + 1);
  return fromAbove(tree, word, setting, depth);
};

/** What the sentence says of an event: happened, planned, asked for, possible … from its own clause and the words above it. */
export const realisOf = (tree: Tree, trigger: Word, lexicon: Lexicon, reported: boolean): Realis =>
  realisFrom(tree, trigger, { lexicon, reported }, 0);
