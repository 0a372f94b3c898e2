import { dayOf, gapBetween } from '../days.ts';
import type { LedgerNode, Lookup, SituationSummary } from '../node.ts';
import type { Report } from '../report.ts';
import type { RuledBy } from '../rulings.ts';
import { openShelf, type Shelf } from '../shelf.ts';
import { situationFold, situationKeys } from './fold-situation.ts';
import { likeness, vectorOf } from './vector.ts';

/** So alike, on the mean, are the reports of one situation; measured on BASIL (docs/decisions/0017). */
const ALIKE = 0.16;
/** Days after which the likeness that is asked for has grown by the root of e. */
const DECAY = 2.5;
/** What likeness counts days later: a story that is taken up again, told in much the same words. */
const LATER = 0.4;
const REACH = 21;
/** What likeness counts where a day is not known. */
const UNDATED = 0.55;
/** Candidates that are compared in full, and that one key may give. */
const COMPARED = 48;
const EACH_KEY = 64;

type Node = LedgerNode<'situation'>;

const nearness = (one: SituationSummary, other: SituationSummary): number => {
  if (one.first === null || one.last === null || other.first === null || other.last === null) return UNDATED;
  const gap = gapBetween(
    { from: dayOf(one.first), to: dayOf(one.last) + 1 },
    { from: dayOf(other.first), to: dayOf(other.last) + 1 },
  );
  return Math.max(Math.exp(-(gap * gap) / (2 * DECAY * DECAY)), gap > REACH ? 0 : LATER);
};

const alike = (one: SituationSummary, other: SituationSummary): number =>
  likeness(one.terms, other.terms) * nearness(one, other);

const summaryOf = ({ id, arrival, published, day }: Report): SituationSummary => ({
  title: arrival.readout.document.title ?? '',
  first: published,
  last: published,
  span: { first: day, last: day },
  terms: vectorOf(arrival.readout),
  actors: [],
  publishers: arrival.publisher === null ? [] : [arrival.publisher],
  origins: [arrival.origin],
  documents: [id],
  counts: { reports: 1, publishers: arrival.publisher === null ? 0 : 1, origins: 1 },
});

/** The shelf with the situations that a report may belong to, and the node that has it already, if it was placed before. */
export const situationsFor = async (
  report: Report,
  lookup: Lookup,
  ruled: RuledBy,
): Promise<{ readonly shelf: Shelf<'situation'>; readonly own: SituationSummary; readonly has: boolean }> => {
  const own = summaryOf(report);
  const day = dayOf(report.day);
  const keys = [
    `document/${report.id}`,
    ...ruled.nodes('situation'),
    ...situationKeys(own.terms, day - REACH, day + REACH),
  ];
  const shelf = await openShelf(situationFold, keys, lookup, EACH_KEY);
  return { shelf, own, has: shelf.withKeys([`document/${report.id}`]).length > 0 };
};

/** Joins situations that a new report shows to be one. */
const bridge = (shelf: Shelf<'situation'>, node: Node, others: readonly Node[], ruled: RuledBy): Node => {
  let joined = node;
  for (const { id } of others) {
    const other = shelf.get(id);
    if (other === undefined || other.id === joined.id) continue;
    if (ruled.between('situation', joined.id, other.id) === 'apart') continue;
    if (alike(joined.summary, other.summary) >= ALIKE) joined = shelf.unite(joined, other, 'reports of both are alike');
  }
  return joined;
};

/** Puts a report into the situation that it is most like in words and nearest to in time, or begins one. */
export const placeSituation = (
  report: Report,
  shelf: Shelf<'situation'>,
  own: SituationSummary,
  ruled: RuledBy,
): Node => {
  const ref = { document: report.id, record: report.id };
  const { onto: wanted, barred } = ruled.about(shelf, ref);
  const day = dayOf(report.day);
  const keys = situationKeys(own.terms, day - REACH, day + REACH);
  const found = shelf
    .withKeys(keys, COMPARED)
    .filter(({ id }) => !barred.has(id))
    .map((node) => ({ node, score: alike(own, node.summary) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score || (a.node.id < b.node.id ? -1 : 1));
  const best = wanted ?? found[0]?.node ?? null;
  const reason = wanted !== undefined ? 'ruled' : best === null ? 'first report' : 'words and days in common';
  const node = shelf.add(ref, own, best, reason);
  ruled.placed('situation', ref, node.id);
  return bridge(
    shelf,
    node,
    found.map((each) => each.node),
    ruled,
  );
};
