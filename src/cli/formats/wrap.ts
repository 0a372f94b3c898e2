import stringWidth from 'string-width';

/** How many columns a text takes on a terminal; wide letters take two, escape codes none. */
export const widthOf = (text: string): number => stringWidth(text);

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A word longer than a line, in pieces that fit. */
const chop = (word: string, width: number): string[] => {
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of letters.segment(word)) {
    if (piece !== '' && widthOf(piece + segment) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
};

/** A run of text and how it is dressed. */
export interface Part {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

/** Splits parts into words; a word may be made of several parts ("(", "said"). */
const toWords = (parts: readonly Part[]): Part[][] => {
  const words: Part[][] = [[]];
  for (const { text, ...dress } of parts)
    for (const [index, piece] of text.split(' ').entries()) {
      if (index > 0) words.push([]);
      if (piece !== '') words.at(-1)?.push({ text: piece, ...dress });
    }
  return words.filter((word) => word.length > 0);
};

const dressed = (word: readonly Part[]): string => word.map(({ text, paint }) => paint?.(text) ?? text).join('');

const chopWord = (word: readonly Part[], width: number): (readonly Part[])[] => {
  if (widthOf(word.map(({ text }) => text).join('')) <= width) return [word];
  return word.flatMap(({ text, ...dress }) => chop(text, width).map((piece) => [{ text: piece, ...dress }]));
};

/** Breaks parts into lines of at most `width` columns. */
export const flow = (parts: readonly Part[], width: number): string[] => {
  const most = Math.max(10, width);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of toWords(parts).flatMap((each) => chopWord(each, most))) {
    const wide = widthOf(word.map(({ text }) => text).join(''));
    if (used > 0 && used + 1 + wide > most) {
      lines.push(line);
      line = dressed(word);
      used = wide;
    } else {
      line += (used > 0 ? ' ' : '') + dressed(word);
      used += wide + (used > 0 ? 1 : 0);
    }
  }
  return [...lines, line];
};

/** Fills a text up to `width` columns. */
export const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Cuts a text to `width` columns, with an ellipsis where something is lost. */
export const shorten = (text: string, width: number): string => {
  const start = text.slice(0, width * 8);
  if (widthOf(start) <= width && start === text) return text;
  return `${chop(start, Math.max(1, width - 1))[0] ?? ''}…`;
};
