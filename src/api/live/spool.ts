import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Problem } from '../problem.ts';

/** The most bytes of all files that wait to be read. */
const ALL = 2_000_000_000;

/** A file that was sent, until it is read. */
export interface Spooled {
  readonly path: string;
  readonly size: number;
  readonly drop: () => Promise<void>;
}

const broken = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOSPC'
    ? new Problem(503, 'no-room', 'The server’s disk is full; nothing was kept of this file.')
    : new Problem(400, 'broken-off', 'The file did not arrive whole; send it again.');
};

/** Keeps files that were sent on the disk until they are read: archives are large, and are read from anywhere. */
export class Spool {
  #folder: Promise<string> | null = null;
  #held = 0;
  #count = 0;

  /** Writes a file. Throws 400 where it breaks off or is empty, 503 where too much waits. */
  async keep(body: AsyncIterable<Uint8Array>): Promise<Spooled> {
    this.#folder ??= mkdtemp(join(tmpdir(), 'readout-adds-'));
    this.#count += 1;
    // Files that arrive together must not meet behind the wait for the folder.
    const own = String(this.#count);
    const path = join(await this.#folder, own);
    let size = 0;
    const drop = async (): Promise<void> => {
      this.#held -= size;
      size = 0;
      await rm(path, { force: true });
    };
    const count = (bytes: number): void => {
      size += bytes;
      this.#held += bytes;
      if (this.#held > ALL) throw new Problem(503, 'too-busy', 'Too much waits to be read; try again later.');
    };
    try {
      await pipeline(
        async function* () {
          for await (const chunk of body) {
            count(chunk.length);
            yield chunk;
          }
        },
        createWriteStream(path, { mode: 0o600 }),
      );
      if (size === 0) throw new Problem(400, 'empty-input', 'This file is empty.');
    } catch (error) {
      await drop();
      throw broken(error);
    }
    return { path, size, drop };
  }

  async close(): Promise<void> {
    if (this.#folder !== null) await rm(await this.#folder, { recursive: true, force: true });
  }
}
