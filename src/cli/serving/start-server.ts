import { join } from 'node:path';
import { type Served, type ServeOptions, serveLedger } from '../../api/index.ts';
import type { Engine } from '../../readout/index.ts';
import { reasonOf } from '../../text/index.ts';
import type { Terminal } from '../command.ts';
import { openEngine } from '../engine.ts';
import { version } from '../version.ts';
import { codebookInUse } from './codebook-in-use.ts';
import type { OpenedLedger } from './open-ledger.ts';
import { openReading } from './open-reading.ts';

/** Where a ledger is served, and with what. */
export interface Serving extends Pick<ServeOptions, 'host' | 'port' | 'names' | 'allowHosts' | 'web'> {
  /** The file of the audit log; else one in the ledger's folder. */
  readonly audit?: string;
  /** What reads what is handed in; else it is opened when it is first needed. */
  readonly engine?: () => Promise<Engine>;
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : reasonOf(error);

/** Serves an opened ledger, and lets other commands know where. The ledger stays open when the server is closed. Throws where the port is taken. */
export const startServer = async (
  opened: OpenedLedger,
  terminal: Terminal,
  { audit, engine = () => openEngine(null), ...where }: Serving,
): Promise<Pick<Served, 'url' | 'quietSince' | 'close'>> => {
  const reading = openReading(opened.ledger, terminal, engine);
  const server = await serveLedger({
    ...where,
    ledger: opened.ledger,
    version: version(),
    read: reading.read,
    look: reading.look,
    codebook: codebookInUse,
    audit: audit ?? (opened.isFolder ? join(opened.place, 'audit.jsonl') : null),
    report: (error) => void terminal.err.write(`readout: a request failed: ${describe(error)}\n`),
  });
  opened.serves(server.url);
  return {
    url: server.url,
    quietSince: server.quietSince,
    close: async () => {
      await server.close();
      await reading.close();
    },
  };
};
