import { ReadoutError } from '../text/index.ts';

/** Text as PostgreSQL can keep it: the character nought and halves of surrogate pairs become U+FFFD, one for one. */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\u0000', '\uFFFD');

/** What `JSON.stringify` writes for characters that PostgreSQL cannot keep. */
const suspect = /\\u(?:0000|d[89a-f])/;

/** A value as JSON that PostgreSQL can keep. */
export const toJson = (value: unknown): string => {
  const json = JSON.stringify(value);
  if (!suspect.test(json)) return json;
  return JSON.stringify(value, (_, one: unknown) => (typeof one === 'string' ? storable(one) : one));
};

/** Whether PostgreSQL can keep a text: no character nought, no half of a surrogate pair. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');

/** Whether all words in a value can be kept, keys too. */
export const isStorableValue = (value: unknown): boolean => {
  if (typeof value === 'string') return isStorable(value);
  if (Array.isArray(value)) return value.every(isStorableValue);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorableValue(inner));
};

/** What is said of words that cannot be kept, wherever they are given. */
export const BAD_TEXT = 'This holds a character that no text can hold: U+0000, or half of a surrogate pair. Take it out.';

/** Refuses words that no ledger can hold, however deep they stand in what is asked. Throws `bad-text`. */
export const expectStorable = (...given: readonly unknown[]): void => {
  if (!given.every(isStorableValue)) throw new ReadoutError('bad-text', BAD_TEXT);
};
