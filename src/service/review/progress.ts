import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../store/index.ts';
import { allOf, conditionsOf, type RecordTable } from '../ask/conditions.ts';
import { instantOf } from '../ask/moment.ts';
import { type DoubtFilter, isDoubtful, reasonsOf, tablesOf } from './doubtful.ts';
import { doubts } from './doubts.ts';

/** How far the review is. */
export interface ReviewProgress {
  /** Doubtful rows that nobody has decided on: at most `MOST` of each kind are counted. */
  readonly waiting: number;
  /** Whether there are more than were counted. */
  readonly isMore: boolean;
  /** Rows that people decided on since the moment that was asked for. */
  readonly decided: number;
  /** Every reason, and how many of the rows that wait have it. */
  readonly reasons: readonly { readonly reason: string; readonly words: string; readonly waiting: number }[];
}

/** Rows of a kind that are counted at most. */
const MOST = 10_000;

const countIn = async (
  database: Kysely<Tables>,
  table: RecordTable,
  { type, act, reason, document }: DoubtFilter,
): Promise<ReadonlyMap<string, number>> => {
  const asked = await conditionsOf(database, table, { type, act, document, review: ['none'] }, null);
  if (asked === null) return new Map();
  const { rows } = await sql<{ reason: string; waiting: number }>`
    with waiting as (select ${reasonsOf(table)} as reasons from ${sql.table(table)} t
      where ${allOf([...asked.conditions, isDoubtful(table, reason)])} order by t.at desc, t.row desc limit ${sql.lit(MOST)})
    select '' as reason, count(*)::int as waiting from waiting
    union all select one, count(*)::int from waiting cross join lateral unnest(reasons) as one group by one`.execute(
    database,
  );
  return new Map(rows.map(({ reason: name, waiting }) => [name, waiting]));
};

/** Rows that were accepted, rejected or edited since a moment, each once; what was undone does not count. */
const decidedSince = async (database: Kysely<Tables>, since: string | null): Promise<number> => {
  const { rows } = await sql<{ decided: number }>`
    select count(distinct (c.document, c.record))::int as decided from corrections c join moments m on m.seq = c.since
    where c.document is not null and c.undone_by is null and m.at >= ${since === null ? sql`'-infinity'` : instantOf(since)}`.execute(
    database,
  );
  return rows[0]?.decided ?? 0;
};

/** How many doubtful rows wait, for which reasons, and how many rows people decided on since a moment (ISO 8601; null: ever). */
export const reviewProgress = async (
  database: Kysely<Tables>,
  filter: DoubtFilter,
  since: string | null,
): Promise<ReviewProgress> => {
  const counts: ReadonlyMap<string, number>[] = [];
  for (const table of tablesOf(filter)) counts.push(await countIn(database, table, filter));
  const sum = (reason: string): number => counts.reduce((total, one) => total + (one.get(reason) ?? 0), 0);
  return {
    waiting: sum(''),
    isMore: counts.some((one) => one.get('') === MOST),
    decided: await decidedSince(database, since),
    reasons: doubts.map(({ reason, words }) => ({ reason, words, waiting: sum(reason) })),
  };
};
