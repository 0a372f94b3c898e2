import { agencyNamed } from './agencies.ts';
import { type Byline, isJob, isPersonName, readByline } from './byline.ts';
import { cutAtDates, isWhen, readDateLine } from './date-line.ts';
import { fieldsOf, readHeaderLine } from './header-lines.ts';
import { plainLine } from './line.ts';
import { isCapitalised, isCity, isIssuer, isOutlet, isSurelyCity } from './outlets.ts';
import { alternatives, phraseSet } from './words.ts';

/** What one part of a line about a report says: "by Jane Doe", "3 May 2021", "The Norland Courier". */
export interface MetaPart {
  readonly people?: readonly string[];
  readonly agency?: string | null;
  readonly publisher?: string | null;
  readonly published?: string | null;
  /** Whether the date is that of a change and not of the first printing. */
  readonly isUpdate?: boolean;
  /** Where it was written, beside the date. */
  readonly place?: string | null;
  /** It is some name, and what it names stays open. */
  readonly isOpen?: boolean;
  /** It is a section or a button, beside which a name may be anything. */
  readonly isSection?: boolean;
}

const sections = phraseSet('sections');
const furniture = phraseSet('furniture');
const number = '(?:\\d[\\d.,]*\\s?k?(?:\\s?[-–]\\s?\\d+)?|an?|one|two|three|four|five)';
const counted = `(?:${alternatives('counted')})`;
const count = new RegExp(`^(?:${counted}\\s*:?\\s*)?${number}(?:[\\s-]+${counted}){0,3}$|^${counted}$`, 'i');
/** Opens a line that says whose a report is. */
export const rights = /^(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:-\d{4})?,?\s+)?(?:by\s+)?/i;
const address = /^(?:@[\w.]+|[\w.+-]+@[\w-]+\.[\w.-]+)$/;
const opensByline = new RegExp(`^(?:${alternatives('byline')})(?:\\s*:\\s*|\\s+)(?=\\S)`, 'i');
const from = /^(?:reporting|reported)\s+(?:from|in)\s+\p{Lu}/iu;

const isSection = (phrase: string): boolean => {
  const plain = phrase
    .toLowerCase()
    .replace(/^[#:]+|[:.…#]+$/g, '')
    .trim();
  return sections.has(plain) || furniture.has(plain);
};

/** "No. 45/2026", "Page A01". */
const counter =
  /^(?:(?:press release|statement|document|issue|volume|vol|page|pages|pg|pp?|ref|reference|number|no|nr)\b[.:]?\s*)+(?:\p{L}{0,4}[-\s]?)?\d[\w/.-]*$/iu;

/** What stands around a report's text and says nothing of it: a section, a button, a count, an address, a job; null if the phrase says more. */
const readLabel = (phrase: string): MetaPart | null => {
  if (isSection(phrase)) return { isSection: true };
  if (counter.test(phrase)) return {};
  return count.test(phrase) || address.test(phrase) || from.test(phrase) || isJob(phrase) ? {} : null;
};

const people = (byline: Byline): MetaPart => ({ people: byline.people, agency: byline.agency });

/** A name by itself: an agency, a paper, a person, or one that stays open. */
const readName = (phrase: string): MetaPart | null => {
  const agency = agencyNamed(phrase);
  if (agency !== null) return { agency };
  if (isOutlet(phrase) || isIssuer(phrase)) return { publisher: phrase.replace(/\s*\([^()]*\)$/, '') };
  if (isSurelyCity(phrase)) return { isOpen: true };
  if (isPersonName(phrase)) return { people: [phrase], isOpen: true };
  return isCity(phrase) ? { isOpen: true } : null;
};

/** What stands before or after a date in the same part: a place, or names. */
const readBesideDate = (phrase: string): readonly MetaPart[] | null => {
  const isSetOff = /[,:)]\s*$|^\s*[,(]/.test(phrase);
  const text = phrase.replace(/^[\s,;:()[\]]+(?:in\s+(?=\p{Lu}))?|^[Pp]ublished\s+in\s+(?=\p{Lu})|[\s,;:([\]]+$/gu, '');
  if (text === '' || isWhen(text) || readLabel(text) !== null) return [];
  if (opensByline.test(text)) return readPart(text);
  const isPlace = isSetOff && agencyNamed(text) === null && !isOutlet(text) && !isIssuer(text) && isCity(text);
  if (isPlace) return [{ place: text }];
  return readList(text);
};

/** Names between commas, each as a part; null if any is not known. */
export const readList = (text: string): readonly MetaPart[] | null => {
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
const readPerson = (text: string): MetaPart | null => {
  const at = placed.exec(text)?.groups;
  if (at?.name !== undefined) return isPersonName(at.name) ? { people: [at.name], isOpen: true } : null;
  const { name, desk } = desked.exec(text)?.groups ?? {};
  if (name === undefined || desk === undefined || !isPersonName(name)) return null;
  const agency = agencyNamed(desk);
  if (agency === null && !isOutlet(desk)) return null;
  return { people: [name], agency, publisher: agency === null ? desk : null, isOpen: true };
};

/** "Source: Norwire", "Editor: Jane Doe". */
const readLabelled = (part: string): MetaPart | null => {
  const line = readHeaderLine(plainLine(part));
  if (line === null || !isCapitalised(line.value.split(/\s*[,(]/)[0] ?? '')) return null;
  const { byline = [], agency = null, publisher = null, published = null } = fieldsOf(line);
  const isAbout = byline.length > 0 || agency !== null || publisher !== null || published !== null;
  return isAbout || line.field === 'nothing' ? { people: byline, agency, publisher, published } : null;
};

/** "© 2026 The Norland Courier. All rights reserved." */
const readRights = (owner: string): readonly MetaPart[] => {
  const name = owner.split(/[.,]\s|\sall\s/i)[0]?.replace(/\.$/, '') ?? '';
  return [isOutlet(name) ? { publisher: name } : {}];
};

/** One part of a line as the parts that it is made of; null if it holds anything that is not known. */
export const readPart = (part: string): readonly MetaPart[] | null => {
  const when = readDateLine(part);
  if (when !== null) return [{ published: when.date, isUpdate: when.isUpdate }];
  if (rights.test(part)) return readRights(part.replace(rights, ''));
  if (/^\d+$/.test(part)) return [{ isOpen: true }];
  const label = isWhen(part) ? {} : opensByline.test(part) ? null : readLabel(part);
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

const outletsIn = (text: string): readonly MetaPart[] =>
  text
    .split(/\s*[,;]\s*/)
    .slice(1)
    .filter(isOutlet)
    .map((publisher) => ({ publisher }));
