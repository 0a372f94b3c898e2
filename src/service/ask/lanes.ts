import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../store/index.ts';
import { withAliases } from './aliases.ts';
import { allOf, beginsOf, conditionsOf, type RecordTable } from './conditions.ts';
import type { CountedBy } from './counts.ts';
import type { Filter } from './filter.ts';
import { conditionsIn } from './find-rows.ts';
import { type AsOf, knownAt } from './moment.ts';
import { type ActorName, actorNames } from './records.ts';

/** Records of an actor in a stretch of time, of one type and realis or one act. */
export interface LaneCount {
  /** The first day of the stretch. */
  readonly start: string;
  readonly kind: 'event' | 'statement';
  readonly label: string;
  /** Of events; null of statements. */
  readonly realis: string | null;
  readonly records: number;
  /** How many of them tell no time and stand where their report was published. */
  readonly undated: number;
}

/** What one actor did, underwent, plans and said over time. */
export interface ActorLane {
  readonly actor: ActorName;
  readonly counts: readonly LaneCount[];
}

type LaneRow = LaneCount & { readonly actor: string };

/** The actors that most reports tell of, those with names of their own first. */
const busiest = async (database: Kysely<Tables>, most: number, asOf: AsOf): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from nodes where kind = 'actor' and ${knownAt(asOf)} and review <> 'rejected'
    order by (summary->>'isNamed')::boolean desc, reports desc, at desc, id limit ${sql.lit(most)}`.execute(database);
  return rows.map(({ id }) => id);
};

const columns = {
  events: sql`'event' as kind, t.type as label, t.realis, count(distinct t.row) filter (where t.starts is null)::int as undated`,
  statements: sql`'statement' as kind, t.act as label, null as realis, count(distinct t.row) filter (where t.said_start is null)::int as undated`,
} as const;

/** Records of actors by time, for all of their lanes at once. */
const lanesIn = async (
  database: Kysely<Tables>,
  table: RecordTable,
  filter: Filter,
  by: CountedBy,
  actors: ReadonlyMap<string, string>,
  asOf: AsOf,
): Promise<readonly RawBuilder<unknown>[]> => {
  const asked = await conditionsOf(database, table, filter, asOf);
  if (asked === null) return [];
  const ids = [...actors.keys()];
  const kind = table === 'events' ? 'event' : 'statement';
  return [
    sql`select l.lane as actor, to_char(date_trunc(${sql.lit(by)}, ${beginsOf(table)} at time zone 'UTC'), 'YYYY-MM-DD') as start,
      ${columns[table]}, count(distinct t.row)::int as records
    from unnest(${ids}::text[], ${ids.map((id) => actors.get(id) ?? id)}::text[]) as l(id, lane)
    join participants p on p.actor = l.id and p.kind = ${kind} and ${knownAt(asOf, 'p')}
    join ${sql.table(table)} t on t.row = p.row
    where ${allOf(conditionsIn({ ...asked, table, asOf }))} group by 1, 2, 4, 5`,
  ];
};

/**
 * What actors did, underwent, plan and said over time, a lane each: by when it is or was, or else when its report was published.
 *
 * @param most How many actors, where the filter names none.
 */
export const countLanes = async (
  database: Kysely<Tables>,
  filter: Filter,
  by: CountedBy,
  most: number,
  asOf: AsOf,
): Promise<readonly ActorLane[]> => {
  const { actor, ...rest } = filter;
  const wanted = actor === undefined || actor.length === 0 ? await busiest(database, most, asOf) : actor;
  const names = await actorNames(database, wanted, asOf);
  const laneOf = new Map<string, string>();
  for (const { id } of names.values())
    for (const alias of await withAliases(database, 'actor', [id], asOf)) laneOf.set(alias, id);
  const pairs = [
    ...(await lanesIn(database, 'events', rest, by, laneOf, asOf)),
    ...(await lanesIn(database, 'statements', rest, by, laneOf, asOf)),
  ];
  if (pairs.length === 0 || laneOf.size === 0) return [];
  const { rows } = await sql<LaneRow>`${sql.join(pairs, sql` union all `)} order by 1, 2, 3, 4, 5`.execute(database);
  const byActor = Map.groupBy(rows, (row) => row.actor);
  return [...new Map([...names.values()].map((name) => [name.id, name])).values()].map((name) => ({
    actor: name,
    counts: (byActor.get(name.id) ?? []).map(({ actor: _, ...count }) => count),
  }));
};
