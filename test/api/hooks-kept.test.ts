import { afterEach, describe, expect, test } from 'vitest';
import { type Served, serveLedger } from '../../src/api/index.ts';
import { LocalLedger, openPoster, openStore } from '../../src/service/index.ts';
import { sending } from '../support/api.ts';
import { openTestLedger } from '../support/ledger.ts';
import type { Route } from '../support/local-server.ts';
import { numberedReadout } from '../support/made-readouts.ts';
import { hasServer, startServer } from '../support/postgres.ts';
import { openReceiver, signatureOf, status } from '../support/receiver.ts';

let closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.toReversed()) await close();
  closing = [];
});

/** Waits between tries never end by themselves: what fails stays for whoever comes. */
const untilTheEnd = (_: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => (signal.aborted ? done() : signal.addEventListener('abort', () => done(), { once: true })));

const serve = async (ledger: LocalLedger, waits = true, lease = 60_000): Promise<Served> => {
  const served = await serveLedger({
    ledger,
    host: '127.0.0.1',
    port: 0,
    version: '0.0.0',
    read: null,
    audit: null,
    report: (error) => {
      throw error;
    },
    poster: () => openPoster({ allowHosts: ['127.0.0.1'], timeout: 2000 }),
    sleep: waits ? untilTheEnd : async () => undefined,
    lease,
  });
  closing.push(served.close);
  return served;
};

const received = async (...answers: readonly Route[]) => {
  const receiver = await openReceiver(...answers);
  closing.push(receiver.close);
  return receiver;
};

interface Log {
  readonly id: string;
  readonly state: string;
  readonly attempts: readonly { readonly status: number | null; readonly error: string | null }[];
}

const put = async ({ url }: Served, address: string) => {
  const response = await fetch(`${url}/api/v1/webhooks/desk`, sending('PUT', { url: address, query: null }));
  return ((await response.json()) as { readonly item: { readonly secret: string } }).item;
};

const log = async ({ url }: Served): Promise<readonly Log[]> => {
  const response = await fetch(`${url}/api/v1/webhooks/desk/deliveries`);
  return ((await response.json()) as { readonly items: readonly Log[] }).items;
};

const until = (served: Served, isSo: (found: readonly Log[]) => boolean) =>
  expect.poll(async () => isSo(await log(served)), { timeout: 30_000, interval: 100 }).toBe(true);

const isTried =
  (tries: number) =>
  ([one]: readonly Log[]): boolean =>
    one?.attempts.length === tries;

const opened = async () => {
  const { ledger, done } = await openTestLedger();
  closing.push(done);
  return ledger;
};

describe('when the server ends', () => {
  test('what waits is sent by the next one, with the same id and words and a signature that holds', async () => {
    const ledger = await opened();
    const receiver = await received(status(500), status(200));
    const first = await serve(ledger);
    const { secret } = await put(first, receiver.url('/hook'));
    await ledger.add('new', numberedReadout(4));
    await until(first, isTried(1));
    await first.close();
    expect(receiver.received).toHaveLength(1);

    const second = await serve(ledger, false);
    await until(second, ([one]) => one?.state === 'delivered');
    const [before, after] = receiver.received;
    if (before === undefined || after === undefined) throw new Error('it came once only');
    expect(after.body).toBe(before.body);
    expect(after.headers['webhook-id']).toBe(before.headers['webhook-id']);
    expect(after.headers['webhook-signature']).toBe(signatureOf(after, secret));
    expect((await log(second))[0]?.attempts.map((attempt) => attempt.status)).toEqual([500, 200]);
  });

  test('the tries before count: it is given up after six in all', async () => {
    const ledger = await opened();
    const receiver = await received(status(503));
    const first = await serve(ledger);
    await put(first, receiver.url('/hook'));
    await ledger.add('new', numberedReadout(4));
    await until(first, isTried(1));
    await first.close();
    const second = await serve(ledger, false);
    await until(second, ([one]) => one?.state === 'failed');
    expect(receiver.received).toHaveLength(6);
    await second.close();
    const third = await serve(ledger, false);
    await third.hooks.looked();
    expect(receiver.received).toHaveLength(6);
  });

  test('what was taken in while none ran is told by the next one, and what was told is not told again', async () => {
    const ledger = await opened();
    const receiver = await received(status(204));
    await ledger.add('before any webhook', numberedReadout(1));
    const first = await serve(ledger, false);
    await put(first, receiver.url('/hook'));
    await ledger.add('two', numberedReadout(2));
    await until(first, ([one]) => one?.state === 'delivered');
    await first.close();
    await ledger.add('three', numberedReadout(3));
    const second = await serve(ledger, false);
    await until(second, (found) => found.length === 2 && found.every(({ state }) => state === 'delivered'));
    const told = receiver.received.map(({ body }) => JSON.parse(body).entry.seq);
    expect(told).toEqual([3, 4]);
  });

  test('what waits for a webhook that was taken away is given up', async () => {
    const ledger = await opened();
    const receiver = await received(status(500));
    const first = await serve(ledger);
    await put(first, receiver.url('/hook'));
    await ledger.add('new', numberedReadout(4));
    await until(first, isTried(1));
    await fetch(`${first.url}/api/v1/webhooks/desk`, { method: 'DELETE' });
    await first.close();
    const second = await serve(ledger, false);
    await expect
      .poll(async () => (await second.hooks.log('desk'))[0], { timeout: 20_000 })
      .toMatchObject({ state: 'failed', attempts: [{ status: 500 }, { error: 'this webhook was taken away' }] });
    expect(receiver.received).toHaveLength(1);
  });
});

