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
