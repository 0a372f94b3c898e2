import { ancestors, type ParsedSentence, treeOf, universal } from '../../reading/index.ts';
import {
  commands,
  isInBrackets,
  isInside,
  isMainSubject,
  isOwner,
  isParallel,
  isQuoted,
  nearestSubject,
  ofPath,
  relationOf,
} from './in-clause.ts';

/** Where a word stands. */
export interface Place {
  readonly sentence: number;
  readonly head: number;
}

/** A place near a pronoun, and how many sentences before it. */
export interface NearPlace extends Place {
  readonly back: number;
}

/** A candidate's mentions near the pronoun, latest first. */
export type Places = readonly [NearPlace, ...NearPlace[]];

/** How a candidate stands to the pronoun in the pronoun's own sentence. */
export interface Stance {
  /** Is it the subject ahead of the pronoun's phrase ("In her speech, Berg said …")? */
  readonly isAhead: boolean;
  /** Does it own that subject ("After her speech, Berg's party …")? */
  readonly isOwnerAhead: boolean;
  /** Is it not mentioned before the pronoun at all, nor as a subject ahead of it? */
  readonly isBehind: boolean;
  /** Does a clause of the pronoun's name it again ("She said Berg …")? */
  readonly isBelow: boolean;
  /** Would the pronoun be the object of a verb that seems to share this subject? */
  readonly isLikelyBarred: boolean;
}

/** What is known of a candidate besides where it was mentioned. */
export interface Standing extends Stance {
  /** 0 for the candidate that was mentioned last. */
  readonly order: number;
  /** Was it the first of the candidates to be mentioned near the pronoun? */
  readonly isFirst: boolean;
  /** Does the pronoun of the same gender before this one mean it, and was that a subject? */
  readonly isLastCalled: boolean;
  readonly isLastCalledSubject: boolean;
  /** The same, in the pronoun's own sentence. */
  readonly isLastCalledHere: boolean;
  /** Is it known by a role alone? */
  readonly isRole: boolean;
  /** Is its latest mention the first of a candidate in that sentence, and the only one? */
  readonly isFirstThere: boolean;
  readonly isAloneThere: boolean;
  /** Mentions near the pronoun, its own and those of all candidates. */
  readonly times: number;
  readonly allTimes: number;
  /** What it seems to be if it is nobody who may be meant. */
  readonly doubt: string | undefined;
  readonly isGenderKnown: boolean;
  /** Was it called by a pronoun of this gender before, or of the other? */
  readonly called: 'same' | 'other' | undefined;
  /** Does its lone name suggest this gender, or the other? */
  readonly leaning: 'same' | 'other' | undefined;
}

/** What speaks for or against a candidate, by name; what is not there is 0. */
export type Features = Readonly<Record<string, number>>;

const DEEPEST = 8;

const yes = (condition: boolean): number => (condition ? 1 : 0);

/** `S` subject, `P` possessive, `O` any other: pronouns of the three kinds look for different places. */
const kindOf = (sentence: ParsedSentence | undefined, word: number): 'S' | 'P' | 'O' => {
  if (isOwner(sentence, word)) return 'P';
  return relationOf(sentence, word) === 'nsubj' ? 'S' : 'O';
};

const ofStanding = (standing: Standing): Record<string, number> => ({
  mentions: Math.log(1 + standing.times),
  share: standing.times / standing.allTimes,
  once: yes(standing.times === 1),
  first: yes(standing.isFirst),
  latest: yes(standing.order === 0),
  others: Math.min(standing.order, 4),
  lastCalled: yes(standing.isLastCalled),
  lastCalledSubject: yes(standing.isLastCalledSubject),
  lastCalledHere: yes(standing.isLastCalledHere),
  role: yes(standing.isRole),
  firstThere: yes(standing.isFirstThere),
  aloneThere: yes(standing.isAloneThere),
  ...(standing.doubt === undefined ? {} : { doubt: 1, [`doubt:${standing.doubt}`]: 1 }),
  genderKnown: yes(standing.isGenderKnown),
  calledSo: yes(standing.called === 'same'),
  calledOther: yes(standing.called === 'other'),
  leansSo: yes(standing.leaning === 'same'),
  leansOther: yes(standing.leaning === 'other'),
  ahead: yes(standing.isAhead),
  ownerAhead: yes(standing.isOwnerAhead),
  behind: yes(standing.isBehind),
  below: yes(standing.isBelow),
  likelyBarred: yes(standing.isLikelyBarred),
});

/** How deep in its sentence a mention stands, and in what clause. */
const ofDepth = (there: ParsedSentence | undefined, { head }: Place): Record<string, number> => {
  if (there === undefined) return {};
  const above = ancestors(treeOf(there), head);
  const relations = [head, ...above].map((word) => universal(there.tokens[word]?.deprel ?? ''));
  return {
    depth: Math.min(above.length, DEEPEST) / DEEPEST,
    inRelative: yes(relations.includes('acl')),
    inAdverbial: yes(relations.includes('advcl')),
    inComplement: yes(relations.includes('ccomp')),
  };
};

const ofLatest = (sentences: readonly ParsedSentence[], pronoun: Place, latest: NearPlace): Record<string, number> => {
  const there = sentences[latest.sentence];
  const { back } = latest;
  const relation = relationOf(there, latest.head);
  const token = there?.tokens[latest.head];
  return {
    ...ofDepth(there, latest),
    sameSentence: yes(back === 0),
    sentenceBefore: yes(back === 1),
    twoSentencesBefore: yes(back === 2),
    distance: back === 0 ? Math.log(1 + Math.abs(pronoun.head - latest.head)) : 0,
    subject: yes(relation === 'nsubj'),
    object: yes(relation === 'obj' || relation === 'iobj'),
    oblique: yes(relation === 'obl'),
    owner: yes(isOwner(there, latest.head)),
    ofSomething: yes(relation === 'nmod' && !isOwner(there, latest.head)),
    pronounBefore: yes(token?.upos === 'PRON'),
    joined: yes(token?.deprel === 'conj'),
    brackets: yes(isInBrackets(there, latest.head)),
    fullName: yes(
      there?.entities.some(({ first, last }) => last > first && first <= latest.head && latest.head <= last) === true,
    ),
    sameRelation: yes(back <= 1 && isParallel(there, latest.head, sentences[pronoun.sentence], pronoun.head)),
    modifier: yes(relation === 'compound' || relation === 'amod'),
  };
};

