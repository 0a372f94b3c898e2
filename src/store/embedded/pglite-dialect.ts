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
import type { PgliteThread } from './pglite-thread.ts';

/** The one connection of an embedded database, lent to one user at a time: a transaction keeps it until it ends. */
class ThreadDriver implements Driver {
  readonly #thread: PgliteThread;
  readonly #connection: DatabaseConnection;
  #free: Promise<void> = Promise.resolve();
  #giveBack: () => void = () => {};

  constructor(thread: PgliteThread, place: string) {
    this.#thread = thread;
    this.#connection = {
      executeQuery: async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
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

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
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
