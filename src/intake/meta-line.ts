import { agencyNamed } from './agencies.ts';
import { type Byline, isJob, isPersonName, readByline } from './byline.ts';
import { cutAtDates, dateIn, isClock, isWhen, readDateLine } from './date-line.ts';
import { fieldsOf, readHeaderLine } from './header-lines.ts';
import { plainLine } from './line.ts';
import { isCapitalised, isCity, isIssuer, isOutlet } from './outlets.ts';
import { alternatives, phraseSet } from './words.ts';

/** What a line says that is about a report and no part of it. */
export interface MetaLine extends Byline {
  readonly publisher: string | null;
  readonly published: string | null;
  /** Whether the date is that of a change and not of the first printing. */
  readonly isUpdate: boolean;
  /** Where it was written, beside the date: "Sund, 9 March 2026". */
  readonly place: string | null;
}

/** One part of such a line. */
type Part = Partial<MetaLine> & {
  /** It is some name, and what it names stays open. */
  readonly isOpen?: boolean;
  /** It is a section or a button, beside which a name may be anything. */
  readonly isSection?: boolean;
};

const separators = /\s*[|•·∙⋅●▪‧›»\n\t]\s*|\s+[-–—―/~>]{1,2}\s+|\s{2,}/u;
const sections = phraseSet('sections');
const furniture = phraseSet('furniture');
const number = '(?:\\d[\\d.,]*\\s?k?(?:\\s?[-–]\\s?\\d+)?|an?|one|two|three|four|five)';
const counted = `(?:${alternatives('counted')})`;
const count = new RegExp(`^(?:${counted}\\s*:?\\s*)?${number}(?:[\\s-]+${counted}){0,3}$|^${counted}$`, 'i');
const rights = /^(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:-\d{4})?,?\s+)?(?:by\s+)?/i;
const address = /^(?:@[\w.]+|[\w.+-]+@[\w-]+\.[\w.-]+)$/;
const slug = /^(?:(?=\S*\d)[\p{L}\d_/.:-]{1,24}|[\p{Lu}\d]+(?:-[\p{Lu}\d&'’]+)+)$/u;
const opensByline = new RegExp(`^(?:${alternatives('byline')})(?:\\s*:\\s*|\\s+)(?=\\S)`, 'i');
const from = /^(?:reporting|reported)\s+(?:from|in)\s+\p{Lu}/iu;

const isSection = (phrase: string): boolean => {
  const plain = phrase
    .toLowerCase()
    .replace(/^[#:]+|[:.…#]+$/g, '')
    .trim();
  return sections.has(plain) || furniture.has(plain);
};

/** What stands around a report's text and says nothing of it: a section, a button, a count, an address, a job; null if the phrase says more. */
const readLabel = (phrase: string): Part | null => {
  if (isSection(phrase)) return { isSection: true };
  return count.test(phrase) || address.test(phrase) || from.test(phrase) || isJob(phrase) ? {} : null;
};

const people = (byline: Byline): Part => ({ people: byline.people, agency: byline.agency });

/** A name by itself: an agency, a paper, a person, or one that stays open. */
const readName = (phrase: string): Part | null => {
  const agency = agencyNamed(phrase);
  if (agency !== null) return { agency };
  if (isOutlet(phrase) || isIssuer(phrase)) return { publisher: phrase.replace(/\s*\([^()]*\)$/, '') };
  if (isPersonName(phrase)) return { people: [phrase], isOpen: true };
  return isCity(phrase) ? { isOpen: true } : null;
};

/** What stands before or after a date in the same part: a place, or names. */
const readBesideDate = (phrase: string): readonly Part[] | null => {
  const isSetOff = /[,:)]\s*$|^\s*[,(]/.test(phrase);
  const text = phrase.replace(/^[\s,;:()]+(?:in\s+(?=\p{Lu}))?|[\s,;:(]+$/gu, '');
  if (text === '' || isWhen(text) || readLabel(text) !== null) return [];
  if (opensByline.test(text)) return readPart(text);
  const isPlace = isSetOff && agencyNamed(text) === null && !isOutlet(text) && !isIssuer(text) && isCity(text);
  if (isPlace) return [{ place: text }];
  return readList(text);
};

/** Names between commas. */
const readList = (text: string): readonly Part[] | null => {
  const whole = readName(text);
  if (whole !== null) return [whole];
  const parts = text
    .replace(/\s*\((?:with\s+)?([^()]*)\)/u, ', $1')
    .split(/\s*(?:[,;]|\band\b|\bwith\b|&)\s*/u)
    .filter((part) => part !== '')
    .map((part) => readLabel(part) ?? (isWhen(part) ? {} : (readName(part) ?? readPerson(part))));
  return parts.some((part) => part === null) ? null : parts.filter((part) => part !== null);
};

const placed = /^(?<name>.+?)\s+(?:in|at|from|near)\s+(?:\p{Lu}[\p{L}.'’-]*\s?){1,3}$/u;
const desked = /^(?<name>.+?)\s+(?:for|of|with)\s+(?:the\s+)?(?<desk>\p{Lu}.*)$/u;

/** "Jane Doe in Sund", "Jane Doe for Reuters". */
const readPerson = (text: string): Part | null => {
  const at = placed.exec(text)?.groups;
  if (at?.name !== undefined) return isPersonName(at.name) ? { people: [at.name], isOpen: true } : null;
  const { name, desk } = desked.exec(text)?.groups ?? {};
  if (name === undefined || desk === undefined || !isPersonName(name)) return null;
  const agency = agencyNamed(desk);
  if (agency === null && !isOutlet(desk)) return null;
  return { people: [name], agency, publisher: agency === null ? desk : null, isOpen: true };
};

/** "Source: Norwire", "Editor: Jane Doe". */
const readLabelled = (part: string): Part | null => {
  const line = readHeaderLine(plainLine(part));
  if (line === null || !isCapitalised(line.value.split(/\s*[,(]/)[0] ?? '')) return null;
  const { byline = [], agency = null, publisher = null, published = null } = fieldsOf(line);
  const isAbout = byline.length > 0 || agency !== null || publisher !== null || published !== null;
  return isAbout || line.field === 'nothing' ? { people: byline, agency, publisher, published } : null;
};

/** "© 2026 The Norland Courier. All rights reserved." */
const readRights = (owner: string): readonly Part[] => {
  const name = owner.split(/[.,]\s|\sall\s/i)[0]?.replace(/\.$/, '') ?? '';
  return [isOutlet(name) ? { publisher: name } : {}];
};

/** One part of a line as the parts that it is made of; null if it holds anything that is not known. */
const readPart = (part: string): readonly Part[] | null => {
  const when = readDateLine(part);
  if (when !== null) return [{ published: when.date, isUpdate: when.isUpdate }];
  if (rights.test(part)) return readRights(part.replace(rights, ''));
  if (/^\d+$/.test(part)) return [{ isOpen: true }];
  const label = isWhen(part) ? {} : readLabel(part);
  if (label !== null) return [label];
  const labelled = readLabelled(part);
  if (labelled !== null) return [labelled];
  const dated = cutAtDates(part);
  if (dated !== null) {
    const beside = [dated.before, dated.after].map(readBesideDate);
    if (beside.some((each) => each === null)) return null;
    return [...beside.flatMap((each) => each ?? []), { published: dated.date, isUpdate: dated.isUpdate }];
  }
  if (!opensByline.test(part)) return readList(part);
  const byline = readByline(part);
  if (byline === null)
    return readList(part.replace(opensByline, ''))?.map((each) => ({ ...each, isOpen: false })) ?? null;
  return [people(byline), ...outletsIn(part)];
};

const outletsIn = (text: string): readonly Part[] =>
  text
    .split(/\s*[,;]\s*/)
    .slice(1)
    .filter(isOutlet)
    .map((publisher) => ({ publisher }));

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
const together = (parts: readonly Part[]): MetaLine => {
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
  const text = line.trim().replace(/^[-–—•|*\s]+|[-–—•|*\s]+$/g, '');
  // "— Jane Doe (@jdoe) May 3, 2021" signs a post that the text quotes.
  if (text === '' || text.length > LONGEST || /[\p{L}]{3,}[!?]$|\(@/u.test(text)) return null;
  if (slug.test(text) && !isOutlet(text)) return together([]);
  const parts = withClocks(text.split(separators).filter((part) => part !== '')).map(readPart);
  if (parts.length === 0 || parts.some((part) => part === null)) return null;
  const known = parts.flatMap((part) => part ?? []);
  return isTold(known) && !isCredit(text, known) ? together(known) : null;
};

const signs = (part: Part): boolean => (part.people ?? []).length > 0;

/** Whether some part is known for sure; beside a section, names are not. */
const isTold = (parts: readonly Part[]): boolean =>
  parts.some((part) => part.isOpen !== true && (part.isSection !== true || !parts.some(signs)));

/** "Jane Doe / AP" credits a picture. */
const isCredit = (text: string, parts: readonly Part[]): boolean =>
  /\s\/\s|\p{L}\/\p{L}/u.test(text) &&
  parts.some((part) => part.isOpen === true && signs(part)) &&
  parts.every((part) => (part.published ?? null) === null);

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
  return isNames && known.length > 0 ? together(known.map((part) => ({ ...part, isOpen: false }))) : null;
};

/** Whether a line says whose the report is and that all rights are reserved. */
export const isRights = (line: string): boolean =>
  rights.test(line.trim()) && (/\brights reserved\b/i.test(line) || (readMetaLine(line)?.publisher ?? null) !== null);

/** Whether a line says nothing of its report but stands around it: a section, a button, a count. */
export const isIdle = (meta: MetaLine): boolean =>
  meta.people.length === 0 &&
  [meta.agency, meta.publisher, meta.published, meta.place].every((value) => value === null);
