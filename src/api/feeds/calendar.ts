import { type CalendarEntry, type CalendarTime, calendarTime, writeCalendar } from '../../calendar/index.ts';
import type { SavedQuery } from '../schemas/saved.ts';
import { evidenceOf, type Match, reportOf, titleOf } from './matches.ts';

const cancelled: ReadonlySet<string> = new Set(['postponed', 'cancelled', 'did not happen']);

/** A stretch of instants as whole days: a ledger keeps no zone of the place, and an hour in the wrong one would mislead. */
const daysOf = (start: string, end: string | null): CalendarTime | null => {
  const from = start.slice(0, 10);
  const last =
    end === null ? from : new Date(Math.max(Date.parse(end) - 1, Date.parse(start))).toISOString().slice(0, 10);
  return calendarTime(from === last ? from : `${from}/${last}`);
};

const timeOf = (match: Match): CalendarTime | null => {
  if (match.kind === 'statement') return match.said === null ? null : daysOf(match.said.start, match.said.end);
  if (match.kind === 'event') return match.when === null ? null : daysOf(match.when.start, match.when.end);
  const { when } = match.summary;
  if (when === null) return null;
  return (
    (when.value === null ? null : calendarTime(when.value)) ??
    (when.start === null ? null : daysOf(when.start, when.end))
  );
};

const statusOf = (match: Match): CalendarEntry['status'] => {
  if (match.kind === 'agenda') {
    if (cancelled.has(match.summary.state)) return 'CANCELLED';
    return match.summary.state === 'held' ? 'CONFIRMED' : 'TENTATIVE';
  }
  if (match.kind === 'statement') return 'CONFIRMED';
  return match.record.realis === 'negated' ? 'CANCELLED' : match.record.realis === 'actual' ? 'CONFIRMED' : 'TENTATIVE';
};

const placeOf = (match: Match): Pick<CalendarEntry, 'location' | 'geo'> => {
  if (match.kind === 'agenda') return { location: match.summary.place, geo: null };
  const place = match.kind === 'event' ? match.place : null;
  return {
    location: place?.name ?? null,
    geo: place === null || place.lat === null || place.lon === null ? null : [place.lat, place.lon],
  };
};

/** How an item of the agenda came to its state, where that took more than one step. */
const stepsOf = (match: Match): readonly string[] =>
  match.kind !== 'agenda' || match.summary.steps.length < 2
    ? []
    : [match.summary.steps.map(({ state, published }) => `${state} (${published ?? 'no day'})`).join('; ')];

const descriptionOf = (match: Match, { isWindow, start, end }: CalendarTime): string => {
  const report = reportOf(match);
  const from = [report?.title, report?.publisher, report?.published, report?.url].filter(
    (part) => typeof part === 'string',
  );
  return [
    ...(isWindow ? [`Some time from ${start}, before ${end}.`] : []),
    `“${evidenceOf(match)}”`,
    ...stepsOf(match),
    ...(from.length === 0 ? [] : [`Report: ${from.join(', ')}`]),
  ].join('\n');
};

const entryOf = (match: Match): CalendarEntry | null => {
  const time = timeOf(match);
  if (time === null) return null;
  const isNode = match.kind === 'agenda';
  return {
    uid: `${isNode ? match.id : match.node}@readout`,
    stamp: match.at,
    time,
    summary: titleOf(match),
    description: descriptionOf(match, time),
    ...placeOf(match),
    status: statusOf(match),
    category: match.kind === 'event' ? match.record.type : match.kind.toUpperCase(),
    url: reportOf(match)?.url ?? null,
  };
};

/** What a saved query finds as a calendar: one entry a node, by its newest telling; what has no day is left out. */
export const writeQueryCalendar = (query: SavedQuery, matches: readonly Match[]): string => {
  // Newest first; of two with one UID the later in the list stays.
  const entries = matches.map(entryOf).filter((entry) => entry !== null);
  const left = matches.length - entries.length;
  const note = `${entries.length} dated and ${left} without a date (left out)`;
  return writeCalendar(entries.reverse(), { name: query.title, note });
};
