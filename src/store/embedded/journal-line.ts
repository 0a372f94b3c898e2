import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Entry } from '../journal.ts';

/** Data beyond so many characters is kept packed. */
const PACKED_FROM = 2000;

/**
 * An entry as a line: a checksum (CRC-32, eight hexadecimal digits), a space, and JSON. Long data is packed (raw deflate, base64)
 * under `packed` instead of `data`.
 */
export const toLine = ({ seq, at, kind, data }: Entry): string => {
  const text = JSON.stringify(data);
  const body =
    text.length < PACKED_FROM
      ? `{"seq":${seq},"at":${JSON.stringify(at)},"kind":${JSON.stringify(kind)},"data":${text}}`
      : JSON.stringify({ seq, at, kind, packed: deflateRawSync(text, { level: 4 }).toString('base64') });
  return `${crc32(body).toString(16).padStart(8, '0')} ${body}\n`;
};

/** The entry of a line, or null where the line is not whole. */
export const fromLine = (line: string): Entry | null => {
  const body = line.slice(9);
  if (line[8] !== ' ' || crc32(body) !== Number.parseInt(line.slice(0, 8), 16)) return null;
  const { seq, at, kind, data, packed } = JSON.parse(body);
  return {
    seq,
    at,
    kind,
    data: packed === undefined ? data : JSON.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString('utf8')),
  };
};
