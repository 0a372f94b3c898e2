import type { Kysely } from 'kysely';
import type { LedgerNode, Lookup, NodeKind } from '../../ledger/index.ts';
import { FOREVER, type Tables } from '../../store/index.ts';

/** A node's name in maps: nodes of different kinds may share ids. */
export const nodeName = (kind: NodeKind, id: string): string => `${kind} ${id}`;

/** Nodes as a report's arrival has left them so far; null for one that is gone. */
export type Overlay = Map<string, LedgerNode | null>;

/** More candidates than these share a key that says nothing. */
const MOST = 500;

const stored = async (
  database: Kysely<Tables>,
  kind: NodeKind,
  ids: readonly string[],
): Promise<readonly LedgerNode[]> => {
  if (ids.length === 0) return [];
  const rows = await database
    .selectFrom('nodes')
    .select(['id', 'keys', 'summary'])
    .where('kind', '=', kind)
    .where('id', 'in', ids)
    .where('until', '=', FOREVER)
    .execute();
  // The tables hold what the ledger's room made; their JSON is of the kind that stands beside it.
  return rows.map(({ id, keys, summary }) => ({ kind, id, keys, summary }) as LedgerNode);
};

/** Nodes by their ids, as they stand. */
export const nodesById = async (
  database: Kysely<Tables>,
  kind: NodeKind,
  ids: readonly string[],
): Promise<readonly LedgerNode[]> => stored(database, kind, ids);

/** Looks nodes up by their keys, as they stand now but for what `overlay` says of them. */
export const nodeLookup =
  (database: Kysely<Tables>, overlay: Overlay): Lookup =>
  async <K extends NodeKind>(kind: K, keys: readonly string[]): Promise<readonly LedgerNode<K>[]> => {
    if (keys.length === 0) return [];
    const wanted = new Set(keys);
    const rows = await database
      .selectFrom('node_keys')
      .select('node')
      .distinct()
      .where('kind', '=', kind)
      .where('key', 'in', [...wanted])
      .orderBy('node')
      .limit(MOST)
      .execute();
    const ids = rows.map(({ node }) => node).filter((id) => !overlay.has(nodeName(kind, id)));
    const changed = [...overlay.values()].filter(
      (node) => node !== null && node.kind === kind && node.keys.some((key) => wanted.has(key)),
    );
    const found = [...(await stored(database, kind, ids)), ...changed].filter((node) => node !== null);
    return found.toSorted((a, b) => (a.id < b.id ? -1 : 1)) as unknown as readonly LedgerNode<K>[];
  };
