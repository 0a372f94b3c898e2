import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { NodeKind } from '../../ledger/index.ts';
import { FOREVER, type Tables } from '../../store/index.ts';
import { withAliases } from './aliases.ts';
import { type AsOf, knownAt } from './moment.ts';

/** Whether the name of a node called `n` holds some words, or is like them. */
const isNamed = (name: string): RawBuilder<boolean> =>
  sql<boolean>`(n.name ilike ${`%${name.replace(/[\\%_]/g, '\\$&')}%`} or n.name % ${name})`;

/** Nodes, called `n` by whoever asks, that go or went by a name: what stands and what has ended have an index each. */
const nodesNamed = (name: string, asOf: AsOf): RawBuilder<unknown> => {
  const part = (until: RawBuilder<unknown>) => sql`select n.* from nodes n where n.until ${until} and ${isNamed(name)}`;
  const standing = part(sql`= ${sql.lit(FOREVER)}::bigint`);
  return asOf === null ? standing : sql`${standing} union all ${part(sql`<> ${sql.lit(FOREVER)}::bigint`)}`;
};

/** Actors that a name may mean, the likest of them. */
const MOST_MEANT = 100;

const actorsNamed = async (database: Kysely<Tables>, name: string, asOf: AsOf): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select n.id from (${nodesNamed(name, asOf)}) as n
    where n.kind = 'actor' and ${knownAt(asOf, 'n')} and n.review <> 'rejected'
    order by similarity(n.name, ${name}) desc, n.reports desc, n.id limit ${sql.lit(MOST_MEANT)}`.execute(database);
  return rows.map(({ id }) => id);
};

/** Whether a node called `n` is about one of some actors: in a list of its own, or on a side of a dispute. */
export const isAbout = (actors: readonly string[]): RawBuilder<boolean> => sql<boolean>`exists (
  select 1 from (
    select n.summary->field as named from unnest(array['speakers', 'actors', 'recipients', 'parties', 'who']) as field
    union all select n.summary->'claim'->'who'
    union all select side->'who' from jsonb_array_elements(n.summary->'counters') as side) as lists
  where named ?| ${[...actors]}::text[])`;

/** Where nodes that go by a name are found, and by what. */
export interface Named {
  /** What they are taken from, to be called `n`. */
  readonly from: RawBuilder<unknown>;
  readonly where: readonly RawBuilder<boolean>[];
}

/**
 * Nodes of a kind by part of a name, as they were called at a moment. Disputes and what is planned have no name of their own: they are
 * found by the names of those whom they are about.
 */
export const namedNodes = async (
  database: Kysely<Tables>,
  kind: NodeKind,
  name: string | undefined,
  asOf: AsOf,
): Promise<Named> => {
  if (name === undefined) return { from: sql`nodes`, where: [] };
  if (kind !== 'dispute' && kind !== 'agenda') return { from: sql`(${nodesNamed(name, asOf)})`, where: [] };
  const actors = await withAliases(database, 'actor', await actorsNamed(database, name, asOf), asOf);
  return { from: sql`nodes`, where: [isAbout(actors)] };
};
