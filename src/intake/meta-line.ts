import type { Byline } from './byline.ts';
import { dateIn, isClock, readDateLine } from './date-line.ts';
import { type MetaPart, readList, readPart, rights } from './meta-part.ts';
import { isOutlet } from './outlets.ts';

/** What a line says that is about a report and no part of it. */
export interface MetaLine extends Byline {
  readonly publisher: string | null;
  readonly published: string | null;
  /** Whether the date is that of a change and not of the first printing. */
  readonly isUpdate: boolean;
  /** Where it was written, beside the date: "Sund, 9 March 2026". */
  readonly place: string | null;
}

const separators = /\s*[|•·∙⋅●▪‧›»\n\t]\s*|\s+[-–—―/~>]{1,2}\s+|\s{2,}/u;
const slug = /^(?:(?=\S*\d)[\p{L}\d_/.:-]{1,24}|[\p{Lu}\d]+(?:-[\p{Lu}\d&'’]+)+)$/u;

/** "Posted By Jane Doe On May 3, 2021 @ 10:15 am In World" */
const posted = /^(.{3,120}\d{4})\s*@\s*(\d{1,2}:\d{2}(?:\s?[ap]m)?)\s+in\s+(.+)$/i;

/** "9 March 2026 | 10:15": a clock time in a part of its own belongs to the day beside it. */
const withClocks = (parts: readonly string[]): readonly string[] => {
  const joined: string[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const isDay = last !== undefined && dateIn(last)?.length === 10 && readDateLine(last) !== null;
    if (isDay && isClock(part)) joined[joined.length - 1] = `${last} ${part}`;
    else joined.push(part);
  }
  return joined;
};

const first = <T>(values: readonly (T | null | undefined)[]): T | null =>
  values.find((value) => value !== null && value !== undefined) ?? null;

/** The parts of a line together. Beside a byline, a name that was left open is no other person. */
const together = (parts: readonly MetaPart[]): MetaLine => {
  const isSigned = parts.some((part) => part.isOpen !== true && signs(part));
  const signing = parts.filter((part) => !isSigned || part.isOpen !== true);
  const dates = parts.filter((part) => (part.published ?? null) !== null);
  const date = dates.find((part) => part.isUpdate !== true) ?? dates[0];
  return {
    people: [...new Set(signing.flatMap((part) => part.people ?? []))],
    agency: first(parts.map((part) => part.agency)),
    publisher: first(parts.map((part) => part.publisher)),
    published: date?.published ?? null,
    isUpdate: date?.isUpdate ?? false,
    place: first(parts.map((part) => part.place)),
  };
};

/** In characters: no line about a report is longer. */
const LONGEST = 240;

/**
 * Reads a line of which every part is about the report: "The Norland Courier · by Jane Doe · 9 March 2026 · 3 min read",
 * "Sund, 9 March 2026", "Home / World". Null if any part is not known, or if it is nothing but a name that may be anything.
 */
export const readMetaLine = (line: string): MetaLine | null => {
  if (line.length > LONGEST) return null;
  const text = line
    .trim()
    .replace(/^[-–—•|*\s]+|[-–—•|*\s]+$/g, '')
    .replace(posted, '$1 $2 | $3');
  // "— Jane Doe (@jdoe) May 3, 2021" signs a post that the text quotes.
  if (text === '' || /[\p{L}]{3,}[!?]$|\(@/u.test(text)) return null;
  if (slug.test(text) && !isOutlet(text) && readDateLine(text) === null) return together([]);
  const parts = withClocks(text.split(separators).filter((part) => part !== '')).map(readPart);
  if (parts.length === 0 || parts.some((part) => part === null)) return null;
  const known = parts.flatMap((part) => part ?? []);
  return isTold(known) && !isCredit(text, known) ? together(known) : null;
};

const signs = (part: MetaPart): boolean => (part.people ?? []).length > 0;

/** Whether some part is known for sure; beside a section, names are not. */
const isTold = (parts: readonly MetaPart[]): boolean =>
  parts.some((part) => part.isOpen !== true && (part.isSection !== true || !parts.some(signs)));

/** "Jane Doe / AP" credits a picture. */
const isCredit = (text: string, parts: readonly MetaPart[]): boolean =>
  /\s\/\s|\p{L}\/\p{L}/u.test(text) &&
  parts.some((part) => part.isOpen === true && signs(part)) &&
  parts.every((part) => (part.published ?? null) === null);

const isSmall = ({ people = [] }: MetaPart): boolean => people.some((name) => /\p{Ll}/u.test(name));

/** The people of a line that holds names of people and nothing else; null if it holds more. "Jane Doe, John Roe" signs only where it stands. */
export const readNameLine = (line: string): MetaLine | null => {
  if (line.length > LONGEST || /\p{Ll}{2,}[.!?:]$|\p{Lu}{4,}[.!?:]$/u.test(line.trim())) return null;
  const parts = line
    .trim()
    .split(separators)
    .filter((part) => part !== '')
    .map(readList);
  const known = parts.flatMap((part) => part ?? []);
  const isNames = parts.every((part) => part !== null) && known.every((part) => (part.people ?? []).length > 0);
  // "Jane Doe, KBS SUND": beside a name in small letters, capitals are those of a studio.
  const isMixed = known.some(isSmall);
  const people = known.filter((part) => !isMixed || isSmall(part));
  return isNames && people.length > 0 ? together(people.map((part) => ({ ...part, isOpen: false }))) : null;
};

/** Whether a line says whose the report is and that all rights are reserved. */
export const isRights = (line: string): boolean =>
  rights.test(line.trim()) && (/\brights reserved\b/i.test(line) || (readMetaLine(line)?.publisher ?? null) !== null);

/** Whether a line says nothing of its report but stands around it: a section, a button, a count. */
export const isIdle = (meta: MetaLine): boolean =>
  meta.people.length === 0 &&
  [meta.agency, meta.publisher, meta.published, meta.place].every((value) => value === null);
