import { earlier, later } from '../dated.ts';
import { bucketsOf, dayOf } from '../days.ts';
import type { SituationSummary } from '../node.ts';
import type { Fold } from '../shelf.ts';
import { heaviest, trimmed, type Vector } from './vector.ts';

/** Days that one key covers; a report asks for as many as lie within reach of it. */
export const BUCKET = 14;
const KEYED = 24;
const BUCKETS = 6;
const KEPT = 300;
const ACTORS = 24;
/** So many reports and origins of a situation are kept one by one, the latest; the others are only counted. */
const LISTED = 200;

/** Keys of terms on some days. */
export const situationKeys = (terms: Vector, from: number, to: number): readonly string[] => {
  const buckets = bucketsOf({ from, to: to + 1 }, BUCKET, Number.MAX_SAFE_INTEGER).slice(-BUCKETS);
  return heaviest(terms, KEYED).flatMap((term) => buckets.map((bucket) => `term/${term}/${bucket}`));
};

/** How many there are in both, by their counts less what both list. */
const countOf = (one: number, listed: readonly string[], other: number, alsoListed: readonly string[]): number => {
  const known = new Set(listed);
  return one + other - alsoListed.filter((each) => known.has(each)).length;
};

const meanOf = (one: SituationSummary, other: SituationSummary): Vector => {
  const all = one.counts.reports + other.counts.reports;
  const sum: Record<string, number> = {};
  for (const { terms, counts } of [one, other])
    for (const [term, weight] of Object.entries(terms)) sum[term] = (sum[term] ?? 0) + (weight * counts.reports) / all;
  return trimmed(sum, KEPT);
};

/** The title of the earlier report; of one day the one that comes first in the alphabet, whichever came first. */
const titleOf = (one: SituationSummary, other: SituationSummary): string => {
  const [a, b] = [`${one.span.first}|${one.title}`, `${other.span.first}|${other.title}`];
  return a <= b ? one.title : other.title;
};

/** How situations are put together. */
export const situationFold: Fold<'situation'> = {
  kind: 'situation',
  since: ({ span }) => span.first,
  keysOf: ({ terms, span, documents }) => [
    ...situationKeys(terms, dayOf(span.first), dayOf(span.last)),
    ...documents.map((document) => `document/${document}`),
  ],
  merge: (one, other) => ({
    title: titleOf(one, other),
    first: earlier(one.first, other.first),
    last: later(one.last, other.last),
    span: {
      first: earlier(one.span.first, other.span.first) ?? one.span.first,
      last: later(one.span.last, other.span.last) ?? one.span.last,
    },
    terms: meanOf(one, other),
    actors: [...new Set([...one.actors, ...other.actors])].slice(0, ACTORS),
    publishers: [...new Set([...one.publishers, ...other.publishers])],
    origins: [...new Set([...one.origins, ...other.origins])].slice(-LISTED),
    documents: [...one.documents, ...other.documents].slice(-LISTED),
    counts: {
      reports: one.counts.reports + other.counts.reports,
      publishers: new Set([...one.publishers, ...other.publishers]).size,
      origins: countOf(one.counts.origins, one.origins, other.counts.origins, other.origins),
    },
  }),
};
