import { alignIndex, directionOf } from './direction.ts';
import { type HolidayDays, holidayDaysIn, isRoughly } from './holidays.ts';
import { type Point, pointAt, toCivil, toDay } from './point.ts';
import { readWeekday } from './read-day.ts';
import { codeOf, current, dateAt, numberOf, type TimeContext, type TimeReader, unresolved } from './reading.ts';
import { looksAhead } from './tense.ts';
import { toValue, within } from './value.ts';
import { readYear } from './year.ts';

/** The days that a report means: as its clause says, else the nearest. */
const nearestHoliday = (context: TimeContext, code: string): HolidayDays | undefined => {
  const { today } = context;
  if (today === undefined) return undefined;
  const { year } = toCivil(today);
  const days = [year - 1, year, year + 1].flatMap((each) => holidayDaysIn(code, each));
  const step = numberOf(context, 'relative');
  const direction = step === undefined || step === 0 ? directionOf(context) : step < 0 ? 'past' : 'future';
  const past = days.filter(({ first }) => first <= today).at(-1);
  const future = days.find(({ last }) => last >= today);
  if (direction === 'past' && !isThisWeek(context, future)) return past;
  if (direction === 'future' || past === undefined || isThisWeek(context, future)) return future;
  return future !== undefined && future.first - today < today - past.last ? future : past;
};

/** "as Easter week began": the week of a day that is still ahead has begun. */
const isThisWeek = ({ groups, today }: TimeContext, days: HolidayDays | undefined): boolean =>
  groups.holidayWeek !== undefined &&
  days !== undefined &&
  today !== undefined &&
  pointAt('week', days.first).index === pointAt('week', today).index;

interface Holiday extends HolidayDays {
  readonly isWritten: boolean;
  readonly isRough: boolean;
}

const holidayOf = (context: TimeContext): Holiday | undefined => {
  const code = codeOf(context, 'holiday');
  if (code === undefined || code === '') return undefined;
  const year = readYear(context);
  const days = year === undefined ? nearestHoliday(context, code) : holidayDaysIn(code, year)[0];
  return days === undefined ? undefined : { ...days, isWritten: year !== undefined, isRough: isRoughly(code) };
};

/** "Christmas Day", "last Thanksgiving", "Good Friday 2019"; "Ramadan" roughly, by the tables; feasts of other calendars stay open. */
export const readHoliday: TimeReader = (context) => {
  const found = holidayOf(context);
  if (found === undefined) return unresolved('day');
  const day = { grain: 'day' as const, index: found.first };
  const point = context.groups.holidayWeek === undefined ? day : within(day, 'week');
  const reading = dateAt(point, found.isWritten ? 'none' : context.anchor, found.isRough ? 'approximate' : 'exact');
  const value = toRange(day, { grain: 'day', index: found.last });
  return value === undefined ? reading : { ...reading, value };
};

/** "the eve of May 9", "the day after Christmas"; "the eve of the summit" is as open as the day of the summit. */
export const readEve: TimeReader = (context) => {
  const { eveMonth, eveDay, eveOpen } = context.groups;
  if (eveOpen !== undefined) return { ...unresolved('day'), anchor: 'event' };
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
  const base = holidayOf(context)?.first ?? readWeekday(context)?.point?.index ?? dated;
  if (base === undefined) return unresolved('day');
  return dateAt(pointAt('day', base + (numberOf(context, 'eveWord') ?? 0)), context.anchor);
};

/** "now", "currently": the present, which is no date. */
export const readPresent: TimeReader = () => unresolved('unknown', 'PRESENT_REF');

/** "recently", "the past". */
export const readBygone: TimeReader = () => unresolved('unknown', 'PAST_REF');

/** "one day they will return": some day, if the clause looks ahead. */
export const readSomeDay: TimeReader = ({ tense }) =>
  looksAhead(tense()) ? unresolved('unknown', 'FUTURE_REF') : undefined;

/** "the future", "the coming weeks"; "soon", unless its clause tells of the past ("the protest soon became a riot"). */
export const readAhead: TimeReader = ({ groups, tense }) =>
  groups.soonWord !== undefined && tense() === 'past' ? undefined : unresolved('unknown', 'FUTURE_REF');

/** Two points of one grain as a stretch: "2019-05-01/2019-05-03"; undefined where they do not follow each other. */
export const toRange = (from: Point, to: Point): string | undefined =>
  from.grain === to.grain && from.index < to.index ? `${toValue(from)}/${toValue(to)}` : undefined;

/** The nearest point of a repeating grain at or after another: the end of "November to March". */
export const nextAfter = (from: Point, to: Point): Point => {
  const cycle = { month: 12, season: 4, quarter: 4, half: 2 }[from.grain as 'month'] ?? 0;
  if (cycle === 0 || to.index > from.index) return to;
  return { grain: to.grain, index: alignIndex(from.index, to.index, cycle, 'future') };
};
