import type { Quote, Span } from '../../text/index.ts';
import { indexBySpan, type NearIndex, sentenceAt } from '../near.ts';
import type { ReadDocument } from '../reading-of.ts';
import type { Quotation } from '../records.ts';
import type { Draft } from './draft.ts';
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

/**
 * The paragraphs before that run on into the first of some quotations: each opens with a mark that is closed only behind the last.
 * What a statement from outside already holds stays with that one.
 */
const runningInto = (all: readonly Quote[], touched: readonly Quote[], others: readonly Draft[]): Quote[] => {
  const first = all.indexOf(touched[0] as Quote);
  const isFree = (quote: Quote): boolean =>
    !others.some(({ content, cue }) => crosses(quote, content) && !holds(quote, cue));
  let from = first;
  for (let before = all[from - 1]; before?.continued === true && isFree(before); before = all[from - 1]) from -= 1;
  return all.slice(Math.max(0, from), Math.max(0, first));
};

/** Content takes in the whole of a quotation that it fills most of, marks and later sentences too, unless a cue stands inside. */
export const completeQuotes = (
  draft: Draft,
  quotes: NearIndex<Quote>,
  all: readonly Quote[],
  drafts: readonly Draft[],
): Draft => {
  const own = draft.source === null ? [draft.cue] : [draft.cue, draft.source];
  const near = new Set(draft.content.flatMap((span) => quotes.near(span)));
  const touched = [...near].filter((quote) => {
    const shared = draft.content.reduce((sum, span) => sum + shareOf(quote, span), 0);
    const reaches = draft.content.some(
      (span) => overlaps(span, quote) && (span.start <= quote.start + 1 || span.end >= quote.end - 2),
    );
    return shared > 0 && !crosses(quote, own) && (reaches || shared > (quote.end - quote.start) * 0.5);
  });
  return touched.length === 0
    ? draft
    : {
        ...draft,
        content: merge([
          ...draft.content,
          ...touched,
          ...runningInto(
            all,
            touched,
            drafts.filter((other) => other !== draft),
          ),
        ]),
      };
};

const overlapping = (quotes: NearIndex<Quote>, spans: readonly Span[]): Quote[] =>
  spans.flatMap((span) => quotes.near(span).filter((quote) => overlaps(span, quote)));

/** How many statements back the one that a quotation goes on with may stand. */
const LOOK_BACK = 20;

const LETTER = /\p{L}/u;
const ENDS_WITH_STOP = /\.\W{1,2}$/u;

/** Does nothing but the quotation stand in its sentences? Words beside it may name another speaker. */
const isAlone = ({ document, sentences }: ReadDocument, quote: Quote): boolean => {
  const first = sentences[sentenceAt(sentences, quote.start)];
  const last = sentences[sentenceAt(sentences, quote.end - 1)];
  const before = document.text.slice(first?.start ?? quote.start, quote.start);
  if (LETTER.test(before)) return false;
  // A stop inside the marks ends the sentence, whatever the segmentation says.
  const isClosed = ENDS_WITH_STOP.test(document.text.slice(Math.max(quote.start, quote.end - 3), quote.end));
  return isClosed || !LETTER.test(document.text.slice(quote.end, last?.end ?? quote.end));
};

/** May the quotation go on with this statement: quoted itself, in the same paragraph, or run on into this one? */
const goesOn = (draft: Draft, quote: Quote, before: Quote | undefined, quotes: NearIndex<Quote>): boolean => {
  if (draft.attitude || draft.cue.start > quote.start) return false;
  const own = overlapping(quotes, draft.content);
  if (own.length === 0) return false;
  return (
    Math.max(...own.map(({ block }) => block)) === quote.block || (before?.continued === true && own.includes(before))
  );
};

/**
 * Quotations without a cue of their own go to the statement before them: in the same paragraph where that one is quoted too,
 * or in the next where the quotation ran on.
 */
export const attachFloating = (
  drafts: readonly Draft[],
  all: readonly Quote[],
  quotes: NearIndex<Quote>,
  read: ReadDocument,
): Draft[] => {
  const { text } = read.document;
  const grown = [...drafts].sort((a, b) => a.cue.start - b.cue.start);
  const byContent = indexBySpan(drafts, (draft) => draft.content);
  let reached = 0;
  for (const [number, quote] of all.entries()) {
    while (reached < grown.length && (grown[reached]?.cue.start ?? 0) <= quote.start) reached += 1;
    const isTaken = byContent
      .near(quote)
      .some((draft) => !holds(quote, draft.cue) && draft.content.some((span) => overlaps(span, quote)));
    if (isTaken || wordsIn(text, quote) < FEWEST_WORDS) continue;
    const from = Math.max(0, reached - LOOK_BACK);
    const own = sentenceAt(read.sentences, quote.start);
    const alone = isAlone(read, quote);
    const at = grown
      .slice(from, reached)
      .findLastIndex((draft) => (alone || draft.sentence === own) && goesOn(draft, quote, all[number - 1], quotes));
    const draft = at < 0 ? undefined : grown[from + at];
    if (draft !== undefined)
      grown[from + at] = { ...draft, content: merge([...draft.content, { start: quote.start, end: quote.end }]) };
  }
  return grown;
};

const MARKS = /["'`\u201C\u201D\u2018\u2019\u00AB\u00BB\s,.;:!?]|^that\b/gu;

/** Direct: all content inside quotation marks, but for an opening "that"; indirect: none; else mixed. */
export const quotationOf = (content: readonly Span[], quotes: NearIndex<Quote>, text: string): Quotation => {
  let inside = 0;
  let outside = 0;
  for (const span of content) {
    const quoted = quotes.near(span).filter((quote) => overlaps(quote, span));
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
