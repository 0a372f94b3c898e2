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

/** The quotation that opens at `at`, in a paragraph that ends at `end`; `next` is where the following paragraph begins. */
const quoteAt = (text: string, at: number, end: number, block: number, next: number): Quote | undefined => {
  if (text.charAt(at) === SINGLE_OPENING) {
    const close = singleQuote(text, at, end);
    return close > 0 ? { start: at, end: close, block, continued: false } : undefined;
  }
  if (!opens(text, at)) return undefined;
  let close = at + 1;
  while (close < end && !closes(text, close)) close += 1;
  return { start: at, end: Math.min(close + 1, end), block, continued: close >= end && opens(text, next) };
};

/** The quotations of a document in text order. One without a closing mark runs to the end of its paragraph. */
export const findQuotes = (document: Document): Quote[] => {
  const { text, blocks } = document;
  const found: Quote[] = [];
  for (const [block, { span }] of blocks.entries()) {
    const next = blocks[block + 1]?.span.start ?? text.length;
    for (let at = span.start; at < span.end; at += 1) {
      const quote = quoteAt(text, at, span.end, block, next);
      if (quote === undefined) continue;
      found.push(quote);
      at = quote.end - 1;
    }
  }
  return found;
};
