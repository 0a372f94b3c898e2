import type { Event } from '../../readout/index.ts';
import type { ActorsInLedger } from '../actors/place-actors.ts';
import type { AgendaState, EventSummary, LedgerNode, Lookup } from '../node.ts';
import type { Report } from '../report.ts';
import type { RuledBy } from '../rulings.ts';
import { openShelf, type Shelf } from '../shelf.ts';
import { askedKeys, eventFold } from './fold-event.ts';
import { contradicts, matchEvent } from './match-event.ts';
import { summaryOfEvent } from './summary-of-event.ts';

type Node = LedgerNode<'event'>;

const EACH_KEY = 32;
const COMPARED = 64;
/** Days by which something may be moved. */
const MOVED = 35;

/** An event that one report says happened and another that it did not. */
export interface Contradiction {
  readonly event: string;
  readonly against: string;
}

/** The events of a report in the ledger. */
export interface PlacedEvents {
  readonly shelf: Shelf<'event'>;
  readonly nodeOf: ReadonlyMap<string, string>;
  readonly summaries: ReadonlyMap<string, EventSummary>;
  readonly contradictions: readonly Contradiction[];
}

const scored = (summary: EventSummary, candidates: readonly Node[]) =>
  candidates
    .flatMap((node) => {
      const match = matchEvent(summary, node.summary);
      return match === null ? [] : [{ node, ...match }];
    })
    .sort((a, b) => b.score - a.score || (a.node.id < b.node.id ? -1 : 1));

/** Joins events that a new report shows to be one. */
const bridge = (shelf: Shelf<'event'>, node: Node, others: readonly Node[], ruled: RuledBy): Node => {
  let joined = node;
  for (const { id } of others) {
    const other = shelf.get(id);
    if (other === undefined || other.id === joined.id || ruled.between('event', joined.id, other.id) === 'apart')
      continue;
    const match = matchEvent(joined.summary, other.summary);
    if (match !== null)
      joined = shelf.unite(joined, other, `a report shows both to be one: ${match.reasons.join(', ')}`);
  }
  return joined;
};

/** Finds the nodes of the events of a report. `moved`: events that it says were put off or called off, whose day may be another by now. */
export const placeEvents = async (
  report: Report,
  actors: ActorsInLedger,
  situation: string,
  moved: ReadonlyMap<string, AgendaState>,
  lookup: Lookup,
  ruled: RuledBy,
): Promise<PlacedEvents> => {
  const incoming = report.arrival.readout.events.map((event: Event) => {
    const became = moved.get(event.id);
    const summary = summaryOfEvent(report, event, actors, situation, became);
    return { event, summary, keys: askedKeys(summary, became === undefined ? 0 : MOVED) };
  });
  const keys = new Set([...incoming.flatMap((each) => each.keys), ...ruled.nodes('event')]);
  const shelf = await openShelf(eventFold, keys, lookup, EACH_KEY);
  const nodes = new Map<string, string>();
  const contradictions: Contradiction[] = [];
  for (const { event, summary, keys: own } of incoming) {
    const ref = { document: report.id, record: event.id };
    const { onto: wanted, barred } = ruled.about(shelf, ref);
    const candidates = shelf.withKeys(own, COMPARED).filter(({ id }) => !barred.has(id));
    const found = scored(summary, candidates);
    const best = wanted ?? found[0]?.node ?? null;
    const reason = wanted === undefined ? (found[0]?.reasons.join(', ') ?? 'first telling') : 'ruled';
    const placed = shelf.add(ref, summary, best, reason);
    ruled.placed('event', ref, placed.id);
    const node = bridge(
      shelf,
      placed,
      found.map((each) => each.node),
      ruled,
    );
    nodes.set(event.id, node.id);
    for (const other of candidates)
      if (other.id !== node.id && contradicts(summary, other.summary))
        contradictions.push({ event: node.id, against: other.id });
  }
  const settled = new Map([...nodes].map(([record, id]) => [record, shelf.get(id)?.id ?? id]));
  return {
    shelf,
    nodeOf: settled,
    summaries: new Map(incoming.map(({ event, summary }) => [event.id, summary])),
    contradictions,
  };
};
