import type { Document, Span } from '../../text/index.ts';

/** A quotation with its marks. `continued`: the next paragraph takes it up with an opening mark. */
export interface Quote extends Span {
  readonly block: number;
  readonly continued: boolean;
}

const OPENING = '\u201C\u201E\u00AB';
const CLOSING = '\u201D\u00BB';
const SINGLE_OPENING = '\u2018';
const STRAIGHT = '"';

const isSpaceOrNothing = (character: string): boolean => character === '' || /[\s([{\u2014\u2013-]/.test(character);

/** Is the mark at `at` one that opens? Straight marks open after a space and before a word. */
const opens = (text: string, at: number): boolean => {
  const mark = text.charAt(at);
  if (OPENING.includes(mark)) return true;
  if (mark !== STRAIGHT) return false;
  return isSpaceOrNothing(text.charAt(at - 1)) && !/\s/.test(text.charAt(at + 1));
};

const closes = (text: string, at: number): boolean => CLOSING.includes(text.charAt(at)) || text.charAt(at) === STRAIGHT;

const LONGEST_SINGLE = 300;

/** Single curly quotation marks, as headlines use them; apostrophes close no quotation. */
const singleQuote = (text: string, at: number, end: number): number => {
  for (let i = at + 1; i < Math.min(end, at + LONGEST_SINGLE); i += 1) {
    if (text.charAt(i) === '\u2019' && !/[\p{L}\p{N}]/u.test(text.charAt(i + 1))) return i + 1;
  }
  return -1;
};

/** The quotations of a document in text order. One without a closing mark runs to the end of its paragraph. */
export const findQuotes = (document: Document): Quote[] => {
  const { text, blocks } = document;
  const found: Quote[] = [];
  for (const [block, { span }] of blocks.entries()) {
    for (let at = span.start; at < span.end; at += 1) {
      if (text.charAt(at) === SINGLE_OPENING) {
        const end = singleQuote(text, at, span.end);
        if (end > 0) found.push({ start: at, end, block, continued: false });
        at = end > 0 ? end - 1 : at;
      } else if (opens(text, at)) {
        let end = at + 1;
        while (end < span.end && !closes(text, end)) end += 1;
        const next = blocks[block + 1]?.span.start ?? text.length;
        found.push({
          start: at,
          end: Math.min(end + 1, span.end),
          block,
          continued: end >= span.end && opens(text, next),
        });
        at = end;
      }
    }
  }
  return found;
};

/** How many characters of `span` lie inside quotations. */
export const quotedLength = (quotes: readonly Quote[], span: Span): number =>
  quotes.reduce(
    (sum, quote) => sum + Math.max(0, Math.min(quote.end, span.end) - Math.max(quote.start, span.start)),
    0,
  );
