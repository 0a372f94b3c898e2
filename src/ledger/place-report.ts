import { placeActors } from './actors/place-actors.ts';
import { placeAgenda } from './agenda/place-agenda.ts';
import type { Arrival, Placement, Rulings } from './arrival.ts';
import { placeDisputes } from './disputes/place-disputes.ts';
import { placeEvents } from './events/place-events.ts';
import type { AgendaState, Lookup } from './node.ts';
import { reportOf } from './report.ts';
import { RuledBy } from './rulings.ts';
import { placeSituation, situationsFor } from './situations/place-situation.ts';
import { placeStatements } from './statements/place-statements.ts';

/** The events that a report says were put off, moved or called off, with what it says: their day may be another by now. */
const movedBy = ({ readout }: Arrival): ReadonlyMap<string, AgendaState> =>
  new Map(readout.agenda.filter(({ state }) => state !== 'scheduled').map(({ event, state }) => [event, state]));

const NOTHING: Placement = { nodes: [], members: [], redirects: [] };

/**
 * Finds the node of every record of a report: the one it continues, or a new one. The answer is what changes in the ledger; a
 * report that the ledger has already changes nothing. The same reports in the same order give the same nodes.
 */
export const placeReport = async (arrival: Arrival, lookup: Lookup, rulings: Rulings): Promise<Placement> => {
  const report = reportOf(arrival);
  const ruled = new RuledBy(rulings);
  const { shelf: situations, own, has } = await situationsFor(report, lookup, ruled);
  if (has) return NOTHING;
  const situation = placeSituation(report, situations, own, ruled).id;
  const actors = await placeActors(report, situation, lookup, ruled);
  const inLedger = { nodeOf: actors.nodeOf, summary: (node: string) => actors.shelf.get(node)?.summary };
  const statements = await placeStatements(report, inLedger, lookup, ruled);
  const events = await placeEvents(report, inLedger, situation, movedBy(arrival), lookup, ruled);
  const agenda = await placeAgenda({ report, events, actors: actors.nodeOf, ruled }, lookup);
  const disputes = await placeDisputes(report, { statements, events, actors: actors.nodeOf }, lookup, ruled);
  const shelves = [situations, actors.shelf, statements.shelf, events.shelf, agenda, disputes];
  return {
    nodes: [
      ...situations.changed(),
      ...actors.shelf.changed(),
      ...statements.shelf.changed(),
      ...events.shelf.changed(),
      ...agenda.changed(),
      ...disputes.changed(),
    ],
    members: shelves.flatMap((shelf) => shelf.settled()),
    redirects: shelves.flatMap((shelf) => shelf.redirects),
  };
};
