import { type Kysely, sql } from 'kysely';
import { canonicalUrl } from '../../intake/index.ts';
import type { Readout } from '../../readout/index.ts';
import { storable, type Tables } from '../../store/index.ts';
import { unpack } from '../packed.ts';
import { limitOf, momentIn, type Page, type PageRequest, toCursor } from './cursor.ts';
import { reportsIn } from './in-situation.ts';
import { type AsOf, beginOf, knownAt } from './moment.ts';

/** A report of the ledger. */
export interface ReportItem {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly family: string | null;
  readonly agency: string | null;
  readonly language: string;
  readonly published: string | null;
  /** When it was taken in. */
  readonly added: string;
  /** The first report of the line of copies that it belongs to. */
  readonly origin: string;
  readonly likeness: string | null;
  readonly words: number;
}

/** Which reports are asked for. */
export interface ReportFilter {
  readonly text?: string | undefined;
  readonly origin?: string | undefined;
  /** That tell of this situation. */
  readonly situation?: string | undefined;
  /** The address that it stands at, however it is written. */
  readonly url?: string | undefined;
  readonly publisher?: string | undefined;
  /** Published from here, and until here (ISO 8601; half-open). */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

type Row = Omit<ReportItem, 'added'> & { readonly added: Date; readonly at: Date };

const toItem = ({ added, at: _, ...row }: Row): ReportItem => ({ ...row, added: added.toISOString() });

const columns = sql`d.id, d.name, d.title, d.url, d.publisher, d.family, d.agency, d.language, d.published, m.at as added, d.origin, d.likeness, d.words, d.at`;

/** Reports, the newest first. */
export const listReports = async (
  database: Kysely<Tables>,
  { text, origin, situation, url, publisher, from, until }: ReportFilter,
  request: PageRequest,
  asOf: AsOf,
): Promise<Page<ReportItem>> => {
  const limit = limitOf(request);
  const where = [
    sql<boolean>`d.since <= ${asOf ?? Number.MAX_SAFE_INTEGER}`,
    ...(text === undefined ? [] : [sql<boolean>`d.search @@ websearch_to_tsquery('english', ${storable(text)})`]),
    ...(origin === undefined ? [] : [sql<boolean>`d.origin = ${origin}`]),
    ...(situation === undefined ? [] : [sql<boolean>`d.id in (${await reportsIn(database, situation, asOf)})`]),
    ...(url === undefined ? [] : [sql<boolean>`d.url = ${canonicalUrl(url) ?? url}`]),
    ...(publisher === undefined ? [] : [sql<boolean>`(d.family = ${publisher} or d.publisher = ${publisher})`]),
    ...(from === undefined ? [] : [sql<boolean>`d.at >= ${beginOf(from)}`]),
    ...(until === undefined ? [] : [sql<boolean>`d.at < ${beginOf(until)}`]),
  ];
  if (request.cursor !== null && request.cursor !== undefined) {
    const { at, key } = momentIn(request.cursor);
    where.push(sql<boolean>`(d.at, d.id) < (${at}::timestamptz, ${String(key)})`);
  }
  const { rows } = await sql<Row>`
    select ${columns} from documents d join moments m on m.seq = d.since
    where ${sql.join(where, sql` and `)} order by d.at desc, d.id desc limit ${sql.lit(limit + 1)}`.execute(database);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(toItem),
    next: rows.length > limit && last !== undefined ? toCursor([last.at.toISOString(), last.id]) : null,
  };
};

/** Reports that were taken in after an entry, the last first. */
export const reportsAfter = async (
  database: Kysely<Tables>,
  after: number,
  limit: number,
  asOf: AsOf,
): Promise<readonly ReportItem[]> => {
  const { rows } = await sql<Row>`
    select ${columns} from documents d join moments m on m.seq = d.since
    where d.since > ${after} and d.since <= ${asOf ?? Number.MAX_SAFE_INTEGER}
    order by d.since desc, d.id limit ${sql.lit(limit)}`.execute(database);
  return rows.map(toItem);
};

/** A report with what was read out of it. */
export interface ReportDetail extends ReportItem {
  /** As the engine made it, without corrections. */
  readonly readout: Readout;
  /** Which node of the ledger each record belongs to, and why. */
  readonly members: readonly {
    readonly kind: string;
    readonly record: string;
    readonly node: string;
    readonly reason: string;
  }[];
}

/** One report, by its id or the beginning of it (eight letters or more); null where there is none. */
export const findReport = async (database: Kysely<Tables>, id: string, asOf: AsOf): Promise<ReportDetail | null> => {
  if (!/^[0-9a-f]{8,64}$/.test(id)) return null;
  const { rows } = await sql<Row & { body: Uint8Array }>`
    select ${columns}, r.body from documents d join moments m on m.seq = d.since
    join readouts r on r.document = d.id and ${knownAt(asOf, 'r')}
    where ${id.length < 64 ? sql`d.id like ${`${id}%`}` : sql`d.id = ${id}`}
    limit 2`.execute(database);
  const [row, other] = rows;
  if (row === undefined || other !== undefined) return null;
  const { body, ...found } = row;
  const members = await database
    .selectFrom('members')
    .select(['kind', 'record', 'node', 'reason'])
    .where('document', '=', row.id)
    .where(knownAt(asOf))
    .orderBy('kind')
    .orderBy('record')
    .execute();
  return { ...toItem(found), readout: unpack(body), members };
};
