import { HTTPException } from 'hono/http-exception';
import { ReadoutError } from '../text/index.ts';

export type Status = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 421 | 429 | 500 | 503;

/** Why a request is refused, as its caller is told. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: Status;
  readonly code: string;
  readonly at: string | null;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: Status,
    code: string,
    message: string,
    at: string | null = null,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.at = at;
    this.headers = headers;
  }
}

export const notFound = (what: string): Problem =>
  new Problem(404, 'no-such-record', `${what} is not in this ledger; look it up again.`);

const codesOf: Readonly<Record<number, string>> = {
  400: 'bad-request',
  413: 'too-large',
  415: 'bad-media-type',
};

/**
 * PostgreSQL, embedded or on a server, refuses a value (class 22 of SQLSTATE, "data exception"): the caller's, since the program's
 * own are checked.
 */
const isBadValue = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^22\w{3}$/.test(error.code);

/** The machine is to blame, not the caller: no room, no connection. */
const isAway: ReadonlySet<string> = new Set(['ledger-unavailable', 'journal-unwritable']);
const AWAY =
  'The ledger cannot be read or written just now; what was acknowledged is safe. The log of the server says why. Try again later.';

/** The database is there, but answers too late: a statement's time is up, a lock is held, no connection is free. */
const BUSY =
  'The database of the ledger is busy and answered too late; nothing of this request was taken in. Try again later.';
const SOON = { 'retry-after': '5' };

const fromReadout = ({ code, message, data }: ReadoutError): Problem | null => {
  if (code.startsWith('no-such-')) return new Problem(404, code, message);
  if (code.startsWith('bad-')) return new Problem(400, code, message);
  if (code === 'ledger-unavailable' && data.fault === 'busy') return new Problem(503, 'ledger-busy', BUSY, null, SOON);
  if (isAway.has(code)) return new Problem(503, 'ledger-unavailable', AWAY, null, SOON);
  if (code === 'ledger-not-empty') return new Problem(409, code, message);
  return null;
};

/** A request that takes longer than it may. */
export const tooSlow = (): Problem =>
  new Problem(503, 'too-slow', 'This took too long; ask for less, or try again later.', null, SOON);

/** What a caller is told about an error. What is not meant for callers is told as a fault, without its words. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  const known = error instanceof ReadoutError ? fromReadout(error) : null;
  if (known !== null) return known;
  if (error instanceof HTTPException && error.status >= 400 && error.status < 500) {
    const status = error.status in codesOf ? (error.status as Status) : 400;
    return new Problem(status, codesOf[status] ?? 'bad-request', `${error.message || 'This cannot be understood'}.`);
  }
  if (isBadValue(error)) return new Problem(400, 'bad-value', 'A value lies outside of what can be asked for.');
  return new Problem(500, 'internal', 'Something went wrong inside Readout; its log says what.');
};

/** The one shape of failures. */
export const toBody = ({ code, message, at }: Problem) => ({ ok: false as const, error: { code, message, at } });

/** A failure as an answer. */
export const toResponse = (problem: Problem): Response =>
  Response.json(toBody(problem), { status: problem.status, headers: problem.headers });
