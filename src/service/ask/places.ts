import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { PlacePrecision } from '../../readout/index.ts';
import type { Tables } from '../../store/index.ts';
import { allOf, conditionsOf } from './conditions.ts';
import { limitOf } from './cursor.ts';
import type { Filter } from './filter.ts';
import { conditionsIn } from './find-rows.ts';
import type { AsOf } from './moment.ts';
import { asksOnly, labelsOf, oneOf, sumsAt } from './sums.ts';

/** How many events are of a type and realis. */
export interface EventTally {
  readonly type: string;
  readonly realis: string;
  readonly records: number;
}

/** A place where events are, and how many. */
export interface PlaceCount {
  /** What events there are asked for with. */
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-3; null where it lies in several countries or in none. */
  readonly country: string | null;
  /** How exactly it is known where that is; null where it is not known. */
  readonly precision: PlacePrecision | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly records: number;
  /** The same by type and realis, the commonest first. */
  readonly tallies: readonly EventTally[];
}

/** Events by place: the places with most of them, and how many there are in all. */
export interface PlaceCounts {
  readonly places: readonly PlaceCount[];
  /** All places by country, also those that are not listed; the country is null where it is none or several. */
  readonly countries: readonly { readonly country: string | null; readonly places: number; readonly records: number }[];
  /** Events that name a place, and those that name none. */
  readonly placed: number;
  readonly unplaced: number;
}

const none: PlaceCounts = { places: [], countries: [], placed: 0, unplaced: 0 };

/** Events by place, type and realis, counted one by one; null where none can match. */
const matching = async (database: Kysely<Tables>, filter: Filter, asOf: AsOf): Promise<RawBuilder<unknown> | null> => {
  const asked = await conditionsOf(database, 'events', filter, asOf);
  if (asked === null) return null;
  return sql`
    select t.place_id as id, t.type, t.realis, t.place as name, min(t.country) as country, max(t.precision) as precision,
      min(t.latitude) as lat, min(t.longitude) as lon, count(*)::int as records
    from events t where ${allOf(conditionsIn({ ...asked, table: 'events', asOf }))} group by 1, 2, 3, 4`;
};

/** The same from sums, which hold what is known of a place as a list. */
const summed = (filter: Filter, asOf: AsOf): RawBuilder<unknown> | null => {
  const types = labelsOf('event', filter);
  if (types === null) return null;
  const holds = [
    oneOf(sql`s.type`, types),
    oneOf(sql`s.realis`, filter.realis),
    oneOf(sql`s.site->>2`, filter.country),
    oneOf(sql`s.site->>0`, filter.place),
  ];
  return sql`
    select site->>0 as id, type, realis, site->>1 as name, site->>2 as country, site->>3 as precision,
      (site->>4)::float8 as lat, (site->>5)::float8 as lon, records
    from (${sumsAt('sites', allOf(holds), asOf)}) as sums where records > 0`;
};

/** Where events are, in one pass over those that match. */
export const countPlaces = async (
  database: Kysely<Tables>,
  filter: Filter,
  limit: number,
  asOf: AsOf,
): Promise<PlaceCounts> => {
  const isSummed = asksOnly(filter, ['act', 'type', 'realis', 'country', 'place']);
  const tallied = isSummed ? summed(filter, asOf) : await matching(database, filter, asOf);
  if (tallied === null) return none;
  const { rows } = await sql<{ counts: PlaceCounts }>`
    with tallied as materialized (${tallied}),
    places as materialized (
      select id, (array_agg(name order by records desc, name))[1] as name, min(country) as country, max(precision) as precision,
        min(lat) as lat, min(lon) as lon, sum(records)::int as records
      from tallied where id is not null group by id),
    top as (select * from places order by records desc, id limit ${sql.lit(limitOf({ limit }))}),
    inside as (
      select id, jsonb_agg(jsonb_build_object('type', type, 'realis', realis, 'records', records) order by records desc, type, realis) as tallies
      from (select id, type, realis, sum(records)::int as records from tallied where id in (select id from top) group by 1, 2, 3) as each
      group by id),
    countries as (select country, count(*)::int as places, sum(records)::int as records from places group by country)
    select jsonb_build_object(
      'places', coalesce((select jsonb_agg(to_jsonb(top) || jsonb_build_object('tallies', inside.tallies) order by top.records desc, top.id)
        from top join inside using (id)), '[]'),
      'countries', coalesce((select jsonb_agg(to_jsonb(countries) order by records desc, country) from countries), '[]'),
      'placed', (select coalesce(sum(records), 0)::int from places),
      'unplaced', (select coalesce(sum(records), 0)::int from tallied where id is null)) as counts`.execute(database);
  return rows[0]?.counts ?? none;
};
