import { agencyNamed } from './agencies.ts';
import { dateIn, withoutDates } from './date-line.ts';
import { isOutlet } from './outlets.ts';
import { alternatives, phraseSet } from './words.ts';

/** Who signed a report: people, and the agency if one is named. */
export interface Byline {
  readonly people: readonly string[];
  readonly agency: string | null;
}

const opening = new RegExp(`^(?:${alternatives('byline')})(?:\\s*:\\s*|\\s+)(?=\\S)`, 'i');
const particles = phraseSet('particles');
const jobs = phraseSet('jobs');
// "Department Press Briefing" names a text and no person.
const kinds = phraseSet('sections');
const notNames = phraseSet('not-names');
const place = /\s+(?:in|at|from|near)\s+\p{Lu}[\p{L}.'’ -]*(?:,\s*\p{Lu}[\p{L}.'’ -]*)?$/u;
const trailingDesk = /\s+(?:for|of|with)\s+(?:the\s+)?(\p{Lu}.*)$/iu;

/** Whether a phrase is a job or a desk: "Political correspondent", "Staff". */
export const isJob = (phrase: string): boolean => {
  const words = phrase.trim().toLowerCase().split(/\s+/);
  return words.length <= 5 && jobs.has(words.at(-1) ?? '');
};

const isNameWord = (word: string): boolean =>
  particles.has(word.toLowerCase()) ||
  /^(?:\p{Lu}[\p{L}'’.-]*|[ld]['’]\p{Lu}[\p{L}-]*|al-\p{Lu}[\p{L}'’-]*|[\p{Lo}\p{M}]+)$/u.test(word);

/** Whether a phrase has the form of a person's name: two to five capitalised words, none of them a job. */
export const isPersonName = (phrase: string): boolean => {
  const words = phrase.trim().split(/\s+/);
  if (words.length < 2 || words.length > 5 || phrase.length > 60 || /\d/.test(phrase)) return false;
  if (words.some((word) => jobs.has(word.toLowerCase()) || notNames.has(word.toLowerCase()))) return false;
  if (kinds.has(words.at(-1)?.toLowerCase() ?? '')) return false;
  return (
    !isOutlet(phrase) &&
    !/^the\s/i.test(phrase) &&
    words.every(isNameWord) &&
    !particles.has(words.at(-1)?.toLowerCase() ?? '') &&
    agencyNamed(phrase) === null
  );
};

const capital = (word: string): string =>
  word
    .toLowerCase()
    .replace(/(^|[-'’.])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/^Mc(\p{Ll})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);

/** A name printed in capitals, as other papers would print it: "JANE O'NEIL" → "Jane O'Neil". */
const inSmallLetters = (name: string): string => {
  const words = name.trim().split(/\s+/);
  return /\p{Ll}/u.test(name) || words.length < 2
    ? words.join(' ')
    : words.map((word) => (/^(?:\p{Lu}\.)+$/u.test(word) ? word : capital(word))).join(' ');
};

const pieces = (text: string): readonly string[] =>
  text
    .split(/\s*(?:[,;|•·&]|\s\/\s|\/(?=\p{Lu})|\s[-–—]\s|\band\b|\bwith\b|\n)\s*/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

const readPiece = (piece: string): Byline | null => {
  const agency = agencyNamed(piece);
  if (agency !== null) return { people: [], agency };
  const desk = trailingDesk.exec(piece);
  const name = piece
    .replace(place, '')
    .replace(trailingDesk, '')
    .replace(/[.:]$/, (end) => (/\b\p{Lu}\.$/u.test(piece) ? end : ''))
    .trim();
  const of = desk?.[1] === undefined ? null : agencyNamed(desk[1]);
  return isPersonName(name) ? { people: [inSmallLetters(name)], agency: of } : null;
};

/** The people and the agency that a list of names holds: "Jane Doe in Kyiv and John Roe, Reuters". Parts that are neither are left out. */
export const readNames = (list: string): Byline => {
  const read = pieces(list)
    .map(readPiece)
    .filter((piece) => piece !== null);
  return {
    people: [...new Set(read.flatMap((piece) => piece.people))],
    agency: read.find((piece) => piece.agency !== null)?.agency ?? null,
  };
};

const isEmpty = (byline: Byline): boolean => byline.people.length === 0 && byline.agency === null;

/** A byline and the date that some papers print on the same line. */
export interface BylineLine extends Byline {
  readonly date: string | null;
}

/** "AFP, MANILA": where an agency filed, as papers set it. */
const inCapitals = /^\p{Lu}[\p{Lu} .'’-]{2,}$/u;

/** A line without "By" signs a report only if it names an agency or a date beside names, and nothing unknown; a slash makes it a picture's credit. */
const signed = (line: string): BylineLine | null => {
  const date = dateIn(line);
  const rest = date === null ? line : withoutDates(line);
  if (rest.includes('/')) return null;
  const names = readNames(rest);
  const parts = pieces(rest);
  const known = names.people.length + parts.filter((part) => agencyNamed(part) !== null).length;
  const isFiled = parts.length === 2 && agencyNamed(parts[0] ?? '') !== null && inCapitals.test(parts[1] ?? '');
  return known > 0 && (known === parts.length || isFiled) && (names.agency !== null || date !== null)
    ? { ...names, date }
    : null;
};

/**
 * Reads a line that signs a report: "By Jane Doe and John Roe, Reuters", "Jane Doe, AP", "Reuters"; null if it does not.
 * "By noon the square was empty." is none: after "By" must come a name or an agency.
 */
export const readByline = (line: string): BylineLine | null => {
  const text = line.trim().replace(/^[-–—•|]\s*/, '');
  if (text.length > 300 || text.split(/\s+/).length > 40) return null;
  const names = text.replace(opening, '');
  if (names === text) return signed(text);
  const first = pieces(names)[0];
  if (first === undefined || readPiece(first) === null || /\p{Ll}{3,}\s+\p{Ll}{3,}\s+\p{Ll}{2,}.*[.!?]$/u.test(names))
    return null;
  const byline = readNames(withoutDates(names));
  return isEmpty(byline) ? null : { ...byline, date: dateIn(names) };
};
