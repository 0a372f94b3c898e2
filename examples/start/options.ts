import { parseArgs } from 'node:util';

/** What `npm start` is asked for. */
export interface StartOptions {
  /** Print rows and end. */
  readonly rows: boolean;
  /** Serve until told to end, also where nobody watches. */
  readonly stay: boolean;
  /** Where nobody watches: seconds without a connection after which serving ends. */
  readonly quiet: number;
  /** The folder of the ledger; null: the examples' own. */
  readonly ledger: string | null;
}

/** What is said of them. */
export const usage = `npm start: reads seven example reports, shows one as rows, and serves all of them as an app in the browser.

  npm start              at a terminal: until Ctrl-C; elsewhere: until nobody has been connected for 60 seconds
  npm start -- --stay    until it is told to end, wherever it runs
  npm start -- --quiet SECONDS   elsewhere than at a terminal, end after so many seconds without a connection
  npm start -- --ledger FOLDER   keep the examples in another folder than examples/ledger
  npm start -- --rows    rows only: nothing is served
`;

const known = {
  rows: { type: 'boolean' },
  stay: { type: 'boolean' },
  quiet: { type: 'string' },
  ledger: { type: 'string' },
} as const;

/** Reads the words behind `npm start --`; null where they are not understood. */
export const optionsOf = (words: readonly string[]): StartOptions | null => {
  try {
    const { values } = parseArgs({ args: [...words], options: known });
    const { rows = false, stay = false, quiet = '60', ledger = null } = values;
    return /^\d{1,6}$/.test(quiet) ? { rows, stay, quiet: Number(quiet), ledger } : null;
  } catch {
    return null;
  }
};
