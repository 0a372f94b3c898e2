import { type Kysely, type RawBuilder, sql } from 'kysely';
import { FOREVER, type Tables } from '../../store/index.ts';
import { type Asked, allOf, conditionsOf, type Drive, type RecordTable } from './conditions.ts';
import { limitOf } from './cursor.ts';
import type { Filter } from './filter.ts';
import { conditionsIn, participantsIn } from './find-rows.ts';
import { type AsOf, knownAt } from './moment.ts';
import { pairsIn } from './pairs.ts';
import { type ActorName, actorNames } from './records.ts';
import { isPlain, labelsOf, oneOf, sumsAt } from './sums.ts';

/** How many records of a kind fall into a stretch of time. */
export interface Count {
  /** The first day of the stretch. */
  readonly start: string;
  /** The act of statements, the type of events. */
  readonly label: string;
  readonly records: number;
}

/** Stretches that records are counted by. */
export const counted = ['day', 'week', 'month', 'year'] as const;
export type CountedBy = (typeof counted)[number];

type CountRow = { start: string; label: string; records: number };

/** Records of every day at a moment, of some acts or types; null where none can match. */
const standing = (table: RecordTable, filter: Filter, asOf: AsOf): RawBuilder<unknown> | null => {
  const kind = table === 'statements' ? 'statement' : 'event';
  const labels = labelsOf(kind, filter);
  return labels === null ? null : sumsAt('daily', sql`s.kind = ${kind} and ${oneOf(sql`s.label`, labels)}`, asOf);
};

/** Filters that ask for nothing but actors, and acts or types. */
const isOfActor = ({ actor: _, dyad, ...rest }: Filter): boolean => dyad === undefined && isPlain(rest);

/** Whether a record stands once only among the participants: a statement, by a speaker who is not several. */
const isOnce = (table: RecordTable, { actors }: Drive): boolean => table === 'statements' && actors.length === 1;

/** Records of every day in which actors take part, from the way into them by actor alone. */
const ofActor = (table: RecordTable, asked: Asked, drive: Drive, asOf: AsOf): RawBuilder<unknown> => sql`
  select (p.at at time zone 'UTC')::date as day, p.label, ${isOnce(table, drive) ? sql`count(*)` : sql`count(distinct p.row)`} as records
  from participants p
  where p.actor = any(${[...drive.actors]}::text[]) and ${allOf(participantsIn({ ...asked, table, asOf }, drive))}
    and p.row not in (select t.row from ${sql.table(table)} t where t.review = 'rejected')
  group by 1, 2`;

/** Records of every day that match, counted one by one. */
const matching = async (
  database: Kysely<Tables>,
  table: RecordTable,
  filter: Filter,
  asOf: AsOf,
): Promise<RawBuilder<unknown> | null> => {
  const asked = await conditionsOf(database, table, filter, asOf);
  if (asked === null) return null;
  if (asked.drive !== null && isOfActor(filter)) return ofActor(table, asked, asked.drive, asOf);
  const label = sql.ref(`t.${table === 'statements' ? 'act' : 'type'}`);
  const where = conditionsIn({ ...asked, table, asOf });
  return sql`
    select (t.at at time zone 'UTC')::date as day, ${label} as label, count(*) as records
    from ${sql.table(table)} t where ${allOf(where)} group by 1, 2`;
};

/** Records of a kind by when they were published, and by act or type. */
export const countByTime = async (
  database: Kysely<Tables>,
  table: RecordTable,
  filter: Filter,
  by: CountedBy,
  asOf: AsOf,
): Promise<readonly Count[]> => {
  const days = isPlain(filter) ? standing(table, filter, asOf) : await matching(database, table, filter, asOf);
  if (days === null) return [];
  // Days first: there are few of them, so that the calendar is asked little.
  const { rows } = await sql<CountRow>`
    select to_char(date_trunc(${sql.lit(by)}, day::timestamp), 'YYYY-MM-DD') as start, label, sum(records)::int as records
    from (${days}) as days group by 1, 2 having sum(records) > 0 order by 1, 2`.execute(database);
  return rows;
};

/** How often one actor did something to another. */
export interface Dyad {
  readonly actor: ActorName;
  readonly recipient: ActorName;
  readonly records: number;
}

