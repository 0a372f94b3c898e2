import type { Gap } from '../source.ts';
import type { ByteReader } from './byte-reader.ts';
import { readFields } from './fields.ts';

/** One record of a web archive (WARC 1.0 and 1.1, ISO 28500; ARC 1), its number counted from 1. */
export interface WarcRecord {
  readonly number: number;
  /** "response", "resource", "request" …; empty if the record does not say. */
  readonly type: string;
  readonly url: string | null;
  readonly contentType: string | undefined;
  /** The bytes of the record; only the first of one that is not wanted or over the limit. */
  readonly block: Uint8Array;
  /** How many bytes it says it has; null if it does not say, or says no number. */
  readonly length: number | null;
  /** What is wrong with it: `cut` its file ends in it, `damaged` its bytes are, `mended` its length was wrong, and another was found. */
  readonly fault: 'none' | 'cut' | 'damaged' | 'mended' | 'no-length';
}

const MOST_LINE = 65_536;
const MOST_FIELDS = 1000;
/** Enough of a record to tell what it is. */
const HEAD = 16_384;
/** What parts a record from the one before it, and how that begins. */
const openings = ['\r\n\r\nWARC/1.', '\n\nWARC/1.'].map((opening) => Buffer.from(opening));
const OPENING = 11;

/** Where in some bytes the next record opens; -1 if nowhere. */
const findOpening = (bytes: Buffer): number => {
  const found = openings.map((opening) => bytes.indexOf(opening)).filter((at) => at >= 0);
  return found.length === 0 ? -1 : Math.min(...found);
};

/** What is to be read again where the next record opens in a piece, or on its border with what came before it; null if nowhere. */
const openingIn = (last: Buffer, part: Buffer): Buffer | null => {
  const border = findOpening(Buffer.concat([last, part.subarray(0, OPENING)]));
  if (border >= 0) return Buffer.concat([last, part]).subarray(border);
  const inside = findOpening(part);
  return inside < 0 ? null : part.subarray(inside);
};

/** What a reader of records is to know: the most bytes that one may have, parts that are damaged, and which records are wanted. */
export interface WarcReading {
  readonly limit: number;
  readonly gaps: readonly Gap[];
  /** Whether a record is wanted whole, by its header and its first bytes. */
  readonly isWanted: (record: Pick<WarcRecord, 'type' | 'contentType' | 'block'>) => boolean;
}

const warcLine = /^WARC\/\d+(?:\.\d+)?\s*$/;
/** An ARC header: address, IP, date, media type, length; an address may hold blanks. */
const arcLine = /^([a-z][\w+.-]*:.*) (\S+) (\d{8,18}) (\S+) (-?\w+)\s*$/i;

/** Whether bytes open a web archive. */
export const isWarc = (head: Uint8Array): boolean =>
  /^\s{0,20}(?:WARC\/\d|filedesc:\/\/)/.test(Buffer.from(head.subarray(0, 64)).toString('latin1'));

interface Header {
  readonly type: string;
  readonly url: string | null;
  readonly contentType: string | undefined;
  readonly length: number | null;
}

const numberIn = (value: string | undefined): number | null =>
  value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : null;

const textOf = (line: Uint8Array): string =>
  Buffer.from(line)
    .toString('utf8')
    .replace(/\r?\n$/, '');

const readWarcHeader = async (reader: ByteReader): Promise<Header> => {
  const lines: string[] = [];
  while (lines.length < MOST_FIELDS) {
    const line = await reader.line(MOST_LINE);
    if (line === null) break;
    const text = textOf(line);
    if (text.trim() === '') break;
    lines.push(text);
  }
  const fields = readFields(lines);
  // Wget wrote addresses in angle brackets.
  const url = fields.get('warc-target-uri')?.replace(/^<(.*)>$/, '$1');
  return {
    type: fields.get('warc-type')?.toLowerCase() ?? '',
    url: url ?? null,
    contentType: fields.get('content-type'),
    length: numberIn(fields.get('content-length')),
  };
};

const readArcHeader = (line: string): Header | null => {
  const match = arcLine.exec(line);
  if (match === null) return null;
  const [, url = '', , , type = '', length] = match;
  const isFile = url.startsWith('filedesc:');
  return {
    type: isFile ? 'warcinfo' : 'response',
    url,
    contentType: isFile ? type : 'application/http',
    length: numberIn(length),
  };
};

/** A block without the two line ends that part it from the next record. */
const withoutEnd = (block: Buffer): Buffer => {
  const end = /(?:\r?\n){1,2}$/.exec(block.subarray(-4).toString('latin1'))?.[0].length ?? 0;
  return block.subarray(0, block.length - end);
};

