import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, type Results } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { PreparedStatements } from './prepared.ts';

/** What the thread of the database is asked. */
export type ToWorker =
  | { readonly kind: 'query'; readonly id: number; readonly statements: readonly Statement[] }
  | { readonly kind: 'close'; readonly id: number };

/** A statement in SQL, and what its parameters stand for. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

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

type Answer = Pick<Results, 'rows' | 'affectedRows'>;

const nothing: Answer = { rows: [] };

// Only what is written in transactions comes again and again; questions are planned for what they ask.
const runOne = ({ sql, parameters }: Statement): Promise<Answer> =>
  database.isInTransaction() && parameters.length > 0
    ? prepared.query(sql, parameters)
    : database.query(sql, [...parameters]);

/** Runs statements one after the other and gives the answer of the last. Behind one that failed only a rollback is run, and mends it. */
const runAll = async (statements: readonly Statement[]): Promise<Answer> => {
  let answer = nothing;
  let failure: { readonly error: unknown } | null = null;
  for (const statement of statements) {
    if (failure !== null && !statement.sql.startsWith('rollback')) continue;
    failure = null;
    try {
      answer = await runOne(statement);
    } catch (error) {
      failure = { error };
    }
  }
  if (failure !== null) throw failure.error;
  return answer;
};

const run = async (message: ToWorker): Promise<Answer> => {
  if (message.kind === 'query') return runAll(message.statements);
  await database.close();
  return nothing;
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
