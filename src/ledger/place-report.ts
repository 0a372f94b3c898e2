import type { Arrival, Placement, Rulings } from './arrival.ts';
import type { Lookup } from './node.ts';
import { reportOf } from './report.ts';
import { RuledBy } from './rulings.ts';
import { placeSituation, situationsFor } from './situations/place-situation.ts';

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
  placeSituation(report, situations, own, ruled);
  const shelves = [situations];
  return {
    nodes: shelves.flatMap((shelf) => shelf.changed()),
    members: shelves.flatMap((shelf) => shelf.settled()),
    redirects: shelves.flatMap((shelf) => shelf.redirects),
  };
};
