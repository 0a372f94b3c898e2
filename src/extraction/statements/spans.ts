import type { ParsedSentence } from '../../reading/index.ts';
import type { Span } from '../../text/index.ts';

const EDGE = /^[,;:.!?\u2014\u2013-]+$/;
const OPENING_EDGE = /^[,;:.\u2014\u2013-]+$/;

/** Runs of neighbouring words, in text order. */
export const runsOf = (words: readonly number[]): number[][] => {
  const runs: number[][] = [];
  for (const word of words) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === word - 1) run.push(word);
    else runs.push([word]);
  }
  return runs;
};

/** The span from the first to the last of some words. */
export const spanOf = (sentence: ParsedSentence, words: readonly number[]): Span => {
  const first = sentence.tokens[words[0] ?? 0];
  const last = sentence.tokens[words.at(-1) ?? 0];
  return { start: first?.start ?? sentence.start, end: last?.end ?? sentence.end };
};

/** A run without the commas and stops at its ends; quotation marks stay. */
export const trimRun = (sentence: ParsedSentence, run: readonly number[]): number[] => {
  let [from, to] = [0, run.length];
  while (from < to && OPENING_EDGE.test(sentence.tokens[run[from] ?? 0]?.text ?? '')) from += 1;
  while (to > from && EDGE.test(sentence.tokens[run[to - 1] ?? 0]?.text ?? '')) to -= 1;
  return run.slice(from, to);
};

const JOINABLE = /^[\s,]*$/;

/** The spans of some words: a span for each run, trimmed; runs parted by a comma alone are one. */
export const wordSpans = (sentence: ParsedSentence, words: readonly number[], text: string): Span[] => {
  const spans = runsOf(words)
    .map((run) => trimRun(sentence, run))
    .filter((run) => run.some((word) => /[\p{L}\p{N}]/u.test(sentence.tokens[word]?.text ?? '')))
    .map((run) => spanOf(sentence, run));
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last !== undefined && JOINABLE.test(text.slice(last.end, span.start)))
      joined[joined.length - 1] = { start: last.start, end: span.end };
    else joined.push(span);
  }
  return joined;
};

/** Does `outer` hold `inner`? */
export const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Do two spans share a character? */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
