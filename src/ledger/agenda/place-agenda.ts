import type { AgendaItem, Event } from '../../readout/index.ts';
import { earlier, later } from '../dated.ts';
import type { PlacedEvents } from '../events/place-events.ts';
import type { AgendaState, AgendaSummary, EventSummary, LedgerNode, Lookup, When } from '../node.ts';
import { type Report, whenOf } from '../report.ts';
import type { RuledBy } from '../rulings.ts';
import { openShelf, type Shelf } from '../shelf.ts';
import { countsOf } from '../tellings.ts';
import { agendaFold } from './fold-agenda.ts';

type Node = LedgerNode<'agenda'>;

/** The report that is placed, and what it is placed with. */
export interface Given {
  readonly report: Report;
  readonly events: PlacedEvents;
  /** The nodes of its actors. */
  readonly actors: ReadonlyMap<string, string>;
  readonly ruled: RuledBy;
}

const whenOfItem = ({ when }: AgendaItem) => (when.kind === 'unscheduled' ? null : whenOf(when.value, when.grain));

/** What a report says of an item: a step, which it may turn out to be or not, and a telling. */
const said = (report: Report, event: string, state: AgendaState, when: When | null) => {
  const telling = { ...report.telling(event), state, when };
  const { document, record, published } = telling;
  return {
    steps: [{ document, record, published, state, when }],
    tellings: [telling],
    counts: countsOf([telling]),
  };
};

const summaryOf = (item: AgendaItem, event: string, { report, events, actors }: Given): AgendaSummary => {
  const when = whenOfItem(item);
  return {
    event,
    type: events.shelf.get(event)?.summary.type ?? '',
    who: item.who.flatMap((id) => actors.get(id) ?? []),
    when,
    place: report.place(item.where)?.name ?? null,
    state: item.state,
    ...said(report, item.event, item.state, when),
  };
};

/** What a report that tells an event says became of its item: held, or not; null where it says neither, or could not know yet. */
const outcomeOf = ({ day }: Report, { realis }: Event, item: AgendaSummary): AgendaState | null => {
  const start = item.when?.start ?? null;
  if (realis === 'actual') return start === null || start <= day ? 'held' : null;
  if (realis !== 'negated') return null;
  return start === null || day < start ? 'cancelled' : 'did not happen';
};

/** The event as the item moved it: planned for another day, and looked up by both. */
const moved = (event: EventSummary, { when, steps }: AgendaSummary): EventSummary | null => {
  const last = steps.at(-1)?.state;
  if (when?.start == null || when.end === null || when.value === event.when?.value || last === undefined) return null;
  if (last !== 'rescheduled' && last !== 'scheduled') return null;
  return {
    ...event,
    realis: event.realis === 'actual' ? event.realis : 'planned',
    when,
    formerly: event.when === null ? event.formerly : [...event.formerly, event.when],
    span: {
      first: earlier(when.start, event.span.first) ?? when.start,
      last: later(when.end, event.span.last) ?? when.end,
    },
  };
};

const eventIds = (events: PlacedEvents, id: string): readonly string[] =>
  events.shelf.get(id)?.keys.filter((key) => key.startsWith('event:')) ?? [id];

/** The item of an event. Where two events became one their items do too, unless people ruled them apart. */
const itemOf = (shelf: Shelf<'agenda'>, event: string, { events, ruled }: Given): Node | null => {
  const [first, ...others] = shelf.withKeys(eventIds(events, event).map((id) => `of/${id}`));
  if (first === undefined) return null;
  return others.reduce(
    (joined, other) =>
      ruled.between('agenda', joined.id, other.id) === 'apart' ? joined : shelf.unite(joined, other, 'one event'),
    first,
  );
};

/** Puts an item of a report where the event it plans has its item, and moves the event to the day that the item gives it now. */
const placeItem = (shelf: Shelf<'agenda'>, item: AgendaItem, given: Given): void => {
  const { report, events, ruled } = given;
  const event = events.nodeOf.get(item.event) ?? item.event;
  const ref = { document: report.id, record: item.id };
  const { onto: wanted, barred } = ruled.about(shelf, ref);
  const found = itemOf(shelf, event, given);
  const onto = wanted ?? (found !== null && barred.has(found.id) ? null : found);
  const reason = wanted !== undefined ? 'ruled' : onto === null ? 'first on the agenda' : 'the event it plans';
  const node = shelf.add(ref, summaryOf(item, event, given), onto, reason);
  ruled.placed('agenda', ref, node.id);
  const target = events.shelf.get(event);
  const change = target === undefined ? null : moved(target.summary, node.summary);
  if (target !== undefined && change !== null) events.shelf.change(target, change);
};

/** Adds to an item what a report tells of the event itself: that it was held, or was not. */
const tellOutcome = (shelf: Shelf<'agenda'>, event: Event, given: Given): void => {
  const { report, events } = given;
  const item = itemOf(shelf, events.nodeOf.get(event.id) ?? event.id, given);
  const state = item === null ? null : outcomeOf(report, event, item.summary);
  if (item === null || state === null) return;
  const after = agendaFold.merge(item.summary, { ...item.summary, ...said(report, event.id, state, null) });
  const isNew = after.steps.length > item.summary.steps.length || after.counts.reports > item.summary.counts.reports;
  if (isNew) shelf.change(item, after);
};

/** The states that the items of a report, and the events it tells, bring to the agenda. The passing of time brings none. */
export const placeAgenda = async (given: Given, lookup: Lookup): Promise<Shelf<'agenda'>> => {
  const { report, events, ruled } = given;
  const { agenda, events: told } = report.arrival.readout;
  const ids = [...events.nodeOf.values()].flatMap((id) => eventIds(events, id));
  const keys = [...new Set([...ids.map((id) => `of/${id}`), ...ruled.nodes('agenda')])];
  const shelf = await openShelf(agendaFold, keys, lookup);
  const listed = new Set(agenda.map((item) => item.event));
  for (const item of agenda) placeItem(shelf, item, given);
  for (const event of told) if (!listed.has(event.id)) tellOutcome(shelf, event, given);
  return shelf;
};
