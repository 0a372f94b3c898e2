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

// An agency that no table has is known by how its name ends: "Norland News Agency".
const agencyForm = new RegExp(`^\\p{Lu}.*\\s(?:${alternatives('agency-names')})$`, 'iu');
const lower = /(?:^|\s)(?!(?:of|and|the|for|de|del|di)(?=\s))\p{Ll}/u;

const agencyByForm = (text: string): string | null => {
  const name = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^the\s+/i, '');
  const isName = name.length <= 60 && name.split(' ').length <= 6 && agencyForm.test(name) && !lower.test(name);
  return isName ? name : null;
};

/** The agency that the whole of `text` names, as Readout prints it: "Associated Press" → "AP"; null if none. */
export const agencyNamed = (text: string): string | null => {
  const name = byPhrase.get(plain(text)) ?? agencyByForm(text);
  // "Ani" and "Pa" are names of people and of a parent; the agencies of three letters are written in capitals.
  return plain(text).length <= 3 && /\p{Ll}/u.test(text) ? null : name;
};

const notAgencies = phraseSet('not-agencies');

/**
 * The agency that stands in brackets after a place of filing. There an abbreviation is one that no table has
 * ("JOHANNESBURG (SPA) —"), and after a day so is any name ("SUND, March 4 (Norwire) -").
 */
export const agencyInBrackets = (text: string, isAfterDay: boolean): string | null => {
  const known = agencyNamed(text);
  if (known !== null) return known;
  const name = text.trim();
  const isAbbreviation = /^\p{Lu}{3,7}$/u.test(name) && !notAgencies.has(name.toLowerCase());
  const isName = isAfterDay && /^\p{Lu}/u.test(name) && !lower.test(name) && name.split(/\s+/).length <= 5;
  return isAbbreviation || isName ? name : null;
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
