import type { ServerOptions } from './server/open-server.ts';
import type { QueueOptions, ReadQueue } from './server/queue.ts';
import type { Store } from './store.ts';

// What speaks to a server is loaded only where a ledger is on one.

/** Opens a ledger on a PostgreSQL server. Throws `ledger-unreachable`, `ledger-newer`. */
export const openServer = async (options: ServerOptions): Promise<Store> =>
  (await import('./server/open-server.ts')).openServer(options);

/** Opens the queue of a ledger on a PostgreSQL server. */
export const openQueue = async (options: QueueOptions): Promise<ReadQueue> =>
  (await import('./server/queue.ts')).ReadQueue.open(options);
