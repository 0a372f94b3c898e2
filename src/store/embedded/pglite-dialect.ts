import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import { unavailable } from '../unavailable.ts';
import { givesRows } from './gives-rows.ts';
import type { PgliteThread } from './pglite-thread.ts';

/** Statements of which it is remembered whether they give rows. */
const MOST_KNOWN = 1000;

/**
 * The one connection of an embedded database, lent to one user at a time: a transaction keeps it until it ends. Within a transaction,
 * statements that give no rows wait for the next that does, or for the commit, which then fails with what they fail of. How many rows
 * such a statement changes is not told.
 */
class ThreadDriver implements Driver {
  readonly #thread: PgliteThread;
  readonly #connection: DatabaseConnection;
  readonly #givesRows = new Map<string, boolean>();
  #isInTransaction = false;
  #free: Promise<void> = Promise.resolve();
  #giveBack: () => void = () => {};

  constructor(thread: PgliteThread, place: string) {
    this.#thread = thread;
    this.#connection = {
      executeQuery: async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
        if (this.#isInTransaction && this.#canWait(sql)) {
          thread.later(sql, parameters);
          return { rows: [] };
        }
        const { rows, affected } = await thread.query(sql, parameters).catch((error) => {
          throw unavailable(place, error);
        });
        // What a query gives is what its types say: the compiler of queries has seen to it.
        return { rows: rows as R[], numAffectedRows: BigInt(affected) };
      },
      streamQuery: () => {
        throw new Error('an embedded database gives rows at once');
      },
    };
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const free = this.#free;
    let giveBack = (): void => {};
    this.#free = new Promise((done) => {
      giveBack = done;
    });
    await free;
    this.#giveBack = giveBack;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#giveBack();
  }

  #canWait(sql: string): boolean {
    const known = this.#givesRows.get(sql) ?? givesRows(sql);
    if (this.#givesRows.size < MOST_KNOWN) this.#givesRows.set(sql, known);
    return !known;
  }

  async beginTransaction(): Promise<void> {
    this.#isInTransaction = true;
    this.#thread.later('begin');
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    // PostgreSQL answers a commit behind something that failed with a rollback, and calls it no error. This does.
    this.#thread.later('select');
    await connection.executeQuery(CompiledQuery.raw('commit'));
    this.#isInTransaction = false;
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    this.#isInTransaction = false;
    // What waits need not be run to be taken back. Where the beginning itself waits still, PostgreSQL has nothing to take back, and says so.
    this.#thread.forget();
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {
    await this.#thread.close();
  }
}

/** Kysely over PGlite in a thread; `place` is what messages call the ledger. */
export const pgliteDialect = (thread: PgliteThread, place: string): Dialect => ({
  createDriver: () => new ThreadDriver(thread, place),
  createAdapter: () => new PostgresAdapter(),
  createIntrospector: (database) => new PostgresIntrospector(database),
  createQueryCompiler: () => new PostgresQueryCompiler(),
});
