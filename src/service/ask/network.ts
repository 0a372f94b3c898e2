import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../store/index.ts';
import type { Filter } from './filter.ts';
import { type AsOf, knownAt } from './moment.ts';
import { pairsIn } from './pairs.ts';

/** An actor of a network. */
export interface LinkedActor {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** Records that link it with others, also with those who are not shown. */
  readonly records: number;
}

/** How often one actor acts on another or speaks about it. */
export interface Link {
  readonly source: string;
  readonly target: string;
  readonly records: number;
  /** The same by type of event and act of statement, the commonest first. */
  readonly tallies: readonly {
    readonly kind: 'event' | 'statement';
    readonly label: string;
    readonly records: number;
  }[];
}

/** Who acts on whom and speaks about whom: the actors with most links, the links among them, and how much there is in all. */
export interface Network {
  readonly actors: readonly LinkedActor[];
  readonly links: readonly Link[];
  /** All actors that are linked, all pairs, and all records that link them. */
  readonly all: { readonly actors: number; readonly links: number; readonly records: number };
}

/** Links of one kind are asked for, or all. */
export type LinkKind = 'event' | 'statement';

/** The most pairs that are given, so that an answer stays small. */
const MOST_LINKS = 2000;
const none: Network = { actors: [], links: [], all: { actors: 0, links: 0, records: 0 } };

/** Pairs by what their actors stand for now: some were merged into others. Who acts on itself is no pair. */
const networkOf = (pairs: RawBuilder<unknown>, most: number, asOf: AsOf): RawBuilder<{ network: Network }> => sql<{
  network: Network;
}>`
  with pairs as (${pairs}),
  led as (select source, target from redirects where kind = 'actor' and ${knownAt(asOf)}),
  ties as materialized (
    select coalesce(a.target, p.source) as source, coalesce(b.target, p.target) as target, p.kind, p.label, sum(p.records)::int as records
    from pairs p left join led a on a.source = p.source left join led b on b.source = p.target
    where coalesce(a.target, p.source) <> coalesce(b.target, p.target) group by 1, 2, 3, 4 having sum(p.records) > 0),
  ends as (select source as id, records from ties union all select target, records from ties),
  sums as materialized (select id, sum(records)::int as records from ends group by id),
  top as (
    select s.id, n.name, n.summary->>'kind' as kind, s.records
    from (select * from sums order by records desc, id limit ${sql.lit(most)}) as s
    join nodes n on n.kind = 'actor' and n.id = s.id and ${knownAt(asOf, 'n')}),
  linked as materialized (
    select source, target, sum(records)::int as records,
      jsonb_agg(jsonb_build_object('kind', kind, 'label', label, 'records', records) order by records desc, kind, label) as tallies
    from ties where source in (select id from top) and target in (select id from top) group by 1, 2),
  shown as (select * from linked order by records desc, source, target limit ${sql.lit(MOST_LINKS)})
  select jsonb_build_object(
    'actors', coalesce((select jsonb_agg(to_jsonb(top) order by records desc, id) from top), '[]'),
    'links', coalesce((select jsonb_agg(to_jsonb(shown) order by records desc, source, target) from shown), '[]'),
    'all', jsonb_build_object(
      'actors', (select count(*)::int from sums),
      'links', (select count(*)::int from (select distinct source, target from ties) as distinct_pairs),
      'records', (select coalesce(sum(records), 0)::int from ties))) as network`;

/**
 * Who acts on whom and who speaks about whom, among the actors with most links.
 *
 * @param most How many actors are given at most.
 * @param kind Only what is done (`event`) or said (`statement`); null for both.
 */
export const countLinks = async (
  database: Kysely<Tables>,
  filter: Filter,
  most: number,
  kind: LinkKind | null,
  asOf: AsOf,
): Promise<Network> => {
  const pairs: RawBuilder<unknown>[] = [];
  for (const one of ['event', 'statement'] as const) {
    if (kind !== null && kind !== one) continue;
    const found = await pairsIn(database, one === 'event' ? 'events' : 'statements', filter, asOf);
    if (found !== null) pairs.push(sql`select ${sql.lit(one)} as kind, p.* from (${found}) as p`);
  }
  if (pairs.length === 0) return none;
  const { rows } = await networkOf(sql.join(pairs, sql` union all `), most, asOf).execute(database);
  return rows[0]?.network ?? none;
};
