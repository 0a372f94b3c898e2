import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../store/index.ts';
import { withAliases } from './aliases.ts';
import type { CountedBy } from './counts.ts';
import type { Filter } from './filter.ts';
import { lanesIn } from './lane-counts.ts';
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
  const led = new Map<string, string>();
  for (const { id } of names.values())
    for (const alias of await withAliases(database, 'actor', [id], asOf)) led.set(alias, id);
  const parts = await lanesIn(database, { led, filter: rest, by, asOf });
  if (parts.length === 0 || led.size === 0) return [];
  const { rows } = await sql<LaneRow>`
    select lane as actor, to_char(start, 'YYYY-MM-DD') as start, kind, label, nullif(realis, '') as realis, records, undated
    from (
      select lane, start, kind, label, realis, sum(records)::int as records, sum(undated)::int as undated
      from (${sql.join(parts, sql` union all `)}) as parts group by 1, 2, 3, 4, 5 having sum(records) > 0) as stretches
    order by 1, 2, 3, 4, 5`.execute(database);
  const byActor = Map.groupBy(rows, (row) => row.actor);
  return [...new Map([...names.values()].map((name) => [name.id, name])).values()].map((name) => ({
    actor: name,
    counts: (byActor.get(name.id) ?? []).map(({ actor: _, ...count }) => count),
  }));
};
