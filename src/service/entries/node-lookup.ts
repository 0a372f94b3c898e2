import { type Kysely, sql } from 'kysely';
import type { LedgerNode, Lookup, NodeKind } from '../../ledger/index.ts';
import { FOREVER, type Tables } from '../../store/index.ts';
import { keyHash } from './key-hash.ts';

/** A node's name in maps: nodes of different kinds may share ids. */
export const nodeName = (kind: NodeKind, id: string): string => `${kind} ${id}`;

/** Nodes as a report's arrival has left them so far; null for one that is gone. */
export type Overlay = Map<string, LedgerNode | null>;

const stored = async (
  database: Kysely<Tables>,
  kind: NodeKind,
  ids: readonly string[],
): Promise<readonly LedgerNode[]> => {
  if (ids.length === 0) return [];
  // As text: what comes from the database's thread is copied, and text is copied fastest.
  const { rows } = await sql<{ id: string; node: string }>`
    select id, json_build_array(keys, summary)::text as node from nodes
    where kind = ${kind} and id = any(${[...ids]}::text[]) and until = ${sql.lit(FOREVER)}::bigint`.execute(database);
  return rows.map(({ id, node }) => {
    // As the ledger's room made it.
    const [keys, summary] = JSON.parse(node);
    return { kind, id, keys, summary } as LedgerNode;
  });
};

/** Nodes by their ids, as they stand. */
export const nodesById = async (
  database: Kysely<Tables>,
  kind: NodeKind,
  ids: readonly string[],
): Promise<readonly LedgerNode[]> => stored(database, kind, ids);

/** No key leads to more nodes than these, the last that changed. */
const MOST = 500;

/** The nodes that keys lead to: of each key the last that changed, at most so many. */
const nodesWith = async (
  database: Kysely<Tables>,
  kind: NodeKind,
  keys: readonly string[],
  most: number,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ node: string }>`
    select distinct found.node from unnest(${keys.map((key) => keyHash(kind, key))}::bigint[]) as wanted(key) cross join lateral (
      select k.node from node_keys k where k.key = wanted.key order by k.since desc, k.node limit ${sql.lit(most)}) as found`.execute(
    database,
  );
  return rows.map(({ node }) => node);
};

/** Looks nodes up by their keys, as they stand now but for what `overlay` says of them. */
export const nodeLookup =
  (database: Kysely<Tables>, overlay: Overlay): Lookup =>
  async <K extends NodeKind>(kind: K, keys: readonly string[], most = MOST): Promise<readonly LedgerNode<K>[]> => {
    if (keys.length === 0) return [];
    const wanted = new Set(keys);
    const known = await nodesWith(database, kind, [...wanted], Math.min(most, MOST));
    const ids = known.filter((id) => !overlay.has(nodeName(kind, id)));
    const changed = [...overlay.values()].filter(
      (node) => node !== null && node.kind === kind && node.keys.some((key) => wanted.has(key)),
    );
    const found = [...(await stored(database, kind, ids)), ...changed].filter((node) => node !== null);
    // Of the kind that was asked for, as the tables hold it.
    return found.toSorted((a, b) => (a.id < b.id ? -1 : 1)) as unknown as readonly LedgerNode<K>[];
  };
