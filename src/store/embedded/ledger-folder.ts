import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ReadoutError, reasonOf } from '../../text/index.ts';

/** What stands in a folder before its journal does, when the making of a ledger was broken off. */
const BEFORE_JOURNAL = new Set(['lock', 'lock-journal', 'owner.json', 'journal']);

const holdsJournal = async (folder: string): Promise<boolean> => {
  try {
    return (await readdir(join(folder, 'journal'))).some((name) => /^\d{12}\.log$/.test(name));
  } catch {
    return false;
  }
};

/** An error that a ledger's folder cannot be used, with what the system says. */
export const unopened = (folder: string, error: unknown, advice: string): ReadoutError =>
  new ReadoutError(
    'ledger-unopened',
    `${folder}: no ledger can be opened there (${reasonOf(error)}). ${advice}`,
    { folder },
    { cause: error },
  );

/**
 * Makes a ledger's folder, or looks whether one is there: a folder with other things in it and no journal is left alone. Throws
 * `no-ledger`, `ledger-unopened`.
 */
export const makeLedgerFolder = async (folder: string): Promise<void> => {
  try {
    if (!(await stat(folder).catch(() => null))?.isDirectory()) await mkdir(folder, { recursive: true });
    const names = (await readdir(folder)).filter((name) => !name.startsWith('.'));
    if (names.every((name) => BEFORE_JOURNAL.has(name)) || (await holdsJournal(folder))) return;
  } catch (error) {
    throw unopened(folder, error, 'Name a folder that you may write to, or one that is not there yet.');
  }
  throw new ReadoutError(
    'no-ledger',
    `${folder}: this folder holds other things and no journal of a ledger. Name a folder of its own; of a ledger whose journal is gone, put the folder journal back.`,
    { folder },
  );
};

/** Takes the database away, so that one that is half gone is never trusted. The journal stays. */
export const discardTables = async (folder: string): Promise<void> => {
  await rm(join(folder, 'pg-state.json'), { force: true });
  await rm(join(folder, 'pg'), { recursive: true, force: true });
};
