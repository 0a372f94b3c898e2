import type { Transaction } from 'kysely';
import type { NodeKind } from '../../ledger/index.ts';
import { FOREVER, type Tables } from '../../store/index.ts';
import { nodeName } from './node-lookup.ts';
import { reproject } from './reproject.ts';
import { writeAlone } from './write-alone.ts';

type Database = Transaction<Tables>;

/** A node of more reports is not made anew at a split; only those that were moved are placed anew. */
const MOST = 500;

/** The reports that belong to nodes, in the order in which they came. */
export const documentsIn = async (
  database: Database,
  kind: NodeKind,
  nodes: readonly string[],
): Promise<readonly string[]> => {
  const rows = await database
    .selectFrom('members')
    .innerJoin('documents', 'documents.id', 'members.document')
    .select(['members.document', 'documents.since'])
    .distinct()
    .where('members.kind', '=', kind)
    .where('members.node', 'in', nodes)
    .where('members.until', '=', FOREVER)
    .orderBy('documents.since')
    .execute();
  return rows.map(({ document }) => document);
};

/** Makes nodes anew from their reports, with the rulings that hold; of a large node, only places those reports anew. */
export const remake = async (
  database: Database,
  kind: NodeKind,
  nodes: readonly string[],
  moved: readonly string[],
  seq: number,
): Promise<void> => {
  const documents = await documentsIn(database, kind, nodes);
  const isSmall = documents.length <= MOST;
  if (isSmall) {
    await writeAlone(database, new Map(nodes.map((node) => [nodeName(kind, node), null])), seq);
    // Nobody belongs to them until placed again: a record that waits must not stand for a node that another has begun anew.
    await database
      .updateTable('members')
      .set({ until: seq })
      .where('kind', '=', kind)
      .where('node', 'in', nodes)
      .where('until', '=', FOREVER)
      .execute();
  }
  for (const document of isSmall ? documents : moved) await reproject(database, document, seq);
};
