import { createReadStream, type Dirent } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, truncate } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { ReadoutError, reasonOf } from '../../text/index.ts';
import type { Entry, Journal } from '../journal.ts';
import { fromLine, linedFrom, toLine } from './journal-line.ts';

/** A file is followed by the next when it has so many bytes. */
const FILE_SIZE = 64 * 1024 * 1024;

const nameOf = (first: number): string => `${String(first).padStart(12, '0')}.log`;

const filesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { withFileTypes: true }))
    .filter((entry: Dirent) => entry.isFile() && /^\d{12}\.log$/.test(entry.name))
    .map(({ name }) => join(folder, name))
    .sort();

/** Makes a new name in a folder last. Windows has no such call and needs none. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Makes a folder, and those above it that are not there, so that they outlast a power cut. */
const makeFolder = async (folder: string): Promise<void> => {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  const above = dirname(first);
  const names = relative(above, dirname(folder))
    .split(/[\\/]/)
    .filter((name) => name !== '');
  for (let depth = 0; depth <= names.length; depth += 1) await syncFolder(join(above, ...names.slice(0, depth)));
};

/** A line of a file with the offset behind it, in bytes. A last line without its end is given too. */
interface Placed {
  readonly line: string;
  readonly end: number;
}

async function* linesOf(path: string): AsyncGenerator<Placed> {
  let rest: Buffer = Buffer.alloc(0);
  let end = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    let from = 0;
    const bytes: Buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
      end += at + 1 - from;
      yield { line: bytes.toString('utf8', from, at), end };
      from = at + 1;
    }
    rest = bytes.subarray(from);
  }
  if (rest.length > 0) yield { line: `${rest.toString('utf8')}\u0000`, end: end + rest.length };
}

/** What a file holds: its last entry, the bytes up to which it is whole, and whether whole lines follow a broken one. */
interface Scan {
  readonly last: number | null;
  readonly whole: number;
  readonly brokenInside: boolean;
}

const scan = async (path: string): Promise<Scan> => {
  let last: number | null = null;
  let whole = 0;
  let broken = false;
  let seen: number | null = null;
  for await (const { line, end } of linesOf(path)) {
    const lined = linedFrom(line);
    if (lined === null) broken = true;
    else if (broken) return { last: seen, whole, brokenInside: true };
    else {
      seen = lined.entry.seq;
      if (lined.more) continue;
      last = seen;
      whole = end;
    }
  }
  return { last, whole, brokenInside: false };
};

const damaged = (path: string, after: number | null): ReadoutError =>
  new ReadoutError(
    'journal-damaged',
    `${path}: what follows entry ${after ?? 0} is damaged in the middle of the file, not at its end as after a crash. ` +
      'Put the file back from a backup of the ledger (readout restore), or ask your disk for its health.',
    { path, after },
  );

const missing = (folder: string, after: number, last: number): ReadoutError =>
  new ReadoutError(
    'journal-damaged',
    `${folder}: entries ${after + 1} to ${last} were taken in, and are not in the files of the journal any more: something removed them while it was open. ` +
      'The tables hold them still: keep a copy of the folder as it is, then put the files back from a backup of the ledger (readout restore).',
    { path: folder, after },
  );

const unwritable = (folder: string, error: unknown): ReadoutError =>
  new ReadoutError(
    'journal-unwritable',
    `${folder}: the journal could not be written (${reasonOf(error)}). What was acknowledged is safe. ` +
      'Nothing more is taken in until the ledger is opened again, whatever becomes of the disk meanwhile: make room or mend it, then start Readout anew.',
    { folder },
    { cause: error },
  );

/**
 * The journal of an embedded store: files of lines, appended and synced to the disk before an entry counts as taken in.
 * A last line that was torn by a crash was never acknowledged: it is cut off. Throws `journal-damaged` where whole lines
 * follow a broken one.
 */
