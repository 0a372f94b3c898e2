import type { Transaction } from 'kysely';
import type { LedgerNode, NodeKind } from '../../ledger/index.ts';
import type { Tables } from '../../store/index.ts';
import { nodeName } from './node-lookup.ts';
import { writeNodes } from './write-nodes.ts';

type Database = Transaction<Tables>;

/** Writes nodes outside of a report's arrival. */
export const writeAlone = (
  database: Database,
  nodes: ReadonlyMap<string, LedgerNode | null>,
  seq: number,
  at = '',
): Promise<void> => writeNodes(database, nodes, { seq, document: '', at });

/** Nodes as they were before an entry. */
export const nodesBefore = async (database: Database, kind: NodeKind, ids: readonly string[], seq: number) => {
  const rows = await database
    .selectFrom('nodes')
    .select(['id', 'keys', 'summary', 'at'])
    .where('kind', '=', kind)
    .where('id', 'in', ids)
    .where('since', '<', seq)
    .where('until', '>=', seq)
    .execute();
  return rows.map(({ id, keys, summary, at }) => ({
    name: nodeName(kind, id),
    // As the ledger's room made it.
    node: { kind, id, keys, summary } as LedgerNode,
    at: at.toISOString(),
  }));
};
