import { promisify } from 'node:util';
import zlib from 'node:zlib';

type Unpack = (bytes: Uint8Array, limit: number) => Promise<Uint8Array>;

const gunzip = promisify<Uint8Array, zlib.ZlibOptions, Uint8Array>(zlib.gunzip);
const inflate = promisify<Uint8Array, zlib.ZlibOptions, Uint8Array>(zlib.inflate);
const inflateRaw = promisify<Uint8Array, zlib.ZlibOptions, Uint8Array>(zlib.inflateRaw);
const brotli = promisify<Uint8Array, zlib.BrotliOptions, Uint8Array>(zlib.brotliDecompress);
const zstd = promisify<Uint8Array, zlib.ZstdOptions, Uint8Array>(zlib.zstdDecompress);

const asGzip: Unpack = (bytes, limit) => gunzip(bytes, { maxOutputLength: limit });

/** The window that RFC 9659 lets the web use: 8 MB; a larger one would only take memory. */
const ZSTD_WINDOW = 23;

const unpackers: Readonly<Record<string, Unpack>> = {
  gzip: asGzip,
  'x-gzip': asGzip,
  // "deflate" is zlib by RFC 9110; some servers send it without zlib's header, told apart by its first byte.
  deflate: (bytes, limit) =>
    ((bytes[0] ?? 0) & 0x0f) === 8
      ? inflate(bytes, { maxOutputLength: limit })
      : inflateRaw(bytes, { maxOutputLength: limit }),
  br: (bytes, limit) => brotli(bytes, { maxOutputLength: limit }),
  zstd: (bytes, limit) =>
    zstd(bytes, { maxOutputLength: limit, params: { [zlib.constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW } }),
};

/** The encodings that a request offers. */
export const acceptEncoding = 'gzip, deflate, br, zstd';

/** What became of a packed body. */
export type Unpacked =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'damaged'; readonly cause: unknown }
  | { readonly kind: 'unknown'; readonly encoding: string };

/** No server packs a page more often than twice on purpose. */
const MOST_LAYERS = 2;

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

/** Undoes the encodings of a `Content-Encoding` header, the last one first; stops as soon as more than `limit` bytes come out. */
export const unpack = async (bytes: Uint8Array, header: string, limit: number): Promise<Unpacked> => {
  const layers = header
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  const unknown = layers.find((name) => unpackers[name] === undefined);
  if (unknown !== undefined || layers.length > MOST_LAYERS)
    return { kind: 'unknown', encoding: (unknown ?? header).replace(/[^\w,; -]/g, '?').slice(0, 40) };
  let unpacked = bytes;
  try {
    for (const layer of layers.reverse())
      if (unpacked.length > 0) unpacked = (await unpackers[layer]?.(unpacked, limit)) ?? unpacked;
  } catch (error) {
    return isTooLarge(error) ? { kind: 'too-large' } : { kind: 'damaged', cause: error };
  }
  return unpacked.length > limit ? { kind: 'too-large' } : { kind: 'bytes', bytes: unpacked };
};
