import type { Span } from '../text/index.ts';

/** Characters in one bucket: a few sentences. */
const BUCKET = 1024;

const bucketOf = (offset: number): number => Math.floor(offset / BUCKET);

/** Finds things by where they stand, without looking at all of them: long documents hold tens of thousands. */
export interface NearIndex<Thing> {
  /** The things with a span in the same stretch of text as `span`, in the order given; the caller tests for more. */
  readonly near: (span: Span) => readonly Thing[];
}

/** An index of things by their spans. */
export const indexBySpan = <Thing>(
  things: readonly Thing[],
  spansOf: (thing: Thing) => readonly Span[],
): NearIndex<Thing> => {
  const buckets = new Map<number, Set<number>>();
  for (const [order, thing] of things.entries()) {
    for (const { start, end } of spansOf(thing)) {
      for (let bucket = bucketOf(start); bucket <= bucketOf(end); bucket += 1) {
        const known = buckets.get(bucket);
        if (known === undefined) buckets.set(bucket, new Set([order]));
        else known.add(order);
      }
    }
  }
  return {
    near: ({ start, end }) => {
      const found = new Set<number>();
      for (let bucket = bucketOf(start); bucket <= bucketOf(end); bucket += 1) {
        for (const order of buckets.get(bucket) ?? []) found.add(order);
      }
      return [...found].sort((a, b) => a - b).flatMap((order) => things[order] ?? []);
    },
  };
};

/** Index of the sentence (or other span, in text order) that holds an offset, or of the last that begins before it; -1 where none does. */
export const sentenceAt = (sentences: readonly Span[], offset: number): number => {
  let low = 0;
  let high = sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle - 1;
  }
  return high;
};
