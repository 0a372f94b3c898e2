import { type Kysely, sql } from 'kysely';
import type { RecordRef } from '../../ledger/index.ts';
import type { Event, PlacePrecision, Statement } from '../../readout/index.ts';
import type { Review, Tables } from '../../store/index.ts';
import { redirectsOf } from './aliases.ts';
import { conditionsOf, type RecordTable } from './conditions.ts';
import { badCursor, limitOf, momentIn, type Page, type PageRequest, toCursor } from './cursor.ts';
import type { Filter } from './filter.ts';
import { findRows } from './find-rows.ts';
import type { AsOf } from './moment.ts';
import { knownAt } from './moment.ts';
import type { RowsAsked } from './rows-asked.ts';

/** An actor as a row names it. */
export interface ActorName {
  readonly id: string;
  readonly name: string;
}

/** The report that a row stands in. */
export interface ReportName {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
}

interface Shared {
  readonly id: string;
  /** When its report was published, or taken in where it says no day. */
  readonly at: string;
  readonly node: string;
  readonly situation: string | null;
  readonly report: ReportName;
  readonly review: Review;
  /** In how many reports, of how many houses and origins, it is told. */
  readonly counts: { readonly reports: number; readonly publishers: number; readonly origins: number };
}

/** A statement of the ledger: its record with all its words, and who the speakers are across reports. */
export interface StatementItem extends Shared {
  readonly kind: 'statement';
  readonly speakers: readonly ActorName[];
  readonly said: { readonly start: string; readonly end: string | null } | null;
  readonly record: Statement;
}

/** An event of the ledger. */
export interface EventItem extends Shared {
  readonly kind: 'event';
  readonly actors: readonly ActorName[];
  readonly recipients: readonly ActorName[];
  readonly when: { readonly start: string; readonly end: string | null; readonly grain: string | null } | null;
  readonly place: {
    /** What events there are asked for with. */
    readonly id: string;
    readonly name: string;
    readonly country: string | null;
    readonly lat: number | null;
    readonly lon: number | null;
    readonly precision: PlacePrecision | null;
  } | null;
  readonly sentence: string;
  readonly record: Event;
}

export type RecordItem = StatementItem | EventItem;

type Row = Record<string, unknown> & {
  readonly id: string;
  readonly row: number | string;
  readonly at: Date;
  readonly stands_for: string;
};

const iso = (value: unknown): string | null => (value instanceof Date ? value.toISOString() : null);

const reportOf = (row: Row): ReportName => ({
  id: String(row.document),
  title: row.title as string | null,
  publisher: row.publisher as string | null,
  published: row.published as string | null,
  url: row.url as string | null,
});

const sharedOf = (row: Row): Shared => ({
  id: row.id,
  at: row.at.toISOString(),
  node: row.stands_for,
  situation: row.belongs_to as string | null,
  report: reportOf(row),
  review: row.review as Review,
  counts: {
    reports: Number(row.reports ?? 1),
    publishers: Number(row.publishers ?? 1),
    origins: Number(row.origins ?? 1),
  },
});

type Names = (ids: unknown) => readonly ActorName[];

const statementItem = (row: Row, names: Names): StatementItem => {
  const start = iso(row.said_start);
  return {
    kind: 'statement',
    ...sharedOf(row),
    speakers: names(row.speakers),
    said: start === null ? null : { start, end: iso(row.said_end) },
    record: row.record as Statement,
  };
};

const eventItem = (row: Row, names: Names): EventItem => {
  const start = iso(row.starts);
  return {
    kind: 'event',
    ...sharedOf(row),
    actors: names(row.actors),
    recipients: names(row.recipients),
    when: start === null ? null : { start, end: iso(row.ends), grain: row.grain as string | null },
    place:
      typeof row.place === 'string'
        ? {
            id: String(row.place_id),
            name: row.place,
            country: row.country as string | null,
            lat: row.latitude as number | null,
            lon: row.longitude as number | null,
            precision: row.precision as PlacePrecision | null,
          }
        : null,
    sentence: String(row.sentence),
    record: row.record as Event,
  };
};

/** The names of actor nodes, by what they stand for. */
export const actorNames = async (
  database: Kysely<Tables>,
  ids: readonly string[],
  asOf: AsOf,
): Promise<ReadonlyMap<string, ActorName>> => {
  const redirects = await redirectsOf(database, 'actor', ids, asOf);
  const wanted = [...new Set(ids.map((id) => redirects.get(id) ?? id))];
  if (wanted.length === 0) return new Map();
  const rows = await database
    .selectFrom('nodes')
    .select(['id', 'name'])
    .where('kind', '=', 'actor')
    .where('id', 'in', wanted)
    .where(knownAt(asOf))
    .execute();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return new Map(
    ids.map((id) => {
      const end = redirects.get(id) ?? id;
      return [id, { id: end, name: names.get(end) ?? '' }];
    }),
  );
};

