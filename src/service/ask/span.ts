import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../store/index.ts';

/** From when to when a ledger took things in; all null and 0 for an empty one. */
export interface LedgerSpan {
  readonly first: string | null;
  readonly last: string | null;
  /** The number of the last entry. */
  readonly entry: number;
}

const iso = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;

/** The first and the last moment at which something was taken in, and the number of the last entry. */
export const spanOf = async (database: Kysely<Tables>): Promise<LedgerSpan> => {
  const { rows } = await sql<{ first: Date | null; last: Date | null; entry: number | null }>`
    select min(at) as first, max(at) as last, max(seq) as entry from moments`.execute(database);
  const [row] = rows;
  return { first: iso(row?.first), last: iso(row?.last), entry: Number(row?.entry ?? 0) };
};
