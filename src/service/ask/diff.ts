import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../store/index.ts';

/** A record that came, went or changed between two entries. */
export interface Difference {
  readonly kind: 'statement' | 'event';
  readonly change: 'added' | 'removed' | 'changed';
  readonly document: string;
  readonly record: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** How many of each, and the records themselves up to a limit. */
export interface Diff {
  readonly counts: Readonly<Record<Difference['kind'], Readonly<Record<Difference['change'], number>>>>;
  readonly differences: readonly Difference[];
}

type Row = Omit<Difference, 'kind'>;

/** Rows of a table known at one entry and not, or otherwise, at another. What is known at both is not read. */
const between = async (
  database: Kysely<Tables>,
  table: 'statements' | 'events',
  a: number,
  b: number,
): Promise<readonly Row[]> => {
  const known = (seq: number) => sql`since <= ${sql.lit(seq)} and until > ${sql.lit(seq)}`;
  const only = (
    seq: number,
    other: number,
  ) => sql`select document, id, row, record || jsonb_build_object('review', review) as record
    from ${sql.table(table)} where ${known(seq)} and not (${known(other)})`;
  const { rows } = await sql<Row>`
    select coalesce(x.document, y.document) as document, coalesce(x.id, y.id) as record, x.record as before, y.record as after,
      case when x.row is null then 'added' when y.row is null then 'removed' else 'changed' end as change
    from (${only(a, b)}) x full join (${only(b, a)}) y on x.document = y.document and x.id = y.id
    where x.record is distinct from y.record
    order by 1, 2`.execute(database);
  return rows;
};

/** How many came, went and changed. */
export const tally = (rows: readonly Pick<Row, 'change'>[]): Readonly<Record<Difference['change'], number>> => {
  const number = (change: Difference['change']): number => rows.filter((row) => row.change === change).length;
  return { added: number('added'), removed: number('removed'), changed: number('changed') };
};

/** What changed in the records between two entries of the journal, from whatever cause: reports, engines, corrections. */
export const diff = async (database: Kysely<Tables>, a: number, b: number, limit = 500): Promise<Diff> => {
  const statements = await between(database, 'statements', a, b);
  const events = await between(database, 'events', a, b);
  return {
    counts: { statement: tally(statements), event: tally(events) },
    differences: [
      ...statements.map((row) => ({ kind: 'statement' as const, ...row })),
      ...events.map((row) => ({ kind: 'event' as const, ...row })),
    ].slice(0, limit),
  };
};
