import { alignIndex, directionOf } from './direction.ts';
import { type Point, pointAt, toCivil, toDay, weekdayOf } from './point.ts';
import { readWeekday } from './read-day.ts';
import { codeOf, current, dateAt, numberOf, type TimeContext, type TimeReader, unresolved } from './reading.ts';
import { toValue, within } from './value.ts';
import { readYear } from './year.ts';

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

const nthWeekday = (year: number, month: number, weekday: number, nth: number): number => {
  if (nth < 0) {
    const last = toDay({ year, month: month + 1, day: 1 }) - 1;
    return last - ((weekdayOf(last) - weekday + 7) % 7);
  }
  const first = toDay({ year, month, day: 1 });
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
};

/** The day of a holiday in a year, from its code in the calendar: "12-25", "4-4-11" (fourth Thursday of November), "easter+1". */
export const holidayIn = (code: string, year: number): number | undefined => {
  const fromEaster = /^easter([+-]\d+)$/.exec(code);
  if (fromEaster !== null) return easter(year) + Number(fromEaster[1]);
  const nth = /^(-?\d)-(\d)-(\d\d)$/.exec(code);
  if (nth !== null) return nthWeekday(year, Number(nth[3]), Number(nth[2]), Number(nth[1]));
  const fixed = /^(\d\d)-(\d\d)$/.exec(code);
  return fixed === null ? undefined : toDay({ year, month: Number(fixed[1]), day: Number(fixed[2]) });
};

/** The year whose holiday a report means: as its clause says, else the nearest. */
const nearestHoliday = (context: TimeContext, code: string): number | undefined => {
  const { today } = context;
  if (today === undefined) return undefined;
  const { year } = toCivil(today);
  const days = [year - 1, year, year + 1].flatMap((each) => holidayIn(code, each) ?? []);
  const step = numberOf(context, 'relative');
  const direction = step === undefined || step === 0 ? directionOf(context) : step < 0 ? 'past' : 'future';
  const past = days.filter((day) => day <= today).at(-1);
  const future = days.find((day) => day >= today);
  if (direction === 'past') return past;
  if (direction === 'future') return future;
  return (future ?? 0) - today < today - (past ?? 0) ? future : past;
};

const holidayPoint = (context: TimeContext): { readonly point: Point; readonly isWritten: boolean } | undefined => {
  const code = codeOf(context, 'holiday');
  if (code === undefined || code === '') return undefined;
  const year = readYear(context);
  const index = year === undefined ? nearestHoliday(context, code) : holidayIn(code, year);
  return index === undefined ? undefined : { point: { grain: 'day', index }, isWritten: year !== undefined };
};

/** "Christmas Day", "last Thanksgiving", "Good Friday 2019"; feasts of other calendars stay open. */
export const readHoliday: TimeReader = (context) => {
  const found = holidayPoint(context);
  if (found === undefined) return unresolved('day');
  const point = context.groups.holidayWeek === undefined ? found.point : within(found.point, 'week');
  return dateAt(point, found.isWritten ? 'none' : context.anchor);
};

/** "the eve of May 9", "the day after Christmas". */
export const readEve: TimeReader = (context) => {
  const { eveMonth, eveDay } = context.groups;
  const month = eveMonth === undefined ? undefined : context.grammar.value('month', eveMonth);
  const now = current(context, 'day');
  if (now === undefined) return unresolved('day');
  const { year } = toCivil(now.index);
  const days =
    month === undefined
      ? []
      : [year - 1, year, year + 1].map((each) => toDay({ year: each, month: Number(month), day: Number(eveDay) }));
  const dated = days.reduce<number | undefined>(
    (best, day) => (best === undefined || Math.abs(day - now.index) < Math.abs(best - now.index) ? day : best),
    undefined,
  );
  const base = holidayPoint(context)?.point.index ?? readWeekday(context)?.point?.index ?? dated;
  if (base === undefined) return unresolved('day');
  return dateAt(pointAt('day', base + (numberOf(context, 'eveWord') ?? 0)), context.anchor);
};

/** "now", "currently": the present, which is no date. */
export const readPresent: TimeReader = () => unresolved('unknown', 'PRESENT_REF');

/** "recently", "the past". */
export const readBygone: TimeReader = () => unresolved('unknown', 'PAST_REF');

/** "soon", "the future", "the coming weeks". */
export const readAhead: TimeReader = () => unresolved('unknown', 'FUTURE_REF');

/** Two points of one grain as a stretch: "2019-05-01/2019-05-03"; undefined where they do not follow each other. */
export const toRange = (from: Point, to: Point): string | undefined =>
  from.grain === to.grain && from.index < to.index ? `${toValue(from)}/${toValue(to)}` : undefined;

/** The nearest point of a repeating grain at or after another: the end of "November to March". */
export const nextAfter = (from: Point, to: Point): Point => {
  const cycle = { month: 12, season: 4, quarter: 4, half: 2 }[from.grain as 'month'] ?? 0;
  if (cycle === 0 || to.index > from.index) return to;
  return { grain: to.grain, index: alignIndex(from.index, to.index, cycle, 'future') };
};
