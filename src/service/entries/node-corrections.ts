import type { Kysely } from 'kysely';
import type { LedgerNode, NodeKind } from '../../ledger/index.ts';
import type { Review, Tables } from '../../store/index.ts';
import { nodeEdit } from './edits.ts';
import type { Change, NodeCorrection } from './entry.ts';

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

/** The corrections of nodes of a kind that hold, in their order. */
export const correctionsOfNodes = async (
  database: Kysely<Tables>,
  kind: NodeKind,
  ids: readonly string[],
): Promise<NodeCorrections> => {
  const rows = await database
    .selectFrom('corrections')
    .select(['record', 'change'])
    .where('document', 'is', null)
    .where('kind', '=', kind)
    .where('record', 'in', ids.length === 0 ? [''] : ids)
    .where('undone_by', 'is', null)
    .orderBy('since')
    .orderBy('id')
    .execute();
  const changes = Map.groupBy(rows.map(({ change }) => change as Change).filter(isOfNode), ({ node }) => node);
  return {
    reviewOf: ({ id }) => {
      const last = changes.get(id)?.at(-1);
      return last === undefined ? 'none' : reviews[last.action];
    },
    applied: (node) =>
      (changes.get(node.id) ?? [])
        .filter(({ action }) => action === 'edit-node')
        .reduce((edited, { change }) => withEdit(edited, change), node),
  };
};
