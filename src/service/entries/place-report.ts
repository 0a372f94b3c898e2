import type { Transaction } from 'kysely';
import {
  type Arrival,
  type LedgerNode,
  type Member,
  type NodeKind,
  type Placement,
  placeReport,
  recounted,
  withdrawReport,
  withoutReport,
} from '../../ledger/index.ts';
import { FOREVER, type Tables } from '../../store/index.ts';
import { redirectsOf } from '../ask/aliases.ts';
import { rulingsIn } from './active-corrections.ts';
import { type Known, nodeLookup, nodeName, nodesById, type Overlay } from './node-lookup.ts';

/** Nodes as a placement leaves them, and where each record of the report belongs. */
export interface PlacedReport {
  /** By `nodeName`; null for a node of which nothing is left. */
  readonly nodes: ReadonlyMap<string, LedgerNode | null>;
  readonly placement: Placement;
  /** Nodes as they stood before. */
  readonly known: Known;
}

const membersOf = (transaction: Transaction<Tables>, document: string) =>
  transaction
    .selectFrom('members')
    .select(['kind', 'node', 'record'])
    .where('document', '=', document)
    .where('until', '=', FOREVER)
    .execute();

/** Nodes that have members of other reports than this one. */
const sharedNodes = async (
  transaction: Transaction<Tables>,
  document: string,
  nodes: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (nodes.length === 0) return new Set();
  const rows = await transaction
    .selectFrom('members')
    .select('node')
    .distinct()
    .where('node', 'in', nodes)
    .where('document', '!=', document)
    .where('until', '=', FOREVER)
    .execute();
  return new Set(rows.map(({ node }) => node));
};

/** What a report belongs to, without what it says. */
interface Withdrawn {
  readonly overlay: Overlay;
  /** Items of the agenda of which only is left what became of them: reports tell that which plan nothing. */
  readonly outcomes: readonly string[];
}

/** Of a report that is new. */
const nothingWithdrawn: Withdrawn = { overlay: new Map(), outcomes: [] };

/** The nodes a report belongs to without what it says, for it to be placed anew. */
const withdrawn = async (transaction: Transaction<Tables>, document: string): Promise<Withdrawn> => {
  const members = await membersOf(transaction, document);
  const overlay: Overlay = new Map();
  const outcomes: string[] = [];
  const shared = await sharedNodes(transaction, document, [...new Set(members.map(({ node }) => node))]);
  const byKind = Map.groupBy(members, ({ kind }) => kind as NodeKind);
  for (const [kind, ofKind] of byKind) {
    const own = [...new Set(ofKind.map(({ node }) => node))];
    const redirects = await redirectsOf(transaction, kind, own, null);
    const ids = [...new Set(own.map((id) => redirects.get(id) ?? id))];
    for (const node of await nodesById(transaction, kind, ids)) {
      const isShared = shared.has(node.id) || !own.includes(node.id);
      if (kind === 'agenda' && !isShared) outcomes.push(node.id);
      const left = isShared || kind === 'agenda' ? withdrawReport(node, document) : null;
      overlay.set(nodeName(kind, node.id), left);
    }
  }
  return { overlay, outcomes };
};

/** An actor that the report had been in before is in no more reports than it was. */
const countedOnce = (node: LedgerNode, before: LedgerNode | null): LedgerNode => {
  if (before === null || !isActor(node) || !isActor(before)) return node;
  return { ...node, summary: recounted(node.summary, before.summary) };
};

/** An actor that the report had been in before, and is no more: one that it is still in is put in its place. */
const left = (node: LedgerNode, { readout }: Arrival): LedgerNode =>
  isActor(node) ? { ...node, summary: withoutReport(node.summary, readout.document.id) } : node;

/** Whether the report still plans that item, or it has become one with an item that others plan. */
const isPlanned = ({ members, redirects }: Placement, id: string): boolean =>
  members.some(({ kind, node }) => kind === 'agenda' && node === id) ||
  redirects.some(({ kind, to }) => kind === 'agenda' && to === id);

const isActor = (node: LedgerNode): node is LedgerNode<'actor'> => node.kind === 'actor';

/**
 * Finds the place of a report in the ledger, as if it had not been there before. Nothing is written.
 */
export const findPlace = async (
  transaction: Transaction<Tables>,
  arrival: Arrival,
  { isKnown, isCorrected }: { readonly isKnown: boolean; readonly isCorrected: boolean },
): Promise<PlacedReport> => {
  const known: Known = new Map();
  const { overlay, outcomes } = isKnown ? await withdrawn(transaction, arrival.readout.document.id) : nothingWithdrawn;
  const rulings = isCorrected ? await rulingsIn(transaction) : [];
  const placement = await placeReport(arrival, nodeLookup(transaction, overlay, known), rulings);
  const nodes = new Map([...overlay].map(([name, node]) => [name, node === null ? null : left(node, arrival)]));
  for (const node of placement.nodes) {
    const name = nodeName(node.kind, node.id);
    nodes.set(name, countedOnce(node, overlay.get(name) ?? null));
  }
  for (const id of outcomes) if (!isPlanned(placement, id)) nodes.set(nodeName('agenda', id), null);
  for (const { kind, from } of placement.redirects) nodes.set(nodeName(kind, from), null);
  return { nodes, placement, known };
};

/** The nodes that records belong to, by record. */
export const nodeByRecord = (members: readonly Member[]): ReadonlyMap<string, string> =>
  new Map(members.filter(({ kind }) => kind !== 'situation').map(({ record, node }) => [record, node]));
