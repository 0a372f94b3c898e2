import { rarityOf } from './rarity.ts';
import { termsOf } from './terms.ts';

/** Words that tell less than this are left out of comparisons. */
const TELLING = 1.6;

/** The most telling words of a passage, each once, at most so many. */
export const tellingWords = (text: string, most: number): readonly string[] => {
  const stems = new Set(termsOf(text).map(({ stem }) => stem));
  return [...stems]
    .filter((stem) => stem.length > 1 && rarityOf(stem) >= TELLING)
    .sort((a, b) => rarityOf(b) - rarityOf(a) || (a < b ? -1 : 1))
    .slice(0, most);
};

/** The words that two lists share. */
export const sharedWords = (one: readonly string[], other: readonly string[]): readonly string[] => {
  const known = new Set(other);
  return one.filter((word) => known.has(word));
};

const weightOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + rarityOf(word), 0);

/** The part of the shorter of two lists, by how telling its words are, that stands in the other: 0 … 1. */
export const overlap = (one: readonly string[], other: readonly string[]): number => {
  const less = Math.min(weightOf(one), weightOf(other));
  return less === 0 ? 0 : weightOf(sharedWords(one, other)) / less;
};

/** FNV-1a over UTF-16 units: a number for a run of words. */
const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return value;
};

const RUN = 3;

/** Runs of three words as numbers, each once, in rising order; one for a text of fewer words. */
export const runsOf = (text: string): readonly number[] => {
  const words = termsOf(text).map(({ stem }) => stem);
  const runs =
    words.length < RUN ? [words.join(' ')] : words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' '));
  return [...new Set(runs.filter((run) => run !== '').map(hash))].sort((a, b) => a - b);
};

/** The part of the shorter of two lists of runs that stands in the other: 0 … 1. */
export const containedRuns = (one: readonly number[], other: readonly number[]): number => {
  const known = new Set(other);
  const less = Math.min(one.length, other.length);
  return less === 0 ? 0 : one.filter((run) => known.has(run)).length / less;
};
