/** What happened to a ledger, in order. Everything else in the store is made from these entries, and can be made again. */
export interface Entry {
  /** Counts from 1, without gaps. */
  readonly seq: number;
  /** When it was taken in, ISO 8601 in UTC. Never before the entry ahead of it. */
  readonly at: string;
  readonly kind: string;
  readonly data: unknown;
}

/** The record of what happened that outlives crashes: on disk beside an embedded store, a table on a server. */
export interface Journal {
  /** The number of the last entry, 0 where there is none. */
  readonly last: () => number;
  /** Resolves when the entries are safe from a power cut. */
  readonly append: (entries: readonly Entry[]) => Promise<void>;
  /** Entries after that number, in order. */
  readonly after: (seq: number) => AsyncIterable<Entry>;
  readonly close: () => Promise<void>;
}
