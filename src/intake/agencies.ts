import { alternatives, phraseSet, table } from './words.ts';

const byPhrase = new Map<string, string>();
for (const [name, spellings] of table('agencies'))
  for (const spelling of spellings as readonly string[]) byPhrase.set(String(spelling).toLowerCase(), name);

const pictureAgencies = phraseSet('picture-agencies');
const plain = (text: string): string =>
  text
    .trim()
    .replace(/^[([]|[)\].]$/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();

/** The agency that the whole of `text` names, as Readout prints it: "Associated Press" → "AP"; null if none. */
export const agencyNamed = (text: string): string | null => {
  const name = byPhrase.get(plain(text)) ?? null;
  // "Ani" and "Pa" are names of people and of a parent; the agencies of three letters are written in capitals.
  return plain(text).length <= 3 && /\p{Ll}/u.test(text) ? null : name;
};

/** Whether the whole of `text` names an agency of news or pictures. */
export const isPictureSource = (text: string): boolean => {
  const name = plain(text).replace(/\s+(?:photo|photos|photographer|file|pool)$/, '');
  return byPhrase.has(name) || pictureAgencies.has(name) || pictureAgencies.has(plain(text));
};

const inside = new RegExp(
  `(?<![\\p{L}])(${alternatives([...byPhrase.keys()].filter((phrase) => phrase.length > 2))})(?![\\p{L}])`,
  'iu',
);

/** The first agency named anywhere in a short line ("Jane Doe, Reuters"); null if none. */
export const agencyIn = (line: string): string | null => {
  const found = inside.exec(line)?.[1];
  return found === undefined ? null : agencyNamed(found);
};