/** Reads the records of a web archive one by one, and finds the next one where a length is wrong or bytes are missing. */
export class WarcReader {
  readonly #reader: ByteReader;
  readonly #reading: WarcReading;
  #number = 0;
  #isArc = false;

  constructor(reader: ByteReader, reading: WarcReading) {
    this.#reader = reader;
    this.#reading = reading;
  }

  /** The next record; null at the end. */
  async next(): Promise<WarcRecord | null> {
    const start = await this.#start();
    if (start === null) return null;
    const { header, offset } = start;
    this.#number += 1;
    const number = this.#number;
    if (header.length === null) return { ...header, number, block: new Uint8Array(), fault: 'no-length' };
    const { block, fault } = await this.#block(header, header.length);
    const end = this.#reader.offset;
    const isDamaged = this.#reading.gaps.some((gap) => gap.start < end && gap.end >= offset);
    return { ...header, number, block, fault: isDamaged && fault !== 'cut' ? 'damaged' : fault };
  }

  /** Goes on to the next line that opens a record, and reads its header. */
  async #start(): Promise<{ readonly header: Header; readonly offset: number } | null> {
    for (;;) {
      const { offset } = this.#reader;
      const line = await this.#reader.line(MOST_LINE);
      if (line === null) return null;
      const text = textOf(line);
      if (warcLine.test(text)) return { header: await readWarcHeader(this.#reader), offset };
      if (this.#isArc || text.startsWith('filedesc:')) {
        const header = readArcHeader(text);
        this.#isArc = true;
        if (header !== null) return { header, offset };
      }
    }
  }

  async #block(header: Header, length: number): Promise<Pick<WarcRecord, 'block' | 'fault'>> {
    const { limit, isWanted } = this.#reading;
    const head = await this.#reader.take(Math.min(length, HEAD));
    if (length > limit || (length > HEAD && !isWanted({ ...header, block: head }))) return this.#pass(head, length);
    const block = length > HEAD ? Buffer.concat([head, await this.#reader.take(length - head.length)]) : head;
    if (this.#isArc) return { block, fault: block.length < length ? 'cut' : 'none' };
    return (await this.#isAtRecord()) && block.length === length
      ? { block, fault: 'none' }
      : this.#mend(block, block.length < length);
  }

  /** Passes over the rest of a record, but not over another that opens in it: then the length was wrong. */
  async #pass(head: Buffer, length: number): Promise<Pick<WarcRecord, 'block' | 'fault'>> {
    if (this.#isArc)
      return {
        block: head,
        fault: (await this.#reader.skip(length - head.length)) < length - head.length ? 'cut' : 'none',
      };
    if (findOpening(head) >= 0) return this.#mend(head, false);
    let last = head.subarray(1 - OPENING);
    for (let missing = length - head.length; missing > 0; ) {
      const part = await this.#reader.some(missing);
      if (part === null) return { block: head, fault: 'cut' };
      missing -= part.length;
      const next = openingIn(last, part);
      if (next !== null) {
        this.#reader.unread(next);
        return { block: head, fault: 'mended' };
      }
      last = Buffer.concat([last, part.subarray(1 - OPENING)]).subarray(1 - OPENING);
    }
    return { block: head, fault: 'none' };
  }

  /** Whether what comes is the end, or the two line ends after a block and a record. */
  async #isAtRecord(): Promise<boolean> {
    const next = await this.#reader.take(OPENING);
    this.#reader.unread(next);
    return /^(?:\r?\n){0,6}(?:\r?$|WARC\/|W(?:A(?:RC?)?)?$)/.test(Buffer.from(next).toString('latin1'));
  }

  async #mend(block: Buffer, isCut: boolean): Promise<Pick<WarcRecord, 'block' | 'fault'>> {
    // CASE 1: the length reaches into the next record.
    const ahead = await this.#reader.take(OPENING);
    const both = Buffer.concat([block, ahead]);
    const end = findOpening(both);
    if (end >= 0) {
      this.#reader.unread(both.subarray(end));
      return { block: both.subarray(0, end), fault: 'mended' };
    }
    this.#reader.unread(ahead);
    // CASE 2: the file ends first.
    if (isCut) return { block, fault: 'cut' };
    // CASE 3: the length is too small; the block goes on to where the next record stands, or the file ends.
    const parts: Uint8Array[] = [block];
    for (let size = block.length; size < this.#reading.limit; ) {
      const line = await this.#reader.line(MOST_LINE);
      if (line === null) break;
      if (line.length < 14 && warcLine.test(textOf(line))) {
        this.#reader.unread(line);
        break;
      }
      parts.push(line);
      size += line.length;
    }
    return { block: withoutEnd(Buffer.concat(parts)), fault: 'mended' };
  }
}
