import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActorLane, Filter, Network, PlaceCounts } from '../../src/service/index.ts';
import { serveTestLedger, type TestApi } from '../support/api.ts';
import { worldReadouts } from '../support/made-world.ts';

let api: TestApi;
beforeAll(async () => {
  api = await serveTestLedger({}, false);
  for (const [index, readout] of worldReadouts.entries()) await api.ledger.add(`${index}.txt`, readout);
});
afterAll(() => api.done());

const items = async <T>(path: string): Promise<readonly T[]> => (await api.json(`/api/v1${path}`)).items as T[];
const item = async <T>(path: string): Promise<T> => (await api.json(`/api/v1${path}`)).item as T;
const idOf = async (name: string): Promise<string> =>
  (await api.ledger.nodes('actor', { filter: { name } })).items.find((actor) => actor.name === name)?.id ?? '';

test('places come with how exactly they are known, and with all that is not listed', async () => {
  const { places, countries, placed, unplaced } = await item<PlaceCounts>('/places');
  expect(places.map(({ name, country, precision, records }) => [name, country, precision, records])).toEqual(
    expect.arrayContaining([
      ['Tallinn', 'EST', 'town', 2],
      ['Riga', 'LVA', 'town', 2],
      ['Lima', 'PER', 'town', 1],
      ['Peru', 'PER', 'country', 1],
      ['Texas', 'USA', 'region', 1],
      ['Baltic Sea', null, 'region', 1],
      ['Quillenbury', null, null, 1],
    ]),
  );
  expect(places[0]?.records).toBe(2);
  expect(countries).toContainEqual({ country: 'PER', places: 2, records: 2 });
  expect([placed, unplaced]).toEqual([9, 1]);
  const first = await item<PlaceCounts>('/places?limit=1');
  expect(first.places).toHaveLength(1);
  expect(first.countries).toEqual(countries);
  expect(await api.remote.places({ limit: 1 })).toEqual(first);
});

test('events at a place are asked for by what it is counted as', async () => {
  const { places } = await item<PlaceCounts>('/places?type=ACCUSE');
  expect(places.map(({ name, tallies }) => [name, tallies])).toEqual([
    ['Tallinn', [{ type: 'ACCUSE', realis: 'actual', records: 1 }]],
  ]);
  const found = await items<{ place: { id: string; precision: string } }>(`/events?place=${places[0]?.id}`);
  expect(found.map(({ place }) => place.precision)).toEqual(['town', 'town']);
  expect(await items(`/statements?place=${places[0]?.id}`)).toEqual([]);
});

test('what people rejected is at no place, links nobody and stands in no lane', async () => {
  const [event] = (await api.ledger.events({ filter: { type: ['COERCE'] } })).items;
  if (event === undefined) throw new Error('The made world has a row of COERCE');
  const before = [await item<PlaceCounts>('/places'), await item<Network>('/network?kind=event')] as const;
  const anchor = {
    kind: 'event' as const,
    document: event.report.id,
    record: event.id,
    evidence: event.record.trigger,
  };
  const [correction = ''] = await api.ledger.correct([
    { author: 'test', why: null, change: { action: 'reject', anchor, change: {} } },
  ]);
  expect((await item<PlaceCounts>('/places')).unplaced).toBe(before[0].unplaced - 1);
  expect((await item<Network>('/network?kind=event')).all.records).toBe(before[1].all.records - 1);
  await api.ledger.undo(correction, 'test', null);
  expect((await item<PlaceCounts>('/places')).unplaced).toBe(before[0].unplaced);
});

test('a network links who acts on whom and who speaks about whom', async () => {
  const { actors, links, all } = await item<Network>('/network');
  const nameOf = new Map(actors.map(({ id, name }) => [id, name]));
  const found = links.map(({ source, target, records }) => [nameOf.get(source), nameOf.get(target), records]);
  expect(found).toContainEqual(['Estonia', 'Latvia', 4]);
  expect(found).toContainEqual(['Latvia', 'Peru', 2]);
  expect(all.actors).toBe(3);
  const [estonia, latvia] = [await idOf('Estonia'), await idOf('Latvia')];
  const pair = links.find(({ source, target }) => source === estonia && target === latvia);
  expect(pair?.tallies).toContainEqual({ kind: 'event', label: 'ACCUSE', records: 1 });
  expect(pair?.tallies).toContainEqual({ kind: 'statement', label: 'accuse', records: 1 });
  expect(await items(`/events?dyad=${estonia},${latvia}`)).toHaveLength(2);
  expect(await items(`/statements?dyad=${estonia},${latvia}`)).toHaveLength(2);
});

test('a network of few actors says how many there are', async () => {
  const { actors, links, all } = await item<Network>('/network?actors=2&kind=event');
  expect(actors.map(({ records }) => records)).toEqual(actors.map(({ records }) => records).toSorted((a, b) => b - a));
  expect([actors.length, links.length, all.actors, all.links]).toEqual([2, 2, 3, 6]);
  expect(links.flatMap(({ tallies }) => tallies.map(({ kind }) => kind))).not.toContain('statement');
  expect(await api.remote.network(2, 'event', {})).toEqual(await api.ledger.network(2, 'event', {}));
});

