import ICAL from 'ical.js';
import type { AgendaItem, Event } from '../../readout/index.ts';
import { assertion, parties, type View } from '../page/view.ts';
import { sayTime } from '../page/when.ts';
import { count, oneLine } from '../page/words.ts';
import type { Format } from './format.ts';
import { type CalendarTime, calendarTime, instantOf } from './ics-when.ts';

/** RFC 5545 counts the blank that opens a continued line among its 75 octets; the package does not. */
const FOLD = 74;
/** The stamp of reports without a date: a calendar must have one, and the clock would change it each time. */
const NO_DATE = '1970-01-01T00:00:00Z';
/** The longest piece of a report that a calendar is given, in characters. */
const EXCERPT = 500;

const LABELS: Readonly<Partial<Record<AgendaItem['state'], string>>> = {
  postponed: 'Postponed',
  rescheduled: 'Rescheduled',
  cancelled: 'Cancelled',
  'did not happen': 'Did not happen',
};

/** RFC 5545 knows three states: what was put off without a new day is off on the old one. */
const statusOf = ({ state, when }: AgendaItem, event: Event | undefined): string => {
  if (state === 'postponed' || state === 'cancelled' || state === 'did not happen') return 'CANCELLED';
  const sure = when.kind === 'exact' && event?.realis !== 'expected';
  return sure || state === 'held' ? 'CONFIRMED' : 'TENTATIVE';
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** "Postponed: 14:00 talks: Norland and Sudmark". */
const summaryOf = (item: AgendaItem, event: Event | undefined, { hour }: CalendarTime, view: View): string => {
  const label = LABELS[item.state];
  const what = event === undefined ? 'agenda item' : oneLine(event.trigger.text);
  const who = view.names(item.who);
  const words = capital([hour ?? '', what].join(' ').trim());
  return `${label === undefined ? '' : `${label}: `}${words}${who === '' ? '' : `: ${who}`}`;
};

const precisionOf = ({ when }: AgendaItem, { isWindow, hour }: CalendarTime): string[] => [
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
const descriptionOf = (item: AgendaItem, event: Event | undefined, time: CalendarTime, view: View): string => {
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

const isUrl = (words: string): boolean => URL.canParse(words) && /^https?:\/\/[!-~]+$/.test(words);

const stampOf = ({ readout }: View): ICAL.Time | null =>
  instantOf(readout.document.published ?? NO_DATE) ?? instantOf(NO_DATE);

/** One item of an agenda as a VEVENT (RFC 5545, 3.6.1); null for one without a date. */
const toVevent = (item: AgendaItem, view: View): ICAL.Component | null => {
  const time = calendarTime(item);
  if (time === null) return null;
  const event = view.event(item.event);
  const vevent = new ICAL.Component('vevent');
  const put = (name: string, value: string | ICAL.Time | number[] | null): void => {
    if (value !== null) vevent.updatePropertyWithValue(name, value);
  };
  put('uid', `${item.id}@readout`);
  put('dtstamp', stampOf(view));
  put('dtstart', time.start);
  put('dtend', time.end);
  put('summary', summaryOf(item, event, time, view));
  put('description', descriptionOf(item, event, time, view));
  put('location', view.place(item.where));
  const place = view.readout.places.find(({ id }) => id === item.where);
  if (place !== undefined && place.lat !== null && place.lon !== null) put('geo', [place.lat, place.lon]);
  put('status', statusOf(item, event));
  put('transp', time.isWindow || time.start.isDate ? 'TRANSPARENT' : 'OPAQUE');
  put('categories', event?.type ?? null);
  const { url } = view.readout.document;
  put('url', url !== null && isUrl(url) ? url : null);
  return vevent;
};

const calendarOf = (vevents: readonly ICAL.Component[], left: number): ICAL.Component => {
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//Readout//Agenda//EN');
  calendar.updatePropertyWithValue('calscale', 'GREGORIAN');
  calendar.updatePropertyWithValue('method', 'PUBLISH');
  calendar.updatePropertyWithValue('x-wr-calname', 'Readout agenda');
  // The package does not escape what it knows no type of: no comma or semicolon may stand here.
  const note = `${count(vevents.length, 'dated item')} and ${left} without a date (left out)`;
  calendar.updatePropertyWithValue('x-wr-caldesc', note);
  for (const vevent of vevents) calendar.addSubcomponent(vevent);
  return calendar;
};

/**
 * The agenda as an iCalendar file (RFC 5545) for calendar programs: all reports make one calendar. Items without a date are left
 * out (docs/decisions/0009). The same reports give the same bytes: the stamp is the date of the report and never the clock.
 */
export const icsFormat: Format = () => {
  const vevents = new Map<string, ICAL.Component>();
  let left = 0;
  return {
    open: '',
    page: (view) => {
      for (const item of view.readout.agenda) {
        const vevent = toVevent(item, view);
        if (vevent === null) left += 1;
        else vevents.set(item.id, vevent);
      }
      return '';
    },
    close: () => {
      ICAL.foldLength = FOLD;
      return `${calendarOf([...vevents.values()], left).toString()}\r\n`;
    },
  };
};
