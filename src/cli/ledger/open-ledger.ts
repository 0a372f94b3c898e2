import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from '../../service/index.ts';
import { ReadoutError } from '../../text/index.ts';
import type { Call, Option, Terminal } from '../command.ts';
import { oneLine } from '../page/words.ts';
import { connect } from './connect.ts';
import { type Stop, stopOnSignals } from './stop.ts';

/** Says which ledger a command is about. */
export const ledgerOption: Option = {
  name: 'ledger',
  value: 'DIR|postgres://...',
  description:
    'The ledger: a folder, or a PostgreSQL server. Default: $READOUT_LEDGER, else $DATABASE_URL, else ledger.',
};

/** Where the ledger of a call is. */
export const placeOf = (call: Call, { env }: Terminal): string =>
  [call.value('ledger'), env.READOUT_LEDGER, env.DATABASE_URL].find((place) => (place ?? '') !== '') ?? 'ledger';

/** The ledger of a call, and how it is opened. */
export interface Opening {
  readonly call: Call;
  readonly terminal: Terminal;
  /** The command, for messages to others. */
  readonly command: string;
  /** Whether the ledger is made where there is none. */
  readonly makes?: boolean;
}

/** Says that there is no ledger, and how one is made. */
export const missingLedger = (place: string): ReadoutError =>
  new ReadoutError(
    'no-ledger',
    `${oneLine(place)}: there is no ledger here. "readout add FILE..." makes one; --ledger DIR (or READOUT_LEDGER) names another.`,
    { place },
  );

/** Whether a ledger is in a folder. */
export const isLedger = (folder: string): boolean => existsSync(join(folder, 'journal'));

/** The address at which the owner of a ledger serves it, where an error tells that. */
export const served = (error: unknown): string | null => {
  if (!(error instanceof ReadoutError) || error.code !== 'ledger-in-use') return null;
  const { owner } = error.data;
  if (typeof owner !== 'object' || owner === null || !('url' in owner)) return null;
  return typeof owner.url === 'string' ? owner.url : null;
};

/**
 * Opens the ledger of a call: its store, or where a server has it open, that server's API. It must be closed.
 * Throws `no-ledger`, `ledger-in-use`, and what opening a store throws.
 */
export const openLedger = async ({ call, terminal, command, makes = false }: Opening): Promise<Ledger> => {
  const place = placeOf(call, terminal);
  // Commands that open no ledger do without what it takes to open one.
  const { isServer, LocalLedger, openStore } = await import('../../service/index.ts');
  if (!makes && !isServer(place) && !isLedger(place)) throw missingLedger(place);
  const tell = (message: string): void => void terminal.err.write(`readout: ${oneLine(message)}\n`);
  try {
    return new LocalLedger(await openStore({ place, command: `readout ${command}`, now: () => new Date(), tell }));
  } catch (error) {
    const url = served(error);
    if (url === null) throw error;
    return connect(url, terminal.env.READOUT_TOKEN ?? null);
  }
};

/** Opens the ledger of a call, uses it, and closes it whatever happens: also where Ctrl-C ends the use. Returns the exit code. */
export const withLedger = async (
  opening: Opening,
  use: (ledger: Ledger, stop: Stop) => Promise<number>,
): Promise<number> => {
  const stop = stopOnSignals();
  try {
    const ledger = await openLedger(opening);
    try {
      const code = await use(ledger, stop);
      return stop.code() ?? code;
    } finally {
      await ledger.close();
    }
  } finally {
    stop.release();
  }
};
