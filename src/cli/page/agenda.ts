import type { AgendaItem } from '../../readout/index.ts';
import { AROUND } from './events.ts';
import { reasonOf } from './reason.ts';
import { eventLabel, type Row, type Section } from './row.ts';
import { assertion, type View } from './view.ts';
import { sayTime } from './when.ts';

const whenOf = ({ when }: AgendaItem): string => {
  if (when.kind === 'unscheduled') return 'no date yet';
  if (when.value === null || when.kind === 'unresolved') return 'date unresolved';
  return `${when.kind === 'approximate' ? 'about ' : ''}${sayTime(when.value)}`;
};

const rowOf =
  (view: View, explain: boolean) =>
  (item: AgendaItem): Row => {
    const event = view.event(item.event);
    const said = event === undefined ? null : assertion(event, view);
    const what = event === undefined ? [] : [`event ${view.number(event.id)}`];
    return {
      id: item.id,
      number: view.number(item.id),
      label: event === undefined ? '' : eventLabel(event),
      title: [whenOf(item), view.names(item.who)].filter(Boolean).join(' · '),
      notes: [...what, item.state, ...[view.place(item.where), said].flatMap((note) => note ?? [])],
      excerpts: event === undefined ? [] : [view.excerpt(event.trigger, AROUND)],
      evidence: event === undefined ? [] : [event.trigger, ...event.mentions],
      reason: explain && event !== undefined ? reasonOf(view, event.rule, event.trigger) : null,
    };
  };

/** What is planned or expected next. */
export const agendaSection = (view: View, explain: boolean): Section => ({
  id: 'agenda',
  title: 'Agenda',
  groups: [{ title: null, rows: view.readout.agenda.map(rowOf(view, explain)) }],
  empty: 'Nothing is planned or expected after the report.',
});
