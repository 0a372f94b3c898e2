import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReadPostedItem } from '../../src/service/index.ts';
import { readPostedWith } from '../../src/service/index.ts';
import { sending, serveTestLedger, type TestApi } from '../support/api.ts';
import { shippedEngine } from '../support/engine.ts';
import { numberedReadout } from '../support/made-readouts.ts';

interface Heard {
  readonly id: string | null;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

const toHeard = (block: string): Heard | null => {
  const fields = new Map(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  const event = fields.get('event');
  return event === undefined
    ? null
    : { id: fields.get('id') ?? null, event, data: JSON.parse(fields.get('data') ?? '{}') };
};

/** Listens to the stream: `until` gives what was heard once there is what a test waits for. */
const listen = async (api: TestApi, query = '', headers: Readonly<Record<string, string>> = {}) => {
  const end = new AbortController();
  const response = await api.ask(`/api/v1/stream${query}`, { headers, signal: end.signal });
  const heard: Heard[] = [];
  const run = async (): Promise<void> => {
    let rest = '';
    for await (const chunk of response.body ?? []) {
      rest += new TextDecoder().decode(chunk);
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      heard.push(...blocks.map(toHeard).filter((one) => one !== null));
    }
  };
  const running = run().catch(() => undefined);
  return {
    response,
    until: async (count: number): Promise<readonly Heard[]> => {
      await expect.poll(() => heard.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(count);
      return heard;
    },
    stop: async () => {
      end.abort();
      await running;
    },
  };
};

let api: TestApi;
let items: readonly ReadPostedItem[] = [];

beforeAll(async () => {
  api = await serveTestLedger({
    read: async function* () {
      yield* items;
    },
  });
});
afterAll(() => api.done());

const fail = (name: string) => api.ledger.fail(name, 'x', 'y');

test('what is taken in is told as it comes, with its number as id', async () => {
  const stream = await listen(api);
  expect(stream.response.headers.get('content-type')).toBe('text/event-stream');
  await fail('one');
  await api.ledger.add('two.txt', numberedReadout(2));
  const [first, second] = await stream.until(2);
  const last = await api.ledger.last();
  expect(first).toMatchObject({
    id: String(last - 1),
    event: 'entry',
    data: { seq: last - 1, kind: 'fail', document: null },
  });
  expect(second?.data.document).toMatch(/^[0-9a-f]{64}$/);
  await stream.stop();
});

test('whoever comes back hears what he missed, once and in order', async () => {
  const before = await api.ledger.last();
  for (const name of ['a', 'b', 'c']) await fail(name);
  const again = await listen(api, '', { 'last-event-id': String(before + 1) });
  await again.until(2);
  await fail('d');
  const ids = (await again.until(3)).map(({ id }) => Number(id));
  expect(ids).toEqual([before + 2, before + 3, before + 4]);
  const byParameter = await listen(api, `?after=${before}`);
  expect((await byParameter.until(4))[0]?.id).toBe(String(before + 1));
  await again.stop();
  await byParameter.stop();
});

test('an id that was never given out is refused', async () => {
  const response = await api.ask('/api/v1/stream', { headers: { 'last-event-id': 'x' } });
  expect(response.status).toBe(400);
});

test('what is handed in is read and added, and each step is told', async () => {
  items = [
    { kind: 'progress', name: 'posted', done: 1, total: 2 },
    { kind: 'readout', name: 'posted', readout: numberedReadout(30) },
    { kind: 'failure', name: 'posted#2', code: 'empty-input', message: 'posted#2 is empty.' },
  ];
  const stream = await listen(api);
  const response = await api.ask('/api/v1/adds', sending('POST', { text: 'Anything.' }));
  expect(response.status).toBe(202);
  const { item } = (await response.json()) as { readonly item: { readonly id: string; readonly state: string } };
  expect(item.state).toBe('waiting');
  await api.served.adds?.idle();
  expect((await api.json(`/api/v1/adds/${item.id}`)).item).toMatchObject({
    state: 'done',
    reports: [{ name: 'posted', outcome: 'added' }],
    failures: [{ name: 'posted#2', code: 'empty-input' }],
  });
  expect((await api.ledger.failures()).map(({ name }) => name)).toContain('posted#2');
  const steps = (await stream.until(3)).filter(({ event }) => event === 'progress');
  expect(steps.at(-1)?.data).toMatchObject({ id: item.id });
  await stream.stop();
  const late = await listen(api, `?add=${item.id}`);
  expect((await late.until(1))[0]?.data).toMatchObject({ id: item.id, state: 'done' });
  await late.stop();
});

test('words are read with the engine that ships; an address inside the network is refused', async () => {
  const read = readPostedWith({
    engine: shippedEngine,
    fetcher: async () => (await import('../../src/intake/index.ts')).openFetcher({}),
  });
  const own = await serveTestLedger({ read });
  const text =
    'Norland recalls its envoy\n\nNorland recalled its ambassador from Sudmark on 4 March 2026, the foreign ministry said.';
  await own.ask('/api/v1/adds', sending('POST', { text, url: 'https://paper.example/envoy' }));
  await own.ask('/api/v1/adds', sending('POST', { url: 'http://127.0.0.1:8080/secret' }));
  await own.served.adds?.idle();
  const [refused, added] = (await own.json('/api/v1/adds')).items as readonly Record<string, unknown>[];
  expect(added).toMatchObject({ state: 'done', failures: [], reports: [{ outcome: 'added' }] });
  expect(refused).toMatchObject({ state: 'failed', failures: [{ code: 'fetch-refused-address' }] });
  const { items: statements } = await own.ledger.statements({ filter: { text: 'ambassador' } });
  expect(statements[0]?.report.url).toBe('https://paper.example/envoy');
  await own.done();
});

test('asked for by HEAD it has headers and is over', async () => {
  for (let count = 0; count < 250; count += 1) {
    const response = await api.ask('/api/v1/stream', { method: 'HEAD' });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  }
});

test('listeners who go away leave their place to others', async () => {
  for (let round = 0; round < 5; round += 1) {
    const streams = await Promise.all(Array.from({ length: 50 }, () => listen(api)));
    expect(streams.map(({ response }) => response.status)).toEqual(streams.map(() => 200));
    await Promise.all(streams.map(({ stop }) => stop()));
  }
});

test('streams end when the server does', async () => {
  const own = await serveTestLedger();
  const stream = await listen(own);
  await own.served.close();
  await stream.stop();
  await own.ledger.close();
});