/** Who acts on whom how often, the commonest pairs first. */
export const countDyads = async (
  database: Kysely<Tables>,
  filter: Filter,
  limit: number,
  asOf: AsOf,
): Promise<readonly Dyad[]> => {
  const pairs = await pairsIn(database, 'events', filter, asOf);
  if (pairs === null) return [];
  const { rows } = await sql<{ actor: string; recipient: string; records: number }>`
    select source as actor, target as recipient, sum(records)::int as records from (${pairs}) as pairs
    group by 1, 2 having sum(records) > 0 order by 3 desc, 1, 2 limit ${sql.lit(limitOf({ limit }))}`.execute(database);
  const names = await actorNames(database, [...new Set(rows.flatMap((row) => [row.actor, row.recipient]))], asOf);
  const nameOf = (id: string): ActorName => names.get(id) ?? { id, name: '' };
  return rows.map((row) => ({ actor: nameOf(row.actor), recipient: nameOf(row.recipient), records: row.records }));
};

/** What a ledger holds. */
export interface Totals {
  readonly reports: number;
  readonly publishers: number;
  readonly origins: number;
  readonly statements: number;
  readonly events: number;
  readonly nodes: Readonly<Record<string, number>>;
  readonly corrections: number;
  readonly unanchored: number;
  readonly failures: number;
  /** Entries of the journal that this program could not apply. */
  readonly passedOver: number;
  /** When the last entry was taken in; null for an empty ledger. */
  readonly last: string | null;
}

/** How many records stand. */
const recordsIn = (kind: 'statement' | 'event', asOf: AsOf): RawBuilder<unknown> =>
  sql`(select coalesce(sum(records), 0)::int from (${sumsAt('daily', sql`s.kind = ${kind}`, asOf)}) as days)`;

/**
 * How many reports there are, of how many houses, from how many origins, in one reading of them: an origin is a report that repeats no
 * other, and houses are fewer than reports by far.
 */
const reportsIn = (until: number): RawBuilder<unknown> => sql`
  select coalesce(sum(reports), 0)::int as reports, count(family)::int as publishers, coalesce(sum(origins), 0)::int as origins
  from (select family, count(*) as reports, count(*) filter (where origin = id) as origins
    from documents where since <= ${until} group by family) as of_house`;

/** How much a ledger holds, as it was known at an entry. */
export const totals = async (database: Kysely<Tables>, asOf: AsOf): Promise<Totals> => {
  const until = asOf ?? Number.MAX_SAFE_INTEGER;
  const { rows } = await sql<Record<string, number | Date | null>>`
    select
      told.reports, told.publishers, told.origins,
      ${recordsIn('statement', asOf)} as statements,
      ${recordsIn('event', asOf)} as events,
      (select count(*)::int from corrections where since <= ${until} and coalesce(undone_at, ${FOREVER}::bigint) > ${until}) as corrections,
      (select count(*)::int from unanchored u join corrections c on c.id = u.correction
        where ${knownAt(asOf, 'u')} and coalesce(c.undone_at, ${FOREVER}::bigint) > ${until}) as unanchored,
      (select count(*)::int from failures where ${knownAt(asOf)}) as failures,
      (select count(*)::int from passed_over where seq <= ${until}) as passed_over,
      (select max(at) from moments where seq <= ${until}) as last
    from (${reportsIn(until)}) as told`.execute(database);
  const nodes = await sql<{ kind: string; nodes: number }>`
    select kind, count(*)::int as nodes from nodes where ${knownAt(asOf)} group by kind order by kind`.execute(
    database,
  );
  const [row = {}] = rows;
  const count = (name: string): number => Number(row[name] ?? 0);
  return {
    reports: count('reports'),
    publishers: count('publishers'),
    origins: count('origins'),
    statements: count('statements'),
    events: count('events'),
    nodes: Object.fromEntries(nodes.rows.map(({ kind, nodes: number }) => [kind, number])),
    corrections: count('corrections'),
    unanchored: count('unanchored'),
    failures: count('failures'),
    passedOver: count('passed_over'),
    last: row.last instanceof Date ? row.last.toISOString() : null,
  };
};