const lists = (row: Row): readonly string[] =>
  [row.speakers, row.actors, row.recipients].flatMap((list) => (Array.isArray(list) ? list.map(String) : []));

const toItems = async (
  database: Kysely<Tables>,
  table: RecordTable,
  rows: readonly Row[],
  asOf: AsOf,
): Promise<readonly RecordItem[]> => {
  const known = await actorNames(database, [...new Set(rows.flatMap(lists))], asOf);
  const names: Names = (ids) => {
    const found = (Array.isArray(ids) ? ids.map(String) : []).map((id) => known.get(id) ?? { id, name: '' });
    return [...new Map(found.map((name) => [name.id, name])).values()];
  };
  return rows.map((row) => (table === 'statements' ? statementItem(row, names) : eventItem(row, names)));
};

const noPage: Page<never> = { items: [], next: null };

const positionOf = (cursor: string | null | undefined): RowsAsked['after'] => {
  if (cursor === null || cursor === undefined) return null;
  const { at, key } = momentIn(cursor);
  if (!Number.isSafeInteger(key)) throw badCursor(cursor);
  return { at, row: Number(key) };
};

/** What is shown of a record that is called `t`, beside itself. */
const shown = sql`t.*, coalesce(r.target, t.node) as stands_for, coalesce(s.target, t.situation) as belongs_to,
  d.title, d.publisher, d.published, d.url, n.reports, n.publishers, n.origins`;

/** Its report, what its node and its situation were merged into, and how often that is told. */
const around = (kind: 'statement' | 'event', asOf: AsOf) => sql`
  join documents d on d.id = t.document
  left join redirects r on r.kind = ${kind} and r.source = t.node and ${knownAt(asOf, 'r')}
  left join redirects s on s.kind = 'situation' and s.source = t.situation and ${knownAt(asOf, 's')}
  left join nodes n on n.kind = ${kind} and n.id = coalesce(r.target, t.node) and ${knownAt(asOf, 'n')}`;

/** Records of a kind that a filter asks for, the newest report's first. */
const listRecords = async (
  database: Kysely<Tables>,
  table: RecordTable,
  filter: Filter,
  request: PageRequest,
  asOf: AsOf,
): Promise<Page<RecordItem>> => {
  const after = positionOf(request.cursor);
  const asked = await conditionsOf(database, table, filter, asOf);
  if (asked === null) return noPage;
  const limit = limitOf(request);
  const kind = table === 'statements' ? 'statement' : 'event';
  const found = await findRows(database, { ...asked, table, asOf, limit: limit + 1, after });
  const { rows } = await sql<Row>`
    select ${shown} from (${found}) as t ${around(kind, asOf)}
    order by t.at desc, t.row desc`.execute(database);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await toItems(database, table, page, asOf),
    next: rows.length > limit && last !== undefined ? toCursor([last.at.toISOString(), Number(last.row)]) : null,
  };
};

/** Statements that a filter asks for, the newest report's first. */
export const listStatements = (
  database: Kysely<Tables>,
  filter: Filter,
  request: PageRequest,
  asOf: AsOf,
): Promise<Page<StatementItem>> =>
  listRecords(database, 'statements', filter, request, asOf) as Promise<Page<StatementItem>>;

/** Events that a filter asks for, the newest report's first. */
export const listEvents = (
  database: Kysely<Tables>,
  filter: Filter,
  request: PageRequest,
  asOf: AsOf,
): Promise<Page<EventItem>> => listRecords(database, 'events', filter, request, asOf) as Promise<Page<EventItem>>;

/** Records by the report that they stand in and their id, as they were known at an entry. */
export const recordsByRef = async (
  database: Kysely<Tables>,
  refs: readonly RecordRef[],
  asOf: AsOf,
): Promise<readonly RecordItem[]> => {
  const wanted = JSON.stringify(refs.map(({ document, record }) => ({ document, record })));
  const of = async (table: RecordTable): Promise<readonly RecordItem[]> => {
    const { rows } = await sql<Row>`
      select ${shown} from (select distinct document, record from jsonb_to_recordset(${wanted}::jsonb) as w(document text, record text)) as w
      join ${sql.table(table)} t on t.document = w.document and t.id = w.record and ${knownAt(asOf, 't')}
      ${around(table === 'statements' ? 'statement' : 'event', asOf)}`.execute(database);
    return toItems(database, table, rows, asOf);
  };
  return refs.length === 0 ? [] : [...(await of('statements')), ...(await of('events'))];
};
