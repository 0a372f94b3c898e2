import { type Fetcher, openFetcher } from '../../intake/index.ts';
import type { Engine } from '../../readout/index.ts';
import { readPostedWith } from '../../service/index.ts';
import type { Terminal } from '../command.ts';
import { version } from '../version.ts';

/** What reads what is handed in: engine and fetcher are opened when they are first needed. */
export const openReading = (terminal: Terminal, open: () => Promise<Engine>) => {
  let engine: Promise<Engine> | null = null;
  let fetcher: Promise<Fetcher> | null = null;
  return {
    read: readPostedWith({
      engine: () => {
        engine ??= open();
        return engine;
      },
      fetcher: () => {
        fetcher ??= openFetcher({
          version: version(),
          warn: (message) => void terminal.err.write(`readout: ${message}\n`),
        });
        return fetcher;
      },
    }),
    close: async () => {
      await (await fetcher)?.close();
    },
  };
};
