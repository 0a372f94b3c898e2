import type { Readout } from '../../readout/index.ts';
import { rarityOf } from '../words/rarity.ts';
import { termsOf } from '../words/terms.ts';

/** Weighted terms. */
export type Vector = Readonly<Record<string, number>>;

/** How often the words of the headline and of the opening count beside their place in the text. */
const TITLE = 3;
const LEAD_LENGTH = 600;
/** A name tells as much as a rather rare word; how rare names are differs from year to year, so that no table says it. */
const NAME = 3.5;
/** Words that nearly all reports have tell nothing. */
const TELLING = 1.2;
/** Pairs of telling words that stand side by side more than once. */
const PAIR = { of: 2, weight: 4 };
const MOST = 200;

interface Count {
  times: number;
  as: number;
  named: number;
}

const TOLD = ['heading', 'dek', 'paragraph', 'pull-quote', 'list-item'];

const bodyOf = (readout: Readout): string => {
  const told = readout.document.blocks.filter(({ kind }) => TOLD.includes(kind)).map(({ span }) => span.text);
  return told.length === 0 ? readout.text : told.join('\n\n');
};

/** The heaviest terms of a vector. */
export const heaviest = (vector: Vector, most: number): readonly string[] =>
  Object.entries(vector)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([term]) => term);

/** A vector with its heaviest terms only. */
export const trimmed = (vector: Vector, most: number): Vector =>
  Object.fromEntries(heaviest(vector, most).map((term) => [term, vector[term] ?? 0]));

const unit = (vector: Vector): Vector => {
  const length = Math.hypot(...Object.values(vector)) || 1;
  return Object.fromEntries(Object.entries(vector).map(([term, weight]) => [term, weight / length]));
};

const count = (counts: Map<string, Count>, term: string, weight: number, isName: boolean): void => {
  const known = counts.get(term) ?? { times: 0, as: 0, named: 0 };
  known.times += 1;
  known.as += weight;
  known.named += isName ? 1 : 0;
  counts.set(term, known);
};

const countText = (counts: Map<string, Count>, text: string, weight: number): void => {
  let before: string | null = null;
  for (const { stem, isName } of termsOf(text)) {
    if (stem.length < 2 || !/\p{L}/u.test(stem)) {
      before = null;
      continue;
    }
    count(counts, stem, weight, isName);
    if (before !== null && rarityOf(before) > PAIR.of && rarityOf(stem) > PAIR.of)
      count(counts, `${before} ${stem}`, 1, false);
    before = stem;
  }
};

const weightOf = (term: string, { times, as, named }: Count): number => {
  if (term.includes(' ')) return times > 1 ? PAIR.weight * (1 + Math.log(as)) : 0;
  const rarity = rarityOf(term);
  if (rarity < TELLING) return 0;
  return (named * 2 > times ? Math.min(NAME, rarity) : rarity) * (1 + Math.log(as));
};

/** What a report is about: its terms by how often they stand there and how rare they are elsewhere, of length 1. */
export const vectorOf = (readout: Readout): Vector => {
  const counts = new Map<string, Count>();
  const body = bodyOf(readout);
  countText(counts, readout.document.title ?? '', TITLE);
  countText(counts, body.slice(0, LEAD_LENGTH), 1);
  countText(counts, body, 1);
  const weighted = [...counts].map(([term, each]): [string, number] => [term, weightOf(term, each)]);
  return unit(trimmed(Object.fromEntries(weighted.filter(([, weight]) => weight > 0)), MOST));
};

/** The mean likeness of two sets of reports, given their mean vectors: 0 … 1. */
export const likeness = (one: Vector, other: Vector): number => {
  let sum = 0;
  for (const term in one) sum += (one[term] ?? 0) * (other[term] ?? 0);
  return sum;
};
