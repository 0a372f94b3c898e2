import { dayAfter, sameDayOf } from './month.ts';

/** The weekday of a day, Monday 0. */
const weekday = (day: string): number => (new Date(day).getUTCDay() + 6) % 7;

const moves: Readonly<Record<string, (day: string) => string>> = {
  ArrowLeft: (day) => dayAfter(day, -1),
  ArrowRight: (day) => dayAfter(day, 1),
  ArrowUp: (day) => dayAfter(day, -7),
  ArrowDown: (day) => dayAfter(day, 7),
  Home: (day) => dayAfter(day, -weekday(day)),
  End: (day) => dayAfter(day, 6 - weekday(day)),
  PageUp: (day) => sameDayOf(day, -1),
  PageDown: (day) => sameDayOf(day, 1),
};

/** The day that a key leads to, as in other calendars: arrows by days and weeks, Home and End in the week, page keys by months. */
export const dayByKey = (key: string, day: string): string | null => moves[key]?.(day) ?? null;