/** What the candidate's mentions in the pronoun's own sentence say. */
const ofOwnSentence = (own: ParsedSentence, pronoun: Place, heads: readonly number[]): Record<string, number> => {
  const tree = treeOf(own);
  const nearest = nearestSubject(tree, pronoun.head);
  const quoted = isQuoted(own, pronoun.head);
  const speaks = heads.some((head) => isInside(own, 'source', head)) && isInside(own, 'content', pronoun.head);
  return {
    subjectInSentence: yes(heads.some((head) => relationOf(own, head) === 'nsubj')),
    mainSubject: yes(heads.some((head) => isMainSubject(own, head))),
    commanding: yes(heads.some((head) => commands(own, pronoun.head, head))),
    nearestSubject: yes(heads.includes(nearest)),
    speaks: yes(speaks && !quoted),
    speaksQuote: yes(quoted && heads.some((head) => !isQuoted(own, head) && relationOf(own, head) === 'nsubj')),
    pronounInSentence: yes(heads.some((head) => own.tokens[head]?.upos === 'PRON')),
    often: yes(heads.length > 1),
    ...ofPath(own, pronoun.head, heads),
  };
};

/** What its mentions in the sentence before say. */
const ofSentenceBefore = (sentences: readonly ParsedSentence[], places: readonly Place[]): Record<string, number> => {
  const isSubject = ({ sentence, head }: Place): boolean => relationOf(sentences[sentence], head) === 'nsubj';
  const isPronoun = ({ sentence, head }: Place): boolean => sentences[sentence]?.tokens[head]?.upos === 'PRON';
  return {
    mainSubjectBefore: yes(places.some(({ sentence, head }) => isMainSubject(sentences[sentence], head))),
    subjectBefore: yes(places.some(isSubject)),
    pronounSubjectBefore: yes(places.some((place) => isPronoun(place) && isSubject(place))),
  };
};

/** Features that weigh differently for subjects, possessives and other pronouns. */
const BY_KIND = [
  ...['sameSentence', 'latest', 'others', 'ahead', 'owner', 'subject'],
  ...['mainSubject', 'nearestSubject', 'commanding', 'sameRelation', 'distance', 'path', 'object', 'oblique'],
  ...['ofSomething', 'joined', 'mainSubjectBefore', 'lastCalled', 'lastCalledHere', 'firstThere', 'mentions'],
];

/** Features that say more together than apart ("the main subject of the sentence before | and mentioned only once"). */
const TOGETHER = [
  ...['sameSentence', 'sentenceBefore', 'subject', 'mainSubject', 'nearestSubject', 'commanding', 'latest'],
  ...['pronounBefore', 'owner', 'mainSubjectBefore', 'once', 'sameRelation', 'first'],
];

/** The features themselves, some of them again for the kind of pronoun (`P.latest`), and pairs of them (`latest*once`). */
const combine = (plain: Features, kind: string): Features => {
  const features: Record<string, number> = {};
  for (const [name, value] of Object.entries(plain)) if (value !== 0) features[name] = value;
  for (const name of BY_KIND) if (name in features) features[`${kind}.${name}`] = features[name] ?? 0;
  const held = TOGETHER.filter((name) => name in features);
  for (const [index, name] of held.entries())
    for (const other of held.slice(index + 1)) features[`${name}*${other}`] = 1;
  return features;
};

/** What speaks for and against a candidate as the one a pronoun refers to. */
export const featuresOf = (
  sentences: readonly ParsedSentence[],
  pronoun: Place,
  places: Places,
  standing: Standing,
): Features => {
  const own = sentences[pronoun.sentence];
  const near = (back: number): NearPlace[] => places.filter((place) => place.back === back);
  const plain = {
    ...ofStanding(standing),
    ...ofLatest(sentences, pronoun, places[0]),
    ...(own === undefined
      ? {}
      : ofOwnSentence(
          own,
          pronoun,
          near(0).map(({ head }) => head),
        )),
    ...ofSentenceBefore(sentences, near(1)),
  };
  return combine(plain, kindOf(own, pronoun.head));
};

/** What speaks for it that a pronoun means none of those named near it. */
export const featuresOfNobody = (
  sentences: readonly ParsedSentence[],
  pronoun: Place,
  candidates: readonly Places[],
): Features => {
  const own = sentences[pronoun.sentence];
  const isNear = candidates.some(([{ back }]) => back <= 1);
  const features = {
    nobody: 1,
    [`${kindOf(own, pronoun.head)}.nobody`]: 1,
    'nobody*one': yes(candidates.length === 1),
    'nobody*many': yes(candidates.length > 3),
    'nobody*far': yes(!isNear),
    'nobody*quoted': yes(own !== undefined && isQuoted(own, pronoun.head)),
  };
  return Object.fromEntries(Object.entries(features).filter(([, value]) => value !== 0));
};

/** How likely a candidate is, as a sum of its weighted features (log odds). */
export const weigh = (features: Features, weights: Features): number =>
  Object.entries(features).reduce((sum, [name, value]) => sum + (weights[name] ?? 0) * value, 0);
