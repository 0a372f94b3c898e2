import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { ReadoutError, reasonOf } from '../../text/index.ts';
import { appliedIn, applyEntries, numbered } from '../apply-entries.ts';
import type { Entry } from '../journal.ts';
import { migrate } from '../migrate.ts';
import type { Apply, NewEntry, Store } from '../store.ts';
import type { Tables } from '../tables.ts';
import { bootId } from './boot.ts';
import { FileJournal } from './file-journal.ts';
import { takeLock } from './owner-lock.ts';
import { pgliteDialect } from './pglite-dialect.ts';
import { PgliteThread } from './pglite-thread.ts';
import { filesAreWhole, markSynced, markWriting } from './synced-files.ts';

/** How to open an embedded store. */
export interface EmbeddedOptions {
  /** Its folder; made where there is none. */
  readonly folder: string;
  readonly apply: Apply;
  /** What other commands are told about who has it open. */
  readonly command: string;
  readonly now: () => Date;
  /** Is told what takes long: making the database, making it again from the journal. */
  readonly tell?: ((message: string) => void) | undefined;
  /** Which run of the machine this is; only tests give another. */
  readonly boot?: string;
}

/** An embedded store can say where its owner serves an API. */
export interface EmbeddedStore extends Store {
  readonly serves: (url: string) => void;
}

/** Entries that are applied in one transaction when the tables are made again. */
const AT_ONCE = 50;

const quietly = (): void => {};

/** Brings tables up to the journal's last entry. */
const catchUp = async (
  database: Kysely<Tables>,
  journal: FileJournal,
  { apply, tell = quietly }: EmbeddedOptions,
): Promise<void> => {
  const { seq } = await appliedIn(database);
  let batch: Entry[] = [];
  const flush = async (): Promise<void> => {
    const entries = batch;
    batch = [];
    await database.transaction().execute((transaction) => applyEntries(transaction, entries, apply));
  };
  for await (const entry of journal.after(seq)) {
    batch.push(entry);
    if (batch.length < AT_ONCE) continue;
    await flush();
    tell(`${entry.seq} of ${journal.last()} entries of the journal`);
  }
  if (batch.length > 0) await flush();
};

const connect = async (folder: string): Promise<Kysely<Tables>> => {
  const thread = await PgliteThread.open(join(folder, 'pg'));
  const database = new Kysely<Tables>({ dialect: pgliteDialect(thread) });
  await migrate(database);
  return database;
};

/** Opens the tables if their files can be trusted, and null where they must be made again. */
const openTables = async (folder: string, last: number, boot: string): Promise<Kysely<Tables> | null> => {
  if (!(await filesAreWhole(folder, boot))) return null;
  try {
    const database = await connect(folder);
    if ((await appliedIn(database)).seq <= last) return database;
    await database.destroy();
    return null;
  } catch (error) {
    if (error instanceof ReadoutError) throw error;
    return null;
  }
};

const makeTables = async (folder: string, last: number, tell: (message: string) => void): Promise<Kysely<Tables>> => {
  tell(last === 0 ? 'making a new ledger' : 'making the tables again from the journal');
  await rm(join(folder, 'pg'), { recursive: true, force: true });
  try {
    return await connect(folder);
  } catch (error) {
    const message = `${folder}: no database could be made there (${reasonOf(error)}). The journal beside it is untouched.`;
    throw new ReadoutError('ledger-unopened', message, { folder }, { cause: error });
  }
};

/** One after the other, whoever calls. */
const inTurn = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work, work);
    last = result.catch(() => {});
    return result;
  };
};

/**
 * Opens a ledger in a folder: takes its lock, opens its journal and its tables, and brings the tables up to the journal.
 * Throws `ledger-in-use` where another process has it open, `journal-damaged`, `ledger-newer`, `ledger-unopened`.
 */
export const openEmbedded = async (options: EmbeddedOptions): Promise<EmbeddedStore> => {
  const { folder, apply, command, now, tell = quietly, boot = bootId() } = options;
  await mkdir(folder, { recursive: true });
  const since = Date.now() - CLOCK_SLACK;
  const owner = { pid: process.pid, command, since: now().toISOString(), url: null };
  const lock = takeLock(folder, owner);
  let journal: FileJournal | null = null;
  try {
    journal = await FileJournal.open(join(folder, 'journal'));
    const opened = await openTables(folder, journal.last(), boot);
    await markWriting(folder, boot);
    const database = opened ?? (await makeTables(folder, journal.last(), tell));
    await catchUp(database, journal, options);
    return embeddedStore({ folder, boot, apply, now, journal, database, lock, owner, since });
  } catch (error) {
    await journal?.close();
    lock.release();
    throw error;
  }
};

/** File systems keep times more coarsely than the clock. */
const CLOCK_SLACK = 2000;

interface Opened {
  /** Files of the database may have been written since then, in milliseconds. */
  readonly since: number;
  readonly folder: string;
  readonly boot: string;
  readonly apply: Apply;
  readonly now: () => Date;
  readonly journal: FileJournal;
  readonly database: Kysely<Tables>;
  readonly lock: ReturnType<typeof takeLock>;
  readonly owner: Parameters<typeof takeLock>[1];
}

const embeddedStore = ({ folder, boot, apply, now, journal, database, lock, owner, since }: Opened): EmbeddedStore => {
  const turn = inTurn();
  const take = (entries: readonly Entry[]): Promise<void> =>
    database.transaction().execute(async (transaction) => {
      await applyEntries(transaction, entries, apply);
      // The journal first, the tables' commit behind it: what is in the tables is always in the journal.
      await journal.append(entries);
    });
  const commit = (news: readonly NewEntry[]): Promise<readonly Entry[]> =>
    turn(async () => {
      const entries = numbered(news, await appliedIn(database), now().toISOString());
      await take(entries);
      return entries;
    });
  const restore: Store['restore'] = (entries, progress) =>
    turn(async () => {
      for await (const entry of entries) {
        await take([entry]);
        progress(entry.seq);
      }
      return journal.last();
    });
  return {
    kind: 'embedded',
    database,
    commit,
    entriesAfter: (seq) => journal.after(seq),
    restore,
    serves: (url) => lock.tell({ ...owner, url }),
    close: () =>
      turn(async () => {
        await database.destroy();
        await journal.close();
        await markSynced(folder, boot, since);
        lock.release();
      }),
  };
};
