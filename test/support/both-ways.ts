import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Served, serveLedger } from '../../src/api/index.ts';
import { run } from '../../src/cli/index.ts';
import { LocalLedger, openStore } from '../../src/service/index.ts';
import { emptyLedgerFolder } from './ledger.ts';
import { type TestTerminalOptions, testTerminal } from './terminal.ts';

/** A ledger that a server in this process has open. */
export interface ServedLedger {
  readonly place: string;
  readonly server: Served;
  readonly ledger: LocalLedger;
}

/** Opens the ledger of a folder or on a server. */
export const openAt = async (place: string): Promise<LocalLedger> =>
  new LocalLedger(await openStore({ place, command: 'readout serve', now: () => new Date(), boot: 'test' }));

/** What a command prints and how it ends on a ledger; the ledger's place is written as LEDGER. */
export const runOn = async (place: string, words: readonly string[], options: TestTerminalOptions = {}) => {
  const terminal = testTerminal(options);
  const code = await run([...words, '--ledger', place], terminal);
  return { code, out: terminal.written(), err: terminal.complained().replaceAll(place, 'LEDGER') };
};

/** Ledgers of the tests of a file, in folders and behind servers, and what closes them all. */
export const bothWays = () => {
  const folders: string[] = [];
  const open: ServedLedger[] = [];
  const newFolder = async (): Promise<string> => {
    const folder = await emptyLedgerFolder();
    folders.push(folder);
    return folder;
  };
  /** Serves the ledger of a place from this process. */
  const serve = async (place: string): Promise<ServedLedger> => {
    const ledger = await openAt(place);
    const server = await serveLedger({
      ledger,
      host: '127.0.0.1',
      port: 0,
      version: '0',
      read: null,
      audit: null,
      report: (error) => {
        throw error;
      },
    });
    if ('serves' in ledger.store) (ledger.store as { serves: (url: string) => void }).serves(server.url);
    const served = { place, server, ledger };
    open.push(served);
    return served;
  };
  return {
    newFolder,
    serve,
    /** Serves a copy of a folder's ledger, which nobody has open. */
    serveCopy: async (folder: string): Promise<ServedLedger> => {
      const copy = join(await newFolder(), 'copy');
      cpSync(folder, copy, { recursive: true });
      return serve(copy);
    },
    done: async (): Promise<void> => {
      for (const { server, ledger } of open) {
        await server.close();
        await ledger.close();
      }
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
};
