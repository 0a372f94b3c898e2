import { type CalendarEntry, writeCalendar } from '../../calendar/index.ts';
import type { AgendaItem, Event } from '../../readout/index.ts';
import { assertion, parties, type View } from '../page/view.ts';
import { sayTime } from '../page/when.ts';
import { count, oneLine } from '../page/words.ts';
import type { Format } from './format.ts';
import { type ItemTime, itemTime } from './ics-when.ts';

/** The longest piece of a report that a calendar is given, in characters. */
const EXCERPT = 500;

const LABELS: Readonly<Partial<Record<AgendaItem['state'], string>>> = {
  postponed: 'Postponed',
  rescheduled: 'Rescheduled',
  cancelled: 'Cancelled',
  'did not happen': 'Did not happen',
};

/** RFC 5545 knows three states: what was put off without a new day is off on the old one. */
const statusOf = ({ state, when }: AgendaItem, event: Event | undefined): CalendarEntry['status'] => {
  if (state === 'postponed' || state === 'cancelled' || state === 'did not happen') return 'CANCELLED';
  const sure = when.kind === 'exact' && event?.realis !== 'expected';
  return sure || state === 'held' ? 'CONFIRMED' : 'TENTATIVE';
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** "Postponed: 14:00 talks: Norland and Sudmark". */
const summaryOf = (item: AgendaItem, event: Event | undefined, { hour }: ItemTime, view: View): string => {
  const label = LABELS[item.state];
  const what = event === undefined ? 'agenda item' : oneLine(event.trigger.text);
  const who = view.names(item.who);
  const words = capital([hour ?? '', what].join(' ').trim());
  return `${label === undefined ? '' : `${label}: `}${words}${who === '' ? '' : `: ${who}`}`;
};

const precisionOf = ({ when }: AgendaItem, { isWindow, hour }: ItemTime): string[] => [
  ...(isWindow && when.value !== null ? [`Some time in ${sayTime(when.value)}.`] : []),
  ...(when.kind === 'approximate' ? ['The report gives the time roughly.'] : []),
  ...(hour === null ? [] : [`${capital(hour)}, local time; the report names no time zone.`]),
];

const sourceOf = ({ readout, name }: View): string => {
  const { title, publisher, agency, published, url } = readout.document;
  const origin = [publisher ?? agency, published === null ? null : sayTime(published), url];
  return `Report: ${[title ?? name, ...origin].flatMap((part) => (part === null ? [] : [oneLine(part)])).join(', ')}`;
};

/** What is planned and by whose word, the words of the report, and the report. */
const descriptionOf = (item: AgendaItem, event: Event | undefined, time: ItemTime, view: View): string => {
  const excerpt = event === undefined ? null : view.excerpt(event.trigger, EXCERPT);
  const said = event === undefined ? null : assertion(event, view);
  return [
    ...(event === undefined ? [] : [`${event.type} ${event.realis}, ${parties(event, view)}, ${item.state}.`]),
    ...precisionOf(item, time),
    ...(excerpt === null ? [] : [`“${(excerpt.before + excerpt.words + excerpt.after).trim()}”`]),
    ...(said === null ? [] : [`${capital(said)}.`]),
    sourceOf(view),
  ].join('\n');
};

/** One item of an agenda as an entry of a calendar; null for one without a date. */
const toEntry = (item: AgendaItem, view: View): CalendarEntry | null => {
  const time = itemTime(item);
  if (time === null) return null;
  const event = view.event(item.event);
  const place = view.readout.places.find(({ id }) => id === item.where);
  return {
    uid: `${item.id}@readout`,
    stamp: view.readout.document.published,
    time,
    summary: summaryOf(item, event, time, view),
    description: descriptionOf(item, event, time, view),
    location: view.place(item.where),
    geo: place === undefined || place.lat === null || place.lon === null ? null : [place.lat, place.lon],
    status: statusOf(item, event),
    category: event?.type ?? null,
    url: view.readout.document.url,
  };
};

/**
 * The agenda as an iCalendar file (RFC 5545) for calendar programs: all reports make one calendar. Items without a date are left
 * out (docs/decisions/0009). The same reports give the same bytes: the stamp is the date of the report and never the clock.
 */
export const icsFormat: Format = () => {
  const entries = new Map<string, CalendarEntry>();
  let left = 0;
  return {
    open: '',
    page: (view) => {
      for (const item of view.readout.agenda) {
        const entry = toEntry(item, view);
        if (entry === null) left += 1;
        else entries.set(item.id, entry);
      }
      return '';
    },
    close: () => {
      const note = `${count(entries.size, 'dated item')} and ${left} without a date (left out)`;
      return writeCalendar(entries.values(), { name: 'Readout agenda', note });
    },
  };
};
