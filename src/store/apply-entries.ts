import type { Kysely, Transaction } from 'kysely';
import type { Entry } from './journal.ts';
import type { Apply, NewEntry } from './store.ts';
import type { Tables } from './tables.ts';

/** The last entry that the tables hold. */
export interface Applied {
  readonly seq: number;
  readonly at: string;
}

/** What the tables hold. */
export const appliedIn = async (database: Kysely<Tables>): Promise<Applied> => {
  const row = await database
    .selectFrom('moments')
    .select(['seq', 'at'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? { seq: 0, at: '' } : { seq: row.seq, at: row.at.toISOString() };
};

/** Numbers and dates new entries behind the last one; time never runs backwards in a ledger, whatever the clock does. */
export const numbered = (entries: readonly NewEntry[], last: Applied, now: string): readonly Entry[] =>
  entries.map(({ kind, data }, index) => ({
    seq: last.seq + index + 1,
    at: now > last.at ? now : last.at,
    kind,
    data,
  }));

/** Applies entries to the tables within a transaction. */
export const applyEntries = async (
  transaction: Transaction<Tables>,
  entries: readonly Entry[],
  apply: Apply,
): Promise<void> => {
  for (const entry of entries) {
    await transaction.insertInto('moments').values({ seq: entry.seq, at: entry.at, kind: entry.kind }).execute();
    await apply(transaction, entry);
  }
};
