import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../store/index.ts';
import { badCursor, fromCursor, limitOf, type PageRequest, toCursor } from './cursor.ts';

/** A record that came, went or changed between two entries. */
export interface Difference {
  readonly kind: 'statement' | 'event';
  readonly change: 'added' | 'removed' | 'changed';
  readonly document: string;
  readonly record: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** How many records of a kind came, went and changed. */
export type Tally = Readonly<Record<Difference['change'], number>>;

/** A page of what differs, and with the first page, how many of each there are in all. */
export interface Diff {
  /** Of all pages; null behind the first one. */
  readonly counts: Readonly<Record<Difference['kind'], Tally>> | null;
  readonly differences: readonly Difference[];
  /** What asks for the next page; null at the end. */
  readonly next: string | null;
}

type Row = Omit<Difference, 'kind'>;
type Table = 'statements' | 'events';
type Place = { readonly document: string; readonly record: string } | null;

const kinds = ['statement', 'event'] as const;
const tables: Readonly<Record<Difference['kind'], Table>> = { statement: 'statements', event: 'events' };

/** Rows of a table known at one entry and not, or otherwise, at another, behind a place. What is known at both is not read. */
const between = (table: Table, a: number, b: number, after: Place = null): RawBuilder<Row> => {
  const known = (seq: number) => sql`since <= ${sql.lit(seq)} and until > ${sql.lit(seq)}`;
  const behind = after === null ? sql`true` : sql`(document, id) > (${after.document}, ${after.record})`;
  const only = (
    seq: number,
    other: number,
  ) => sql`select document, id, row, record || jsonb_build_object('review', review) as record
    from ${sql.table(table)} where ${known(seq)} and not (${known(other)}) and ${behind}`;
  return sql<Row>`
    select coalesce(x.document, y.document) as document, coalesce(x.id, y.id) as record, x.record as before, y.record as after,
      case when x.row is null then 'added' when y.row is null then 'removed' else 'changed' end as change
    from (${only(a, b)}) x full join (${only(b, a)}) y on x.document = y.document and x.id = y.id
    where x.record is distinct from y.record`;
};

/** Nothing of a kind yet. */
export const noTally: Tally = { added: 0, removed: 0, changed: 0 };

const count = async (database: Kysely<Tables>, table: Table, a: number, b: number): Promise<Tally> => {
  const { rows } = await sql<{ change: Difference['change']; records: number }>`
    select change, count(*)::int as records from (${between(table, a, b)}) as found group by change`.execute(database);
  return { ...noTally, ...Object.fromEntries(rows.map(({ change, records }) => [change, records])) };
};

/** Where a page ended: the kind, report and record of its last difference. */
const placeIn = (cursor: string): { readonly kind: Difference['kind']; readonly after: Place } => {
  const [kind, document, record] = fromCursor(cursor, 3);
  const known = kinds.find((one) => one === kind);
  if (known === undefined || typeof document !== 'string' || typeof record !== 'string') throw badCursor(cursor);
  return { kind: known, after: { document, record } };
};

/**
 * What changed in the records between two entries of the journal, from whatever cause: reports, engines, corrections. Statements
 * first, then events, each in the order of their reports' ids.
 */
export const diff = async (database: Kysely<Tables>, a: number, b: number, request: PageRequest): Promise<Diff> => {
  const limit = limitOf(request);
  const cursor = request.cursor ?? null;
  const from = cursor === null ? { kind: 'statement' as const, after: null } : placeIn(cursor);
  const found: Difference[] = [];
  for (const kind of kinds.slice(kinds.indexOf(from.kind))) {
    const rows = between(tables[kind], a, b, kind === from.kind ? from.after : null);
    const page = sql<Row>`select * from (${rows}) as found order by document, record limit ${sql.lit(limit + 1 - found.length)}`;
    found.push(...(await page.execute(database)).rows.map((row) => ({ kind, ...row })));
    if (found.length > limit) break;
  }
  const differences = found.slice(0, limit);
  const last = differences.at(-1);
  const isMore = found.length > limit && last !== undefined;
  return {
    counts:
      cursor === null
        ? {
            statement: await count(database, 'statements', a, b),
            event: await count(database, 'events', a, b),
          }
        : null,
    differences,
    next: isMore ? toCursor([last.kind, last.document, last.record]) : null,
  };
};
