import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { LocalLedger, openStore, queueReport } from '../../src/service/index.ts';
import { openQueue } from '../../src/store/index.ts';
import { doubledRows } from '../support/doubled-rows.ts';
import { numberedReadout } from '../support/made-readouts.ts';
import { hasServer, startServer } from '../support/postgres.ts';

const worker = fileURLToPath(new URL('../support/queue-worker.ts', import.meta.url));

const documentOf = (number: number) => {
  const { document, text } = numberedReadout(number);
  const { id: _, blocks, ...rest } = document;
  return { ...rest, text, blocks: blocks.map(({ kind, span: { start, end } }) => ({ kind, span: { start, end } })) };
};

const start = (url: string): ChildProcess =>
  spawn(process.execPath, [worker, url], { stdio: ['ignore', 'pipe', 'inherit'] });

const after = (child: ChildProcess, lines: number): Promise<void> =>
  new Promise((done) => {
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      if (output.split('\n').length > lines) done();
    });
    child.once('exit', () => done());
  });

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((done) => child.once('exit', () => done()));

test.skipIf(!hasServer())(
  'four workers, of whom two are killed at work, lose and double nothing',
  { timeout: 240_000 },
  async () => {
    const server = await startServer();
    const store = await openStore({ place: server.url, command: 'test', now: () => new Date() });
    const ledger = new LocalLedger(store);
    const queue = await openQueue({ url: server.url, database: store.database, warn: () => {} });
    const numbers = Array.from({ length: 60 }, (_, index) => index);
    for (const number of numbers) expect(await queueReport(queue, `made-${number}`, documentOf(number))).toBe(true);
    expect(await queueReport(queue, 'made-5', documentOf(5))).toBe(false);
    expect(await queue.waiting()).toBe(60);
    const workers = [start(server.url), start(server.url), start(server.url), start(server.url)];
    const [first, second, ...others] = workers;
    if (first === undefined || second === undefined) throw new Error('no workers');
    await Promise.all([after(first, 3), after(second, 5)]);
    first.kill('SIGKILL');
    second.kill('SIGKILL');
    while ((await queue.waiting()) > 0) await new Promise((later) => setTimeout(later, 300));
    for (const child of others) child.kill('SIGTERM');
    await Promise.all(workers.map(ended));
    const { reports, statements, events } = await ledger.totals();
    expect([reports, statements, events]).toEqual([59, 59, 59]);
    const titles = await store.database.selectFrom('documents').select('title').execute();
    expect(titles.map(({ title }) => title).sort()).toEqual(
      numbers
        .filter((number) => number !== 13)
        .map((number) => documentOf(number).title)
        .sort(),
    );
    expect(await doubledRows(ledger)).toEqual([]);
    const { items } = await ledger.nodes('actor', {});
    expect(items.map(({ name, counts }) => [name, counts.reports]).sort()).toEqual([
      ['Ada Berg', 59],
      ['Olav Rask', 59],
    ]);
    expect(await ledger.failures()).toMatchObject([
      { name: 'made-13', code: 'unreadable', message: 'nobody reads number 13' },
    ]);
    await queue.stop();
    await ledger.close();
    await server.stop();
  },
);
