import { createHash, type Hash } from 'node:crypto';
import type { Entry } from '../store/index.ts';
import { ReadoutError } from '../text/index.ts';
import type { Ledger } from './ledger.ts';

/** The version of the format of backups. */
const VERSION = 1;

/** What a backup says of itself in its last line: how many entries it has, and the SHA-256 of all lines before. */
export interface Seal {
  readonly entries: number;
  readonly sha256: string;
}

const lineOf = (value: unknown): string => `${JSON.stringify(value)}\n`;

/**
 * The lines of a backup of a ledger: a header, each entry of its journal, and a last line by which it is known to be whole. From
 * these entries all else that the ledger holds is made again.
 */
export async function* backupLines(
  ledger: Ledger,
  made: string,
  progress: (entries: number) => void,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const header = lineOf({ 'readout-backup': VERSION, made });
  hash.update(header);
  yield header;
  let entries = 0;
  for await (const { seq, at, kind, data } of ledger.entries(0)) {
    const line = lineOf({ seq, at, kind, data });
    hash.update(line);
    yield line;
    entries += 1;
    progress(entries);
  }
  yield lineOf({ entries, sha256: hash.digest('hex') } satisfies Seal);
}

const damaged = (what: string): ReadoutError =>
  new ReadoutError('backup-damaged', `This backup is not whole: ${what}. Nothing was changed; use another backup.`);

const parsed = (line: string, number: number): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Told below.
  }
  throw damaged(`line ${number} is no entry`);
};

const checkHeader = (line: string): void => {
  const version = line.startsWith('{"readout-backup":') ? parsed(line, 1)['readout-backup'] : null;
  if (version === VERSION) return;
  if (typeof version === 'number')
    throw new ReadoutError('backup-newer', 'This backup was made by a newer Readout. Restore it with that one.', {
      version,
    });
  throw new ReadoutError('no-backup', 'This file is no backup of a ledger: readout backup FILE makes one.');
};

const toEntry = (line: string, number: number, last: number): Entry => {
  const { seq, at, kind, data } = parsed(line, number);
  if (seq !== last + 1) throw damaged(`line ${number} should hold entry ${last + 1}`);
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || typeof kind !== 'string')
    throw damaged(`entry ${seq} has no time or kind`);
  return { seq: last + 1, at, kind, data };
};

const checkSeal = (line: string, entries: number, hash: Hash): void => {
  const { entries: told, sha256 } = parsed(line, entries + 2);
  if (typeof sha256 !== 'string') throw damaged('it has no last line and is cut off');
  if (told !== entries) throw damaged(`it holds ${entries} entries and should hold ${String(told)}`);
  if (hash.digest('hex') !== sha256) throw damaged('its words were altered');
};

/** Checks the lines of a backup as they come; a line waits until it is known whether it is the last. */
class Lines {
  readonly #hash = createHash('sha256');
  #waiting: string | null = null;
  #number = 0;
  #last = 0;

  /** Takes a line; gives the entry of the line before it, where that is one. */
  take(line: string): Entry | null {
    this.#number += 1;
    const before = this.#waiting;
    this.#waiting = line;
    if (before === null) {
      checkHeader(line);
      return null;
    }
    this.#hash.update(`${before}\n`);
    if (this.#number === 2) return null;
    const entry = toEntry(before, this.#number - 1, this.#last);
    this.#last = entry.seq;
    return entry;
  }

  /** Checks the last line. */
  end(): void {
    if (this.#waiting === null) throw new ReadoutError('no-backup', 'This file is empty, and no backup of a ledger.');
    if (this.#number < 2) throw damaged('it has no last line and is cut off');
    checkSeal(this.#waiting, this.#number - 2, this.#hash);
  }
}

/**
 * The entries of a backup's lines (without their ends). Whether the backup is whole is known behind the last of them: to be sure
 * before anything is done, read it through once. Throws `no-backup`, `backup-newer`, `backup-damaged`.
 */
export async function* entriesIn(lines: AsyncIterable<string>): AsyncGenerator<Entry> {
  const checked = new Lines();
  for await (const line of lines) {
    const entry = checked.take(line);
    if (entry !== null) yield entry;
  }
  checked.end();
}
