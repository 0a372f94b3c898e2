import type { Document, Span } from '../../text/index.ts';

/** Words of a text with what stands around them (W3C Web Annotation Data Model, 4.2.4). */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** A place in a text, half-open, counted in Unicode code points (4.2.5). */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

/** Both ways in which a span of a document's text is told to others. The position is one in the document's text. */
export interface Selectors {
  readonly quote: TextQuoteSelector;
  readonly position: TextPositionSelector;
}

/** UTF-16 code units of context on each side: 32, as annotators on the web take, and more until the words are told from others. */
const LEAST = 32;
const MOST = 1024;

const isLow = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text.charAt(at));
/** An offset that does not stand inside a character. */
const whole = (text: string, at: number): number => (at > 0 && isLow(text, at) ? at - 1 : at);

const isOnce = (text: string, words: string): boolean => text.indexOf(words) === text.lastIndexOf(words);

const codePoints = (text: string): number => {
  let pairs = 0;
  for (let at = 0; at < text.length; at += 1) if (isLow(text, at)) pairs += 1;
  return text.length - pairs;
};

/** The selectors of a span of a document's text, with as much context as tells the words from the same ones elsewhere in it. */
export const toSelectors = ({ text }: Pick<Document, 'text'>, { start, end }: Span): Selectors => {
  const around = (size: number): TextQuoteSelector => ({
    type: 'TextQuoteSelector',
    exact: text.slice(start, end),
    prefix: text.slice(whole(text, Math.max(0, start - size)), start),
    suffix: text.slice(end, whole(text, Math.min(text.length, end + size))),
  });
  let size = LEAST;
  let quote = around(size);
  while (size < MOST && !isOnce(text, quote.prefix + quote.exact + quote.suffix)) {
    size *= 2;
    quote = around(size);
  }
  const first = codePoints(text.slice(0, start));
  return {
    quote,
    position: { type: 'TextPositionSelector', start: first, end: first + codePoints(quote.exact) },
  };
};
