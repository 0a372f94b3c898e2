import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, type Results } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { PreparedStatements } from './prepared.ts';

/** What the thread of the database is asked. */
export type ToWorker =
  | { readonly kind: 'query'; readonly id: number; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly kind: 'close'; readonly id: number };

/** What it answers; number 0 says that it is ready. */
export interface FromWorker {
  readonly id: number;
  readonly rows: readonly unknown[];
  readonly affected: number;
  readonly error: { readonly message: string; readonly code: string | null } | null;
}

// PostgreSQL in a thread of its own, so that a long query does not hold up whoever serves requests. One query at a time.

const port = parentPort;
if (port === null) throw new Error('this file runs as a worker thread');

const answer = (message: FromWorker): void => port.postMessage(message);

const failureOf = (error: unknown): { message: string; code: string | null } =>
  error instanceof Error
    ? { message: error.message, code: 'code' in error && typeof error.code === 'string' ? error.code : null }
    : { message: String(error), code: null };

const database = await PGlite.create(workerData.folder, { extensions: { pg_trgm } });

const prepared = new PreparedStatements(database);

const run = async (message: ToWorker): Promise<Pick<Results, 'rows' | 'affectedRows'>> => {
  if (message.kind === 'close') {
    await database.close();
    return { rows: [] };
  }
  // Only what is written in transactions comes again and again; questions are planned for what they ask.
  return database.isInTransaction() && message.parameters.length > 0
    ? await prepared.query(message.sql, message.parameters)
    : await database.query(message.sql, [...message.parameters]);
};

let last: Promise<void> = Promise.resolve();
port.on('message', (message: ToWorker) => {
  last = last.then(async () => {
    try {
      const { rows, affectedRows } = await run(message);
      answer({ id: message.id, rows, affected: affectedRows ?? 0, error: null });
    } catch (error) {
      answer({ id: message.id, rows: [], affected: 0, error: failureOf(error) });
    }
    if (message.kind === 'close') port.close();
  });
});
answer({ id: 0, rows: [], affected: 0, error: null });
