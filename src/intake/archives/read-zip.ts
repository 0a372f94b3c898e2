import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import {
  type Entry,
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  RandomAccessReader,
  type ZipFile,
} from 'yauzl';
import { ReadoutError, reasonOf } from '../error.ts';
import type { Reading } from '../report-format.ts';
import { failure, type ReportItem } from '../report-item.ts';
import { bytesSource, type Source, streamSource } from '../source.ts';
import { bomb, isBomb } from './bomb.ts';

/** An archive that comes through a pipe has to be kept whole: its list of files is at its end. */
const MOST_IN_MEMORY = 200_000_000;
const MOST_ENTRIES = 500_000;

/** Documents that are ZIP archives inside: of offices, and books. */
const isDocument = (head: Uint8Array): boolean =>
  /^PK[\s\S]{28}(?:\[Content_Types\]\.xml|_rels\/|docProps\/|mimetypeapplication\/(?:vnd\.oasis|epub))/.test(
    Buffer.from(head.subarray(0, 200)).toString('latin1'),
  );

const damaged = (name: string, reason: string): ReadoutError =>
  new ReadoutError('damaged-archive', `${name} is damaged or cut (${reason}); get it again from where it came.`, {
    name,
    reason,
  });

/** A ZIP archive has the list of its files at its end: one that was cut while it was sent has none. */
const withoutList = (name: string): ReadoutError =>
  new ReadoutError(
    'damaged-archive',
    `${name} is cut: the list of its files, which stands at the end of a ZIP archive, is missing. Get it again, or mend it ("zip -FF") and name what comes out.`,
    { name, reason: 'no list of files' },
  );

/** Lets the ZIP reader ask for any part of a source. */
class PartReader extends RandomAccessReader {
  readonly #part: (start: number, end: number) => Promise<Uint8Array>;

  constructor(part: (start: number, end: number) => Promise<Uint8Array>) {
    super();
    this.#part = part;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const part = this.#part;
    return Readable.from(
      (async function* () {
        for (let at = start; at < end; ) {
          const bytes = await part(at, Math.min(at + 65_536, end));
          if (bytes.length === 0) return;
          at += bytes.length;
          yield bytes;
        }
      })(),
    );
  }
}

/** A file of the archive; its name is as it was written, and only ever shown. */
interface Member {
  readonly entry: Entry;
  readonly path: string;
}

/** The names are not decoded by the reader, which would stop at the first that leads out of the folder; nothing is written here. */
const pathOf = ({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string =>
  getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);

const listMembers = async (zip: ZipFile, name: string): Promise<readonly Member[]> => {
  const members: Member[] = [];
  for await (const entry of zip.eachEntry()) {
    const path = pathOf(entry);
    if (!path.endsWith('/')) members.push({ entry, path });
    if (members.length > MOST_ENTRIES)
      throw new ReadoutError('archive-too-large', `${name} holds more than ${MOST_ENTRIES} files; split it.`, { name });
  }
  return members;
};

/** In a WACZ (a web archive with an index of its pages) the WARC files are what was recorded; all else is told of them. */
const wanted = (members: readonly Member[]): readonly Member[] => {
  const records = members.filter(({ path }) => /^archive\/.+\.warc(?:\.gz)?$/i.test(path));
  return members.some(({ path }) => path === 'datapackage.json') && records.length > 0 ? records : members;
};

/** Files that a program put beside the user's own. */
const isHidden = (path: string): boolean => path.split('/').some((part) => /^\.[^.]|^__MACOSX$/.test(part));

async function* unpack(zip: ZipFile, { entry }: Member, name: string, reading: Reading): AsyncGenerator<Uint8Array> {
  let sum = 0;
  let length = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      sum = crc32(chunk, sum);
      length += chunk.length;
      if (isBomb(entry.compressedSize, length)) throw bomb(name);
      reading.unpacked(chunk.length);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof ReadoutError ? error : damaged(name, reasonOf(error));
  }
  if (sum !== entry.crc32) throw damaged(name, 'its check sum is wrong');
}

const refusalOf = ({ entry }: Member, name: string): ReadoutError | null => {
  if (entry.isEncrypted())
    return new ReadoutError('encrypted-input', `${name} is locked with a password; unlock it and read it again.`, {
      name,
    });
  return isBomb(entry.compressedSize, entry.uncompressedSize) ? bomb(name) : null;
};

async function* readMember(zip: ZipFile, member: Member, source: Source, reading: Reading): AsyncGenerator<ReportItem> {
  const name = `${source.name}!/${member.path}`;
  if (!reading.isReadable(member.path) || isHidden(member.path)) {
    yield { kind: 'skipped', name, what: 'a file of a kind that is not read' };
    return;
  }
  try {
    const refusal = refusalOf(member, name);
    if (refusal !== null) throw refusal;
    const inner = await streamSource(name, unpack(zip, member, name, reading), member.entry.uncompressedSize);
    try {
      yield* reading.inside(inner);
    } finally {
      await inner.close();
    }
  } catch (error) {
    yield failure(name, error);
  }
}

const open = async (source: Source): Promise<ZipFile> => {
  const { part, size } = source;
  const whole = part !== null && size !== null ? { ...source, part, size } : null;
  const known = whole ?? bytesSource(source.name, await source.bytes(MOST_IN_MEMORY));
  try {
    const reader = new PartReader((start, end) => known.part?.(start, end) ?? Promise.resolve(new Uint8Array()));
    return await fromRandomAccessReaderPromise(reader, known.size ?? 0, { decodeStrings: false, autoClose: false });
  } catch (error) {
    const reason = reasonOf(error);
    throw /central directory/i.test(reason) ? withoutList(source.name) : damaged(source.name, reason);
  }
};

/** Reads the files of a ZIP archive one by one, each in whatever format it is; throws a `ReadoutError` that names an archive that is damaged or no archive of files. */
export async function* readZip(source: Source, reading: Reading): AsyncGenerator<ReportItem> {
  const { name, head } = source;
  if (isDocument(head))
    throw new ReadoutError('binary-input', `${name} is an office document or a book; save it as text.`, { name });
  const zip = await open(source);
  let members: readonly Member[];
  try {
    members = wanted(await listMembers(zip, name));
  } catch (error) {
    throw error instanceof ReadoutError ? error : damaged(name, reasonOf(error));
  }
  for (const member of members) yield* readMember(zip, member, source, reading);
}
