import { once } from 'node:events';
import type { WebFiles } from '../../src/api/index.ts';
import type { Terminal } from '../../src/cli/index.ts';
import { stopOnSignals } from '../../src/cli/ledger/stop.ts';
import type { OpenedLedger } from '../../src/cli/serving/open-ledger.ts';
import { type Serving, startServer } from '../../src/cli/serving/start-server.ts';
import type { Engine } from '../../src/readout/index.ts';
import { openBrowser } from './open-browser.ts';
import type { StartOptions } from './options.ts';
import { untilQuiet } from './until-quiet.ts';

/** The port of `readout serve`, and of this where it is free. */
const PORT = 7400;

/** What is served. */
export interface Examples {
  readonly opened: OpenedLedger;
  readonly engine: Promise<Engine>;
  readonly web: WebFiles | null;
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');

const start = async ({ opened, engine, web }: Examples, terminal: Terminal): ReturnType<typeof startServer> => {
  const serving: Serving = { host: '127.0.0.1', port: PORT, web, engine: () => engine };
  try {
    return await startServer(opened, terminal, serving);
  } catch (error) {
    if (!isTaken(error)) throw error;
    return startServer(opened, terminal, { ...serving, port: 0 });
  }
};

/** Serves the examples, and opens them in the browser where a person is there. Ends at Ctrl-C, or when nobody is there any more. */
export const serveExamples = async (examples: Examples, terminal: Terminal, options: StartOptions): Promise<void> => {
  const stop = stopOnSignals();
  try {
    const server = await start(examples, terminal);
    const stays = options.stay || terminal.out.isTTY;
    const end = stays ? 'Ctrl-C ends it.' : `It ends when nobody has been connected for ${options.quiet} s.`;
    await terminal.out.write(`The situation in your browser: ${server.url}/\n${end}\n`);
    openBrowser(`${server.url}/`, { env: terminal.env, platform: process.platform, isTTY: terminal.out.isTTY });
    if (!stays) await untilQuiet(server.quietSince, options.quiet * 1000, stop.signal);
    else if (!stop.signal.aborted) await once(stop.signal, 'abort');
    await terminal.err.write('readout: ending.\n');
    await server.close();
  } finally {
    stop.release();
  }
};