describe.skipIf(!hasServer())('two servers on one PostgreSQL', () => {
  const two = async (waits: boolean, lease?: number) => {
    const database = await startServer();
    closing.push(database.stop);
    const open = async () => {
      const ledger = new LocalLedger(await openStore({ place: database.url, command: 'test', now: () => new Date() }));
      closing.push(() => ledger.close());
      return ledger;
    };
    const [a, b] = [await open(), await open()];
    return { a, b, served: [await serve(a, waits, lease), await serve(b, waits, lease)] as const };
  };

  test('tell a webhook of each entry once, whichever took it in', async () => {
    const { a, b, served } = await two(false);
    const receiver = await received(status(200));
    await put(served[0], receiver.url('/hook'));
    const numbers = Array.from({ length: 8 }, (_, index) => index + 1);
    await Promise.all(
      numbers.map((number) => (number % 2 === 0 ? a : b).add(`made-${number}`, numberedReadout(number))),
    );
    await until(served[1], (found) => found.filter(({ state }) => state === 'delivered').length === numbers.length);
    // Both have looked at everything by now.
    await new Promise((later) => setTimeout(later, 3000));
    const ids = receiver.received.map(({ headers }) => String(headers['webhook-id']));
    expect(ids).toHaveLength(numbers.length);
    expect(new Set(ids).size).toBe(numbers.length);
    expect(await log(served[0])).toEqual(await log(served[1]));
  });

  test('what one of them leaves unsent the other takes over', async () => {
    const { a, served } = await two(true, 600);
    const receiver = await received(status(500), status(200));
    await put(served[0], receiver.url('/hook'));
    await a.add('made', numberedReadout(1));
    await until(served[1], isTried(1));
    await a.store.database
      .updateTable('deliveries')
      .set({ owner: 'died', lease: new Date(0), due: new Date(0) })
      .execute();
    await until(served[1], ([one]) => one?.state === 'delivered');
    expect(receiver.received).toHaveLength(2);
  });

  test('each streams what the other took in, and each sees the corrections of the other', async () => {
    const { a, b, served } = await two(false);
    const stream = await fetch(`${served[1].url}/api/v1/stream`);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    await a.add('made', numberedReadout(1));
    let heard = '';
    while (!heard.includes('event: entry')) heard += (await reader?.read())?.value ?? '';
    expect(heard).toContain('"seq":1');
    await reader?.cancel();

    const [statement] = (await b.statements({})).items;
    if (statement === undefined) throw new Error('it is not there');
    const { id: record, report, record: found } = statement;
    const anchor = { kind: 'statement' as const, document: report.id, record, evidence: found.cue };
    const decide = (ledger: LocalLedger, act: string) =>
      ledger.correct([{ author: 'ann', why: null, change: { action: 'edit', anchor, change: { act } } }]);
    const ids = (await Promise.all([decide(a, 'warn'), decide(b, 'deny'), decide(a, 'promise')])).flat();
    for (const ledger of [a, b]) {
      const { items } = await ledger.corrections({});
      expect(new Set(items.map(({ id }) => id))).toEqual(new Set(ids));
      expect((await ledger.statements({})).items[0]?.review).toBe('edited');
    }
    for (const id of ids) await b.undo(id, 'bob', null);
    expect((await a.statements({})).items[0]).toMatchObject({ review: 'none', record: { act: 'say' } });
  });
});
