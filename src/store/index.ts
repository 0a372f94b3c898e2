/** The room of the store: a ledger's tables, embedded or on a PostgreSQL server, and the journal that they are made from. */
export { DatabaseError } from './database-error.ts';
export { describeSchema } from './describe.ts';
export { type EmbeddedOptions, type EmbeddedStore, openEmbedded } from './embedded/open-embedded.ts';
export { type Owner, ownerOf } from './embedded/owner-lock.ts';
export type { Entry } from './journal.ts';
export { migrate } from './migrate.ts';
export { openQueue, openServer } from './on-server.ts';
export { insertOf, insertRows, type JsonRow } from './rows.ts';
export type { ServerOptions } from './server/open-server.ts';
export type { ReadQueue, Waiting } from './server/queue.ts';
export { BAD_TEXT, expectStorable, isStorable, isStorableValue, storable, toJson } from './storable.ts';
export type { Apply, NewEntry, Store } from './store.ts';
export { FOREVER, type Review, type Tables } from './tables.ts';
