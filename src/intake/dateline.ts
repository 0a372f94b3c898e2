import type { Dateline } from '../text/index.ts';
import { agencyNamed } from './agencies.ts';
import { monthNumber } from './date-line.ts';
import { alternatives, phraseSet, table } from './words.ts';

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
const day = `(?:(${month})\\s+(\\d{1,2})|(\\d{1,2})\\s+(${month}))(?:,?\\s+(\\d{4}))?`;
const capitals = "\\p{Lu}[\\p{Lu}.'’-]+(?:[ /]\\p{Lu}[\\p{Lu}.'’-]*){0,4}";
const mixed = "\\p{Lu}[\\p{L}.'’-]+(?:[ /]\\p{Lu}[\\p{L}.'’-]*){0,3}";
const region = `(?:,\\s+(?!${month})\\p{Lu}[\\p{L}.'’-]*(?:\\s+\\p{Lu}[\\p{L}.'’-]*){0,3}){0,2}`;
const dash = '\\s*(?:[-–—―]{1,2}|--)\\s+';
const pattern = (place: string): RegExp =>
  new RegExp(`^(${place}${region})(?:,?\\s+${day})?,?\\s*(?:\\(([^)]{2,60})\\))?${dash}(?=\\S)`, 'u');
const inCapitals = pattern(capitals);
const inBoth = pattern(mixed);
const notPlaces = phraseSet('not-places');

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
  const [, place = '', nameFirst, dayAfter, dayBefore, nameAfter, year, bracket] = match;
  const name = nameFirst ?? nameAfter;
  const number = dayAfter ?? dayBefore;
  const agency = bracket === undefined ? null : agencyNamed(bracket);
  if (!inCapitals.test(head) && agency === null && name === undefined) return null;
  if (notPlaces.has(place.toLowerCase())) return null;
  const date = name === undefined || number === undefined ? null : isoDate(name, number, year, published);
  return { dateline: { place, date }, agency };
};
