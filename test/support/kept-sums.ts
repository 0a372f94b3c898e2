import { type RawBuilder, sql } from 'kysely';

/** Sums that keep what they were, and the rows that they count, each with its key and its numbers. */
const sums = [
  {
    name: 'daily',
    pasts: 'daily_pasts',
    columns: sql`kind, day, label, records`,
    counted: sql`
      select 'event' as kind, (at at time zone 'UTC')::date as day, type as label, 1 as records, since, until from events where review <> 'rejected'
      union all select 'statement', (at at time zone 'UTC')::date, act, 1, since, until from statements where review <> 'rejected'`,
    added: sql`kind, day, label, sum(records)::int as records`,
    by: sql`seq, kind, day, label`,
  },
  {
    name: 'pairs',
    pasts: 'pair_pasts',
    columns: sql`kind, source, target, label, records`,
    counted: sql`
      select 'event' as kind, source, target, type as label, 1 as records, since, until from events, unnest(actors) as source, unnest(recipients) as target where review <> 'rejected'
      union all select 'statement', first, second, act, 1, since, until from statements, unnest(speakers) as first, unnest(about) as second where review <> 'rejected'`,
    added: sql`kind, source, target, label, sum(records)::int as records`,
    by: sql`seq, kind, source, target, label`,
  },
  {
    name: 'lanes',
    pasts: 'lane_pasts',
    columns: sql`actor, kind, day, label, realis, records, undated`,
    counted: sql`
      select actor, 'event' as kind, (coalesce(starts, at) at time zone 'UTC')::date as day, type as label, realis, 1 as records, (starts is null)::int as undated, since, until
      from events, (select distinct row, unnest(actors || recipients) as actor from events) as part where part.row = events.row and review <> 'rejected'
      union all select actor, 'statement', (coalesce(said_start, at) at time zone 'UTC')::date, act, '', 1, (said_start is null)::int, since, until
      from statements, unnest(speakers) as actor where review <> 'rejected'`,
    added: sql`actor, kind, day, label, realis, sum(records)::int as records, sum(undated)::int as undated`,
    by: sql`seq, actor, kind, day, label, realis`,
  },
  {
    name: 'sites',
    pasts: 'site_pasts',
    columns: sql`site, type, realis, records`,
    counted: sql`
      select case when place_id is null then '[]' else jsonb_build_array(place_id, place, country, precision, latitude, longitude) end as site, type, realis, 1 as records, since, until
      from events where review <> 'rejected'`,
    added: sql`site, type, realis, sum(records)::int as records`,
    by: sql`seq, site, type, realis`,
  },
] as const;

const differing = ({ name, pasts, columns, counted, added, by }: (typeof sums)[number]) => {
  const now = sql.table(name);
  const each = sql`(select seq from moments) as m`;
  const inPast = sql`${sql.table(pasts)} p join (select number, to_jsonb(t) as sum from ${now} t) as s using (number)`;
  return sql`
    with meant as (select seq, ${added} from ${each} join (${counted}) as c on c.since <= seq and c.until > seq group by ${by}),
    stood as (
      select seq, t.* from ${each} join ${now} t on t.last <= seq
      union all select seq, was.* from ${each} join (
        select p.since, p.until, jsonb_populate_record(null::${now}, sum || (to_jsonb(p) - 'since' - 'until')) as was from ${inPast}) as x
        on x.since <= seq and x.until > seq cross join lateral (select (x.was).*) as was),
    kept as (select seq, ${columns} from stood where records <> 0 or to_jsonb(stood)->>'undated' <> '0')
    select ${name} as wrong, * from ((select * from meant except all select * from kept) union all (select * from kept except all select * from meant)) as x`;
};

/** Queries of sums that at some moment are not the rows of then, counted one by one; of those of reports, by what each entry changed. */
export const sumsThatDiffer: readonly RawBuilder<unknown>[] = [
  ...sums.map(differing),
  sql`
    with counted as (
      select 'event' as kind, document, since, until from events where review <> 'rejected'
      union all select 'statement', document, since, until from statements where review <> 'rejected'),
    changed as (
      select kind, document, since as seq, 1 as by from counted
      union all select kind, document, until, -1 from counted where until <> 9223372036854775807),
    meant as (
      select d.since as taken, seq, kind, sum(by)::int as records from changed c join documents d on d.id = c.document group by 1, 2, 3 having sum(by) <> 0),
    kept as (select taken, seq, kind, records from report_changes where records <> 0)
    select 'report changes' as wrong, * from ((select * from meant except all select * from kept) union all (select * from kept except all select * from meant)) as x`,
];
