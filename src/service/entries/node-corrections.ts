import { type Kysely, sql } from 'kysely';
import type { LedgerNode } from '../../ledger/index.ts';
import type { Review, Tables } from '../../store/index.ts';
import { nodeEdit } from './edits.ts';
import type { Change, NodeCorrection } from './entry.ts';
import { nodeName } from './node-lookup.ts';

/** What people said of nodes. */
export interface NodeCorrections {
  readonly reviewOf: (node: LedgerNode) => Review;
  /** A node with its fields as people set them. */
  readonly applied: (node: LedgerNode) => LedgerNode;
}

const reviews: Readonly<Record<NodeCorrection['action'], Review>> = {
  'accept-node': 'accepted',
  'reject-node': 'rejected',
  'edit-node': 'edited',
};

const isOfNode = (change: Change): change is NodeCorrection => 'node' in change && change.action !== 'split';

const withEdit = (node: LedgerNode, change: NodeCorrection['change']): LedgerNode =>
  // An edit sets fields that its kind of node has; `checkNodeEdit` has seen to that.
  ({ ...node, summary: { ...node.summary, ...nodeEdit.parse(change) } }) as LedgerNode;

/** Where nobody has corrected a node. */
export const uncorrected: NodeCorrections = { reviewOf: () => 'none', applied: (node) => node };

/** The corrections of nodes that hold, in their order. */
export const correctionsOfNodes = async (
  database: Kysely<Tables>,
  nodes: readonly (LedgerNode | null)[],
): Promise<NodeCorrections> => {
  const ids = nodes.flatMap((node) => (node === null ? [] : [node.id]));
  const { rows } = await sql<{ change: Change }>`
    select change from corrections where document is null and undone_by is null and record = any(${ids}::text[])
    order by since, id`.execute(database);
  if (rows.length === 0) return uncorrected;
  const changes = Map.groupBy(rows.map(({ change }) => change).filter(isOfNode), ({ kind, node }) =>
    nodeName(kind, node),
  );
  const of = ({ kind, id }: LedgerNode): readonly NodeCorrection[] => changes.get(nodeName(kind, id)) ?? [];
  return {
    reviewOf: (node) => {
      const last = of(node).at(-1);
      return last === undefined ? 'none' : reviews[last.action];
    },
    applied: (node) =>
      of(node)
        .filter(({ action }) => action === 'edit-node')
        .reduce((edited, { change }) => withEdit(edited, change), node),
  };
};
