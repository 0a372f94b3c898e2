/** A stretch of a report's text: half-open offsets in UTF-16 code units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The words and marks of a text, white space left out: what a stretch grows and shrinks by. */
export type Pieces = readonly Stretch[];

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** `He said: "No."` → He, said, :, ", No, ., " */
export const piecesOf = (text: string): Pieces =>
  [...segmenter.segment(text)].flatMap(({ segment, index }) =>
    segment.trim() === '' ? [] : [{ start: index, end: index + segment.length }],
  );

/** A stretch with its end a word further on, or with -1 a word back; the same where there is no further word. */
export const stepEnd = (pieces: Pieces, { start, end }: Stretch, by: 1 | -1): Stretch => {
  const next =
    by === 1
      ? pieces.find((piece) => piece.end > end)
      : pieces.findLast((piece) => piece.end < end && piece.start >= start);
  return { start, end: next?.end ?? end };
};

/** A stretch with its beginning a word further back, or with 1 a word further on; the same where there is no such word. */
export const stepStart = (pieces: Pieces, { start, end }: Stretch, by: 1 | -1): Stretch => {
  const next =
    by === -1
      ? pieces.findLast((piece) => piece.start < start)
      : pieces.find((piece) => piece.start > start && piece.end <= end);
  return { start: next?.start ?? start, end };
};

/** A stretch grown to whole words; null where it holds none. */
export const toWords = (pieces: Pieces, { start, end }: Stretch): Stretch | null => {
  const inside = pieces.filter((piece) => piece.start < end && piece.end > start);
  const [first, last] = [inside[0], inside.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
};

/** The first word behind a stretch, or else the last before it. */
export const wordBeside = (pieces: Pieces, { start, end }: Stretch): Stretch | null =>
  pieces.find((piece) => piece.start >= end) ?? pieces.findLast((piece) => piece.end <= start) ?? null;
