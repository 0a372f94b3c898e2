import ICAL from 'ical.js';
import { type AgendaItem, intervalOf } from '../../readout/index.ts';
import { sayTime } from '../page/when.ts';

/** When an entry of a calendar is: a day or a window of days, or an instant. */
export interface CalendarTime {
  readonly start: ICAL.Time;
  /** The day after a window, or the end of a span of hours; absent where the report does not say. */
  readonly end: ICAL.Time | null;
  /** A window that holds the event somewhere ("next week"), rather than the days that it takes. */
  readonly isWindow: boolean;
  /** The hour or part of the day that no instant can tell ("14:00", "evening"): the report names no zone for it. */
  readonly hour: string | null;
}

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)$/;
const LOCAL = /^\d{4}-\d\d-\d\dT(.+)$/;
const DAY_LENGTH = 86_400_000;

const dateOf = (day: string, later = 0): ICAL.Time | null => {
  const match = DAY.exec(day);
  if (match === null) return null;
  const moved = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) + later * DAY_LENGTH);
  return ICAL.Time.fromData({
    year: moved.getUTCFullYear(),
    month: moved.getUTCMonth() + 1,
    day: moved.getUTCDate(),
    isDate: true,
  });
};

/** The instant that an ISO 8601 date names, in universal time: `2026-03-06T14:00+01:00` → 13:00 Z; null for what is none. */
export const instantOf = (value: string): ICAL.Time | null => {
  const milliseconds = Date.parse(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  if (Number.isNaN(milliseconds)) return null;
  const moment = new Date(milliseconds);
  const data = {
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    day: moment.getUTCDate(),
    hour: moment.getUTCHours(),
    minute: moment.getUTCMinutes(),
    second: moment.getUTCSeconds(),
    isDate: false,
  };
  return ICAL.Time.fromData(data, ICAL.Timezone.utcTimezone);
};

const timed = (value: string): CalendarTime | null => {
  const [from = '', to] = value.split('/');
  if (!INSTANT.test(from)) return null;
  const start = instantOf(from);
  if (start === null) return null;
  const end = to !== undefined && INSTANT.test(to) ? instantOf(to) : null;
  return { start, end: end !== null && end.compare(start) > 0 ? end : null, isWindow: false, hour: null };
};

const hourOf = (value: string): string | null => {
  if (!LOCAL.test(value)) return null;
  const said = sayTime(value).replace(/^\S+ \d{4}-\d\d-\d\d /, '');
  return said === value ? null : said;
};

const allDay = (value: string): CalendarTime | null => {
  const days = intervalOf(value);
  if (days === undefined || days.to < days.from) return null;
  const start = dateOf(days.from);
  const end = dateOf(days.to, 1);
  if (start === null || end === null) return null;
  return { start, end, isWindow: days.from !== days.to, hour: hourOf(value) };
};

/**
 * When an item of the agenda is, as calendars have it: an instant in universal time where the report tells the zone, else the
 * whole day or the window of days. Null for what has no date. A clock time without a zone makes no instant: calendars that
 * know no floating time would move it (docs/decisions/0009).
 */
export const calendarTime = ({ when }: AgendaItem): CalendarTime | null =>
  when.value === null || when.kind === 'unscheduled' || when.kind === 'unresolved'
    ? null
    : (timed(when.value) ?? allDay(when.value));
