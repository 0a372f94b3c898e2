import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import { contentTypeOf } from '../content-type.ts';
import { ReadoutError } from '../error.ts';
import { tooLarge } from '../read-input.ts';
import { readFields } from './fields.ts';
import { isGzip } from './gunzip.ts';

/** An HTTP response as it was recorded: its status, what it says its body is, and the body as it was sent. */
export interface HttpMessage {
  readonly status: number;
  readonly type: string | null;
  readonly charset: string | null;
  readonly fields: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** Headers beyond this are no headers. */
const MOST_HEADER = 65_536;

const headerEnd = (bytes: Buffer): { readonly end: number; readonly next: number } | null => {
  const crlf = bytes.indexOf('\r\n\r\n');
  const lf = bytes.indexOf('\n\n');
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return { end: crlf, next: crlf + 4 };
  return lf < 0 ? null : { end: lf, next: lf + 2 };
};

/** Reads a recorded HTTP response (RFC 9112); null if the bytes are none. */
export const readHttp = (bytes: Uint8Array): HttpMessage | null => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = headerEnd(buffer.subarray(0, MOST_HEADER));
  const end = found ?? { end: Math.min(buffer.length, MOST_HEADER), next: buffer.length };
  const [first = '', ...lines] = buffer.subarray(0, end.end).toString('latin1').split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)? +(\d{3})/i.exec(first)?.[1];
  if (status === undefined) return null;
  const fields = readFields(lines);
  return {
    status: Number(status),
    ...contentTypeOf(fields.get('content-type')),
    fields,
    body: bytes.subarray(end.next),
  };
};

/** The bytes of a chunked body (RFC 9112, 7.1); of one that is not chunked after all, or ends early, what there is. */
const dechunked = (body: Uint8Array): Uint8Array => {
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < buffer.length; ) {
    const end = buffer.indexOf('\n', at);
    const size = /^[ \t]*([\da-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?$/i.exec(
      buffer.subarray(at, end < 0 ? at : Math.min(end, at + 1000)).toString('latin1'),
    )?.[1];
    // A recorder that took the chunks apart may have left the header that announces them.
    if (size === undefined) return parts.length === 0 ? body : Buffer.concat(parts);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    parts.push(buffer.subarray(end + 1, end + 1 + length));
    at = end + 1 + length;
    while (at < buffer.length && (buffer[at] === 13 || buffer[at] === 10)) at += 1;
  }
  return Buffer.concat(parts);
};

type Unpack = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array;

const inflateEither: Unpack = (bytes, options) => {
  try {
    return inflateSync(bytes, options);
  } catch (error) {
    if (isTooLong(error)) throw error;
    return inflateRawSync(bytes, options);
  }
};

const unpackers: ReadonlyMap<string, Unpack> = new Map<string, Unpack>([
  ['gzip', (bytes, options) => (isGzip(bytes) ? gunzipSync(bytes, options) : bytes)],
  ['x-gzip', (bytes, options) => (isGzip(bytes) ? gunzipSync(bytes, options) : bytes)],
  ['deflate', inflateEither],
  ['br', brotliDecompressSync],
  ['zstd', zstdDecompressSync],
]);

const isTooLong = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

/** A page that is not packed although its header says so begins like a page. */
const isOpen = (bytes: Uint8Array): boolean =>
  /^(?:\xef\xbb\xbf)?\s*</.test(Buffer.from(bytes.subarray(0, 64)).toString('latin1'));

/** What was sent, without what a recorder put behind it. */
const withinLength = (bytes: Uint8Array, fields: HttpMessage['fields']): Uint8Array => {
  const length = fields.get('content-length');
  const isChunked = fields.has('transfer-encoding');
  return length !== undefined && /^\d{1,12}$/.test(length) && !isChunked ? bytes.subarray(0, Number(length)) : bytes;
};

/**
 * The body of a response as its server meant it: out of its chunks and unpacked, no longer than `limit`. Throws a
 * `ReadoutError` that has the given name if it cannot be unpacked or is longer.
 */
export const bodyOf = (message: HttpMessage, name: string, limit: number): Uint8Array => {
  const { fields, body } = message;
  let bytes = /chunked/i.test(fields.get('transfer-encoding') ?? '') ? dechunked(body) : body;
  const encodings = (fields.get('content-encoding') ?? '')
    .toLowerCase()
    .split(',')
    .map((each) => each.trim());
  for (const encoding of encodings.reverse()) {
    const unpack = unpackers.get(encoding);
    if (unpack === undefined || isOpen(bytes)) continue;
    try {
      bytes = unpack(withinLength(bytes, fields), { maxOutputLength: limit });
    } catch (error) {
      if (isTooLong(error)) throw tooLarge(name, null, limit);
      throw new ReadoutError(
        'damaged-record',
        `${name} is packed as ${encoding} and damaged or cut; it was left out.`,
        {
          name,
          encoding,
        },
      );
    }
  }
  return bytes;
};