test('actors that were merged are one in a network', async () => {
  const [peru, latvia] = [await idOf('Peru'), await idOf('Latvia')];
  const [merge = ''] = await api.ledger.correct([
    { author: 'test', why: null, change: { action: 'merge', kind: 'actor', into: latvia, from: peru } },
  ]);
  const { actors, links } = await item<Network>('/network?kind=event');
  expect(actors).toHaveLength(2);
  expect(links.some(({ source, target }) => source === target || source === peru || target === peru)).toBe(false);
  await api.ledger.undo(merge, 'test', null);
});

test('lanes hold what is told of an actor, by when it is', async () => {
  const latvia = await idOf('Latvia');
  const [lane, other] = await items<ActorLane>(`/lanes/day?actor=${latvia}`);
  expect(other).toBeUndefined();
  expect(lane?.counts).toContainEqual({
    start: '2099-05-06',
    kind: 'event',
    label: 'CONSULT',
    realis: 'planned',
    records: 1,
    undated: 0,
  });
  const accused = { start: '2026-03-04', kind: 'event', label: 'ACCUSE', realis: 'actual', records: 1, undated: 1 };
  expect(lane?.counts).toContainEqual(accused);
  const ahead = await items(`/events?actor=${latvia}&when_from=2099-05-06&when_until=2099-05-07`);
  expect(ahead).toHaveLength(1);
  const busiest = await items<ActorLane>('/lanes/week?lanes=2');
  expect(busiest).toHaveLength(2);
  expect(busiest.map(({ actor }) => actor.id)).toContain(latvia);
  expect(await api.remote.lanes('week', 2, {})).toEqual(await api.ledger.lanes('week', 2, {}));
});

test('what two did together stands once in their lane when they are found to be one', async () => {
  const [peru, latvia] = [await idOf('Peru'), await idOf('Latvia')];
  const told = async (filter: Filter) => {
    const [lane] = await api.ledger.lanes('year', 1, { filter: { actor: [latvia], ...filter } });
    return { counts: lane?.counts, records: lane?.counts.reduce((sum, { records }) => sum + records, 0) ?? 0 };
  };
  const [apart, other] = [await told({}), await told({ actor: [peru] })];
  const [merge = ''] = await api.ledger.correct([
    { author: 'test', why: null, change: { action: 'merge', kind: 'actor', into: latvia, from: peru } },
  ]);
  const merged = await told({});
  expect(merged).toEqual(await told({ from: '1900-01-01' }));
  expect(merged.records).toBeGreaterThan(apart.records);
  expect(merged.records).toBeLessThan(apart.records + other.records);
  const agreed = { type: ['COERCE', 'CONSULT'], when_from: '2026-01-01', when_until: '2099-01-01' };
  expect(await told(agreed)).toEqual(await told({ ...agreed, from: '1900-01-01' }));
  await api.ledger.undo(merge, 'test', null);
  expect(await told({})).toEqual(apart);
});

test.each<Filter>([
  {},
  { realis: ['planned'] },
  { act: ['accuse'] },
  { type: ['CONSULT', 'ACCUSE'], realis: ['actual'] },
  { when_from: '2026-03-05' },
  { when_until: '2026-03-05' },
  { when_from: '2026-03-04T12:00Z' },
  { country: ['PER'] },
])('sums answer %j as the rows do', async (filter) => {
  const asked = async (more: Filter) => ({
    lanes: await api.ledger.lanes('week', 4, { filter: { ...filter, ...more } }),
    places: await api.ledger.places({ filter: { ...filter, ...more } }),
    network: await api.ledger.network(5, null, { filter: { ...filter, ...more } }),
    ofLatvia: await api.ledger.network(5, null, { filter: { ...filter, ...more, actor: [await idOf('Latvia')] } }),
  });
  expect(await asked({})).toEqual(await asked({ from: '1900-01-01' }));
});

test('before anything was known nothing is counted', async () => {
  expect(await item('/places?as_of=2001-01-01')).toEqual({ places: [], countries: [], placed: 0, unplaced: 0 });
  expect((await item<Network>('/network?as_of=2001-01-01')).all).toEqual({ actors: 0, links: 0, records: 0 });
  expect(await items('/lanes/week?as_of=2001-01-01')).toEqual([]);
});

test('nodes come page by page in whatever order is asked for', async () => {
  for (const order of ['newest', 'reports', 'when', 'latest'] as const) {
    const all = (await api.ledger.nodes('actor', { filter: { order } })).items.map(({ id }) => id);
    expect(all.length).toBe(3);
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof api.ledger.nodes<'actor'>>> = await api.ledger.nodes('actor', {
        filter: { order },
        limit: 1,
        cursor,
      });
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect(paged).toEqual(all);
  }
});
