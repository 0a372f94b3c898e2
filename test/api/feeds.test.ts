import ical, { type VEvent } from 'node-ical';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFeed } from '../../src/intake/index.ts';
import { sending, serveTestLedger, type TestApi } from '../support/api.ts';
import { numberedReadout } from '../support/made-readouts.ts';

let api: TestApi;

const save = (key: string, value: unknown) => api.ask('/api/v1/settings/query', sending('PUT', { key, value }));

beforeAll(async () => {
  api = await serveTestLedger();
  await api.ledger.add('one.txt', numberedReadout(1));
  await save('said', { title: 'Said & <done>', kind: 'statements', filter: {} });
  await save('events', { title: 'Events', kind: 'events', filter: {} });
  await save('agenda', { title: 'Agenda', kind: 'agenda', filter: {} });
});
afterAll(() => api.done());

const feed = async (path: string, headers: Readonly<Record<string, string>> = {}) =>
  api.ask(`/api/v1/queries/${path}`, { headers });

const idsIn = (xml: string): readonly string[] => [...xml.matchAll(/<id>(.*?)<\/id>/g)].map(([, id = '']) => id);

test('an Atom feed of what was said, with ids of the records, readable by intake itself', async () => {
  const response = await feed('said/atom');
  expect(response.headers.get('content-type')).toContain('application/atom+xml');
  const xml = await response.text();
  const { items } = await api.ledger.statements({});
  expect(idsIn(xml)).toEqual([
    'urn:readout:query:said',
    ...items.map(({ id, report }) => `urn:readout:statement:${report.id}:${id}`),
  ]);
  expect(xml).not.toContain('<script>');
  const read = readFeed(xml, 'feed');
  expect(read).toMatchObject({ title: 'Said & <done>' });
  expect(xml).toContain('“&quot;We made headway on item 1,&quot;”');
});

test('ids stay when a record is corrected', async () => {
  const before = idsIn(await (await feed('said/atom')).text());
  const [item] = (await api.ledger.statements({ filter: { act: ['deny'] } })).items;
  if (item === undefined) throw new Error('no statement');
  const anchor = { kind: 'statement', document: item.report.id, record: item.id, evidence: item.record.cue } as const;
  await api.ledger.correct([
    { author: 'ann', why: null, change: { action: 'edit', anchor, change: { act: 'refuse' } } },
  ]);
  expect([...idsIn(await (await feed('said/atom')).text())].sort()).toEqual([...before].sort());
});

test.each(['said/atom', 'events/ics', 'agenda/ics'])('%s is not sent again while it holds', async (path) => {
  const response = await feed(path);
  const etag = response.headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[\w-]{32}"$/);
  const again = await feed(path, { 'if-none-match': `"other", W/${etag}` });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe('');
  expect(again.headers.get('etag')).toBe(etag);
  expect((await feed(path, { 'if-none-match': '"other"' })).status).toBe(200);
});

test('a feed changes when there is something new', async () => {
  const etag = (await feed('said/atom')).headers.get('etag');
  await api.ledger.add('two.txt', numberedReadout(2));
  expect((await feed('said/atom', { 'if-none-match': etag ?? '' })).status).toBe(200);
});

test('a calendar of events, one for each node, on its days', async () => {
  const text = await (await feed('events/ics')).text();
  const entries = Object.values(ical.sync.parseICS(text)).filter((one): one is VEvent => one?.type === 'VEVENT');
  const { items } = await api.ledger.events({});
  const dated = new Map(items.filter(({ when }) => when !== null).map(({ node, when }) => [`${node}@readout`, when]));
  expect(dated.size).toBeGreaterThan(0);
  expect(new Set(entries.map(({ uid }) => uid))).toEqual(new Set(dated.keys()));
  for (const { uid, start } of entries)
    expect(start.toISOString().slice(0, 10)).toBe(dated.get(uid)?.start.slice(0, 10));
});

test('a calendar of the agenda has only the states that were asked for', async () => {
  await save('set', { title: 'Set', kind: 'agenda', filter: { state: ['scheduled'] } });
  await save('off', { title: 'Off', kind: 'agenda', filter: { state: ['cancelled', 'postponed'] } });
  const entries = async (key: string): Promise<number> =>
    ((await (await feed(`${key}/ics`)).text()).match(/BEGIN:VEVENT/g) ?? []).length;
  expect(await entries('set')).toBeGreaterThan(0);
  expect(await entries('off')).toBe(0);
});

test('there is no feed of a query that nobody saved', async () => {
  for (const path of ['none/atom', 'none/ics']) expect((await feed(path)).status).toBe(404);
});

test.each([
  ['a name with other letters', 'Not A Name', { title: 'a', kind: 'events', filter: {} }],
  ['a filter that there is not', 'odd', { title: 'a', kind: 'events', filter: { colour: 'red' } }],
  ['a kind that there is not', 'odd', { title: 'a', kind: 'songs', filter: {} }],
])('a query is not saved: %s', async (_what, key, value) => {
  expect((await save(key, value)).status).toBe(400);
});
