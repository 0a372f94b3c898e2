import { toCivil, toDay, weekdayOf } from './point.ts';

/** The days of a holiday; most have one. */
export interface HolidayDays {
  readonly first: number;
  readonly last: number;
}

/** Easter Sunday of a year (the anonymous Gregorian computus). */
const easter = (year: number): number => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return toDay({ year, month: Math.floor(f / 31), day: (f % 31) + 1 });
};

/** Days by which the Julian calendar lags in a year after February. */
const julianLag = (year: number): number => Math.floor(year / 100) - Math.floor(year / 400) - 2;

/** Easter Sunday of the Orthodox churches (J. Meeus's Julian algorithm), as a Gregorian day. */
const orthodoxEaster = (year: number): number => {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const f = d + e + 114;
  return toDay({ year, month: Math.floor(f / 31), day: (f % 31) + 1 }) + julianLag(year);
};

/** The first day of the tabular Islamic calendar's year 1, in days from 1970-01-01 (16 July 622 of the Julian calendar). */
const HIJRA = -492_148;

/** A day of the tabular Islamic calendar (leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29 of 30); sighting the moon may move it by a day or two. */
const islamicDay = (year: number, month: number, day: number): number =>
  HIJRA + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + Math.ceil(29.5 * (month - 1)) + day - 1;

/** Islamic years that a Gregorian year may touch. */
const islamicYears = (year: number): number[] => {
  const near = Math.floor(((year - 622) * 33) / 32);
  return [near - 1, near, near + 1, near + 2];
};

/** A month ("islamic-09") or a day ("islamic-10-01") of the Islamic calendar, wherever it begins in a Gregorian year. */
const islamicIn = (month: number, day: number | undefined, year: number): HolidayDays[] =>
  islamicYears(year)
    .map((each) => {
      const first = islamicDay(each, month, day ?? 1);
      return { first, last: day === undefined ? islamicDay(each, month + 1, 1) - 1 : first };
    })
    .filter(({ first }) => toCivil(first).year === year);

const nthWeekday = (year: number, month: number, weekday: number, nth: number): number => {
  if (nth < 0) {
    const last = toDay({ year, month: month + 1, day: 1 }) - 1;
    return last - ((weekdayOf(last) - weekday + 7) % 7);
  }
  const first = toDay({ year, month, day: 1 });
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
};

/**
 * The day of a holiday in a year, from its code in the calendar: "12-25", "4-4-11" (fourth Thursday of November), "1-1-11+1"
 * (the day after its first Monday), "easter+1", "orthodox+0".
 */
export const holidayIn = (code: string, year: number): number | undefined => {
  const fromEaster = /^(easter|orthodox)([+-]\d+)$/.exec(code);
  if (fromEaster !== null)
    return (fromEaster[1] === 'easter' ? easter(year) : orthodoxEaster(year)) + Number(fromEaster[2]);
  const nth = /^(-?\d)-(\d)-(\d\d)(\+\d)?$/.exec(code);
  if (nth !== null) return nthWeekday(year, Number(nth[3]), Number(nth[2]), Number(nth[1])) + Number(nth[4] ?? 0);
  const fixed = /^~?(\d\d)-(\d\d)$/.exec(code);
  return fixed === null ? undefined : toDay({ year, month: Number(fixed[1]), day: Number(fixed[2]) });
};

/** The days of a holiday that begins in a year; those of the Islamic calendar ("islamic-09", "islamic-10-01") may come twice. */
export const holidayDaysIn = (code: string, year: number): HolidayDays[] => {
  const islamic = /^islamic-(\d\d)(?:-(\d\d))?$/.exec(code);
  if (islamic !== null)
    return islamicIn(Number(islamic[1]), islamic[2] === undefined ? undefined : Number(islamic[2]), year);
  const day = holidayIn(code, year);
  return day === undefined ? [] : [{ first: day, last: day }];
};

/** Is the day known only roughly: by the moon, or by the sun ("~03-20")? */
export const isRoughly = (code: string): boolean => /^(?:islamic|~)/.test(code);
