/** First and last day that a time covers, `YYYY-MM-DD`, both included. */
export interface DayRange {
  readonly first: string;
  readonly last: string;
}

const DAY = 86_400_000;

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

const between = (first: number, last: number): DayRange => ({ first: iso(first), last: iso(last) });

const months = (year: number, from: number, count: number): DayRange =>
  between(Date.UTC(year, from, 1), Date.UTC(year, from + count, 1) - DAY);

/** Monday of an ISO week. */
const mondayOf = (year: number, week: number): number => {
  const fourth = Date.UTC(year, 0, 4);
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  return fourth - weekday * DAY + (week - 1) * 7 * DAY;
};

/** The season's first month, counted from 0, in the north. */
const SEASONS: Readonly<Record<string, number>> = { SP: 2, SU: 5, FA: 8, AU: 8, WI: 11 };

interface Shape {
  readonly pattern: RegExp;
  readonly range: (year: number, number: number, text: string) => DayRange;
}

const SHAPES: readonly Shape[] = [
  {
    pattern: /^(\d{4})-W(\d\d)-WE/,
    range: (year, week) => between(mondayOf(year, week) + 5 * DAY, mondayOf(year, week) + 6 * DAY),
  },
  { pattern: /^(\d{4})-W(\d\d)/, range: (year, week) => between(mondayOf(year, week), mondayOf(year, week) + 6 * DAY) },
  { pattern: /^(\d{4})-Q([1-4])/, range: (year, quarter) => months(year, (quarter - 1) * 3, 3) },
  { pattern: /^(\d{4})-H([12])/, range: (year, half) => months(year, (half - 1) * 6, 6) },
  { pattern: /^(\d{4})-(?:SP|SU|FA|AU|WI)/, range: (year, _, text) => months(year, SEASONS[text.slice(5, 7)] ?? 0, 3) },
  { pattern: /^(\d{4})-(\d\d)$/, range: (year, month) => months(year, month - 1, 1) },
  { pattern: /^(\d{4})$/, range: (year) => months(year, 0, 12) },
];

const oneRange = (value: string): DayRange | undefined => {
  const day = /^\d{4}-\d\d-\d\d/.exec(value)?.[0];
  if (day !== undefined) return { first: day, last: day };
  for (const { pattern, range } of SHAPES) {
    const match = pattern.exec(value);
    if (match !== null) return range(Number(match[1]), Number(match[2] ?? 0), value);
  }
  return undefined;
};

/** The days of a TIMEX3 value: `2025-W10` → 3 to 9 March 2025; `start/end` is a range. Undefined for what names no days. */
export const toDayRange = (value: string | null): DayRange | undefined => {
  if (value === null) return undefined;
  const [start = '', end] = value.split('/');
  const first = oneRange(start);
  if (end === undefined || first === undefined) return first;
  const last = oneRange(end);
  return last === undefined ? first : { first: first.first, last: last.last };
};
