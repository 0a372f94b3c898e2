import { afterEach, expect, test } from 'vitest';
import { openPoster } from '../../src/service/index.ts';
import { sending, serveTestLedger, type TestApi } from '../support/api.ts';
import type { Route } from '../support/local-server.ts';
import { numberedReadout } from '../support/made-readouts.ts';
import { hangsUp, openReceiver, saysNothing, signatureOf, status } from '../support/receiver.ts';

let closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing) await close();
  closing = [];
});

const opened = async (allowHosts: readonly string[], ...answers: readonly Route[]) => {
  const receiver = await openReceiver(...answers);
  const slept: number[] = [];
  const api = await serveTestLedger({
    poster: () => openPoster({ allowHosts, timeout: 300 }),
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
    },
  });
  closing.push(api.done, receiver.close);
  return { api, receiver, slept };
};

interface Logged {
  readonly id: string;
  readonly state: string;
  readonly attempts: readonly { readonly status: number | null; readonly error: string | null }[];
}

const put = async (api: TestApi, url: string, query: string | null = null) => {
  const response = await api.ask('/api/v1/webhooks/desk', sending('PUT', { url, query }));
  return { status: response.status, item: ((await response.json()) as { item: { secret: string } }).item };
};

const settled = async (api: TestApi): Promise<readonly Logged[]> => {
  let log: readonly Logged[] = [];
  await expect
    .poll(
      async () => {
        log = (await api.json('/api/v1/webhooks/desk/deliveries')).items as readonly Logged[];
        return log.length > 0 && log.every(({ state }) => state !== 'waiting');
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  return log;
};

test('what is taken in is delivered, signed and with its time', async () => {
  const { api, receiver } = await opened(['127.0.0.1'], status(204));
  const { item } = await put(api, receiver.url('/hook'));
  await api.ledger.add('new.txt', numberedReadout(4));
  expect(await settled(api)).toMatchObject([{ state: 'delivered', attempts: [{ status: 204 }] }]);
  const [delivery] = receiver.received;
  if (delivery === undefined) throw new Error('nothing came');
  const { headers, body } = delivery;
  expect(headers['webhook-signature']).toBe(signatureOf(delivery, item.secret));
  expect(Math.abs(Number(headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(60);
  expect(JSON.parse(body)).toMatchObject({
    id: headers['webhook-id'],
    type: 'entry',
    entry: { kind: 'read', seq: await api.ledger.last() },
  });
});

test('a receiver that fails is tried again, each time later, with the same id', async () => {
  const { api, receiver, slept } = await opened(
    ['127.0.0.1'],
    status(500),
    hangsUp,
    saysNothing,
    status(429),
    status(200),
  );
  const { item } = await put(api, receiver.url('/hook'));
  await api.ledger.add('new.txt', numberedReadout(4));
  const [delivery] = await settled(api);
  expect(delivery?.state).toBe('delivered');
  expect(delivery?.attempts.map((attempt) => attempt.status)).toEqual([500, null, null, 429, 200]);
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  for (const one of receiver.received) expect(one.headers['webhook-signature']).toBe(signatureOf(one, item.secret));
  expect(slept).toHaveLength(4);
  expect(slept).toEqual([...slept].sort((a, b) => a - b));
});

test('a receiver that never takes it is given up', async () => {
  const { api, receiver } = await opened(['127.0.0.1'], status(503));
  await put(api, receiver.url('/hook'));
  await api.ledger.add('new.txt', numberedReadout(4));
  const [delivery] = await settled(api);
  expect(delivery?.state).toBe('failed');
  expect(delivery?.attempts).toHaveLength(6);
});

test.each([
  ['gone', status(410)],
  ['a redirect, which is not followed', status(302, { location: 'http://127.0.0.1:1/elsewhere' })],
])('final at the first try: %s', async (_what, answer) => {
  const { api, receiver } = await opened(['127.0.0.1'], answer);
  await put(api, receiver.url('/hook'));
  await api.ledger.add('new.txt', numberedReadout(4));
  expect((await settled(api))[0]).toMatchObject({ state: 'failed', attempts: [{ error: null }] });
  expect(receiver.received).toHaveLength(1);
});

test('addresses that are not public are never reached unless that was allowed', async () => {
  const { api, receiver } = await opened([], status(200));
  await put(api, receiver.url('/hook'));
  await api.ask('/api/v1/webhooks/desk/test', { method: 'POST' });
  const [delivery] = await settled(api);
  expect(delivery?.state).toBe('failed');
  expect(delivery?.attempts[0]?.error).toContain('an address of this machine itself');
  expect(receiver.received).toEqual([]);
});

test('a webhook with a saved query hears of what matches only', async () => {
  const { api, receiver } = await opened(['127.0.0.1'], status(200));
  expect((await put(api, receiver.url('/hook'), 'rounds')).status).toBe(400);
  const value = { title: 'Item 5', kind: 'statements', filter: { text: '"item 5"' } };
  await api.ask('/api/v1/settings/query', sending('PUT', { key: 'rounds', value }));
  await put(api, receiver.url('/hook'), 'rounds');
  await api.ledger.add('four.txt', numberedReadout(4));
  await api.ledger.add('five.txt', numberedReadout(5));
  await settled(api);
  await api.served.hooks.looked();
  expect(receiver.received).toHaveLength(1);
  const { items } = JSON.parse(receiver.received[0]?.body ?? '{}');
  expect(items).toHaveLength(1);
  expect(items[0].record.content[0].text).toContain('item 5');
});

test('its secret is given when it is made and not again; taken away, it hears nothing', async () => {
  const { api, receiver } = await opened(['127.0.0.1'], status(200));
  const { item } = await put(api, receiver.url('/hook'));
  expect(item.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(JSON.stringify(await api.json('/api/v1/webhooks'))).not.toContain(item.secret);
  expect((await put(api, receiver.url('/hook'))).item.secret).toBe(item.secret);
  expect((await api.ask('/api/v1/webhooks/desk', { method: 'DELETE' })).status).toBe(200);
  await api.ledger.add('new.txt', numberedReadout(4));
  await api.served.hooks.looked();
  expect(receiver.received).toEqual([]);
});
