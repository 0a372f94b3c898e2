import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { run } from '../../src/cli/index.ts';
import { type Readout, readoutSchema } from '../../src/readout/index.ts';
import { type LocalServer, openServer, type Route } from './local-server.ts';
import { type TestTerminalOptions, testTerminal } from './terminal.ts';

/** What a command said, and how it ended. */
interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Commands against servers of this machine, with a folder and a cache of their own for each test of the file that calls this. */
export const webCommands = () => {
  let own = '';
  const open: LocalServer[] = [];
  beforeEach(() => {
    own = mkdtempSync(join(tmpdir(), 'readout-fetch-'));
  });
  afterEach(async () => {
    for (const server of open.splice(0)) await server.close();
    rmSync(own, { recursive: true });
  });
  const serve = async (routes: Record<string, Route>): Promise<LocalServer> => {
    const server = await openServer(routes);
    open.push(server);
    return server;
  };
  const called = async (words: readonly string[], options: TestTerminalOptions = {}): Promise<Called> => {
    const terminal = testTerminal({ env: { XDG_CACHE_HOME: join(own, 'cache') }, ...options });
    const code = await run([...words, '--allow-host', '127.0.0.1', '--pause', '0'], terminal);
    return { code, out: terminal.written(), err: terminal.complained() };
  };
  return { inFolder: (...parts: readonly string[]): string => join(own, ...parts), serve, called };
};

/** The readouts of JSON lines, checked by their schema. */
export const readouts = (jsonl: string): Readout[] =>
  jsonl.split('\n').flatMap((line) => (line === '' ? [] : [readoutSchema.parse(JSON.parse(line))]));