export class FileJournal implements Journal {
  readonly #folder: string;
  readonly #fileSize: number;
  #file: FileHandle;
  #size: number;
  #last: number;
  /** The last entry that is safe from a power cut. */
  #synced: number;
  /** Lines that wait for the next write, and those who wait for it. */
  #waiting: { line: string; last: number; done: () => void; failed: (error: unknown) => void }[] = [];
  #writing: Promise<void> | null = null;
  /** Why nothing can be written any more: what is on the disk is unknown until the journal is opened again. */
  #failure: ReadoutError | null = null;

  private constructor(folder: string, file: FileHandle, size: number, last: number, fileSize: number) {
    this.#folder = folder;
    this.#fileSize = fileSize;
    this.#file = file;
    this.#size = size;
    this.#last = last;
    this.#synced = last;
  }

  /** Opens the journal of a folder, or makes it. A file is followed by the next when it has more than `fileSize` bytes. */
  static async open(folder: string, fileSize = FILE_SIZE): Promise<FileJournal> {
    await makeFolder(folder);
    const files = await filesIn(folder);
    const path = files.at(-1);
    if (path === undefined) {
      const file = await open(join(folder, nameOf(1)), 'a');
      await syncFolder(folder);
      return new FileJournal(folder, file, 0, 0, fileSize);
    }
    const { last, whole, brokenInside } = await scan(path);
    if (brokenInside) throw damaged(path, last);
    await truncate(path, whole);
    const before = Number.parseInt(path.slice(-16, -4), 10) - 1;
    return new FileJournal(folder, await open(path, 'a'), whole, last ?? before, fileSize);
  }

  last(): number {
    return this.#last;
  }

  append(entries: readonly Entry[]): Promise<void> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    const odd = entries.find(({ seq }, index) => seq !== this.#last + 1 + index);
    if (odd !== undefined) return Promise.reject(new Error(`entry ${odd.seq} does not follow ${this.#last}`));
    return new Promise((done, failed) => {
      const lines = entries.map((entry, index) => toLine(entry, index < entries.length - 1));
      this.#last += entries.length;
      this.#waiting.push({ line: lines.join(''), last: this.#last, done, failed });
      this.#writing ??= this.#write();
    });
  }

  /** Writes what waits in one go and syncs once for all of it. */
  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        if (this.#failure !== null) throw this.#failure;
        const text = batch.map(({ line }) => line).join('');
        await this.#file.appendFile(text);
        await this.#file.datasync();
        // What is written into a file that nobody can find any more is not kept.
        if ((await this.#file.stat()).nlink === 0) throw new Error('its file was removed while it was open');
        this.#synced = batch.at(-1)?.last ?? this.#synced;
        this.#size += Buffer.byteLength(text);
        if (this.#size > this.#fileSize) await this.#turn(this.#synced + 1);
        for (const { done } of batch) done();
      } catch (error) {
        this.#failure ??= unwritable(this.#folder, error);
        for (const { failed } of batch) failed(this.#failure);
      }
    }
    this.#writing = null;
  }

  /** Goes on in a new file, that begins with an entry of that number. */
  async #turn(first: number): Promise<void> {
    await this.#file.close();
    this.#file = await open(join(this.#folder, nameOf(first)), 'a');
    await syncFolder(this.#folder);
    this.#size = 0;
  }

  /** Entries behind one, up to the last that is safe now. Throws `journal-damaged` where not all of them are there. */
  async *after(seq: number): AsyncGenerator<Entry> {
    // What is being written meanwhile is not given: a line of it may be there in part, and its file may be new.
    const last = this.#synced;
    const files = await filesIn(this.#folder);
    let next = seq + 1;
    const first = files.findLastIndex((path) => Number.parseInt(path.slice(-16, -4), 10) <= seq + 1);
    for (const path of files.slice(Math.max(first, 0))) {
      for await (const { line } of linesOf(path)) {
        if (next > last) return;
        const entry = fromLine(line);
        if (entry === null || entry.seq > next) throw damaged(path, next - 1);
        if (entry.seq < next) continue;
        yield entry;
        next += 1;
      }
    }
    if (next <= last) throw missing(this.#folder, next - 1, last);
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#file.close();
  }
}
