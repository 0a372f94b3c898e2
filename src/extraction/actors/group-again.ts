import type { Codebook } from '../../codebook/index.ts';
import { dependents, type ParsedSentence, treeOf } from '../../reading/index.ts';
import type { Description } from './description.ts';
import type { Entry } from './roster.ts';

/** A group that a report has named, and whether only a headline has. */
export interface NamedGroup {
  readonly entry: Entry;
  readonly description: Description;
  readonly isHeadline: boolean;
}

/** Letters that a part of a compound has at least: "women" are no kind of men. */
const SHORTEST_PART = 3;

const lastWord = ({ name }: Description): string => name.toLowerCase().split(/[\s-]/).at(-1) ?? '';

/** "girls" and "schoolgirls", "workers" and "aid workers": the same noun, or one that ends with it. */
const isSameNoun = (one: string, other: string): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return long === short || (long.endsWith(short) && long.length - short.length >= SHORTEST_PART);
};

/** Nothing before the noun tells it from another group: "the girls", "the forty nurses". */
const isBare = ({ phrase }: Description): boolean => phrase.words.length === 1;

const isDefinite = (codebook: Codebook, { phrase }: Description, sentence: ParsedSentence): boolean =>
  dependents(treeOf(sentence), phrase.head, 'det').some((word) =>
    codebook.isWord('pointing', sentence.tokens[word]?.text.toLowerCase()),
  );

/** What follows the noun tells a group from another: "the girls | of Norland". */
const isToldApart = ({ phrase }: Description, sentence: ParsedSentence): boolean =>
  dependents(treeOf(sentence), phrase.head, 'nmod').length > 0;

/**
 * The group named before that a noun means again: "the girls" after "schoolgirls", or the first words of a report after its
 * headline. Undefined where there is none, or more than one.
 */
export const groupAgain = (
  codebook: Codebook,
  groups: readonly NamedGroup[],
  description: Description,
  sentence: ParsedSentence,
): Entry | undefined => {
  if (description.kind !== 'group' || !isBare(description) || isToldApart(description, sentence)) return undefined;
  const alike = groups.filter(({ description: other }) => isSameNoun(lastWord(other), lastWord(description)));
  const entries = [...new Set(alike.map(({ entry }) => entry))];
  const [only] = entries;
  if (only === undefined || entries.length > 1) return undefined;
  const isFirst = alike.every(({ isHeadline }) => isHeadline);
  return isFirst || isDefinite(codebook, description, sentence) ? only : undefined;
};
