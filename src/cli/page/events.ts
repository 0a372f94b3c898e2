import type { Event, Realis } from '../../readout/index.ts';
import { reasonOf } from './reason.ts';
import { eventLabel, type Group, type Row, type Section } from './row.ts';
import { assertion, parties, type View } from './view.ts';
import { realisWords } from './words.ts';

/** Characters of the report that are shown around what names an event. */
export const AROUND = 220;

const rowOf = (event: Event, view: View, explain: boolean): Row => ({
  id: event.id,
  number: view.number(event.id),
  label: eventLabel(event),
  title: parties(event, view),
  notes: [
    ...[view.time(event.time), view.place(event.place), assertion(event, view)].flatMap((note) => note ?? []),
    ...(event.statement === null ? [] : [`statement ${view.number(event.statement)}`]),
    ...event.contexts,
  ],
  excerpts: [view.excerpt(event.trigger, AROUND)],
  evidence: [event.trigger, ...event.mentions],
  reason: explain ? reasonOf(view, event.rule, event.trigger) : null,
});

/** What happened, is planned, may happen …, a group for each. */
export const eventsSection = (view: View, explain: boolean): Section => {
  const groups = (Object.keys(realisWords) as Realis[]).map((realis): Group => {
    const events = view.readout.events.filter((event) => event.realis === realis);
    return { title: realisWords[realis], rows: events.map((event) => rowOf(event, view, explain)) };
  });
  return {
    id: 'events',
    title: 'Events',
    groups: groups.filter(({ rows }) => rows.length > 0),
    empty: 'No political event was found.',
  };
};
