import { intervalOf } from '../readout/index.ts';

/** When an entry of a calendar is: a day (`2026-03-06`) or a window of days, or an instant (`2026-03-06T13:00:00Z`). */
export interface CalendarTime {
  readonly start: string;
  /** The day after a window, or the end of a span of hours; null where the report does not say. */
  readonly end: string | null;
  /** A window that holds the event somewhere ("next week"), rather than the days that it takes. */
  readonly isWindow: boolean;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)$/;
const DAY_LENGTH = 86_400_000;

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY_LENGTH).toISOString().slice(0, 10);

/** The instant that an ISO 8601 date names, in universal time: `2026-03-06T14:00+01:00` → `2026-03-06T13:00:00Z`; null for what is none. */
export const instantOf = (value: string): string | null => {
  const milliseconds = Date.parse(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(milliseconds) ? null : `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
};

const timed = (value: string): CalendarTime | null => {
  const [from = '', to] = value.split('/');
  if (!INSTANT.test(from)) return null;
  const start = instantOf(from);
  if (start === null) return null;
  const end = to !== undefined && INSTANT.test(to) ? instantOf(to) : null;
  return { start, end: end !== null && end > start ? end : null, isWindow: false };
};

const allDay = (value: string): CalendarTime | null => {
  const days = intervalOf(value);
  if (days === undefined || days.to < days.from || !DAY.test(days.from) || !DAY.test(days.to)) return null;
  return { start: days.from, end: dayAfter(days.to), isWindow: days.from !== days.to };
};

/**
 * When a TIMEX3 value is, as calendars have it: an instant in universal time where it tells the zone, else the whole day or the
 * window of days. Null for what has no date. A clock time without a zone makes no instant: calendars that know no floating time
 * would move it (docs/decisions/0009).
 */
export const calendarTime = (value: string): CalendarTime | null => timed(value) ?? allDay(value);
