import { type Kysely, sql, type Transaction } from 'kysely';
import { ReadoutError, reasonOf } from '../text/index.ts';
import { DatabaseError } from './database-error.ts';
import type { Entry } from './journal.ts';
import { storable } from './storable.ts';
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

/** Backups go only into a ledger that holds nothing. Throws `ledger-not-empty`. */
export const expectEmpty = async (database: Kysely<Tables>): Promise<void> => {
  const { seq } = await appliedIn(database);
  if (seq > 0)
    throw new ReadoutError(
      'ledger-not-empty',
      `This ledger holds ${seq} entries already. A backup is restored into a new one.`,
      { seq },
    );
};

const note = (transaction: Transaction<Tables>, { seq, at, kind }: Entry): Promise<unknown> =>
  transaction.insertInto('moments').values({ seq, at, kind }).execute();

/** Applies new entries to the tables within a transaction. Throws what the first of them throws that cannot be applied. */
export const applyEntries = async (
  transaction: Transaction<Tables>,
  entries: readonly Entry[],
  apply: Apply,
): Promise<void> => {
  for (const entry of entries) {
    await note(transaction, entry);
    await apply(transaction, entry);
  }
};

/** Classes of SQLSTATE that are about the machine and not about what was asked: connection, room, shut down, files, damage. */
const ofMachine = /^(?:08|53|57|58|XX)/;

/** Whether an error is of the machine: the same entry may do another time. */
const isOfMachine = (error: unknown): boolean => {
  if (error instanceof ReadoutError) return error.code === 'ledger-unavailable';
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (typeof code !== 'string') return error instanceof DatabaseError;
  return ofMachine.test(code) || /^E[A-Z]+$/.test(code);
};

/**
 * Applies entries that a journal or a backup holds. One that cannot be applied is passed over and noted in `passed_over`, so that the
 * others can be read. Throws where the machine is at fault.
 */
export const applyKept = async (
  transaction: Transaction<Tables>,
  entries: readonly Entry[],
  apply: Apply,
): Promise<void> => {
  for (const entry of entries) {
    await note(transaction, entry);
    await sql`savepoint entry`.execute(transaction);
    try {
      await apply(transaction, entry);
    } catch (error) {
      if (isOfMachine(error)) throw error;
      await sql`rollback to savepoint entry`.execute(transaction);
      await transaction
        .insertInto('passed_over')
        .values({ seq: entry.seq, kind: entry.kind, message: storable(reasonOf(error)) })
        .execute();
    }
    await sql`release savepoint entry`.execute(transaction);
  }
};
