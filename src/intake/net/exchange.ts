import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { megabytes } from '../megabytes.ts';
import { type Failure, failureOf } from './failure.ts';
import { fetchError } from './fetch-error.ts';
import type { Limits } from './limits.ts';
import { unpack } from './unpack.ts';

/** One answer of a server, its body unpacked; empty where the status says that it is no report. */
export interface Answer {
  readonly status: number;
  /** Names in small letters; of a header sent twice the first. */
  readonly headers: ReadonlyMap<string, string>;
  readonly bytes: Uint8Array;
}

/** An answer, or why there is none. */
export type Outcome = { readonly answer: Answer } | { readonly failure: Failure };

const tooLarge = (url: URL, limit: number, how: string): Failure => ({
  error: fetchError(
    'fetch-too-large',
    url,
    `it is larger than ${megabytes(limit)}${how}`,
    'download it with another program and read the file',
    { limit },
  ),
  mayPass: false,
});

const firstValues = (headers: IncomingHttpHeaders): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(headers).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return first === undefined ? [] : [[name.toLowerCase(), first] as const];
    }),
  );

/** The bytes of a body, or null if there are more than `limit`; what comes after that is never read. */
const collect = async (body: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array | null> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const unpacked = async (
  url: URL,
  packed: Uint8Array,
  encoding: string,
  limits: Limits,
): Promise<Uint8Array | Failure> => {
  const found = await unpack(packed, encoding, limits.body);
  if (found.kind === 'bytes') return found.bytes;
  if (found.kind === 'too-large')
    return tooLarge(url, limits.body, ` once it is unpacked (${megabytes(packed.length)} were sent)`);
  const what =
    found.kind === 'damaged'
      ? `what it sent as ${encoding} cannot be unpacked`
      : `it is packed as ${found.encoding}, which was not asked for`;
  const error = fetchError('fetch-damaged', url, what, 'try again later, or save the page with a browser', {});
  return { error, mayPass: found.kind === 'damaged' };
};

/** So much of a page that only tells of an error is taken before the connection is given up. */
const ERROR_PAGE = 65_536;

const isGood = (status: number): boolean => status >= 200 && status < 300;

const bodyOf = async (url: URL, response: Dispatcher.ResponseData, limits: Limits): Promise<Uint8Array | Failure> => {
  if (!isGood(response.statusCode)) {
    await response.body.dump({ limit: ERROR_PAGE });
    return new Uint8Array();
  }
  const declared = Number(response.headers['content-length'] ?? 0);
  const isOver = Number.isFinite(declared) && declared > limits.wire;
  const packed = isOver ? null : await collect(response.body, limits.wire);
  if (packed === null) {
    response.body.destroy();
    return tooLarge(url, limits.wire, '');
  }
  return unpacked(url, packed, firstValues(response.headers).get('content-encoding') ?? '', limits);
};

/** Sends one GET request and takes its whole answer, within the limits. Never throws: a failure is an outcome. */
export const exchange = async (
  dispatcher: Dispatcher,
  url: URL,
  headers: Readonly<Record<string, string>>,
  limits: Limits,
): Promise<Outcome> => {
  try {
    const response = await dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers: { ...headers },
      headersTimeout: limits.headers,
      bodyTimeout: limits.idle,
      signal: AbortSignal.timeout(limits.whole),
    });
    const bytes = await bodyOf(url, response, limits);
    if (!(bytes instanceof Uint8Array)) return { failure: bytes };
    return { answer: { status: response.statusCode, headers: firstValues(response.headers), bytes } };
  } catch (error) {
    return { failure: failureOf(url, error) };
  }
};
