import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Looked, lookWith, readPostedWith } from '../../src/service/index.ts';
import { sending, serveTestLedger, type TestApi } from '../support/api.ts';
import { shippedEngine } from '../support/engine.ts';
import { withFetcher } from '../support/fetching.ts';
import { openServer, sends } from '../support/local-server.ts';
import { numberedReadout } from '../support/made-readouts.ts';
import { html, page, rss } from '../support/web-pages.ts';

const gathered = async <T>(items: AsyncIterable<T>): Promise<readonly T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};

const feed = 'https://paper.example/feed.xml';
let time = Date.parse('2026-03-02T12:00:00Z');
let looked: readonly Looked[] = [];
let looks = 0;
let number = 100;

let api: TestApi;
beforeAll(async () => {
  api = await serveTestLedger(
    {
      now: () => new Date(time),
      read: async function* (posted) {
        const name = posted.kind === 'url' ? posted.url : posted.name;
        number += 1;
        if (name.endsWith('gone')) yield { kind: 'failure', name, code: 'fetch-status', message: `${name} is gone.` };
        else yield { kind: 'readout', name, readout: numberedReadout(number) };
      },
      look: async function* (_list, isAsked) {
        looks += 1;
        for (const found of looked)
          yield found.kind === 'new' && isAsked(found.url) ? { kind: 'known', url: found.url } : found;
      },
    },
    false,
  );
});
afterAll(() => api.done());

const settledDown = async (): Promise<void> => {
  await api.served.watches?.looked();
  await api.served.adds?.idle();
};
const list = async () => {
  await settledDown();
  return (await api.json('/api/v1/watches')).items as readonly (Record<string, unknown> & { readonly id: string })[];
};
const put = (body: unknown) => api.ask('/api/v1/watches', sending('PUT', body));

test('a list is looked through as soon as it is watched, and then when it is due', async () => {
  looked = [
    { kind: 'new', url: 'https://paper.example/1' },
    { kind: 'new', url: 'https://paper.example/gone' },
    { kind: 'known', url: 'https://paper.example/0' },
  ];
  expect((await put({ url: feed, minutes: 30 })).status).toBe(200);
  const [watch] = await list();
  expect(watch).toMatchObject({
    url: feed,
    minutes: 30,
    by: 'local',
    last: { at: '2026-03-02T12:00:00.000Z', links: 3, taken: 2, failures: [] },
    next: '2026-03-02T12:30:00.000Z',
    counts: { added: 1, failed: 1, known: 0, waiting: 0 },
  });
  expect((await api.json('/api/v1/adds')).items).toMatchObject([
    { list: feed, state: 'failed' },
    { list: feed, state: 'done' },
  ]);
  time += 29 * 60_000;
  api.served.watches?.look();
  expect(await list()).toMatchObject([{ last: { at: '2026-03-02T12:00:00.000Z' } }]);
  time += 60_000;
  api.served.watches?.look();
  // What failed is not asked for again at each look.
  expect(await list()).toMatchObject([{ last: { at: '2026-03-02T12:30:00.000Z', links: 3, taken: 0 } }]);
});

test('a list that cannot be read says why, and is looked through again on demand', async () => {
  looked = [{ kind: 'failure', name: feed, code: 'fetch-network', message: 'There is no host of this name.' }];
  const [watch] = await list();
  const before = looks;
  expect((await api.ask(`/api/v1/watches/${watch?.id}/look`, { method: 'POST' })).status).toBe(202);
  expect(await list()).toMatchObject([{ last: { links: 0, failures: [{ code: 'fetch-network' }] } }]);
  expect(looks).toBe(before + 1);
});

test('how often can be changed; it stays one list, which is watched no more once it is taken away', async () => {
  await put({ url: feed, minutes: 60 });
  const [watch, ...others] = await list();
  expect([watch?.minutes, others]).toEqual([60, []]);
  expect((await api.ask(`/api/v1/watches/${watch?.id}`, { method: 'DELETE' })).status).toBe(200);
  expect(await list()).toEqual([]);
  expect((await api.ask(`/api/v1/watches/${watch?.id}`, { method: 'DELETE' })).status).toBe(404);
});

test.each([
  ['a file of the server', { url: 'file:///etc/passwd' }],
  ['no address', { url: 'paper' }],
  ['oftener than each minute', { url: feed, minutes: 0 }],
  ['less than once a week', { url: feed, minutes: 20_000 }],
])('is refused: %s', async (_what, body) => {
  expect((await put(body)).status).toBe(400);
});

test('a real feed is fetched, what is new in it is read, and addresses inside the network are refused', async () => {
  const routes: Parameters<typeof openServer>[0] = {
    '/talks': sends(page('Talks in Nordhavn', 'March 2, 2026'), html),
  };
  const { url, close } = await openServer(routes);
  const named = rss([[url('/talks'), 'Mon, 02 Mar 2026 08:00:00 GMT']]);
  routes['/feed'] = sends(named, { 'content-type': 'application/rss+xml' });
  const own = await serveTestLedger({}, false);
  const asked = async (allowHosts: readonly string[]) =>
    withFetcher({ allowHosts }, async (opened) => {
      const fetcher = async () => opened;
      const look = lookWith({ fetcher, ledger: own.ledger })(url('/feed'), () => false);
      const items = await gathered(look);
      const [first] = items;
      const read = readPostedWith({ engine: shippedEngine, fetcher });
      const made = first?.kind === 'new' ? await gathered(read({ kind: 'url', url: first.url })) : [];
      const last = made.at(-1);
      if (last?.kind === 'readout') await own.ledger.add(last.name, last.readout);
      return items;
    });
  expect(await asked([])).toMatchObject([{ kind: 'failure', code: 'fetch-refused-address' }]);
  expect(await asked(['127.0.0.1'])).toEqual([{ kind: 'new', url: url('/talks') }]);
  expect(await asked(['127.0.0.1'])).toEqual([{ kind: 'known', url: url('/talks') }]);
  await close();
  await own.done();
});
