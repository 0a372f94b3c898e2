import { type Fetcher, openFetcher } from '../../intake/index.ts';
import type { Engine } from '../../readout/index.ts';
import { type Ledger, type LookForNew, lookWith, type ReadPosted, readPostedWith } from '../../service/index.ts';
import type { Terminal } from '../command.ts';
import { version } from '../version.ts';

/** What reads what is handed in, and what looks through lists that are watched. */
export interface OpenedReading {
  readonly read: ReadPosted;
  readonly look: LookForNew;
  readonly close: () => Promise<void>;
}

/** Opens engine and fetcher when they are first needed. The fetcher reaches public addresses only (docs/decisions/0012). */
export const openReading = (ledger: Ledger, terminal: Terminal, open: () => Promise<Engine>): OpenedReading => {
  let opening: Promise<Engine> | null = null;
  let fetching: Promise<Fetcher> | null = null;
  const engine = (): Promise<Engine> => {
    opening ??= open();
    return opening;
  };
  const fetcher = (): Promise<Fetcher> => {
    fetching ??= openFetcher({
      version: version(),
      warn: (message) => void terminal.err.write(`readout: ${message}\n`),
    });
    return fetching;
  };
  return {
    read: readPostedWith({ engine, fetcher, ledger }),
    look: lookWith({ fetcher, ledger }),
    close: async () => {
      await (await fetching)?.close();
    },
  };
};
