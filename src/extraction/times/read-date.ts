import { alignIndex, directionOf } from './direction.ts';
import { type CivilDate, isDate, type Point, pointAt, toCivil, toDay, weekdayOf } from './point.ts';
import {
  current,
  dateAt,
  numberOf,
  type TimeContext,
  type TimeReader,
  type TimeReading,
  unresolved,
} from './reading.ts';
import { toValue } from './value.ts';
import { readYear, yearOfDigits } from './year.ts';

const dayPoint = (date: CivilDate): Point => ({ grain: 'day', index: toDay(date) });

const isoReading = (context: TimeContext): TimeReading | undefined => {
  const { isoYear, isoMonth, isoDay, isoClock, isoZone } = context.groups;
  const date = { year: Number(isoYear), month: Number(isoMonth), day: Number(isoDay) };
  if (!isDate(date)) return undefined;
  const point = dayPoint(date);
  if (isoClock === undefined) return dateAt(point, 'none');
  const value = `${toValue(point)}T${isoClock}${isoZone ?? ''}`;
  return { type: 'TIME', value, grain: 'minute', kind: 'exact', anchor: 'none', point };
};

/** The day of the month in figures or words: "1", "1st", "third". */
const dayOfMonth = (context: TimeContext): number | undefined => {
  const { day, dayOrdinal } = context.groups;
  if (day !== undefined) return Number(day);
  if (dayOrdinal === undefined) return undefined;
  const word = context.grammar.value('ordinal', dayOrdinal);
  return word === undefined ? Number.parseInt(dayOrdinal, 10) : Number(word);
};

/** The year in which a day and month without one lie: before today for what has happened, else the nearest. */
const yearFor = (context: TimeContext, month: number, day: number): number | undefined => {
  if (context.today === undefined) return undefined;
  const now = toCivil(context.today);
  const direction = directionOf(context);
  const candidates = [now.year - 1, now.year, now.year + 1].map((year) => ({
    year,
    gap: toDay({ year, month, day }) - (context.today ?? 0),
  }));
  const nearest = candidates.reduce((best, each) => (Math.abs(each.gap) < Math.abs(best.gap) ? each : best));
  if (direction !== 'past' && direction !== 'future') return nearest.year;
  const onSide = candidates.filter(({ gap }) => (direction === 'past' ? gap <= 0 : gap >= 0));
  const sided = direction === 'past' ? onSide.at(-1) : onSide[0];
  // A near day on the other side beats a far one on the right side: tense tells little across a year's end.
  return sided !== undefined && Math.abs(sided.gap) < 300 ? sided.year : nearest.year;
};

/** "May 1", "1 May 2019", "Thursday, May 2", 2019-05-01. */
export const readDate: TimeReader = (context) => {
  if (context.groups.isoYear !== undefined) return isoReading(context);
  const month = numberOf(context, 'month');
  const day = dayOfMonth(context);
  if (month === undefined || day === undefined) return undefined;
  const written = readYear(context);
  const year = written ?? yearFor(context, month, day);
  if (year === undefined)
    return unresolved('day', `XXXX-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  if (!isDate({ year, month, day })) return undefined;
  return dateAt(dayPoint({ year, month, day }), context.groups.year === undefined ? context.anchor : 'none');
};

/** "13/05/2025": the part above 12 is the day; where neither is, the text does not say which. */
export const readSlashDate: TimeReader = (context) => {
  const { first, second, slashYear, firstDash, secondDash, dashYear } = context.groups;
  const one = Number(first ?? firstDash);
  const two = Number(second ?? secondDash);
  const year = yearOfDigits(context, slashYear ?? dashYear ?? '');
  const readings = [
    { year, month: one, day: two },
    { year, month: two, day: one },
  ].filter(isDate);
  const [only, other] = readings;
  if (only === undefined) return undefined;
  if (other !== undefined && other.month !== only.month) return unresolved('day');
  return dateAt(dayPoint(only), 'none');
};

/** Months from this one in which a day is looked for: "Friday the 13th" may be five months off. */
const NEAR_MONTHS = [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6];

/** "the 15th", "Friday the 13th", "the 15th of next month": that day of this month, or of the nearest that has it. */
export const readOrdinalDay: TimeReader = (context) => {
  const { dayNumber, ofMonth } = context.groups;
  const day = Number.parseInt(dayNumber ?? '', 10);
  const { today } = context;
  if (today === undefined) return unresolved('day');
  const now = toCivil(today);
  const weekday = numberOf(context, 'weekday');
  const own = ofMonth === undefined ? NEAR_MONTHS : [numberOf(context, 'relative') ?? 0];
  const days = own
    .map((step) => pointAt('month', toDay({ year: now.year, month: now.month + step, day: 1 })).index)
    .map((month) => ({ year: Math.floor(month / 12), month: (month % 12) + 1, day }))
    .filter(isDate)
    .map(toDay)
    .filter((each) => weekday === undefined || weekdayOf(each) === weekday);
  const direction = ofMonth === undefined ? directionOf(context) : 'nearest';
  const fit = days.find((each) => (direction === 'past' ? each <= today : direction !== 'future' || each >= today));
  const found = fit ?? days[0];
  return found === undefined ? undefined : dateAt({ grain: 'day', index: found }, context.anchor);
};

/** "the week of May 6", "the weekend of May 11". */
export const readWeekOf: TimeReader = (context) => {
  const date = readDate(context);
  if (date?.point === undefined) return date;
  const grain = context.groups.weekKind?.toLowerCase() === 'weekend' ? 'weekend' : 'week';
  return dateAt(pointAt(grain, date.point.index), date.anchor);
};

/** The point of a grain that repeats every year (a month, a season), in the year that the words or the clause give. */
export const yearlyPoint = (
  context: TimeContext,
  grain: 'month' | 'season' | 'quarter' | 'half',
  step: number,
): { readonly point: Point; readonly isWritten: boolean } | undefined => {
  const cycle = { month: 12, season: 4, quarter: 4, half: 2 }[grain];
  const year = readYear(context);
  if (year !== undefined)
    return { point: { grain, index: year * cycle + step }, isWritten: context.groups.relativeYear === undefined };
  const now = current(context, grain)?.index;
  if (now === undefined) return undefined;
  const relative = numberOf(context, 'relative');
  if (relative === 0) return { point: { grain, index: Math.floor(now / cycle) * cycle + step }, isWritten: false };
  if (relative !== undefined) {
    const beside = now + relative;
    return {
      point: { grain, index: alignIndex(beside, step, cycle, relative < 0 ? 'past' : 'future') },
      isWritten: false,
    };
  }
  return { point: { grain, index: alignIndex(now, step, cycle, directionOf(context)) }, isWritten: false };
};
