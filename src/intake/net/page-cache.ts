import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** An answer as it is kept. */
export interface StoredAnswer {
  /** Milliseconds since 1970 at which it came, or was last found to hold. */
  readonly time: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly bytes: Uint8Array;
}

/** The size of the cache in bytes unless the caller sets another. */
export const CACHE_SIZE = 500_000_000;

/** Of a full cache so much is left. */
const KEPT = 0.8;
const NEWLINE = 10;
const ENDING = '.answer';
/** The names of its own files; no other file of the folder is ever touched. */
const own = /^(?:[0-9a-f]{64}\.answer|[0-9a-f-]{36}\.draft)$/;

const kept: ReadonlySet<string> = new Set([
  'age',
  'cache-control',
  'content-type',
  'date',
  'etag',
  'expires',
  'last-modified',
]);

const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

const pack = (key: string, { time, headers, bytes }: StoredAnswer): Uint8Array => {
  const chosen = [...headers].filter(([name]) => kept.has(name));
  const head = JSON.stringify({ version: 1, key, time, hash: hashOf(bytes), headers: chosen });
  return Buffer.concat([Buffer.from(`${head}\n`), bytes]);
};

/** A file's answer, or null if it is damaged, of another version or another key's. */
const unpack = (key: string, file: Buffer): StoredAnswer | null => {
  try {
    const cut = file.indexOf(NEWLINE);
    const head = JSON.parse(file.subarray(0, cut).toString('utf8'));
    const bytes = file.subarray(cut + 1);
    if (head.version !== 1 || head.key !== key || head.hash !== hashOf(bytes)) return null;
    return { time: Number(head.time), headers: new Map(head.headers), bytes };
  } catch {
    return null;
  }
};

/**
 * Answers in a folder, one file each, written beside and renamed, so that a process that is stopped leaves no half answer.
 * What was used longest ago goes when it is full. A folder that cannot be written is told once and then done without.
 */
export class PageCache {
  readonly #folder: string;
  readonly #size: number;
  readonly #warn: (message: string) => void;
  #used: number | null = null;
  #isBroken = false;

  constructor(folder: string, size: number, warn: (message: string) => void) {
    this.#folder = folder;
    this.#size = size;
    this.#warn = warn;
  }

  #path(key: string): string {
    return join(this.#folder, `${hashOf(key)}${ENDING}`);
  }

  /** The answer kept under a key, or null. */
  async get(key: string): Promise<StoredAnswer | null> {
    const path = this.#path(key);
    let file: Buffer;
    try {
      file = await readFile(path);
    } catch {
      return null;
    }
    const answer = unpack(key, file);
    const now = new Date();
    // Failing to note the use, or to take a damaged file away, spoils nothing.
    await (answer === null ? rm(path, { force: true }) : utimes(path, now, now)).catch(() => undefined);
    return answer;
  }

  /** Keeps an answer under a key. */
  async put(key: string, answer: StoredAnswer): Promise<void> {
    if (this.#isBroken) return;
    const file = pack(key, answer);
    if (file.length > this.#size * KEPT) return;
    const draft = join(this.#folder, `${randomUUID()}.draft`);
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await writeFile(draft, file, { mode: 0o600 });
      await rename(draft, this.#path(key));
      await this.#makeRoom(file.length);
    } catch (error) {
      this.#isBroken = true;
      await rm(draft, { force: true }).catch(() => undefined);
      const reason = error instanceof Error ? error.message : String(error);
      this.#warn(`the cache in ${this.#folder} cannot be written (${reason}); pages are fetched without it.`);
    }
  }

  async #makeRoom(added: number): Promise<void> {
    this.#used = this.#used === null ? null : this.#used + added;
    if (this.#used !== null && this.#used <= this.#size) return;
    const files = await this.#files();
    this.#used = files.reduce((sum, { size }) => sum + size, 0);
    if (this.#used <= this.#size) return;
    for (const { path, size } of files.sort((a, b) => a.time - b.time)) {
      if (this.#used <= this.#size * KEPT) break;
      await rm(path, { force: true });
      this.#used -= size;
    }
  }

  async #files(): Promise<{ path: string; size: number; time: number }[]> {
    const names = (await readdir(this.#folder)).filter((name) => own.test(name));
    const files = names.map(async (name) => {
      const path = join(this.#folder, name);
      try {
        const { size, mtimeMs } = await stat(path);
        return [{ path, size, time: mtimeMs }];
      } catch {
        return [];
      }
    });
    return (await Promise.all(files)).flat();
  }
}
