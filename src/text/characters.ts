/** White space, and the invisible characters that part words: control characters, zero-width space, word joiner. */
const SPACE = /[\s\p{Cc}\u200B\u2060\u180E]/u;
const DIGIT = /\p{Nd}/u;
const LETTER = /[\p{L}\p{Nl}]/u;
const JOINED = /\p{M}|\u200C|\u200D|\uFE0F|\p{Emoji_Modifier}/u;
const REGIONAL = /^[\u{1F1E6}-\u{1F1FF}]$/u;

/** What a character is to a tokenizer. */
export type CharacterClass = 'space' | 'letter' | 'digit' | 'other';

const classify = (character: string): CharacterClass => {
  if (SPACE.test(character)) return 'space';
  if (DIGIT.test(character)) return 'digit';
  return LETTER.test(character) ? 'letter' : 'other';
};

const ASCII: readonly CharacterClass[] = Array.from({ length: 128 }, (_, code) => classify(String.fromCharCode(code)));
const MOST_KNOWN = 20_000;
const known = new Map<string, CharacterClass>();

/** The class of a character (one code point). */
export const classOf = (character: string): CharacterClass => {
  const code = character.charCodeAt(0);
  if (code < 128) return ASCII[code] ?? 'other';
  const cached = known.get(character);
  if (cached !== undefined) return cached;
  const found = classify(character);
  if (known.size < MOST_KNOWN) known.set(character, found);
  return found;
};

/** Must these neighbours not be parted (a letter and its accent, the parts of an emoji)? */
export const isJoined = (before: string, after: string): boolean => {
  if (after.charCodeAt(0) < 128 && before.charCodeAt(0) < 128) return false;
  return JOINED.test(after) || before === '\u200D' || (REGIONAL.test(before) && REGIONAL.test(after));
};

const PICTURE = /\p{Extended_Pictographic}/u;
const STOP = /[.,;:!?]/;

/** Does a mark of punctuation follow a picture (an emoji)? No treebank says enough of that to learn it. */
export const isPictureStop = (before: string, after: string): boolean => STOP.test(after) && PICTURE.test(before);

/** A stretch of text between white space. */
export interface Chunk {
  readonly start: number;
  readonly text: string;
}

const CHUNK = /[^\s\p{Cc}\u200B\u2060\u180E]+/gu;

/** The stretches between white space, in order. */
export const findChunks = (text: string): Chunk[] =>
  Array.from(text.matchAll(CHUNK), (match) => ({ start: match.index, text: match[0] }));

const PLAIN_MARKS: readonly (readonly [plain: string, typographic: string])[] = [
  ["'", '\u2018\u2019\u02BC\u201B\u0060\u00B4'],
  ['"', '\u201C\u201D\u201E\u201F\u00AB\u00BB'],
  ['-', '\u2010\u2011\u2012'],
];
const FOLD = new Map(PLAIN_MARKS.flatMap(([plain, marks]) => [...marks].map((mark) => [mark, plain])));
const FOLDED = new RegExp(`[${[...FOLD.keys()].join('')}]`, 'gu');

/** Typographic marks as their plain twins, length unchanged: single and double quotation marks, hyphens. */
export const foldMarks = (text: string): string => text.replace(FOLDED, (mark) => FOLD.get(mark) ?? mark);
