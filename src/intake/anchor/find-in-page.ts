import type { Span } from '../../text/index.ts';
import { decode } from '../decode.ts';
import { type Ink, inkOf, wholeInk } from './ink.ts';
import { type PageText, pageText, type TextPart } from './page-text.ts';
import type { TextQuoteSelector } from './selectors.ts';

/** Where words stand in a page: half-open offsets into `text`, which is the page's `document.body.textContent`, in UTF-16 code units. */
export interface FoundInPage extends Span {
  readonly text: string;
}

/** A page whose text is ready to be searched for many words. */
export interface Page {
  readonly text: string;
  /** What may be searched, from what readers see to all there is; each is made when it is first asked for. */
  readonly layers: readonly (() => Ink)[];
}

/** Places where words stand that are looked at to choose among them. */
const MOST = 500;

const sameBackwards = (a: string, b: string): number => {
  let count = 0;
  while (count < a.length && count < b.length && a[a.length - 1 - count] === b[b.length - 1 - count]) count += 1;
  return count;
};

const sameForwards = (a: string, b: string): number => {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
};

/** The place where the words stand in the context that fits best; the first of those that fit equally; −1 if nowhere. */
const bestPlace = (letters: string, exact: string, prefix: string, suffix: string): number => {
  let best = -1;
  let most = -1;
  let seen = 0;
  for (let at = letters.indexOf(exact); at >= 0 && seen < MOST; at = letters.indexOf(exact, at + 1)) {
    const before = sameBackwards(letters.slice(Math.max(0, at - prefix.length), at), prefix);
    const after = sameForwards(letters.slice(at + exact.length, at + exact.length + suffix.length), suffix);
    if (before + after > most) {
      most = before + after;
      best = at;
    }
    seen += 1;
  }
  return best;
};

/** Words over several paragraphs, between which a page may have set a picture or an advertisement: each paragraph behind the one before. */
const inPieces = (letters: string, quote: TextQuoteSelector): readonly [start: number, end: number] | null => {
  const pieces = quote.exact.split(/\n{2,}/).map(wholeInk);
  const [first = '', ...others] = pieces;
  if (others.length === 0 || first === '') return null;
  const start = bestPlace(letters, first, wholeInk(quote.prefix), others[0] ?? '');
  let end = start + first.length;
  for (const piece of others) {
    const next = start < 0 ? -1 : letters.indexOf(piece, end);
    if (next < 0) return null;
    end = next + piece.length;
  }
  return [start, end];
};

const findIn = ({ letters, starts, ends }: Ink, quote: TextQuoteSelector): Span | null => {
  const exact = wholeInk(quote.exact);
  if (exact === '') return null;
  const at = bestPlace(letters, exact, wholeInk(quote.prefix), wholeInk(quote.suffix));
  const [from, to] = at < 0 ? (inPieces(letters, quote) ?? [-1, -1]) : [at, at + exact.length];
  const [start, end] = [starts[from], ends[to - 1]];
  return start === undefined || end === undefined ? null : { start, end };
};

const layersOf = ({ text, parts }: PageText): Page['layers'] => {
  const layer = (keeps: (part: TextPart) => boolean): (() => Ink) => {
    let made: Ink | null = null;
    return () => {
      made ??= inkOf(text, parts.filter(keeps));
      return made;
    };
  };
  return [
    layer(({ isHidden, isControl }) => !isHidden && !isControl),
    layer(({ isHidden }) => !isHidden),
    layer(() => true),
  ];
};

/** Makes a page ready to be searched, from its source or its bytes; null where it has no body, or is nested deeper than any page of news. */
export const openPage = (source: string | Uint8Array): Page | null => {
  const page = pageText(typeof source === 'string' ? source : decode('the page', source).text);
  return page === null ? null : { text: page.text, layers: layersOf(page) };
};

/**
 * The place in a page where quoted words stand, whatever the page's markup, white space, soft hyphens, ligatures and kinds
 * of quotation marks; of several, the one whose surroundings are most like the quotation's. Null where they stand nowhere.
 */
export const findInPage = (page: Page, quote: TextQuoteSelector): FoundInPage | null => {
  for (const layer of page.layers) {
    const found = findIn(layer(), quote);
    if (found !== null) return { ...found, text: page.text };
  }
  return null;
};
