import { once } from 'node:events';
import { askForToken, isLoopback, makeToken, type Role, roles } from '../../api/index.ts';
import { type Call, type Terminal, UsageError } from '../command.ts';
import { served } from '../ledger/open-ledger.ts';
import { type Stop, stopOnSignals } from '../ledger/stop.ts';
import { type OpenedLedger, openToServe } from './open-ledger.ts';
import { startServer } from './start-server.ts';
import { openWebFiles } from './web-files.ts';

const portOf = (call: Call): number => {
  const word = call.value('port') ?? '';
  const port = Number(word);
  if (/^\d{1,5}$/.test(word) && port <= 65_535) return port;
  throw new UsageError(`--port is a number from 0 to 65535, not "${word}".`, 'serve');
};

const listOf = (call: Call, name: string): readonly string[] =>
  (call.value(name) ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** Opens the ledger and makes a token; where a server has it open, asks that for one. */
const newToken = async (call: Call, terminal: Terminal, role: Role, name: string): Promise<string> => {
  try {
    const { ledger } = await openToServe(call, terminal);
    try {
      return (await makeToken(ledger, role, name, new Date())).token;
    } finally {
      await ledger.close();
    }
  } catch (error) {
    const url = served(error);
    if (url === null) throw error;
    return askForToken(url, terminal.env.READOUT_TOKEN ?? null, role, name);
  }
};

const giveToken = async (call: Call, terminal: Terminal, role: Role): Promise<number> => {
  await terminal.out.write(`${await newToken(call, terminal, role, call.value('token-name') ?? 'token')}\n`);
  await terminal.err.write(`readout: a token for the role ${role}. It is shown this once.\n`);
  return 0;
};

const serve = async (opened: OpenedLedger, call: Call, terminal: Terminal, { signal }: Stop): Promise<number> => {
  const host = call.value('host') ?? '127.0.0.1';
  const audit = call.value('audit');
  const server = await startServer(opened, terminal, {
    host,
    port: portOf(call),
    names: listOf(call, 'name'),
    allowHosts: listOf(call, 'allow-host'),
    web: await openWebFiles((message) => terminal.err.write(`readout: ${message}\n`)),
    ...(audit === null ? {} : { audit }),
  });
  const who = isLoopback(host) ? 'For programs of this machine; no token is needed.' : 'Every request needs a token.';
  await terminal.out.write(`${server.url}\n`);
  await terminal.err.write(`readout: serving ${opened.place}. ${who} Ctrl-C ends it.\n`);
  if (!signal.aborted) await once(signal, 'abort');
  await terminal.err.write('readout: ending.\n');
  await server.close();
  return 0;
};

/** Opens the ledger of a call and serves it until it is told to end; with `--new-token` makes a token instead. */
export const runServe = async (call: Call, terminal: Terminal): Promise<number> => {
  portOf(call);
  const role = roles.find((one) => one === call.value('new-token'));
  if (role !== undefined) return giveToken(call, terminal, role);
  const stop = stopOnSignals();
  try {
    const opened = await openToServe(call, terminal);
    try {
      return await serve(opened, call, terminal, stop);
    } finally {
      await opened.ledger.close();
    }
  } finally {
    stop.release();
  }
};
