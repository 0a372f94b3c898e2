import type { Kysely, Transaction } from 'kysely';
import type { Entry } from './journal.ts';
import type { Tables } from './tables.ts';

/**
 * Writes what an entry means into the tables. Always the same for the same entry on the same tables: it reads no clock and no
 * files, because the tables are made anew from the journal by it.
 */
export type Apply = (transaction: Transaction<Tables>, entry: Entry) => Promise<void>;

/** What is to be taken in: an entry that has no number and no time yet. */
export interface NewEntry {
  readonly kind: string;
  readonly data: unknown;
}

/** A ledger's store: tables to ask, and one way to change them. */
export interface Store {
  readonly kind: 'embedded' | 'server';
  /** For reading. What is written goes through `commit`. */
  readonly database: Kysely<Tables>;
  /**
   * Takes entries in, all or none: gives them numbers and the time, applies them to the tables, and resolves when they are safe from
   * `kill -9` and a power cut. Entries are taken in one after the other, whoever calls.
   */
  readonly commit: (entries: readonly NewEntry[]) => Promise<readonly Entry[]>;
  /** All entries after that number, in order, as a backup keeps them. */
  readonly entriesAfter: (seq: number) => AsyncIterable<Entry>;
  /**
   * Takes in entries of a backup as they are, with their times. Only into a store that has none. One that cannot be applied is passed
   * over and noted, as it is when the tables are made from the journal: what a ledger holds can always be restored.
   */
  readonly restore: (entries: AsyncIterable<Entry>, progress: (seq: number) => void) => Promise<number>;
  readonly close: () => Promise<void>;
}
