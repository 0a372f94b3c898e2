import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeToken } from '../../src/api/index.ts';
import type { Ledger, Posted, ReadPostedItem } from '../../src/service/index.ts';
import { readPostedWith } from '../../src/service/index.ts';
import { sending, serveTestLedger, type TestApi } from '../support/api.ts';
import { shippedEngine } from '../support/engine.ts';
import { numberedReadout } from '../support/made-readouts.ts';
import { madeZip } from '../support/made-zip.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const talks = `Norland recalls its envoy

Norland recalled its ambassador from Sudmark on 4 March 2026, the foreign ministry said.`;

let api: TestApi;
beforeAll(async () => {
  const fetcher = async () => {
    throw new Error('no network here');
  };
  // The ledger that is looked into is known once it is served.
  const ledger = { knows: (...asked: Parameters<Ledger['knows']>) => api.ledger.knows(...asked) };
  api = await serveTestLedger({ read: readPostedWith({ engine: shippedEngine, fetcher, ledger }) }, false);
});
afterAll(() => api.done());

const send = (name: string, body: string | Uint8Array<ArrayBuffer> | ReadableStream): Promise<Response> =>
  api.ask(`/api/v1/adds/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/octet-stream' },
    duplex: 'half',
  } as RequestInit);

type Item = Record<string, unknown> & { readonly id: string };
const itemOf = async (response: Response): Promise<Item> => ((await response.json()) as { readonly item: Item }).item;

/** What came of something that was handed in. */
const ended = async (response: Response): Promise<Item> => {
  expect(response.status).toBe(202);
  const { id } = await itemOf(response);
  await api.served.adds?.idle();
  return itemOf(await api.ask(`/api/v1/adds/${id}`));
};

test('a file of any format is read by what is in it, under the name that it was sent with', async () => {
  const zip = madeZip([
    { path: 'wire/a.txt', bytes: bytes(talks) },
    { path: 'wire/b.html', bytes: bytes('<html><body></body></html>') },
  ]);
  const item = await ended(await send('wires/march.zip', new Uint8Array(zip)));
  expect(item).toMatchObject({
    kind: 'file',
    name: 'wires/march.zip',
    state: 'done',
    counts: { added: 1, again: 0, known: 0, failed: 1 },
    reports: [{ name: 'wires/march.zip!/wire/a.txt', outcome: 'added' }],
    failures: [{ name: 'wires/march.zip!/wire/b.html' }],
  });
  expect(JSON.stringify(item)).not.toContain(tmpdir());
});

test('what is there already is told, and is not read again', async () => {
  const item = await ended(await send('again.txt', bytes(talks)));
  expect(item).toMatchObject({ state: 'done', counts: { added: 0, known: 1 }, reports: [{ outcome: 'known' }] });
  const [report] = (await api.ledger.reports({})).items;
  expect(item.reports).toMatchObject([{ id: report?.id }]);
});

test('a file that is no report says why, in words, and leaves nothing on the disk', async () => {
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('readout-adds-'));
  const item = await ended(
    await send('picture.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0])),
  );
  expect(item).toMatchObject({ state: 'failed', counts: { failed: 1 } });
  const [failure] = item.failures as readonly { readonly message: string }[];
  expect(failure?.message).toContain('picture.png');
  const left = before.flatMap((name) => readdirSync(`${tmpdir()}/${name}`).map((file) => `${name}/${file}`));
  expect(left).toEqual([]);
});

test.each([
  ['an empty file', () => send('empty.txt', ''), 400, 'empty-input'],
  ['a file without a name', () => send('', bytes(talks)), 400, 'bad-request'],
])('%s is refused', async (_what, sent, status, code) => {
  const response = await sent();
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ ok: false, error: { code } });
});

test('a file that is too large is refused as it comes', async () => {
  const chunk = new Uint8Array(10_000_000);
  let sent = 0;
  const body = new ReadableStream({
    pull: (controller) => {
      sent += 1;
      if (sent > 30) controller.close();
      else controller.enqueue(chunk);
    },
  });
  const response = await send('large.warc', body).catch(() => null);
  // The server hangs up on what it will not read: a client may see the answer, or only that.
  if (response !== null) expect(response.status).toBe(413);
  expect(sent).toBeLessThan(31);
  expect(api.faults).toEqual([]);
  expect((await api.json('/api/v1/adds')).items).not.toContainEqual(expect.objectContaining({ name: 'large.warc' }));
});

