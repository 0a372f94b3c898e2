import { type FileHandle, open, stat } from 'node:fs/promises';
import { ReadoutError } from './error.ts';
import { tooLarge } from './read-input.ts';
import { SNIFF_BYTES } from './sniff.ts';

/** What stdin is called in messages. */
const STDIN_NAME = 'stdin';

/**
 * What is read from: a path ("-" for stdin), or, each with what to call it in messages, bytes, a file, or a stream.
 * `called` is a file name that tells the kind of some bytes where `name` does not (an address: `https://paper.example/export?as=csv`).
 */
export type SourceLike =
  | string
  | { readonly name: string; readonly bytes: Uint8Array; readonly called?: string }
  | { readonly name: string; readonly path: string }
  | { readonly name: string; readonly chunks: AsyncIterable<Uint8Array>; readonly size?: number | null };

/** A part of what a damaged archive holds that is not to be trusted, as offsets. */
export interface Gap {
  readonly start: number;
  readonly end: number;
}

/** An opened source: its first bytes are known, the others come as they are asked for. */
export interface Source {
  readonly name: string;
  /** A file name that tells its kind, where `name` is none. */
  readonly called?: string;
  /** Its first bytes, at most `SNIFF_BYTES`; all of them if it has fewer. */
  readonly head: Uint8Array;
  /** How many bytes it has; null for a stream that does not say. */
  readonly size: number | null;
  /** All its bytes, piece by piece; those of a stream come once only. */
  readonly chunks: () => AsyncGenerator<Uint8Array>;
  /** All its bytes at once; throws `input-too-large` if there are more than `limit`. */
  readonly bytes: (limit: number) => Promise<Uint8Array>;
  /** The bytes from `start` up to `end`, in any order; null for a stream, which only goes forward. */
  readonly part: ((start: number, end: number) => Promise<Uint8Array>) | null;
  /** Parts that were damaged, which come to be known while it is read. */
  readonly gaps?: readonly Gap[];
  /** How many bytes have been given out, to tell how far a long reading is. */
  readonly taken: () => number;
  readonly close: () => Promise<void>;
}

const CHUNK = 1 << 16;

const collect = async (name: string, chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> => {
  const kept: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    kept.push(chunk);
    length += chunk.length;
    if (length > limit) throw tooLarge(name, null, limit);
  }
  return Buffer.concat(kept);
};

/** A source whose bytes can be had from anywhere. */
const partedSource = (
  name: string,
  size: number,
  head: Uint8Array,
  part: (start: number, end: number) => Promise<Uint8Array>,
  close: () => Promise<void>,
): Source => {
  let taken = 0;
  const counted = async (start: number, end: number): Promise<Uint8Array> => {
    const bytes = await part(start, Math.min(end, size));
    taken += bytes.length;
    return bytes;
  };
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < size; ) {
      const bytes = await counted(at, at + CHUNK);
      if (bytes.length === 0) return;
      at += bytes.length;
      yield bytes;
    }
  };
  // In one piece, which copies nothing.
  const bytes = async (limit: number): Promise<Uint8Array> => {
    if (size > limit) throw tooLarge(name, size, limit);
    return counted(0, size);
  };
  return { name, head, size, chunks, bytes, part: counted, taken: () => taken, close };
};

/** A source in memory. */
export const bytesSource = (name: string, bytes: Uint8Array): Source =>
  partedSource(
    name,
    bytes.length,
    bytes.subarray(0, SNIFF_BYTES),
    async (start, end) => bytes.subarray(start, end),
    async () => {},
  );

/** A source that only goes forward: as much of it as tells its kind is read at once. */
export const streamSource = async (
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  size: number | null = null,
): Promise<Source> => {
  const iterator = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let known = 0;
  let taken = 0;
  while (known < SNIFF_BYTES) {
    const { done, value } = await iterator.next();
    if (done === true) break;
    first.push(value);
    known += value.length;
  }
  const start = Buffer.concat(first.splice(0));
  const close = async (): Promise<void> => void (await iterator.return?.());
  const all = async function* (): AsyncGenerator<Uint8Array> {
    taken += start.length;
    yield start;
    for (;;) {
      const { done, value } = await iterator.next();
      if (done === true) return;
      taken += value.length;
      yield value;
    }
  };
  const bytes = async (limit: number): Promise<Uint8Array> => {
    if (size !== null && size > limit) throw tooLarge(name, size, limit);
    return collect(name, all(), limit);
  };
  return {
    name,
    head: start.subarray(0, SNIFF_BYTES),
    size,
    chunks: all,
    bytes,
    part: null,
    taken: () => taken,
    close,
  };
};

/** Fills what is asked for, which the system may deliver in pieces. */
const readPart = async (handle: FileHandle, start: number, end: number): Promise<Uint8Array> => {
  const bytes = new Uint8Array(Math.max(0, end - start));
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
};

const fileSource = async (path: string, name = path): Promise<Source> => {
  const found = await stat(path);
  if (found.isDirectory())
    throw new ReadoutError('unreadable-input', `${name} is a folder; name the files in it, or a glob.`, { name });
  const handle = await open(path);
  const close = (): Promise<void> => handle.close();
  try {
    // A pipe or a device has no size and no places to go back to.
    if (!found.isFile()) return await streamSource(name, handle.createReadStream());
    const head = await readPart(handle, 0, Math.min(found.size, SNIFF_BYTES));
    return partedSource(name, found.size, head, (start, end) => readPart(handle, start, end), close);
  } catch (error) {
    await close();
    throw error;
  }
};

/** Opens a source; whoever opens it closes it. Throws what the file system says, or that the path is a folder. */
export const openSource = async (source: SourceLike, stdin: AsyncIterable<Uint8Array>): Promise<Source> => {
  if (source === '-') return streamSource(STDIN_NAME, stdin);
  if (typeof source === 'string') return fileSource(source);
  if ('bytes' in source) {
    const { name, bytes, called } = source;
    return { ...bytesSource(name, bytes), ...(called !== undefined && { called }) };
  }
  if ('path' in source) return fileSource(source.path, source.name);
  return streamSource(source.name, source.chunks, source.size ?? null);
};
