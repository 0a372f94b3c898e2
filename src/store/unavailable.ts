import { ReadoutError, reasonOf } from '../text/index.ts';

/**
 * What of the machine failed, and what to do: by code (SQLSTATE or the system's), or by words where there is no code. Busy is a database
 * that cancels a statement after its time, that waited too long for a lock, or that has no connection left.
 */
const faults: readonly (readonly [string, RegExp, string, string])[] = [
  ['room', /^(?:53100|ENOSPC|EDQUOT|EFBIG)$/, 'the disk has no room left', 'Make room, then start again.'],
  [
    'busy',
    /^(?:57014|55P03|40P01|40001|25P0[34]|53300)$|timeout exceeded when trying to connect/,
    'the database is busy and answered too late',
    'Ask again in a moment.',
  ],
  [
    'connection',
    /^(?:08\w{3}|57P0[1-5]|ECONN(?:REFUSED|RESET|ABORTED)|EPIPE|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH)$|^Connection terminated|connection error and is not queryable/,
    'the database does not answer',
    'Check that its server runs and can be reached, then ask again.',
  ],
  ['right', /^(?:25006|EACCES|EPERM|EROFS)$/, 'it may be read only', 'Give yourself the right to write there.'],
  [
    'failure',
    /^(?:58\w{3}|EIO|XX00[12])$|^the thread of the database has ended/,
    'the database failed',
    'Start again; if it fails again, readout doctor says what is wrong.',
  ],
];

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : reasonOf(error);

/**
 * An error that the machine is to blame for (no room, no connection, no right) as one that says so, with the place and what to do.
 * Any other error is given back as it is. `data.fault`: room, busy, connection, right, or failure;
 * `otherwise` is what it is where the error does not say.
 */
export const unavailable = (place: string, error: unknown, otherwise: string | null = null): unknown => {
  if (error instanceof ReadoutError) return error;
  const code = codeOf(error);
  const fault = faults.find(([, pattern]) => pattern.test(code)) ?? faults.find(([name]) => name === otherwise);
  if (fault === undefined) return error;
  const [name, , what, advice] = fault;
  return new ReadoutError(
    'ledger-unavailable',
    `${place}: ${what} (${reasonOf(error)}). What was acknowledged is safe. ${advice}`,
    { place, fault: name },
    { cause: error },
  );
};
