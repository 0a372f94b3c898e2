import { ReadoutError, reasonOf } from '../../text/index.ts';

/** A server that is asked, and the token it is asked with. */
export interface Server {
  readonly url: string;
  readonly token: string | null;
}

type Value = string | number | boolean | null | undefined | readonly (string | number)[];

/** The words behind "?": what is not given is left out, lists are given value by value. */
export const toQuery = (parameters: Readonly<Record<string, Value>>): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined || value === null) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
};

/**
 * A connection serves one request: whoever reads a long report in between does not hear that the server closed an idle one, and what is
 * sent on it then is lost.
 */
const headersOf = ({ token }: Server, type: string | null): Record<string, string> => ({
  connection: 'close',
  ...(token !== null && { authorization: `Bearer ${token}` }),
  ...(type !== null && { 'content-type': type }),
});

const unreachable = (server: Server, error: unknown): ReadoutError =>
  new ReadoutError(
    'server-unreachable',
    `${server.url} does not answer (${reasonOf(error)}). Check that readout serve runs there.`,
    { url: server.url },
    { cause: error },
  );

const toError = (server: Server, status: number, body: unknown): ReadoutError => {
  const error = Object.fromEntries(Object.entries(body ?? {})).error as Record<string, unknown> | undefined;
  if (typeof error?.code !== 'string')
    return unreachable(server, new Error(`it answered ${status}, and is no Readout`));
  return new ReadoutError(error.code, String(error.message), { status, at: error.at });
};

/** How a request is made. */
export interface Asking {
  readonly method?: string;
  readonly body?: unknown;
  readonly type?: string;
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The answer of a route, whatever its body; throws what the server says, or `server-unreachable`. */
export const ask = async (server: Server, path: string, asking: Asking = {}): Promise<Response> => {
  const { method = 'GET', body, type = body === undefined ? null : 'application/json', signal, headers } = asking;
  let response: Response;
  try {
    response = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: { ...headersOf(server, type), ...headers },
      ...(body !== undefined && {
        body: body instanceof ReadableStream ? body : JSON.stringify(body),
        duplex: 'half',
      }),
      ...(signal !== undefined && { signal }),
    } as RequestInit);
  } catch (error) {
    throw unreachable(server, error);
  }
  if (response.ok) return response;
  throw toError(server, response.status, await response.json().catch(() => null));
};

/** What a route answers with: `{ok: true, item}` or `{ok: true, items, next}`. */
export const askJson = async <T>(server: Server, path: string, asking?: Asking): Promise<T> => {
  const response = await ask(server, path, asking);
  // The server is our own: its tests hold every answer to its schema.
  return (await response.json()) as T;
};

/** The `item` that a route answers with. */
export const askItem = async <T>(server: Server, path: string, asking?: Asking): Promise<T> =>
  (await askJson<{ readonly item: T }>(server, path, asking)).item;

/** As `askItem`, and null where there is no such thing. */
export const askFound = async <T>(server: Server, path: string): Promise<T | null> => {
  try {
    return await askItem<T>(server, path);
  } catch (error) {
    if (error instanceof ReadoutError && error.code === 'no-such-record') return null;
    throw error;
  }
};

/** The `items` that a route answers with. */
export const askItems = async <T>(server: Server, path: string): Promise<readonly T[]> =>
  (await askJson<{ readonly items: readonly T[] }>(server, path)).items;
