import { readDocument } from '../../readout/index.ts';
import { ReadoutError } from '../../text/index.ts';
import { columnsOption } from '../columns.ts';
import type { Call, Command, Terminal } from '../command.ts';
import { eachInput, findInputs } from '../inputs.ts';
import { count, oneLine } from '../page/words.ts';
import { webOptions } from '../web.ts';
import { engineOf, readingOptions } from './add.ts';
import { ledgerOption, placeOf } from './open-ledger.ts';
import { type Stop, stopOnSignals } from './stop.ts';

const onlyServer = (place: string): ReadoutError =>
  new ReadoutError(
    'no-queue',
    `${oneLine(place)}: only a ledger on a PostgreSQL server has a queue for several workers. Name one (--ledger postgres://..., or DATABASE_URL), or use readout add.`,
    { place },
  );

type Opened = Awaited<ReturnType<typeof openQueue>>;

/** Opens the queue of a call's ledger, and the ledger. Throws `no-queue` where it is in a folder. */
const openQueue = async (call: Call, terminal: Terminal, command: string) => {
  const place = placeOf(call, terminal);
  const { isServer, LocalLedger, openReadQueue, openStore } = await import('../../service/index.ts');
  if (!isServer(place)) throw onlyServer(place);
  const store = await openStore({ place, command: `readout ${command}`, now: () => new Date() });
  const warn = (error: Error): void => void terminal.err.write(`readout: the queue says: ${oneLine(error.message)}\n`);
  try {
    const queue = await openReadQueue({ url: place, store, warn });
    const close = async (): Promise<void> => {
      await queue.stop();
      await store.close();
    };
    return { queue, ledger: new LocalLedger(store), close };
  } catch (error) {
    await store.close();
    throw error;
  }
};

const withQueue = async (
  call: Call,
  terminal: Terminal,
  command: string,
  use: (opened: Opened, stop: Stop) => Promise<number>,
): Promise<number> => {
  const stop = stopOnSignals();
  try {
    const opened = await openQueue(call, terminal, command);
    try {
      return await use(opened, stop);
    } finally {
      await opened.close();
    }
  } finally {
    stop.release();
  }
};

const put = (call: Call, terminal: Terminal): Promise<number> =>
  withQueue(call, terminal, 'queue', async ({ queue }) => {
    const { queueReport } = await import('../../service/index.ts');
    const inputs = await findInputs(call, terminal);
    let queued = 0;
    const code = await eachInput(inputs, terminal, async (document, name) => {
      if (await queueReport(queue, name, document)) queued += 1;
    });
    const waiting = count(await queue.waiting(), 'report');
    await terminal.err.write(
      `readout: ${count(queued, 'report')} put in the queue; ${waiting} in it. readout work reads them.\n`,
    );
    return code;
  });

/** `readout queue`: reports for workers. */
export const queueCommand: Command = {
  name: 'queue',
  operands: 'FILE|FOLDER|GLOB|URL|-...',
  summary: 'Put reports in the queue of a ledger on a PostgreSQL server, for its workers to read.',
  atLeast: 1,
  atMost: Number.POSITIVE_INFINITY,
  options: [ledgerOption, columnsOption, ...webOptions],
  details: [
    'Takes what readout add takes, and reads none of it with the network: that is done by readout work, on any number of machines.',
    'A report that waits already is not put there twice. Exit code: 0 if any report was found, 1 if none was.',
  ],
  run: put,
};

const work = (call: Call, terminal: Terminal): Promise<number> => {
  const engine = engineOf(call, terminal);
  return withQueue(call, terminal, 'work', async ({ queue, ledger }, { signal }) => {
    const { workOn } = await import('../../service/index.ts');
    const opened = await engine;
    let done = 0;
    const read = async (document: Parameters<typeof readDocument>[0]) =>
      (await readDocument(document, opened, { asOf: null })).readout;
    await workOn(queue, ledger, read, ({ name, outcome }) => {
      done += 1;
      void terminal.err.write(`readout: ${oneLine(name)}: ${outcome}\n`);
    });
    if (call.has('until-empty')) await whenEmpty(queue, signal);
    else await whenAborted(signal);
    await queue.stop();
    await terminal.err.write(`readout: ${count(done, 'report')} read.\n`);
    return 0;
  });
};

const PAUSE = 500;

const whenAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done(), { once: true });
  });

const whenEmpty = async (queue: Opened['queue'], signal: AbortSignal): Promise<void> => {
  while (!signal.aborted && (await queue.waiting()) > 0) await new Promise((later) => setTimeout(later, PAUSE));
};

/** `readout work`: a worker on a queue. */
export const workCommand: Command = {
  name: 'work',
  operands: '',
  summary: 'Read what waits in the queue of a ledger on a PostgreSQL server, one of any number of workers.',
  atLeast: 0,
  atMost: 0,
  options: [
    ledgerOption,
    { name: 'until-empty', description: 'Stop when nothing waits any more, instead of waiting for more.' },
    ...readingOptions,
  ],
  details: [
    'Runs until Ctrl-C or SIGTERM, and finishes the report that it is at. What a worker was reading when it was killed goes to another',
    'within half a minute. A report that cannot be read is kept among the failures of the ledger.',
  ],
  run: work,
};
