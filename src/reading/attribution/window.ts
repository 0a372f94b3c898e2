import type { ParsedSentence, ParsedToken } from '../parsed.ts';
import { type Branch, branchOf, heightsAbove } from './branch.ts';
import type { QuoteState } from './quote-states.ts';

/** How many sentences before and behind that of the cue a window may take in. */
const BACK = 2;
const AHEAD = 3;
/** No window has more words than this; the cue stands in the middle of what is kept. */
const MOST_WORDS = 240;

/** Upper bounds of the distances from the cue, in words, that count as one class. */
const DISTANCES = [-64, -32, -20, -14, -10, -8, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 8, 10, 14, 20, 32, 64];
/** Outside, a word inside, a mark. */
const QUOTE_STATES = 3;
/** Steps up and down are counted to here; words of other sentences stand that far away. */
const FARTHEST = 7;
/** Classes of relations beside those of the model: for words of other sentences, and for a way that leads only up. */
const MORE_RELATIONS = 2;

/** A sentence with what the head needs to know of it. */
export interface LinkableSentence {
  readonly parsed: ParsedSentence;
  readonly quoted: readonly QuoteState[];
}

/** The words around a word that may carry a cue: those of its sentence and of the quotation that runs through it. */
export interface Window {
  /** Each word of the window as [sentence, word]. */
  readonly words: readonly (readonly [sentence: number, word: number])[];
  /** Where in the window the word stands that carries the cue. */
  readonly anchor: number;
  /** Classes [feature, word], as `classCounts` lists them. */
  readonly features: Int32Array;
}

/** The classes of the model by which words are told to the head. */
export interface WordClasses {
  readonly upos: ReadonlyMap<string, number>;
  readonly deprels: ReadonlyMap<string, number>;
}

/**
 * How many classes each feature of a word has, in order: distance from the cue, sentence, quotation, part of speech, relation; steps
 * up and down to it through the tree, and the relation they lead by.
 */
export const classCounts = ({ upos, deprels }: WordClasses): number[] => [
  DISTANCES.length + 1,
  BACK + AHEAD + 1,
  QUOTE_STATES,
  upos.size,
  deprels.size,
  FARTHEST + 1,
  FARTHEST + 1,
  deprels.size + MORE_RELATIONS,
];

/** How many features a word has. */
export const FEATURES = 8;

const isTied = (sentences: readonly LinkableSentence[], before: number): boolean =>
  before >= 0 &&
  before + 1 < sentences.length &&
  (sentences[before]?.quoted.length ?? 0) > 0 &&
  (sentences[before + 1]?.quoted.length ?? 0) > 0 &&
  sentences[before]?.parsed.block === sentences[before + 1]?.parsed.block;

/** First and last sentence of the window: back while a quotation runs on, ahead while sentences begin with or in one. */
const reach = (sentences: readonly LinkableSentence[], sentence: number): readonly [first: number, last: number] => {
  let [first, last] = [sentence, sentence];
  while (sentence - first < BACK && isTied(sentences, first - 1) && sentences[first]?.quoted[0] === 1) first -= 1;
  while (last - sentence < AHEAD && isTied(sentences, last) && sentences[last + 1]?.quoted[0] !== 0) last += 1;
  return [first, last];
};

const distanceClass = (distance: number): number => {
  let found = 0;
  while (found < DISTANCES.length && distance >= (DISTANCES[found] ?? 0)) found += 1;
  return found;
};

/** The relations of the model, then one class for words of other sentences, and one for the way that leads only up. */
const branchClass = (branch: Branch | undefined, deprels: WordClasses['deprels']): number => {
  if (branch === undefined) return deprels.size;
  return branch.relation === null ? deprels.size + 1 : (deprels.get(branch.relation) ?? 0);
};

/** A word as it stands to the one that carries the cue. */
interface Placed {
  readonly sentence: LinkableSentence;
  readonly word: number;
  /** In words and in sentences from the cue. */
  readonly distance: number;
  readonly away: number;
  /** The words above the cue; none of them in other sentences. */
  readonly heights: ReadonlyMap<number, number>;
}

const NO_TOKEN: Pick<ParsedToken, 'upos' | 'deprel'> = { upos: 'X', deprel: '' };

const classesOf = (
  { sentence, word, distance, away, heights }: Placed,
  { upos, deprels }: WordClasses,
): readonly number[] => {
  const { parsed, quoted } = sentence;
  const token = parsed.tokens[word] ?? NO_TOKEN;
  const branch = away === 0 ? branchOf(parsed.tokens, heights, word) : undefined;
  return [
    distanceClass(distance),
    away + BACK,
    quoted[word] ?? 0,
    upos.get(token.upos) ?? 0,
    deprels.get(token.deprel) ?? 0,
    branch?.up ?? FARTHEST,
    branch?.down ?? FARTHEST,
    branchClass(branch, deprels),
  ];
};

const NO_HEIGHTS: ReadonlyMap<number, number> = new Map();

/** The window of the word `anchor` of `sentences[sentence]`. */
export const windowOf = (
  sentences: readonly LinkableSentence[],
  sentence: number,
  anchor: number,
  classes: WordClasses,
): Window => {
  const [first, last] = reach(sentences, sentence);
  const all: (readonly [number, number])[] = [];
  for (let at = first; at <= last; at += 1)
    for (let word = 0; word < (sentences[at]?.parsed.tokens.length ?? 0); word += 1) all.push([at, word]);
  const center = all.findIndex(([at, word]) => at === sentence && word === anchor);
  const from = all.length > MOST_WORDS ? Math.max(0, center - MOST_WORDS / 2) : 0;
  const words = all.slice(from, from + MOST_WORDS);
  const size = words.length;
  const own = heightsAbove(sentences[sentence]?.parsed.tokens ?? [], anchor);
  const features = new Int32Array(FEATURES * size);
  for (const [at, [index, word]] of words.entries()) {
    const around = sentences[index] as LinkableSentence;
    const away = index - sentence;
    const heights = away === 0 ? own : NO_HEIGHTS;
    const distance = at + from - center;
    const told = classesOf({ sentence: around, word, distance, away, heights }, classes);
    for (const [feature, value] of told.entries()) features[feature * size + at] = value;
  }
  return { words, anchor: center - from, features };
};
