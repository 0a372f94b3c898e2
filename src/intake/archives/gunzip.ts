import { crc32, createInflateRaw, type InflateRaw, type ZlibOptions } from 'node:zlib';
import { ReadoutError } from '../error.ts';
import type { Gap } from '../source.ts';
import { bomb, isBomb } from './bomb.ts';
import { ByteReader } from './byte-reader.ts';

/** So much is unpacked at once, so that no step makes more than 17 MB, whatever was packed. */
const STEP = 1 << 14;
/** Room for a step's output: it is taken when the step is done. */
const roomy: ZlibOptions & { readonly readableHighWaterMark: number } = { readableHighWaterMark: 1 << 28 };
const MAGIC = [0x1f, 0x8b, 8] as const;
/** Stands where bytes were lost, so that what follows begins a record of its own. */
const gapMark = Buffer.from('\r\n\r\n');
const isArchive = (head: Uint8Array): boolean =>
  /^(?:WARC\/|filedesc:)/.test(Buffer.from(head.subarray(0, 9)).toString('latin1'));

/** Whether bytes open as gzip (RFC 1952) does. */
export const isGzip = (head: Uint8Array): boolean => MAGIC.every((byte, index) => head[index] === byte);

const damaged = (name: string): ReadoutError =>
  new ReadoutError('damaged-archive', `${name} is a damaged or cut gzip file; get it again from where it came.`, {
    name,
  });

/** Passes over a member's header; false if it is none. */
const skipHeader = async (reader: ByteReader): Promise<boolean> => {
  const header = await reader.take(10);
  if (header.length < 10 || !isGzip(header)) return false;
  const flags = header[3] ?? 0;
  if ((flags & 4) !== 0) {
    const [low = 0, high = 0] = await reader.take(2);
    await reader.skip(low + high * 256);
  }
  for (const flag of [8, 16]) if ((flags & flag) !== 0) await skipPast(reader, 0);
  if ((flags & 2) !== 0) await reader.skip(2);
  return true;
};

const skipPast = async (reader: ByteReader, byte: number): Promise<void> => {
  for (;;) {
    const part = await reader.some(STEP);
    if (part === null) return;
    const at = part.indexOf(byte);
    if (at < 0) continue;
    reader.unread(part.subarray(at + 1));
    return;
  }
};

/** Goes on to where the next member may begin; false if none does. */
const seekMember = async (reader: ByteReader): Promise<boolean> => {
  for (;;) {
    const part = Buffer.from(await reader.take(STEP));
    const at = part.indexOf(Buffer.from(MAGIC));
    if (at >= 0) {
      reader.unread(part.subarray(at));
      return true;
    }
    if (part.length < STEP) return false;
    reader.unread(part.subarray(-2));
  }
};

const written = (inflate: InflateRaw, chunk: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    inflate.once('error', reject);
    inflate.write(chunk, () => {
      inflate.off('error', reject);
      resolve();
    });
  });

const ended = (inflate: InflateRaw): Promise<void> =>
  new Promise((resolve, reject) => {
    inflate.once('error', reject);
    inflate.end(() => {
      inflate.off('error', reject);
      resolve();
    });
  });

/** Unpacks members one by one, so that after a damaged one the next can be found. */
class Members {
  readonly #reader: ByteReader;
  readonly #name: string;
  #unpacked = 0;
  #isWhole = false;
  #mends = false;

  constructor(name: string, chunks: AsyncIterable<Uint8Array>) {
    this.#name = name;
    this.#reader = new ByteReader(chunks);
  }

  get unpacked(): number {
    return this.#unpacked;
  }

  /** Whether the last member could be unpacked, but is not what its check sum says: it may be wrong anywhere. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** Whether nothing comes but zero bytes, with which some programs fill a file up. */
  async isAtEnd(): Promise<boolean> {
    for (;;) {
      const part = await this.#reader.some(STEP);
      if (part === null) return true;
      const at = part.findIndex((byte) => byte !== 0);
      if (at < 0) continue;
      this.#reader.unread(part.subarray(at));
      return false;
    }
  }

  /** Whether the damage is one to pass over. */
  mayMend(error: unknown): boolean {
    return this.#mends && error instanceof ReadoutError && error.code === 'damaged-archive';
  }

  seek(): Promise<boolean> {
    return seekMember(this.#reader);
  }

  /** The bytes of one member; throws, having given back what it had not used, if it is damaged or cut. */
  async *unpack(): AsyncGenerator<Uint8Array> {
    if (!(await skipHeader(this.#reader))) throw damaged(this.#name);
    const start = this.#unpacked;
    this.#isWhole = false;
    let sum = 0;
    for await (const bytes of this.#inflate()) {
      if (this.#unpacked === 0) this.#mends = isArchive(bytes);
      sum = crc32(bytes, sum);
      this.#unpacked += bytes.length;
      yield bytes;
    }
    const trailer = Buffer.from(await this.#reader.take(8));
    const size = (this.#unpacked - start) % 2 ** 32;
    if (trailer.length < 8 || trailer.readUInt32LE(0) !== sum || trailer.readUInt32LE(4) !== size) {
      this.#reader.unread(trailer);
      this.#isWhole = true;
      throw damaged(this.#name);
    }
  }

  async *#inflate(): AsyncGenerator<Uint8Array> {
    const inflate = createInflateRaw(roomy);
    let packed = 0;
    let unpacked = 0;
    try {
      for (;;) {
        const chunk = await this.#reader.some(STEP);
        const isEnded = await this.#step(inflate, chunk, packed);
        const bytes: Buffer | null = inflate.read();
        packed += chunk?.length ?? 0;
        unpacked += bytes?.length ?? 0;
        if (isBomb(packed, unpacked)) throw bomb(this.#name);
        if (bytes !== null) yield bytes;
        if (isEnded) return;
      }
    } finally {
      inflate.destroy();
    }
  }

  /** Gives one piece to the inflater; what it did not want, it is done with. Returns whether it is done. */
  async #step(inflate: InflateRaw, chunk: Uint8Array | null, packed: number): Promise<boolean> {
    try {
      if (chunk === null) await ended(inflate);
      else await written(inflate, chunk);
    } catch {
      if (chunk !== null) this.#reader.unread(chunk);
      throw damaged(this.#name);
    }
    if (chunk === null) return true;
    const used = inflate.bytesWritten - packed;
    if (used < chunk.length) this.#reader.unread(chunk.subarray(used));
    return used < chunk.length;
  }
}

/**
 * Unpacks gzip (RFC 1952) of one or many members. In a web archive a damaged member is passed over: where it was, `gaps` is
 * told which part of what was unpacked is not to be trusted. Elsewhere damage throws `damaged-archive`; what is out of proportion throws `archive-bomb`.
 */
export async function* gunzip(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  gaps: Gap[],
): AsyncGenerator<Uint8Array> {
  const members = new Members(name, chunks);
  let marks = 0;
  while (!(await members.isAtEnd())) {
    const start = members.unpacked;
    try {
      yield* members.unpack();
    } catch (error) {
      if (!members.mayMend(error)) throw error;
      gaps.push({ start: (members.isWhole ? start : members.unpacked) + marks, end: members.unpacked + marks });
      marks += gapMark.length;
      yield gapMark;
      if (!(await members.seek())) return;
    }
  }
}
