import { noteAnswer, noteSilence } from './connection.ts';
import type { Failure, Routes } from './schema.ts';
import { noteWanted, readToken } from './token.ts';
import { sendingWith } from './upload.ts';

/** A GET route of the API, as its document names it. */
export type Path = keyof Routes;
export type Answer<P extends Path> = Routes[P]['answer'];
/** What a request asks for: fields that are undefined or empty are left out. */
export type Asked = Readonly<Record<string, string | undefined>>;

/** The API refused, or could not be reached. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: string;
  readonly status: number;

  constructor(code: string, status: number, message: string) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

const BASE = '/api/v1';

const isFailure = (value: unknown): value is Failure =>
  typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;

const unreachable = (): ApiError => {
  noteSilence();
  return new ApiError(
    'unreachable',
    0,
    'The server does not answer. It may have been stopped; what is asked here is asked again when it is back.',
  );
};

/** What a proxy says for a server that is not there. */
const isFromProxy = (status: number): boolean => status === 502 || status === 503 || status === 504;

/** What brings a request to the server: `fetch`, unless more is to be known of it. */
type Way = (address: string, init: RequestInit) => Promise<Response>;

const reach = (address: string, init: RequestInit, way: Way = fetch): Promise<Response> => {
  const token = readToken();
  const headers = { accept: 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) };
  return way(address, { ...init, headers: { ...headers, ...init.headers } }).catch((error: unknown) => {
    // Whoever asked no longer wants to know.
    if (init.signal?.aborted === true) throw error;
    throw unreachable();
  });
};

const send = async (address: string, init: RequestInit, way?: Way): Promise<unknown> => {
  const asked = readToken();
  const response = await reach(address, init, way);
  const value: unknown = await response.json().catch(() => null);
  if (init.signal?.aborted !== true && value === null && isFromProxy(response.status)) throw unreachable();
  noteAnswer();
  // A late answer to what was asked before a token was given says nothing of that token.
  if (response.status === 401 && readToken() === asked) noteWanted();
  if (isFailure(value)) throw new ApiError(value.error.code, response.status, value.error.message);
  if (value === null) throw new ApiError('not-understood', response.status, 'The answer could not be understood.');
  return value;
};

/** The address of a route: `/reports/{id}` with id `a` → `/api/v1/reports/a?…`. */
export const addressOf = (path: string, query: Asked = {}, params: Readonly<Record<string, string>> = {}): string => {
  const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ''));
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value]],
  );
  const words = new URLSearchParams(given).toString();
  return `${BASE}${filled}${words === '' ? '' : `?${words}`}`;
};

/** Asks a route. Throws `ApiError`. */
export const get = async <P extends Path>(
  path: P,
  query: Asked = {},
  params: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
): Promise<Answer<P>> =>
  // The shape is what the document that the types are made from promises.
  (await send(addressOf(path, query, params), signal === undefined ? {} : { signal })) as Answer<P>;

const sendJson =
  (method: 'POST' | 'PUT') =>
  async <T>(path: string, body: unknown): Promise<T> =>
    (await send(`${BASE}${path}`, {
      method,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })) as T;

/** Sends JSON to a route. Throws `ApiError`. */
export const post = sendJson('POST');
export const put = sendJson('PUT');

/** Takes away what stands at a route. Throws `ApiError`. */
export const remove = async (path: string): Promise<void> => {
  await send(`${BASE}${path}`, { method: 'DELETE' });
};

/** How somebody follows a file on its way, and stops it. */
interface Followed {
  readonly onSent: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Sends a file as it is. Throws `ApiError`, or what `signal` was ended with. */
export const sendFile = async <T>(path: string, query: Asked, file: Blob, { onSent, signal }: Followed): Promise<T> => {
  const headers = { 'content-type': 'application/octet-stream' };
  return (await send(
    addressOf(path, query),
    { method: 'POST', body: file, headers, signal },
    sendingWith(onSent),
  )) as T;
};

/** What a route gives as a file. Throws `ApiError`. */
export const download = async (path: string): Promise<{ readonly blob: Blob; readonly name: string }> => {
  const response = await reach(`${BASE}${path}`, {});
  if (!response.ok) {
    const value: unknown = await response.json().catch(() => null);
    if (isFailure(value)) throw new ApiError(value.error.code, response.status, value.error.message);
    throw new ApiError('not-understood', response.status, 'The answer could not be understood.');
  }
  const [, name = 'download'] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return { blob: await response.blob(), name };
};
