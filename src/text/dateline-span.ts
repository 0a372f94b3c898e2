import type { Document } from './document.ts';
import type { Span } from './span.ts';

const DAY = '(?:[.,]?\\s*(?:\\p{L}{3,9}\\.?\\s+\\d{1,2}|\\d{1,2}\\s+\\p{L}{3,9}\\.?)(?:,?\\s+\\d{4})?\\.?)?';
const AGENCY = '(?:\\([^)]{2,60}\\)|/[^/]{2,40}/)';
const DASH = '\\s*[-\u2013\u2014\u2015]{1,2}\\s+';
const BEHIND = new RegExp(`^[.,]?${DAY},?\\s*(?:${AGENCY}\\.?)?[)\\]]?(?:${DASH}|:\\s+|(?<=[/)]\\.?)\\s+)(?=\\S)`, 'u');
const OPENING = /^[([]?/;
/** A day, a year and an agency are not longer. */
const LONGEST = 160;

/** Among how many paragraphs the dateline stands. */
const FIRST = 3;

/** How many characters of a paragraph its dateline takes, dash and space included; 0 where it has none. */
const lengthIn = (paragraph: string, place: string): number => {
  const opening = OPENING.exec(paragraph)?.[0].length ?? 0;
  if (!paragraph.startsWith(place, opening)) return 0;
  const from = opening + place.length;
  return from + (BEHIND.exec(paragraph.slice(from, from + LONGEST))?.[0].length ?? -from);
};

/**
 * The dateline of a document, up to the text behind it ("SUND, March 4 (Reuters) - |Two ferries …"): it is no part of the
 * sentence there. Null where no paragraph begins with the place that the document was filed from.
 */
export const datelineSpan = ({
  text,
  blocks,
  dateline,
}: Pick<Document, 'text' | 'blocks' | 'dateline'>): Span | null => {
  const place = dateline?.place;
  if (place === undefined || place === null || place === '') return null;
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph').slice(0, FIRST);
  const spans = paragraphs.map(({ span: { start, end } }) => ({
    start,
    end: start + lengthIn(text.slice(start, end), place),
  }));
  return spans.find(({ start, end }) => end > start) ?? null;
};
