import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Entry } from '../journal.ts';

/** Data beyond so many characters is kept packed. */
const PACKED_FROM = 2000;

/**
 * An entry as a line: a checksum (CRC-32, eight hexadecimal digits), a space, and JSON. Long data is packed (raw deflate, base64)
 * under `packed` instead of `data`. `more`: the next line was taken in together with it, and one does not count without the other.
 */
export const toLine = ({ seq, at, kind, data }: Entry, more = false): string => {
  const text = JSON.stringify(data);
  const body =
    text.length < PACKED_FROM
      ? `{"seq":${seq},"at":${JSON.stringify(at)},"kind":${JSON.stringify(kind)},${more ? '"more":true,' : ''}"data":${text}}`
      : JSON.stringify({
          seq,
          at,
          kind,
          ...(more ? { more } : {}),
          packed: deflateRawSync(text, { level: 4 }).toString('base64'),
        });
  return `${crc32(body).toString(16).padStart(8, '0')} ${body}\n`;
};

/** What a line holds. */
export interface Lined {
  readonly entry: Entry;
  /** Whether the next line belongs to it. */
  readonly more: boolean;
}

/** The entry of a line, or null where the line is not whole. */
export const fromLine = (line: string): Entry | null => linedFrom(line)?.entry ?? null;

/** The same, with whether the next line belongs to it. */
export const linedFrom = (line: string): Lined | null => {
  const body = line.slice(9);
  if (line[8] !== ' ' || crc32(body) !== Number.parseInt(line.slice(0, 8), 16)) return null;
  const { seq, at, kind, data, packed, more = false } = JSON.parse(body);
  const unpacked =
    packed === undefined ? data : JSON.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString('utf8'));
  return { entry: { seq, at, kind, data: unpacked }, more };
};
