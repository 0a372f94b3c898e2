import { alignIndex, directionOf } from './direction.ts';
import { type Point, pointAt, weekdayOf } from './point.ts';
import {
  codeOf,
  current,
  dateAt,
  kindOf,
  numberOf,
  partOfDay,
  type TimeContext,
  type TimeReader,
  type TimeReading,
  unresolved,
} from './reading.ts';
import { toValue } from './value.ts';

/** The day at a clock's round hour or part of day, or the day alone. */
const atPart = (context: TimeContext, day: Point, anchor: TimeReading['anchor']): TimeReading => {
  const part = codeOf(context, 'part') ?? (context.groups.overnight === undefined ? undefined : 'NI');
  if (part !== undefined) return partOfDay(day, part, anchor);
  const instant = numberOf(context, 'instant');
  if (instant === undefined) return dateAt(day, anchor, kindOf(context));
  return { type: 'TIME', value: `${toValue(day)}T${instant}:00`, grain: 'hour', kind: 'exact', anchor, point: day };
};

const DAYS = 7;

/** The day of "last Friday" and "next Friday": of the days on that side, not today; next week's where this week's has its own name. */
const relativeWeekday = (today: number, weekday: number, step: number): number => {
  if (step === 0) return today - weekdayOf(today) + weekday;
  if (step < 0) return alignIndex(today - 1, weekday - weekdayOf(today) + today, DAYS, 'past');
  const monday = today - weekdayOf(today) + 1;
  return monday + DAYS + weekday - 1;
};

/** "Wednesday": today where today is one, else the one before or after it as the clause says. */
const bareWeekday = (context: TimeContext, today: number, weekday: number): number => {
  const target = today - weekdayOf(today) + weekday;
  const direction = directionOf(context);
  if (direction !== 'nearest') return alignIndex(today, target, DAYS, direction);
  const looksAhead = context.tense() === 'present';
  return alignIndex(today, target, DAYS, looksAhead ? 'future' : 'past');
};

const inWeek = (today: number, weekday: number, step: number): number =>
  today - weekdayOf(today) + weekday + step * DAYS;

/** "Wednesday", "last Friday", "late Tuesday night", "the following Monday". */
export const readWeekday: TimeReader = (context) => {
  const weekday = numberOf(context, 'weekday');
  if (weekday === undefined) return undefined;
  const following = numberOf(context, 'following');
  const { today, previous, anchor } = context;
  if (following !== undefined && previous !== undefined && following !== 0) {
    const from =
      pointAt('day', previous.grain === 'day' ? previous.index : (today ?? previous.index)).index + following;
    const index = alignIndex(from, from - weekdayOf(from) + weekday, DAYS, following < 0 ? 'past' : 'future');
    return atPart(context, { grain: 'day', index }, 'event');
  }
  if (today === undefined) return unresolved('day', `XXXX-WXX-${weekday}`);
  const { weekRelative } = context.groups;
  if (weekRelative !== undefined)
    return atPart(
      context,
      { grain: 'day', index: inWeek(today, weekday, Number(context.grammar.value('relative', weekRelative) ?? 0)) },
      anchor,
    );
  const step = numberOf(context, 'relative');
  if (context.groups.coming !== undefined) {
    const next = alignIndex(today, today - weekdayOf(today) + weekday, DAYS, 'future');
    return atPart(context, { grain: 'day', index: next }, anchor);
  }
  const index = step === undefined ? bareWeekday(context, today, weekday) : relativeWeekday(today, weekday, step);
  return atPart(context, { grain: 'day', index }, anchor);
};

/** "every Monday", "Mondays", "Tuesday nights". */
export const readWeekdays: TimeReader = (context) => {
  const weekday = numberOf(context, 'weekday') ?? numberOf(context, 'weekdays');
  if (weekday === undefined) return undefined;
  const { partPlural } = context.groups;
  const part = partPlural === undefined ? undefined : context.grammar.value('units', partPlural);
  const value = `XXXX-WXX-${weekday}${part === undefined ? '' : `T${part}`}`;
  return { type: 'SET', value, grain: 'day', kind: 'exact', anchor: 'none' };
};

/** The part of day that words name without a class: tonight, last night, overnight. */
const ownPart = (context: TimeContext): { readonly step: number; readonly part: string } | undefined => {
  const { tonight, lastNight, latePart, thisPart, overnight } = context.groups;
  if (tonight !== undefined) return { step: 0, part: 'NI' };
  if (lastNight !== undefined) return { step: -1, part: String(context.grammar.value('part', latePart ?? '') ?? 'NI') };
  const part = codeOf(context, 'part');
  if (thisPart !== undefined && part !== undefined) return { step: 0, part };
  if (overnight !== undefined) return { step: 0, part: 'NI' };
  return undefined;
};

/** "today", "yesterday evening", "tonight", "this morning". */
export const readDeictic: TimeReader = (context) => {
  const own = ownPart(context);
  const step = own?.step ?? numberOf(context, 'deictic');
  if (step === undefined) return undefined;
  if (context.today === undefined) return unresolved(own === undefined ? 'day' : 'part-of-day');
  const day: Point = { grain: 'day', index: context.today + step };
  return own === undefined ? atPart(context, day, context.anchor) : partOfDay(day, own.part, context.anchor);
};

/** "the weekend", "next weekend": Saturday and Sunday of a week; without more, the last that has begun, or the coming one. */
export const readWeekend: TimeReader = (context) => {
  const week = current(context, 'weekend');
  if (week === undefined || context.today === undefined) return unresolved('weekend');
  const step = numberOf(context, 'relative');
  const isWeekend = weekdayOf(context.today) >= 6;
  const direction = directionOf(context);
  const ahead = direction === 'future' || direction === 'planned' || direction === 'closest' || isWeekend ? 0 : -1;
  const index =
    week.index + (step === undefined ? ahead : step === 0 && direction === 'past' && !isWeekend ? -1 : step);
  return dateAt({ grain: 'weekend', index }, context.anchor, kindOf(context));
};
