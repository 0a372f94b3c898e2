import type { Kysely } from 'kysely';
import { fromKysely, PgBoss } from 'pg-boss';
import { storable } from '../storable.ts';
import type { Tables } from '../tables.ts';

const QUEUE = 'read';

/** A report that waits to be read. */
export interface Waiting {
  readonly id: string;
  /** The file or address that it came from. */
  readonly name: string;
  /** The report as JSON, as whoever put it there wrote it. */
  readonly document: string;
}

/** How to open the queue of a ledger on a server. */
export interface QueueOptions {
  /** postgres://… */
  readonly url: string;
  readonly database: Kysely<Tables>;
  /** Is told what goes wrong in the background: a lost connection, a job that will be tried again. */
  readonly warn: (error: Error) => void;
}

/** How often, in seconds, a worker says that it lives; one that was silent so long has its work given to another. Ten is the least. */
const HEARTBEAT = 10;
/** How often a report is tried whose worker died or whose server was away. */
const TRIES = 10;

/**
 * Reports that wait to be read by any number of workers on one server. One of them gets each; that of a worker that dies goes to
 * another. A report waits until whoever has read it says so, so that it may be given twice but never lost.
 */
export class ReadQueue {
  readonly #boss: PgBoss;
  readonly #database: Kysely<Tables>;

  private constructor(boss: PgBoss, database: Kysely<Tables>) {
    this.#boss = boss;
    this.#database = database;
  }

  static async open({ url, database, warn }: QueueOptions): Promise<ReadQueue> {
    const boss = new PgBoss({
      connectionString: url,
      max: 3,
      superviseIntervalSeconds: HEARTBEAT,
      monitorIntervalSeconds: HEARTBEAT,
    });
    boss.on('error', warn);
    await boss.start();
    await boss.createQueue(QUEUE, {
      heartbeatSeconds: HEARTBEAT,
      retryLimit: TRIES,
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: 60,
      deleteAfterSeconds: 3600,
    });
    return new ReadQueue(boss, database);
  }

  /** Puts a report there. False where it waits already. */
  async put({ id, name, document }: Waiting): Promise<boolean> {
    return this.#database.transaction().execute(async (transaction) => {
      const { numInsertedOrUpdatedRows } = await transaction
        .insertInto('inbox')
        .values({ id, name: storable(name), document: storable(document) })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 0n) return false;
      await this.#boss.send(QUEUE, { id }, { db: fromKysely(transaction) });
      return true;
    });
  }

  /** How many reports wait or are being read. */
  async waiting(): Promise<number> {
    const { count } = await this.#database
      .selectFrom('inbox')
      .select((select) => select.fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  /**
   * Reads what waits, one report at a time, until `stop`. What `read` throws is tried again later; when it resolves, the report
   * waits no more.
   */
  async work(read: (waiting: Waiting) => Promise<void>): Promise<void> {
    await this.#boss.work<{ id: string }>(QUEUE, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async ([job]) => {
      const id = job?.data.id ?? '';
      const waiting = await this.#database
        .selectFrom('inbox')
        .select(['id', 'name', 'document'])
        .where('id', '=', id)
        .executeTakeFirst();
      if (waiting === undefined) return;
      await read(waiting);
      await this.#database.deleteFrom('inbox').where('id', '=', id).execute();
    });
  }

  /** Lets what is being read be finished, and takes nothing more. */
  async stop(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: 30_000 });
  }
}
