import ICAL from 'ical.js';
import type { CalendarTime } from './calendar-time.ts';
import { instantOf } from './calendar-time.ts';

/** RFC 5545 counts the blank that opens a continued line among its 75 octets; the package does not. */
const FOLD = 74;
/** The stamp of what has no date: a calendar must have one, and the clock would change it each time. */
const NO_DATE = '1970-01-01T00:00:00Z';

/** One entry of a calendar (VEVENT; RFC 5545, 3.6.1). */
export interface CalendarEntry {
  /** Stays the same when the entry changes, so that programs know it again. */
  readonly uid: string;
  /** ISO 8601 date or instant of the report that says so; null where it says none. */
  readonly stamp: string | null;
  readonly time: CalendarTime;
  readonly summary: string;
  readonly description: string;
  readonly location: string | null;
  readonly geo: readonly [number, number] | null;
  readonly status: 'CANCELLED' | 'CONFIRMED' | 'TENTATIVE';
  readonly category: string | null;
  readonly url: string | null;
}

const isUrl = (words: string): boolean => URL.canParse(words) && /^https?:\/\/[!-~]+$/.test(words);

const toTime = (text: string): ICAL.Time =>
  text.length === 10 ? ICAL.Time.fromDateString(text) : ICAL.Time.fromDateTimeString(text);

const toVevent = (entry: CalendarEntry): ICAL.Component => {
  const vevent = new ICAL.Component('vevent');
  const put = (name: string, value: string | ICAL.Time | readonly number[] | null): void => {
    if (value !== null) vevent.updatePropertyWithValue(name, value);
  };
  const { time, url } = entry;
  put('uid', entry.uid);
  put('dtstamp', toTime(instantOf(entry.stamp ?? NO_DATE) ?? NO_DATE));
  put('dtstart', toTime(time.start));
  put('dtend', time.end === null ? null : toTime(time.end));
  put('summary', entry.summary);
  put('description', entry.description);
  put('location', entry.location);
  put('geo', entry.geo);
  put('status', entry.status);
  put('transp', time.start.length === 10 ? 'TRANSPARENT' : 'OPAQUE');
  put('categories', entry.category);
  put('url', url !== null && isUrl(url) ? url : null);
  return vevent;
};

/** What a calendar is called, and a note on it. */
export interface CalendarInfo {
  readonly name: string;
  readonly note: string;
}

/** The package does not escape what it knows no type of. */
const plain = (words: string): string => words.replace(/[,;\\\s]+/g, ' ').trim();

/**
 * Entries as an iCalendar file (RFC 5545); of two with one UID the later stays. The same entries give the same bytes: no clock is
 * read.
 */
export const writeCalendar = (entries: Iterable<CalendarEntry>, { name, note }: CalendarInfo): string => {
  ICAL.foldLength = FOLD;
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//Readout//Agenda//EN');
  calendar.updatePropertyWithValue('calscale', 'GREGORIAN');
  calendar.updatePropertyWithValue('method', 'PUBLISH');
  calendar.updatePropertyWithValue('x-wr-calname', plain(name));
  calendar.updatePropertyWithValue('x-wr-caldesc', plain(note));
  for (const entry of new Map([...entries].map((one) => [one.uid, one])).values())
    calendar.addSubcomponent(toVevent(entry));
  return `${calendar.toString()}\r\n`;
};
