import { agencyIn, agencyInBrackets, agencyNamed } from './agencies.ts';
import { type Byline, isPersonName, readByline, readNames } from './byline.ts';
import { alternatives } from './words.ts';

const opening = new RegExp(`^(?:${alternatives('byline-abroad')})\\s+(?=\\p{Lu})`, 'iu');

/** What "by" in another language opens: "von Jana Doe" → "Jana Doe"; the line itself where it opens none. */
export const withoutOpening = (line: string): string => {
  const bare = line.trim().replace(opening, '');
  return isPersonName(bare.split(/\s*[,;/|]/, 1)[0] ?? '') ? bare : line;
};

/**
 * Reads a field that holds nothing but who signs: there a name needs no "By", and an agency no capitals.
 * "Von Jana Doe, dpa" → Jana Doe, DPA.
 */
export const readSignature = (field: string): Byline => {
  const bare = field.trim().replace(opening, '');
  const read = readByline(field) ?? readNames(bare);
  const alone = read.people.length === 0 && isPersonName(bare) ? [bare] : read.people;
  const last = bare.split(/[,/]/).at(-1)?.trim() ?? '';
  const agency = read.agency ?? agencyNamed(last.toUpperCase()) ?? agencyInBrackets(last, false);
  return { people: alone.filter((name) => agencyNamed(name) === null), agency };
};

/** The agency that a field names in whatever case and code: "nprov:REUTERS", "dpa – Deutsche Presse-Agentur"; null if none that we know. */
export const agencyInField = (field: string): string | null => {
  const name = field.replace(/^[\w-]+:(?=\S)/, '');
  return agencyNamed(name) ?? agencyNamed(name.toUpperCase()) ?? agencyIn(name);
};
