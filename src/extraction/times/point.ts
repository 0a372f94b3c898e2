import type { TimeGrain } from '../records.ts';

/** The grains of the calendar that can be counted on. */
export type PointGrain = Extract<
  TimeGrain,
  'day' | 'weekend' | 'week' | 'month' | 'season' | 'quarter' | 'half' | 'year' | 'decade' | 'century'
>;

/** A day, week, month … counted from a fixed start, so that the next one is `index + 1`. Days count from 1970-01-01. */
export interface Point {
  readonly grain: PointGrain;
  readonly index: number;
}

/** A day of the proleptic Gregorian calendar. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days from 1970-01-01 to a date (H. Hinnant's days_from_civil); months and days beyond their range run on. */
export const toDay = ({ year, month, day }: CivilDate): number => {
  const months = year * 12 + month - 1;
  const shifted = Math.floor((months - 2) / 12);
  const monthOfShifted = months - 2 - shifted * 12;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * monthOfShifted + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
};

/** The date that lies so many days after 1970-01-01. */
export const toCivil = (day: number): CivilDate => {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthOfShifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthOfShifted < 10 ? monthOfShifted + 3 : monthOfShifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthOfShifted + 2) / 5) + 1,
  };
};

/** The weekday of a day: 1 Monday … 7 Sunday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** How many days a month has. */
const daysIn = (year: number, month: number): number =>
  toDay({ year, month: month + 1, day: 1 }) - toDay({ year, month, day: 1 });

/** Is there such a date? */
export const isDate = ({ year, month, day }: CivilDate): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);

const seasonOf = ({ year, month }: CivilDate): number =>
  (month === 12 ? year + 1 : year) * 4 + Math.floor((month % 12) / 3);

/** The point of a grain in which a day lies. December belongs to the winter of the year after. */
export const pointAt = (grain: PointGrain, day: number): Point => {
  const date = toCivil(day);
  const months = date.year * 12 + date.month - 1;
  const indices: Readonly<Record<PointGrain, number>> = {
    day,
    week: Math.floor((day + 3) / 7),
    weekend: Math.floor((day + 3) / 7),
    month: months,
    quarter: Math.floor(months / 3),
    half: Math.floor(months / 6),
    season: seasonOf(date),
    year: date.year,
    decade: Math.floor(date.year / 10),
    century: Math.floor(date.year / 100),
  };
  return { grain, index: indices[grain] };
};

const monthStart = (months: number): number => toDay({ year: 0, month: months + 1, day: 1 });

/** The first day of a point. */
export const startOf = ({ grain, index }: Point): number => {
  const starts: Readonly<Record<PointGrain, () => number>> = {
    day: () => index,
    week: () => index * 7 - 3,
    weekend: () => index * 7 + 2,
    month: () => monthStart(index),
    quarter: () => monthStart(index * 3),
    half: () => monthStart(index * 6),
    season: () => monthStart(index * 3 - 1),
    year: () => monthStart(index * 12),
    decade: () => monthStart(index * 120),
    century: () => monthStart(index * 1200),
  };
  return starts[grain]();
};

/** The point so many steps further on. */
export const shift = ({ grain, index }: Point, by: number): Point => ({ grain, index: index + by });
