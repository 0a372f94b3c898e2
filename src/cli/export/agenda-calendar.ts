import { type CalendarEntry, type CalendarTime, calendarTime, writeCalendar } from '../../calendar/index.ts';
import { count, oneLine } from '../page/words.ts';

/** An item of an agenda across reports, ready for a calendar. */
export interface CalendarItem {
  /** Never changes, so that a calendar that follows the agenda moves the entry and makes no second one. */
  readonly id: string;
  readonly when: { readonly value: string | null; readonly start: string | null } | null;
  readonly state: string;
  readonly title: string;
  readonly place: string | null;
  /** How the state came about, and the words of the reports. */
  readonly description: string;
  /** The day of the newest report that says something of it. */
  readonly changed: string;
}

const off: ReadonlySet<string> = new Set(['postponed', 'cancelled', 'did not happen']);

/** The item's time as calendars have it: by its value, or else the first day that it can lie on. */
const timeOf = ({ when }: CalendarItem): CalendarTime | null => {
  const ofValue = (value: string | null): CalendarTime | null => (value === null ? null : calendarTime(value));
  return when === null ? null : (ofValue(when.value) ?? ofValue(when.start?.slice(0, 10) ?? null));
};

const statusOf = ({ state }: CalendarItem, { isWindow }: CalendarTime): CalendarEntry['status'] => {
  if (off.has(state)) return 'CANCELLED';
  return isWindow && state !== 'held' ? 'TENTATIVE' : 'CONFIRMED';
};

const entryOf = (item: CalendarItem): CalendarEntry | null => {
  const time = timeOf(item);
  if (time === null) return null;
  return {
    uid: `${item.id}@readout`,
    stamp: item.changed,
    time,
    summary: oneLine(off.has(item.state) ? `${item.state}: ${item.title}` : item.title),
    description: item.description,
    location: item.place === null ? null : oneLine(item.place),
    geo: null,
    status: statusOf(item, time),
    category: 'AGENDA',
    url: null,
  };
};

/** The items as one iCalendar file (RFC 5545), and how many had no date and were left out. */
export const agendaCalendar = (items: readonly CalendarItem[]): { readonly text: string; readonly left: number } => {
  const entries = items.map(entryOf).filter((entry) => entry !== null);
  const left = items.length - entries.length;
  const note = `${count(entries.length, 'dated item')} and ${left} without a date (left out)`;
  return { text: writeCalendar(entries, { name: 'Readout agenda', note }), left };
};
