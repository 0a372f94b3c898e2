import { ancestors, type ParsedSentence, treeOf, universal } from '../../reading/index.ts';

/** Where a word stands. */
export interface Place {
  readonly sentence: number;
  readonly head: number;
}

/** What is known of a candidate besides where it was mentioned. */
export interface Standing {
  /** 0 for the candidate that was mentioned last. */
  readonly order: number;
  /** Is it the subject ahead of the pronoun's phrase ("In her speech, Berg said …")? */
  readonly isAhead: boolean;
  /** Was it the first of the candidates to enter the report? */
  readonly isFirst: boolean;
  /** Mentions so far. */
  readonly times: number;
  readonly isGenderKnown: boolean;
}

/** Relation of a word to its clause; a member of a coordination has that of the first. */
const relationOf = (sentence: ParsedSentence | undefined, word: number): string => {
  const token = sentence?.tokens[word];
  const relation = universal(token?.deprel ?? '');
  const isMember = (relation === 'conj' || relation === 'appos' || relation === 'flat') && token !== undefined;
  return isMember && token.head < word && token.head >= 0 ? relationOf(sentence, token.head) : relation;
};

const isOwner = (sentence: ParsedSentence | undefined, word: number): boolean =>
  sentence?.tokens[word]?.deprel === 'nmod:poss';

/** Is the candidate the subject of a clause that the pronoun stands in? */
export const commands = (sentence: ParsedSentence, pronoun: number, candidate: number): boolean => {
  if (relationOf(sentence, candidate) !== 'nsubj') return false;
  const verb = sentence.tokens[candidate]?.head ?? -1;
  return verb >= 0 && ancestors(treeOf(sentence), pronoun).includes(verb);
};

/**
 * Weights (log odds) of what speaks for and against a candidate, learned by a softmax over the candidates of 2,000 ambiguous
 * pronouns (GAP, development part).
 */
const WEIGHTS = {
  sameSentence: 2.6,
  sentenceBefore: 0.6,
  twoSentencesBefore: -0.67,
  subject: 1.06,
  object: 0.2,
  subjectInSentence: -0.87,
  subjectOfClauseAround: 0.48,
  subjectOfClauseAroundOwner: 0.37,
  sameRelation: 0.34,
  bothSubjects: 0.47,
  /** Times the logarithm of how often. */
  mentions: 1.06,
  firstInReport: 0.22,
  latest: 0.38,
  latestBeforeOwner: 0.46,
  /** For each candidate mentioned since, four at most. */
  others: -0.23,
  genderKnown: -0.14,
  pronounBefore: -0.7,
  ofSomething: -1.03,
  oblique: -0.47,
  ahead: -0.84,
  aheadOfOwner: -0.78,
  aheadAndBefore: 0.4,
} as const;

type Feature = keyof typeof WEIGHTS;

const yes = (condition: boolean): number => (condition ? 1 : 0);

const fromStanding = (standing: Standing, isOwned: boolean, places: number): Partial<Record<Feature, number>> => {
  const isLatest = standing.order === 0;
  return {
    mentions: Math.log(1 + standing.times),
    firstInReport: yes(standing.isFirst),
    latest: yes(isLatest),
    latestBeforeOwner: yes(isLatest && isOwned),
    others: Math.min(standing.order, 4),
    genderKnown: yes(standing.isGenderKnown),
    ahead: yes(standing.isAhead),
    aheadOfOwner: yes(standing.isAhead && isOwned),
    aheadAndBefore: yes(standing.isAhead && places > 1),
  };
};

/** What speaks for and against a candidate as the one a pronoun refers to; `places` are its mentions, latest first. */
const featuresOf = (
  sentences: readonly ParsedSentence[],
  pronoun: Place,
  places: readonly [Place, ...Place[]],
  standing: Standing,
): Partial<Record<Feature, number>> => {
  const [latest] = places;
  const own = sentences[pronoun.sentence];
  const there = sentences[latest.sentence];
  const back = pronoun.sentence - latest.sentence;
  const relation = relationOf(there, latest.head);
  const ownRelation = relationOf(own, pronoun.head);
  const isOwned = isOwner(own, pronoun.head);
  const inOwn = places.filter(({ sentence }) => sentence === pronoun.sentence);
  const isCommanding = own !== undefined && inOwn.some(({ head }) => commands(own, pronoun.head, head));
  return {
    ...fromStanding(standing, isOwned, places.length),
    sameSentence: yes(back === 0),
    sentenceBefore: yes(back === 1),
    twoSentencesBefore: yes(back === 2),
    subject: yes(relation === 'nsubj'),
    object: yes(relation === 'obj' || relation === 'iobj'),
    subjectInSentence: yes(inOwn.some(({ head }) => relationOf(own, head) === 'nsubj')),
    subjectOfClauseAround: yes(isCommanding),
    subjectOfClauseAroundOwner: yes(isCommanding && isOwned),
    sameRelation: yes(relation === ownRelation && back <= 1),
    bothSubjects: yes(relation === 'nsubj' && ownRelation === 'nsubj'),
    pronounBefore: yes(there?.tokens[latest.head]?.upos === 'PRON'),
    ofSomething: yes(relation === 'nmod' && !isOwner(there, latest.head)),
    oblique: yes(relation === 'obl'),
  };
};

/** How likely a candidate is, as a sum of its weighted features (log odds); `places` are its mentions, latest first. */
export const weigh = (
  sentences: readonly ParsedSentence[],
  pronoun: Place,
  places: readonly [Place, ...Place[]],
  standing: Standing,
): number => {
  const features = featuresOf(sentences, pronoun, places, standing);
  return (Object.keys(WEIGHTS) as Feature[]).reduce((sum, name) => sum + WEIGHTS[name] * (features[name] ?? 0), 0);
};
