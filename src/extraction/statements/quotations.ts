import type { Span } from '../../text/index.ts';
import type { Quotation } from '../records.ts';
import type { Draft } from './draft.ts';
import { type Quote, quotedLength } from './quotes.ts';
import { holds, overlaps } from './spans.ts';

const WORDS = /[\p{L}\p{N}]+/gu;
/** Quotations of fewer words than this stand for a statement only where a cue says so: the rest are titles and scare quotes. */
const FEWEST_WORDS = 4;

const wordsIn = (text: string, span: Span): number => text.slice(span.start, span.end).match(WORDS)?.length ?? 0;

const merge = (spans: readonly Span[]): Span[] => {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && span.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
};

const shareOf = (quote: Quote, span: Span): number =>
  Math.max(0, Math.min(quote.end, span.end) - Math.max(quote.start, span.start));

const crosses = (quote: Quote, taken: readonly Span[]): boolean => taken.some((span) => overlaps(span, quote));

/** Content takes in the whole of a quotation that it fills most of, marks and later sentences too, unless a cue stands inside. */
export const completeQuotes = (draft: Draft, quotes: readonly Quote[]): Draft => {
  const own = draft.source === null ? [draft.cue] : [draft.cue, draft.source];
  const touched = quotes.filter((quote) => {
    const shared = draft.content.reduce((sum, span) => sum + shareOf(quote, span), 0);
    const reaches = draft.content.some(
      (span) => overlaps(span, quote) && (span.start <= quote.start + 1 || span.end >= quote.end - 2),
    );
    return shared > 0 && !crosses(quote, own) && (reaches || shared > (quote.end - quote.start) * 0.5);
  });
  return touched.length === 0 ? draft : { ...draft, content: merge([...draft.content, ...touched]) };
};

const blockOf = (quotes: readonly Quote[], spans: readonly Span[]): number =>
  Math.max(-1, ...quotes.filter((quote) => spans.some((span) => overlaps(span, quote))).map((quote) => quote.block));

/**
 * Quotations without a cue of their own go to the statement before them: in the same paragraph where that one is quoted too,
 * or in the next where the quotation ran on.
 */
export const attachFloating = (drafts: readonly Draft[], quotes: readonly Quote[], text: string): Draft[] => {
  const grown = [...drafts].sort((a, b) => a.cue.start - b.cue.start);
  for (const [number, quote] of quotes.entries()) {
    const isTaken = grown.some(
      (draft) => !holds(quote, draft.cue) && draft.content.some((span) => overlaps(span, quote)),
    );
    if (isTaken || wordsIn(text, quote) < FEWEST_WORDS) continue;
    const before = quotes[number - 1];
    const at = grown.findLastIndex((draft) => {
      if (
        draft.attitude ||
        draft.cue.start > quote.start ||
        !draft.content.some((span) => quotedLength(quotes, span) > 0)
      )
        return false;
      return (
        blockOf(quotes, draft.content) === quote.block ||
        (before?.continued === true && draft.content.some((span) => overlaps(span, before)))
      );
    });
    const draft = grown[at];
    if (draft !== undefined)
      grown[at] = { ...draft, content: merge([...draft.content, { start: quote.start, end: quote.end }]) };
  }
  return grown;
};

const MARKS = /["\u201C\u201D\u2018\u2019\u00AB\u00BB\s,.;:!?]|^that\b/gu;

/** Direct: all content inside quotation marks, but for an opening "that"; indirect: none; else mixed. */
export const quotationOf = (content: readonly Span[], quotes: readonly Quote[], text: string): Quotation => {
  let inside = 0;
  let outside = 0;
  for (const span of content) {
    const quoted = quotes.filter((quote) => overlaps(quote, span));
    let rest = '';
    let at = span.start;
    for (const quote of quoted) {
      rest += text.slice(at, Math.max(at, quote.start));
      inside += Math.min(quote.end, span.end) - Math.max(quote.start, span.start);
      at = Math.max(at, quote.end);
    }
    rest += text.slice(Math.min(at, span.end), span.end);
    outside += rest.trim().replace(MARKS, '').length;
  }
  if (inside === 0) return 'indirect';
  return outside === 0 ? 'direct' : 'mixed';
};
