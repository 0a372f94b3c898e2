import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, sql } from 'kysely';
import pg from 'pg';
import { ReadoutError, reasonOf } from '../../text/index.ts';
import { appliedIn, applyEntries, applyKept, expectEmpty, numbered } from '../apply-entries.ts';
import { inTurn } from '../in-turn.ts';
import type { Entry } from '../journal.ts';
import { migrate } from '../migrate.ts';
import type { Apply, NewEntry, Store } from '../store.ts';
import type { Tables } from '../tables.ts';
import { unavailable } from '../unavailable.ts';

/** How to open a store on a PostgreSQL server. */
export interface ServerOptions {
  /** postgres://… */
  readonly url: string;
  readonly apply: Apply;
  readonly now: () => Date;
  /** For how long, in milliseconds, a connection or a lock is waited for before the database counts as busy; only tests give another. */
  readonly patience?: number;
}

/** Shorter than a request to the API may take, so that who asks is told what is the matter. */
const PATIENCE = 45_000;

/** bigint as a number: entries and rows are counted with it, and none is beyond 2^53 but "for ever", which no query gives. */
const INT8 = 20;

const poolFor = (url: string, patience: number): pg.Pool => {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, Number);
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    types,
    application_name: 'readout',
    connectionTimeoutMillis: patience,
  });
  // A connection that breaks while nobody uses it is no error of anybody: the pool makes another. One in use fails its query.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', () => {});
  return pool;
};

/** The same pool, whose errors say which ledger does not answer. */
const telling = (pool: pg.Pool, place: string): PostgresPool => {
  const fail = (error: unknown): never => {
    throw unavailable(place, error);
  };
  const connect = async (): Promise<PostgresPoolClient> => {
    const client = await pool.connect().catch((error) => {
      throw unavailable(place, error, 'connection');
    });
    const query = (words: string, parameters: unknown[]) => client.query(words, parameters).catch(fail);
    // Nothing is read by cursor here.
    return { query, release: (destroy?: boolean) => client.release(destroy) } as unknown as PostgresPoolClient;
  };
  return { connect, end: () => pool.end(), options: pool.options };
};

const withoutPassword = (url: string): string => url.replace(/:\/\/([^:@/]*):[^@/]*@/, '://$1:…@');

/** Only one process at a time adds to a ledger; the others wait here. */
const LOCK = sql`select pg_advisory_xact_lock(7320712)`;

/**
 * Opens a ledger on a PostgreSQL server, for any number of processes. Its journal is a table, written in the same transaction.
 * Throws `ledger-unreachable` where there is no server, `ledger-newer`.
 */
export const openServer = async ({ url, apply, now, patience = PATIENCE }: ServerOptions): Promise<Store> => {
  const pool = telling(poolFor(url, patience), withoutPassword(url));
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(database);
  } catch (error) {
    await database.destroy();
    if (error instanceof ReadoutError && error.code !== 'ledger-unavailable') throw error;
    const reason = reasonOf(error instanceof ReadoutError ? error.cause : error);
    const message = `${withoutPassword(url)}: this database cannot be opened (${reason}). Check DATABASE_URL, and that the server runs and lets you in.`;
    throw new ReadoutError('ledger-unreachable', message, {}, { cause: error });
  }
  return serverStore({ database, apply, now, patience });
};

interface Opened extends Required<Pick<ServerOptions, 'apply' | 'now' | 'patience'>> {
  readonly database: Kysely<Tables>;
}

const serverStore = ({ database, apply, now, patience }: Opened): Store => {
  // Of this process one waits for the lock at a time: those who ask need connections too.
  const turn = inTurn();
  const take = (
    numberedEntries: (last: { seq: number; at: string }) => readonly Entry[],
    applyAll = applyEntries,
  ): Promise<readonly Entry[]> => turn(() => takeNow(numberedEntries, applyAll));
  const takeNow = (
    numberedEntries: (last: { seq: number; at: string }) => readonly Entry[],
    applyAll: typeof applyEntries,
  ): Promise<readonly Entry[]> =>
    database.transaction().execute(async (transaction) => {
      await sql`set local lock_timeout = ${sql.lit(patience)}`.execute(transaction);
      await LOCK.execute(transaction);
      const entries = numberedEntries(await appliedIn(transaction));
      const rows = entries.map(({ seq, at, kind, data }) => ({ seq, at, kind, data: JSON.stringify(data) }));
      await transaction.insertInto('journal').values(rows).execute();
      await applyAll(transaction, entries, apply);
      return entries;
    });
  const commit = (news: readonly NewEntry[]): Promise<readonly Entry[]> =>
    take((last) => numbered(news, last, now().toISOString()));
  return {
    kind: 'server',
    database,
    commit,
    entriesAfter: (seq) => entriesAfter(database, seq),
    restore: async (entries, progress) => {
      await expectEmpty(database);
      let last = 0;
      for await (const entry of entries) {
        await take(() => [entry], applyKept);
        last = entry.seq;
        progress(last);
      }
      return last;
    },
    close: () => database.destroy(),
  };
};

/** Entries that are fetched at once. */
const PAGE = 100;

async function* entriesAfter(database: Kysely<Tables>, seq: number): AsyncGenerator<Entry> {
  let last = seq;
  while (true) {
    const rows = await database
      .selectFrom('journal')
      .selectAll()
      .where('seq', '>', last)
      .orderBy('seq')
      .limit(PAGE)
      .execute();
    for (const { seq: number, at, kind, data } of rows) {
      yield { seq: number, at: at.toISOString(), kind, data: JSON.parse(data) };
      last = number;
    }
    if (rows.length < PAGE) return;
  }
}
