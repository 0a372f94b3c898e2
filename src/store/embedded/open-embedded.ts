import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { ReadoutError } from '../../text/index.ts';
import { type Applied, appliedIn, applyEntries, applyKept, expectEmpty, numbered } from '../apply-entries.ts';
import { inTurn } from '../in-turn.ts';
import type { Entry } from '../journal.ts';
import { migrate } from '../migrate.ts';
import type { Apply, NewEntry, Store } from '../store.ts';
import type { Tables } from '../tables.ts';
import { unavailable } from '../unavailable.ts';
import { bootId } from './boot.ts';
import { FileJournal } from './file-journal.ts';
import { discardTables, makeLedgerFolder, unopened } from './ledger-folder.ts';
import { type OwnerLock, takeLock } from './owner-lock.ts';
import { pgliteDialect } from './pglite-dialect.ts';
import { PgliteThread } from './pglite-thread.ts';
import { filesAreWhole, markSynced, markWriting } from './synced-files.ts';
import { upkeepOf } from './upkeep.ts';

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

/** Brings tables up to the journal's last entry. Entries that cannot be applied are noted and passed over. */
const catchUp = async (
  database: Kysely<Tables>,
  journal: FileJournal,
  { apply, tell = quietly }: Pick<EmbeddedOptions, 'apply' | 'tell'>,
): Promise<void> => {
  const { seq } = await appliedIn(database);
  const upkeep = upkeepOf(database);
  let batch: Entry[] = [];
  const flush = async (): Promise<void> => {
    const entries = batch;
    batch = [];
    await database.transaction().execute((transaction) => applyKept(transaction, entries, apply));
    await upkeep(entries.at(-1)?.seq ?? 0);
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
  const thread = await PgliteThread.open(join(folder, 'pg')).catch((error) => {
    throw unavailable(folder, error);
  });
  const database = new Kysely<Tables>({ dialect: pgliteDialect(thread, folder) });
  try {
    await migrate(database);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return database;
};

const ahead = (folder: string, applied: number, last: number): ReadoutError =>
  new ReadoutError(
    'journal-incomplete',
    `${folder}: the tables hold ${applied} entries and the journal only ${last}: files of the journal are missing. Put the folder journal back ` +
      'from a copy; or, to go on with what the journal holds, move the folder pg away.',
    { folder, applied, last },
  );

/** Opens the tables that are there; null where they cannot be opened. Throws `journal-incomplete`, `ledger-newer`. */
const openTables = async (folder: string, last: number, boot: string): Promise<Kysely<Tables> | null> => {
  // From here on files are written, before anything of it is synced.
  await markWriting(folder, boot);
  let database: Kysely<Tables> | null = null;
  try {
    database = await connect(folder);
    const { seq } = await appliedIn(database);
    if (seq > last) throw ahead(folder, seq, last);
    return database;
  } catch (error) {
    await database?.destroy();
    // Tables that the database itself cannot use are made again; a full disk or a missing right is nothing that helps against.
    if (error instanceof ReadoutError && error.data.fault !== 'failure') throw error;
    return null;
  }
};

const makeTables = async (
  { folder, tell = quietly }: EmbeddedOptions,
  last: number,
  boot: string,
): Promise<Kysely<Tables>> => {
  tell(last === 0 ? 'making a new ledger' : 'making the tables again from the journal');
  try {
    await discardTables(folder);
    await markWriting(folder, boot);
    return await connect(folder);
  } catch (error) {
    if (error instanceof ReadoutError) throw error;
    throw unopened(folder, error, 'The journal is untouched.');
  }
};

/** The tables of a ledger, brought up to its journal: those that are there, or else made again. */
const upToDate = async (options: EmbeddedOptions, journal: FileJournal, boot: string): Promise<Kysely<Tables>> => {
  const { folder } = options;
  const last = journal.last();
  const isWhole = await filesAreWhole(folder, boot);
  let database = isWhole ? await openTables(folder, last, boot) : null;
  database ??= await makeTables(options, last, boot);
  try {
    await catchUp(database, journal, options);
  } catch (error) {
    await database.destroy();
    throw error instanceof ReadoutError ? error : unopened(folder, error, 'The journal is untouched.');
  }
  return database;
};

/**
 * Opens a ledger in a folder: takes its lock, opens its journal and its tables, and brings the tables up to the journal.
 * Throws `ledger-in-use` where another process has it open, `no-ledger`, `journal-damaged`, `journal-incomplete`, `ledger-newer`,
 * `ledger-unopened`.
 */
export const openEmbedded = async (options: EmbeddedOptions): Promise<EmbeddedStore> => {
  const { folder, command, now, boot = bootId() } = options;
  const apply = settled(options.apply);
  await makeLedgerFolder(folder);
  const since = Date.now() - CLOCK_SLACK;
  const owner = { pid: process.pid, command, since: now().toISOString(), url: null };
  const lock = takeLock(folder, owner);
  let journal: FileJournal | null = null;
  try {
    journal = await FileJournal.open(join(folder, 'journal'));
    const database = await upToDate({ ...options, apply }, journal, boot);
    return embeddedStore({ folder, boot, apply, now, journal, database, lock, owner, since });
  } catch (error) {
    await journal?.close();
    lock.release();
    throw unavailable(folder, error);
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
  readonly lock: OwnerLock;
  readonly owner: Parameters<typeof takeLock>[1];
}

/** Applies an entry and waits until all of it is in the tables: what fails of it fails before the journal is told. */
const settled =
  (apply: Apply): Apply =>
  async (transaction, entry) => {
    await apply(transaction, entry);
    await sql`select`.execute(transaction);
  };

const embeddedStore = ({ folder, boot, apply, now, journal, database, lock, owner, since }: Opened): EmbeddedStore => {
  const turn = inTurn();
  const upkeep = upkeepOf(database);
  let closing: Promise<void> | null = null;
  const take = (entries: readonly Entry[], applyAll = applyEntries): Promise<void> =>
    database.transaction().execute(async (transaction) => {
      await applyAll(transaction, entries, apply);
      // The journal first, the tables' commit behind it: what is in the tables is always in the journal.
      await journal.append(entries);
    });
  /** The last entry of the tables; null where they must be asked. Nobody else writes to them. */
  let applied: Applied | null = null;
  const lastApplied = async (): Promise<Applied> => {
    if (applied !== null) return applied;
    // An entry that got into the journal and not into the tables, because the commit failed, goes first.
    if ((await appliedIn(database)).seq < journal.last()) await catchUp(database, journal, { apply });
    return appliedIn(database);
  };
  const commit = (news: readonly NewEntry[]): Promise<readonly Entry[]> =>
    turn(async () => {
      const entries = numbered(news, await lastApplied(), now().toISOString());
      applied = null;
      await take(entries);
      applied = entries.at(-1) ?? null;
      await upkeep(journal.last());
      return entries;
    });
  const restore: Store['restore'] = (entries, progress) =>
    turn(async () => {
      await expectEmpty(database);
      applied = null;
      for await (const entry of entries) {
        await take([entry], applyKept);
        await upkeep(entry.seq);
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
    close: () => {
      closing ??= turn(async () => {
        try {
          await database.destroy();
          await journal.close();
          await markSynced(folder, boot, since);
        } finally {
          lock.release();
        }
      });
      return closing;
    },
  };
};
