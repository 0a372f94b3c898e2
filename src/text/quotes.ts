import type { Document } from './document.ts';
import type { Span } from './span.ts';

/** A quotation with its marks. `continued`: the next paragraph takes it up with an opening mark. */
export interface Quote extends Span {
  readonly block: number;
  readonly continued: boolean;
}

const OPENING = '\u201C\u201E\u00AB';
const CLOSING = '\u201D\u00BB';
const SINGLE_OPENING = '\u2018';
const SINGLE_CLOSING = '\u2019';
const SINGLE_STRAIGHT = "'";
const STRAIGHT = '"';

/** Marks as typewriters and wires make them: ``so'' or ''so''. */
const TYPED_OPENING = '``';
const TYPED = "''";

/** Characters of a straight mark: 1 for ", 2 for two apostrophes, 0 for anything else. */
const widthOf = (text: string, at: number): number =>
  text.charAt(at) === STRAIGHT ? 1 : text.startsWith(TYPED, at) ? TYPED.length : 0;

const isSpaceOrNothing = (character: string): boolean => character === '' || /[\s([{\u2014\u2013-]/.test(character);

/** Is the mark at `at` one that opens? Straight marks open after a space and before a word. */
const opens = (text: string, at: number): boolean => {
  const mark = text.charAt(at);
  if (OPENING.includes(mark) || text.startsWith(TYPED_OPENING, at)) return true;
  const width = widthOf(text, at);
  return width > 0 && isSpaceOrNothing(text.charAt(at - 1)) && /\S/.test(text.charAt(at + width));
};

/** How many characters the mark has that closes a quotation here: 2 for a mark typed as two apostrophes, 0 where none closes. */
const closes = (text: string, at: number): number =>
  CLOSING.includes(text.charAt(at)) && text.charAt(at) !== '' ? 1 : widthOf(text, at);

const LONGEST_SINGLE = 300;

const isLetter = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

/** Does a single mark open here? A straight one stands after a space or an opening mark, before a letter. */
const opensSingle = (text: string, at: number): boolean =>
  text.charAt(at) === SINGLE_OPENING ||
  (text.charAt(at) === SINGLE_STRAIGHT && isSpaceOrNothing(text.charAt(at - 1)) && isLetter(text.charAt(at + 1)));

/**
 * The end of a quotation in single marks, as headlines use them. An apostrophe inside a word closes none; of a mark that may be a
 * genitive ("the workers' strike,'") and one behind a comma or stop, the latter closes.
 */
const singleQuote = (text: string, at: number, end: number): number => {
  const mark = text.charAt(at) === SINGLE_OPENING ? SINGLE_CLOSING : SINGLE_STRAIGHT;
  let first = -1;
  for (let i = at + 1; i < Math.min(end, at + LONGEST_SINGLE); i += 1) {
    if (first >= 0 && opensSingle(text, i)) break;
    if (text.charAt(i) !== mark || isLetter(text.charAt(i + 1)) || /\s/.test(text.charAt(i - 1))) continue;
    if (/[,.!?]/.test(text.charAt(i - 1))) return i + 1;
    if (first < 0) first = i + 1;
    if (text.charAt(i - 1) !== 's') break;
  }
  return first;
};

/** Does a straight mark stand as only an opening one does: after a space and before a letter? */
const opensOnly = (text: string, at: number): boolean => {
  const width = widthOf(text, at);
  return width > 0 && /\s/.test(text.charAt(at - 1)) && isLetter(text.charAt(at + width));
};

const SENTENCE_END = /[.!?](?=\s+\p{Lu})/u;

/** Where the first sentence of a stretch of text ends, or -1: how far a quotation goes whose closing mark was forgotten. */
const sentenceEnd = (text: string, start: number, end: number): number => {
  const found = SENTENCE_END.exec(text.slice(start, end));
  return found === null ? -1 : start + found.index + 1;
};

const doubleQuote = (text: string, at: number, end: number, block: number, next: number): Quote => {
  let close = at + Math.max(1, text.startsWith(TYPED_OPENING, at) ? TYPED_OPENING.length : widthOf(text, at));
  while (close < end && closes(text, close) === 0) close += 1;
  const lost = close < end && opensOnly(text, close) ? sentenceEnd(text, at, close) : -1;
  if (lost > 0) return { start: at, end: lost, block, continued: false };
  return {
    start: at,
    end: Math.min(close + Math.max(1, closes(text, close)), end),
    block,
    // A quotation that runs on opens with its own mark again: behind another one, another quotation begins.
    continued: close >= end && opens(text, next) && text.charAt(next) === text.charAt(at),
  };
};

/** The quotation that opens at `at`, in a paragraph that ends at `end`; `next` is where the following paragraph begins. */
const quoteAt = (text: string, at: number, end: number, block: number, next: number): Quote | undefined => {
  if (opens(text, at)) return doubleQuote(text, at, end, block, next);
  if (opensSingle(text, at)) {
    const close = singleQuote(text, at, end);
    return close > 0 ? { start: at, end: close, block, continued: false } : undefined;
  }
  return undefined;
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
