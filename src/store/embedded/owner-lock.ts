import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ReadoutError } from '../../text/index.ts';

/** Who has a ledger open: what another command is told, and where it can reach a server. */
export interface Owner {
  readonly pid: number;
  readonly command: string;
  readonly since: string;
  /** The address of its API, where it serves one. */
  readonly url: string | null;
}

/** The one right to open a ledger's folder. */
export interface OwnerLock {
  /** Tells other commands more about the owner, such as the address of its API. */
  readonly tell: (owner: Owner) => void;
  readonly release: () => void;
}

const isOwner = (value: unknown): value is Owner =>
  typeof value === 'object' && value !== null && 'pid' in value && 'url' in value;

/** The owner that a folder names, or null. It may be gone: only the lock says whether it lives. */
export const ownerOf = (folder: string): Owner | null => {
  try {
    const owner: unknown = JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8'));
    return isOwner(owner) ? owner : null;
  } catch {
    return null;
  }
};

const inUse = (folder: string): ReadoutError => {
  const owner = ownerOf(folder);
  const who = owner === null ? 'another process' : `${owner.command} (process ${owner.pid}, since ${owner.since})`;
  const advice =
    owner?.url === undefined || owner.url === null
      ? 'Wait until it has ended, or end it.'
      : `It serves ${owner.url}: commands that read and correct go there by themselves.`;
  return new ReadoutError('ledger-in-use', `${folder}: ${who} has this ledger open. ${advice}`, { folder, owner });
};

/**
 * Takes the exclusive lock of a ledger's folder. It is a lock of the operating system on a file (by way of SQLite, which holds
 * one for as long as a transaction is open), so that it ends with its process however that ends: there are no stale locks.
 * Throws `ledger-in-use`, naming the owner, where somebody else holds it.
 */
export const takeLock = (folder: string, owner: Owner): OwnerLock => {
  const database = new DatabaseSync(join(folder, 'lock'), { timeout: 0 });
  try {
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Error && /locked|busy/.test(error.message)) throw inUse(folder);
    throw error;
  }
  const tell = (told: Owner): void => writeFileSync(join(folder, 'owner.json'), `${JSON.stringify(told)}\n`);
  tell(owner);
  return {
    tell,
    release: () => {
      rmSync(join(folder, 'owner.json'), { force: true });
      database.close();
    },
  };
};
