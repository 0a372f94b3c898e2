import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LocalLedger, openStore, reportId } from '../../src/service/index.ts';
import { openTestLedger } from '../support/ledger.ts';
import { numberedReadout } from '../support/made-readouts.ts';
import { hasServer, startServer, type TestServer } from '../support/postgres.ts';

const writer = fileURLToPath(new URL('../support/ledger-writer.ts', import.meta.url));

describe.skipIf(!hasServer())('a ledger on a PostgreSQL server', () => {
  let server: TestServer;
  const opened: LocalLedger[] = [];
  const open = async (): Promise<LocalLedger> => {
    const ledger = new LocalLedger(await openStore({ place: server.url, command: 'test', now: () => new Date() }));
    opened.push(ledger);
    return ledger;
  };
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(async () => {
    for (const ledger of opened) await ledger.close();
    await server.stop();
  });

  test('takes reports and corrections in as an embedded one does', async () => {
    const ledger = await open();
    const { ledger: embedded, done } = await openTestLedger();
    for (const one of [ledger, embedded])
      for (const number of [1, 2, 3]) await one.add(`made-${number}`, numberedReadout(number));
    const readout = numberedReadout(2);
    const [statement] = readout.statements;
    if (statement === undefined) throw new Error('made without a statement');
    const anchor = {
      kind: 'statement' as const,
      document: reportId(readout),
      record: statement.id,
      evidence: statement.cue,
    };
    for (const one of [ledger, embedded])
      await one.correct([{ author: 'ann', why: null, change: { action: 'edit', anchor, change: { act: 'warn' } } }]);
    for (const filter of [
      {},
      { text: 'headway' },
      { act: ['warn'] },
      { from: '2026-01-03' },
      { text: '"item 3" or envoy' },
    ])
      expect((await ledger.statements({ filter })).items).toEqual((await embedded.statements({ filter })).items);
    const [actor] = (await ledger.nodes('actor', { filter: { name: 'Berg' } })).items;
    if (actor !== undefined) {
      const query = { filter: { actor: [actor.id] } };
      expect((await ledger.events(query)).items).toEqual((await embedded.events(query)).items);
      expect(await ledger.counts('event', 'week', query)).toEqual(await embedded.counts('event', 'week', query));
    }
    const { last: _, ...totals } = await ledger.totals();
    const { last: __, ...others } = await embedded.totals();
    expect(totals).toEqual(others);
    await done();
  });

  test('a ledger moves from a folder to a server, entry by entry', async () => {
    const { ledger: embedded, done } = await openTestLedger();
    for (const number of [1, 2]) await embedded.add(`made-${number}`, numberedReadout(number));
    await embedded.set('query', 'talks', { text: 'talks' });
    const target = await startServer();
    const moved = new LocalLedger(await openStore({ place: target.url, command: 'test', now: () => new Date() }));
    expect(await moved.restore(embedded.entries(0), () => {})).toBe(3);
    expect(await moved.totals()).toEqual(await embedded.totals());
    expect((await moved.statements({})).items).toEqual((await embedded.statements({})).items);
    expect(await moved.setting('query')).toEqual(await embedded.setting('query'));
    await moved.add('made-3', numberedReadout(3));
    expect((await moved.totals()).reports).toBe(3);
    await moved.close();
    await target.stop();
    await done();
  });

  test('four at once lose and double nothing, and number their entries without a gap', async () => {
    const ledgers = await Promise.all([open(), open(), open(), open()]);
    await Promise.all(
      ledgers.map(async (ledger, worker) => {
        for (let number = 0; number < 25; number += 1)
          await ledger.add('x', numberedReadout(100 + number * 2 + (worker % 2)));
      }),
    );
    const [ledger] = ledgers;
    const { reports, statements } = (await ledger?.totals()) ?? { reports: 0, statements: 0 };
    expect([reports, statements]).toEqual([53, 53]);
    const seqs: number[] = [];
    for await (const entry of ledger?.entries(0) ?? []) seqs.push(entry.seq);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  });

  test('processes that are killed lose nothing that was acknowledged', { timeout: 180_000 }, async () => {
    const acknowledged: string[] = [];
    const run = async (first: number): Promise<void> => {
      const child = spawn(process.execPath, [writer, server.url, String(first)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let output = '';
      child.stdout.on('data', (chunk) => {
        output += chunk;
        if (output.split('\n').length > 6) child.kill('SIGKILL');
      });
      await new Promise((ended) => child.once('exit', ended));
      acknowledged.push(
        ...output
          .split('\n')
          .slice(0, -1)
          .filter((line) => line.startsWith('report '))
          .map((line) => line.slice(7)),
      );
    };
    await Promise.all([run(10_000), run(20_000), run(30_000), run(40_000)]);
    const ledger = await open();
    const rows = await ledger.store.database.selectFrom('documents').select('id').execute();
    const known = new Set(rows.map(({ id }) => id));
    expect(acknowledged.length).toBeGreaterThanOrEqual(8);
    expect(acknowledged.filter((id) => !known.has(id))).toEqual([]);
    expect(known.size).toBe(rows.length);
  });

  test('a server that is not there, or does not let one in, is told without the password', async () => {
    const place = 'postgres://readout:secret@127.0.0.1:1/none';
    const opening = openStore({ place, command: 'test', now: () => new Date() });
    await expect(opening).rejects.toMatchObject({ code: 'ledger-unreachable' });
    await expect(opening).rejects.toThrow(/^(?!.*secret).*DATABASE_URL/s);
  });
});
