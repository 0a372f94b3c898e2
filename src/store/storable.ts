import { ReadoutError, toWholeJson, wholeCharacters } from '../text/index.ts';

/** Text as PostgreSQL can keep it: of whole characters. */
export const storable = wholeCharacters;

/** A value as JSON that PostgreSQL can keep. */
export const toJson = toWholeJson;

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
export const BAD_TEXT =
  'This holds a character that no text can hold: U+0000, or half of a surrogate pair. Take it out.';

/** Refuses words that no ledger can hold, however deep they stand in what is asked. Throws `bad-text`. */
export const expectStorable = (...given: readonly unknown[]): void => {
  if (!given.every(isStorableValue)) throw new ReadoutError('bad-text', BAD_TEXT);
};
