import type { Dateline } from '../text/index.ts';
import { agencyInBrackets } from './agencies.ts';
import { monthNumber } from './date-line.ts';
import { alternatives, phraseSet, phrases, table } from './words.ts';

/** What the first words of a report say: the place and day of filing, and the agency. */
export interface FoundDateline {
  readonly dateline: Dateline;
  readonly agency: string | null;
}

// Months are matched in the spellings of datelines: "March", "MARCH".
const monthNames = [...table('months').keys()].flatMap((name) => [
  name.replace(/^./, (first) => first.toUpperCase()),
  name.toUpperCase(),
]);
const month = `(?:${alternatives(monthNames)})\\.?`;
const day = `(?:(?<nameFirst>${month})\\s+(?<dayAfter>\\d{1,2})|(?<dayBefore>\\d{1,2})\\s+(?<nameAfter>${month}))(?:,?\\s+(?<year>\\d{4}))?`;
const capitals = "\\p{Lu}[\\p{Lu}.'’-]+(?:[ /]\\p{Lu}[\\p{Lu}.'’-]*){0,4}";
const mixed = "\\p{Lu}[\\p{L}.'’-]+(?:[ /]\\p{Lu}[\\p{L}.'’-]*){0,3}";
const region = `(?:,\\s+(?!${month})\\p{Lu}[\\p{L}.'’-]*(?:\\s+\\p{Lu}[\\p{L}.'’-]*){0,3}){0,2}`;
const dash = '\\s*(?:[-–—―]{1,2}|--)\\s+';
// Beside the dash: "MOSCOW, May 1. /TASS/. …", "New Delhi, May 1 (PTI) …", "Sund, 9 March 2026. …".
const bracket = '(?:\\((?<bracket>[^)]{2,60})\\)|/(?<slashes>[^/]{2,40})/\\.?)';
const end = `(?:${dash}|(?<=${month}\\s\\d{1,2},?\\s\\d{4}|\\d{1,2}\\s${month}\\s\\d{4})[.:]\\s+|(?<=,\\s+(?:${month}\\s\\d{1,2}|\\d{1,2}\\s${month})):\\s+|(?<=\\d\\.?\\s+(?:\\([^)]{2,60}\\)|/[^/]{2,40}/\\.?))\\s+)`;
const pattern = (place: string): RegExp =>
  new RegExp(`^[([]?(?<place>${place}${region})[.,]?(?:\\s*${day}\\.?)?,?\\s*${bracket}?[)\\]]?${end}(?=\\S)`, 'u');
const inCapitals = pattern(capitals);
const inBoth = pattern(mixed);
const notNames = new Set(phrases('not-names').filter((word) => !['the', 'new', 'house'].includes(word)));
const notPlaces = new Set(['not-places', 'weekdays', 'function-words'].flatMap((list) => [...phraseSet(list)]));

/** Words in capitals that are no name: "BUT NOT YET". */
const isWords = (place: string): boolean =>
  place
    .toLowerCase()
    .split(/[\s,]+/)
    .some((word) => notNames.has(word));

/** ISO 8601 where the year is known; without one, as TIMEX3 writes it: "XXXX-03-04". */
const isoDate = (
  name: string,
  dayOfMonth: string,
  year: string | undefined,
  published: string | null,
): string | null => {
  const number = monthNumber(name);
  if (number === null) return null;
  const tail = `${String(number).padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  if (year !== undefined) return `${year}-${tail}`;
  if (published === null) return `XXXX-${tail}`;
  const printed = Number(published.slice(0, 4));
  // A report of 2 January may be filed on 31 December: of the years around, the nearest day is meant.
  const near = [printed - 1, printed, printed + 1].map((each) => ({
    each,
    gap: Math.abs(Date.parse(`${each}-${tail}`) - Date.parse(published.slice(0, 10))),
  }));
  const best = near.filter(({ gap }) => !Number.isNaN(gap)).sort((a, b) => a.gap - b.gap)[0];
  return best === undefined ? null : `${best.each}-${tail}`;
};

/** Reads the dateline at the start of a paragraph: "WASHINGTON, March 4 (Reuters) - …", "KYIV, Ukraine — …"; null if there is none. */
export const readDateline = (paragraph: string, published: string | null): FoundDateline | null => {
  const head = paragraph.slice(0, 160);
  const match = inCapitals.exec(head) ?? inBoth.exec(head);
  if (match === null) return null;
  const { place: written = '', nameFirst, dayAfter, dayBefore, nameAfter, year, bracket, slashes } = match.groups ?? {};
  const bare = written.replace(/[-–—]+$/, '');
  const place = bare.includes(',') ? bare : bare.replace(/(?<=\p{L}{3})\.$/u, '');
  const name = nameFirst ?? nameAfter;
  const number = dayAfter ?? dayBefore;
  const said = bracket ?? slashes;
  const agency = said === undefined ? null : agencyInBrackets(said, name !== undefined);
  if (!inCapitals.test(head) && agency === null && name === undefined) return null;
  if (notPlaces.has(place.toLowerCase()) || isWords(place)) return null;
  const date = name === undefined || number === undefined ? null : isoDate(name, number, year, published);
  return { dateline: { place, date }, agency };
};

const spoken = /^\p{Lu}[\p{Lu}.'’ -]+:\s/u;
const beforeColon = new RegExp(`^(${capitals}${region}):\\s+(?=["“‘']?\\p{Lu})`, 'u');

/** The place that some papers set before a colon, "SUND: The ferries …"; null in a transcript, where names of speakers stand so. */
export const readColonPlace = (paragraphs: readonly string[]): string | null => {
  const place = beforeColon.exec(paragraphs[0]?.slice(0, 80) ?? '')?.[1];
  if (place === undefined || notPlaces.has(place.toLowerCase()) || paragraphs.length < 2) return null;
  return paragraphs.slice(1).some((paragraph) => spoken.test(paragraph.slice(0, 80))) ? null : place;
};
