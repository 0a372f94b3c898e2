/** What is left of a text when all that programs change about it is taken away, and where each letter stood. */
export interface Ink {
  readonly letters: string;
  /** For each code unit of `letters`, where in the text the character stands that it comes from, and where that ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Spaces, joiners, soft hyphens, marks of direction, controls: they come and go with the program that writes a text. */
const invisible = /[\s\p{Z}\p{Cc}\p{Cf}]/gu;

const marks: readonly (readonly [RegExp, string])[] = [
  [/[\u201c-\u201f\u00ab\u00bb\u2033\u301d\u301e]/g, '"'],
  [/[\u2018-\u201b\u2032`\u00b4]/g, "'"],
  [/[\u2010-\u2015\u2212]/g, '-'],
];

const known = new Map<string, string>();

/** A character without regard to how it is composed, ligatures taken apart ("ﬁ" → "fi", "é" → "e" and an accent, "…" → "..."). */
const plain = (character: string): string => {
  const seen = known.get(character);
  if (seen !== undefined) return seen;
  const parts = marks.reduce((text, [pattern, mark]) => text.replace(pattern, mark), character.normalize('NFKD'));
  const found = parts.replace(invisible, '');
  if (known.size < 20_000) known.set(character, found);
  return found;
};

/** As `plain`; most characters of most pages are printable ASCII, and only "`" of those is not what it is. */
const plainAt = (text: string, at: number): string => {
  const code = text.charCodeAt(at);
  if (code > 0x20 && code < 0x7f && code !== 0x60) return text.charAt(at);
  if (code === 0x20 || code === 0x0a) return '';
  return plain(String.fromCodePoint(text.codePointAt(at) ?? code));
};

/** The ink of those parts of a text that are given as half-open spans in order. */
export const inkOf = (text: string, parts: readonly { readonly start: number; readonly end: number }[]): Ink => {
  const letters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const part of parts) {
    for (let at = part.start, next = at; at < part.end; at = next) {
      next = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
      const found = plainAt(text, at);
      if (found === '') continue;
      letters.push(found);
      for (let unit = 0; unit < found.length; unit += 1) {
        starts.push(at);
        ends.push(next);
      }
    }
  }
  return { letters: letters.join(''), starts, ends };
};

/** The ink of a whole text. */
export const wholeInk = (text: string): string => inkOf(text, [{ start: 0, end: text.length }]).letters;