test('what a pasted text does not say of itself can be said beside it', async () => {
  const text = 'Sudmark opened its border crossing at Grenzberg on Tuesday, officials in Sudstad said.';
  const said = { title: 'Crossing opened', publisher: 'Border Courier', byline: 'Ada Berg', published: '2026-03-03' };
  const url = 'https://paper.example/crossing';
  const item = await ended(await api.ask('/api/v1/adds', sending('POST', { text, name: 'pasted', url, ...said })));
  const [{ id = '' } = {}] = item.reports as readonly { readonly id: string }[];
  const report = await api.ledger.report(id);
  expect(report).toMatchObject({ title: 'Crossing opened', publisher: 'Border Courier', published: '2026-03-03', url });
  expect(report?.readout.document.byline).toEqual(['Ada Berg']);
  expect(report?.readout.text).toContain(text);
});

test('a day that is none is refused before anything is read', async () => {
  const response = await api.ask('/api/v1/adds', sending('POST', { text: 'Words.', published: 'Tuesday' }));
  expect(response.status).toBe(400);
});

test('files that arrive together are each what they are', async () => {
  const words: string[] = [];
  const read = async function* (posted: Posted): AsyncGenerator<ReadPostedItem> {
    if (posted.kind === 'file') words.push(`${posted.name} ${readFileSync(posted.path, 'utf8')}`);
    yield { kind: 'failure', name: 'a', code: 'b', message: 'c' };
  };
  const own = await serveTestLedger({ read }, false);
  const names = ['1', '2', '3', '4', '5', '6'];
  const sent = names.map((name) =>
    own.ask(`/api/v1/adds/files?name=${name}`, { method: 'POST', body: `words ${name}` }),
  );
  await Promise.all(sent);
  await own.served.adds?.idle();
  expect(words.sort()).toEqual(names.map((name) => `${name} words ${name}`));
  await own.done();
});

test('what waits and what is being read can be given up; what was added stays', async () => {
  let go: () => void = () => undefined;
  const gate = new Promise<void>((done) => {
    go = done;
  });
  const read = async function* (posted: Posted): AsyncGenerator<ReadPostedItem> {
    const name = posted.kind === 'url' ? posted.url : posted.name;
    yield { kind: 'readout', name, readout: numberedReadout(70) };
    await gate;
    yield { kind: 'readout', name, readout: numberedReadout(71) };
  };
  const own = await serveTestLedger({ read }, false);
  const post = async (name: string) => itemOf(await own.ask('/api/v1/adds', sending('POST', { text: 'Words.', name })));
  const drop = async (id: string) => itemOf(await own.ask(`/api/v1/adds/${id}`, { method: 'DELETE' }));
  const [first, second] = [await post('first'), await post('second')];
  // Not when the report is in, but when whoever adds it was told so.
  await expect
    .poll(async () => itemOf(await own.ask(`/api/v1/adds/${first.id}`)))
    .toMatchObject({ counts: { added: 1 } });
  expect(await drop(second.id)).toMatchObject({ state: 'cancelled' });
  expect(await drop(first.id)).toMatchObject({ state: 'cancelled', counts: { added: 1 } });
  go();
  await own.served.adds?.idle();
  expect((await own.ledger.reports({})).items).toHaveLength(1);
  expect((await own.json(`/api/v1/adds/${second.id}`)).item).toMatchObject({ state: 'cancelled', reports: [] });
  expect((await own.ask('/api/v1/adds/none', { method: 'DELETE' })).status).toBe(404);
  await own.done();
});

test('a server that reads nothing says so, and readers may hand nothing in', async () => {
  const own = await serveTestLedger({ host: '0.0.0.0' }, false);
  const asked = async (role: 'reader' | 'analyst', path: string, init: RequestInit = {}) => {
    const { token } = await makeToken(own.ledger, role, role, new Date());
    return own.ask(`/api/v1${path}`, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } });
  };
  const file = { method: 'POST', body: 'Words.' };
  const path = '/adds/files?name=a.txt';
  expect((await asked('reader', path, file)).status).toBe(403);
  expect((await asked('reader', '/watches', sending('PUT', { url: 'https://a.example/' }))).status).toBe(403);
  expect((await asked('analyst', path, file)).status).toBe(503);
  expect(await (await asked('reader', '/about')).json()).toMatchObject({
    item: { caller: { name: 'reader', role: 'reader', isLocal: false }, adding: null },
  });
  await own.done();
});
