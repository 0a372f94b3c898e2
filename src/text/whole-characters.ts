/** Text without what is no character of any text: U+0000 and halves of surrogate pairs become U+FFFD, one for one. */
export const wholeCharacters = (text: string): string => text.toWellFormed().replaceAll('\u0000', '\uFFFD');

/** What `JSON.stringify` writes for what is no character. */
const suspect = /\\u(?:0000|d[89a-f])/;

/** A value as JSON in which all words are of whole characters. */
export const toWholeJson = (value: unknown): string => {
  const json = JSON.stringify(value);
  if (!suspect.test(json)) return json;
  return JSON.stringify(value, (_, one: unknown) => (typeof one === 'string' ? wholeCharacters(one) : one));
};

/** A value of plain data in which all words are of whole characters: itself, where they are. */
export const ofWholeCharacters = <T>(value: T): T =>
  suspect.test(JSON.stringify(value)) ? (JSON.parse(toWholeJson(value)) as T) : value;
