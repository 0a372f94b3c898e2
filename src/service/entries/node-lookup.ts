import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { LedgerNode, Lookup, NodeKind } from '../../ledger/index.ts';
import { FOREVER, type Tables } from '../../store/index.ts';
import { keyHash } from './key-hash.ts';

/** A node's name in maps: nodes of different kinds may share ids. */
export const nodeName = (kind: NodeKind, id: string): string => `${kind} ${id}`;

/** Nodes as a report's arrival has left them so far; null for one that is gone. */
export type Overlay = Map<string, LedgerNode | null>;

/** A node as the tables have it. */
export interface Stored {
  readonly node: LedgerNode;
  readonly at: Date;
  readonly review: string;
  /** The entry with which it came to be as it is. */
  readonly since: number;
}

/** Nodes that the tables were asked for within one entry, by name, so that they are not asked for again. */
export type Known = Map<string, Stored>;

/**
 * Nodes as they stand, out of a query for their kinds and ids. Each is fetched by its key: however little the database knows of its tables,
 * it must not read all nodes to find some.
 */
export const storedNodes = async (
  database: Kysely<Tables>,
  wanted: RawBuilder<unknown>,
): Promise<readonly Stored[]> => {
  // As text: what comes from the database's thread is copied, and text is copied fastest.
  const { rows } = await sql<{ kind: NodeKind; id: string; at: Date; review: string; since: number; node: string }>`
    select n.kind, n.id, n.at, n.review, n.since, json_build_array(n.keys, n.summary)::text as node
    from (${wanted}) as wanted cross join lateral (
      select * from nodes where kind = wanted.kind and id = wanted.id and until = ${sql.lit(FOREVER)}::bigint limit 1) as n`.execute(
    database,
  );
  return rows.map(({ kind, id, at, review, since, node }) => {
    const [keys, summary] = JSON.parse(node);
    // As the ledger's room made it.
    return { node: { kind, id, keys, summary } as LedgerNode, at, review, since: Number(since) };
  });
};

/** Nodes by their ids, as they stand. */
export const nodesById = async (
  database: Kysely<Tables>,
  kind: NodeKind,
  ids: readonly string[],
): Promise<readonly LedgerNode[]> => {
  if (ids.length === 0) return [];
  const found = await storedNodes(database, sql`select ${kind}::text as kind, unnest(${[...ids]}::text[]) as id`);
  return found.map(({ node }) => node);
};

/** No key leads to more nodes than these, the last that changed. */
const MOST = 500;

/** The nodes that keys lead to: of each key the last that changed, at most so many. */
const nodesWith = (
  database: Kysely<Tables>,
  kind: NodeKind,
  keys: readonly string[],
  most: number,
): Promise<readonly Stored[]> =>
  storedNodes(
    database,
    sql`select distinct ${kind}::text as kind, found.node as id
      from unnest(${keys.map((key) => keyHash(kind, key))}::bigint[]) as wanted(key) cross join lateral (
        select k.node from node_keys k where k.key = wanted.key order by k.since desc, k.node limit ${sql.lit(most)}) as found`,
  );

/** Looks nodes up by their keys, as they stand now but for what `overlay` says of them; notes in `known` what was found. */
export const nodeLookup =
  (database: Kysely<Tables>, overlay: Overlay, known: Known): Lookup =>
  async <K extends NodeKind>(kind: K, keys: readonly string[], most = MOST): Promise<readonly LedgerNode<K>[]> => {
    if (keys.length === 0) return [];
    const wanted = new Set(keys);
    const found: LedgerNode[] = [];
    for (const stored of await nodesWith(database, kind, [...wanted], Math.min(most, MOST))) {
      const name = nodeName(kind, stored.node.id);
      known.set(name, stored);
      if (!overlay.has(name)) found.push(stored.node);
    }
    for (const node of overlay.values())
      if (node !== null && node.kind === kind && node.keys.some((key) => wanted.has(key))) found.push(node);
    // Of the kind that was asked for, as the tables hold it.
    return found.toSorted((a, b) => (a.id < b.id ? -1 : 1)) as unknown as readonly LedgerNode<K>[];
  };
