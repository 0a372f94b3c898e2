import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Change, Ledger } from '../../src/service/index.ts';
import { serveTestLedger, type TestApi } from '../support/api.ts';
import { madeReadout } from '../support/made-reading.ts';
import { numberedReadout } from '../support/made-readouts.ts';

let api: TestApi;

beforeAll(async () => {
  api = await serveTestLedger();
  for (const number of [1, 2, 3]) await api.ledger.add(`made-${number}.txt`, numberedReadout(number));
  await api.ledger.fail('broken.txt', 'empty-input', 'broken.txt is empty.');
  await api.ledger.set('watch', 'https://paper.example/feed?a=1&b=2', { every: 60 });
});
afterAll(() => api.done());

/** What an ask gives, or the code with which it is refused. */
const result = async (ask: Promise<unknown>): Promise<unknown> =>
  ask.catch((error: { code: string; message: string }) => ({ refused: error.code, message: error.message }));

const all = async <T>(items: AsyncIterable<T>): Promise<readonly T[]> => {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
};

/** Records of the first page, one by one. */
const recordsIn = async (ledger: Ledger) => {
  const { items } = await api.ledger.statements({ limit: 3 });
  const refs = items.map(({ id, report }) => ({ document: report.id, record: id }));
  const found = await ledger.records([...refs, { document: 'none', record: 'none' }]);
  return found.map(({ id }) => id).sort();
};

const disputed = async (ledger: Ledger) => {
  const [dispute] = (await api.ledger.nodes('dispute', {})).items;
  return ledger.disputeWords(dispute?.id ?? '');
};

type Ask = (ledger: Ledger) => Promise<unknown>;

const asks: readonly (readonly [string, Ask])[] = [
  ['statements', (ledger) => ledger.statements({})],
  ['a page of statements', (ledger) => ledger.statements({ limit: 2 })],
  ['more than a page may hold', (ledger) => ledger.statements({ limit: 5000 })],
  ['statements by words', (ledger) => ledger.statements({ filter: { text: 'headway or "a lie"' } })],
  [
    'statements by act, review and attitude',
    (ledger) => ledger.statements({ filter: { act: ['say', 'deny'], review: ['none'], attitude: false } }),
  ],
  ['statements by channel', (ledger) => ledger.statements({ filter: { channel: 'radio' } })],
  [
    'events of two types',
    (ledger) => ledger.events({ filter: { type: ['CONSULT', 'MOBILIZE'], realis: ['planned'] } }),
  ],
  ['events of a stretch', (ledger) => ledger.events({ filter: { from: '2026-01-02', until: '2026-01-04' } })],
  ['events of two actors', (ledger) => ledger.events({ filter: { dyad: ['nobody', 'no one'] } })],
  ['events as of a moment before all', (ledger) => ledger.events({ asOf: '2020-01-01' })],
  ['a moment that is none', (ledger) => ledger.totals('soon')],
  ['reports', (ledger) => ledger.reports({ limit: 2 })],
  ['reports of a house', (ledger) => ledger.reports({ filter: { publisher: 'paper1', text: 'envoy' } })],
  ['no such report', (ledger) => ledger.report('0123456789')],
  ['a word that is no report', (ledger) => ledger.report('../../etc/passwd')],
  ['what to review', (ledger) => ledger.doubtful({})],
  [
    'what to review of two reasons',
    (ledger) => ledger.doubtful({ kind: 'event', reason: ['alone', 'nobody-acts'], type: ['MOBILIZE'] }, 3),
  ],
  ['a review since no moment', (ledger) => ledger.reviewProgress({}, 'soon')],
  ['how far the review is', (ledger) => ledger.reviewProgress({ kind: 'statement' }, '2026-01-01')],
  [
    'what reports say of an actor',
    async (ledger) => ledger.tellings((await ledger.nodes('actor', { filter: { name: 'berg' } })).items[0]?.id ?? ''),
  ],
  ['actors', (ledger) => ledger.nodes('actor', {})],
  ['actors by name', (ledger) => ledger.nodes('actor', { filter: { name: 'berg' } })],
  ['situations', (ledger) => ledger.nodes('situation', { filter: { reports: 1 } })],
  ['disputes', (ledger) => ledger.nodes('dispute', {})],
  ['the agenda', (ledger) => ledger.nodes('agenda', {})],
  ['events across reports', (ledger) => ledger.nodes('event', {})],
  ['statements across reports', (ledger) => ledger.nodes('statement', {})],
  ['no such actor', (ledger) => ledger.node('actor', 'nobody/at all?')],
  ['counts', (ledger) => ledger.counts('statement', 'week', {})],
  ['counts of a filter', (ledger) => ledger.counts('event', 'year', { filter: { type: ['CONSULT'] } })],
  ['dyads', (ledger) => ledger.dyads({ limit: 5 })],
  ['totals', (ledger) => ledger.totals()],
  ['failures', (ledger) => ledger.failures()],
  ['settings', (ledger) => ledger.setting('watch')],
  ['corrections', (ledger) => ledger.corrections({})],
  ['versions', (ledger) => ledger.versions('statement', 'none', 'none')],
  ['what changed', (ledger) => ledger.diff('2020-01-01', '2100-01-01')],
  ['a page of what changed', (ledger) => ledger.diff('2020-01-01', '2100-01-01', { limit: 3 })],
  ['what two engines read', (ledger) => ledger.diff('0.0.0/en-made', '0.0.0/en-made')],
  ['an engine that there is not', (ledger) => ledger.diff('en-none', 'en-made')],
  ['a moment and an engine', (ledger) => ledger.diff('2020-01-01', 'en-made')],
  ['a cursor of another list', (ledger) => ledger.diff('2020-01-01', '2100-01-01', { cursor: 'WzEsMl0' })],
  ['members from a cursor of another list', (ledger) => ledger.members('actor', 'nobody', { cursor: 'WzEsMl0' })],
  ['what was taken in', (ledger) => ledger.happenings(1, 3)],
  ['the last entry', (ledger) => ledger.last()],
  ['from when to when', (ledger) => ledger.span()],
  ['what is new', (ledger) => ledger.news(2)],
  ['what was new at a moment', (ledger) => ledger.news(0, '2100-01-01')],
  ['the words of a dispute', (ledger) => disputed(ledger)],
  ['the words of none', (ledger) => ledger.disputeWords('none')],
  ['whether a report is there', (ledger) => ledger.has(madeReadout)],
  ['whether another is', (ledger) => ledger.has(numberedReadout(99))],
  ['records by where they stand', (ledger) => recordsIn(ledger)],
  ['reports at an address', (ledger) => ledger.reports({ filter: { url: 'https://paper1.example/talks/1' } })],
  ['a cursor that was never given out', (ledger) => ledger.statements({ cursor: 'nonsense' })],
  ['undoing nothing', (ledger) => ledger.undo('none', 'ann', null)],
  ['everything that was taken in', (ledger) => all(ledger.entries(0))],
];

test.each(asks)('a ledger behind the API gives the same: %s', async (_what, ask) => {
  const local = await result(ask(api.ledger));
  expect(await result(ask(api.remote))).toEqual(JSON.parse(JSON.stringify(local)));
  expect(api.faults).toEqual([]);
});

const kinds = ['actor', 'event', 'statement', 'dispute', 'agenda', 'situation'] as const;

test('nodes and their members are the same, of every kind that there is', async () => {
  let found = 0;
  for (const kind of kinds)
    for (const { id } of (await api.ledger.nodes(kind, { limit: 2 })).items) {
      found += 1;
      expect(await api.remote.node(kind, id)).toEqual(await api.ledger.node(kind, id));
      expect(await api.remote.members(kind, id)).toEqual(await api.ledger.members(kind, id));
    }
  expect(found).toBeGreaterThan(0);
  const [report] = (await api.ledger.reports({})).items;
  expect(await api.remote.report(report?.id ?? '')).toEqual(await api.ledger.report(report?.id ?? ''));
});

test('pages follow each other through both in the same way', async () => {
  const pages = async (ledger: Ledger): Promise<readonly string[]> => {
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await ledger.statements({ limit: 2, cursor });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    return ids;
  };
  const local = await pages(api.ledger);
  expect(local.length).toBeGreaterThan(4);
  expect(await pages(api.remote)).toEqual(local);
});

describe('what changes the ledger', () => {
  test('reports are added once', async () => {
    expect((await api.remote.add('new.txt', numberedReadout(7))).outcome).toBe('added');
    expect((await api.remote.add('new.txt', numberedReadout(7))).outcome).toBe('known');
    expect(await api.remote.has(numberedReadout(7))).toBe(true);
    expect((await api.remote.add('new.txt', numberedReadout(7, 'en-other'))).outcome).toBe('read again');
  });

  test('failures and settings are kept', async () => {
    await api.remote.fail('odd.txt', 'empty-input', 'odd.txt is empty.');
    expect((await api.ledger.failures()).map(({ name }) => name)).toContain('odd.txt');
    await api.remote.set('watch', 'a b/c', { every: 5 });
    expect(await api.ledger.setting('watch')).toContainEqual({ key: 'a b/c', value: { every: 5 } });
    await api.remote.set('watch', 'a b/c', null);
    expect((await api.ledger.setting('watch')).map(({ key }) => key)).not.toContain('a b/c');
  });

  test('a decision is taken in, undone, and refused with the same code', async () => {
    const [item] = (await api.ledger.statements({ filter: { act: ['deny'] } })).items;
    if (item === undefined) throw new Error('no statement');
    const anchor = { kind: 'statement', document: item.report.id, record: item.id, evidence: item.record.cue } as const;
    const change: Change = { action: 'edit', anchor, change: { act: 'claim' } };
    const [id = ''] = await api.remote.correct([{ author: 'ann', why: 'softer', change }]);
    const [after] = (await api.ledger.statements({ filter: { document: item.report.id, act: ['claim'] } })).items;
    expect(after?.review).toBe('edited');
    expect((await api.remote.corrections({})).items[0]).toMatchObject({
      id,
      author: 'ann',
      why: 'softer',
      state: 'applied',
    });
    expect(await api.remote.versions('statement', item.report.id, item.id)).toHaveLength(2);
    await api.remote.undo(id, 'ann', null);
    const [undone] = (await api.remote.corrections({})).items;
    expect(undone).toMatchObject({ state: 'undone', undoneBy: 'ann', undoneWhy: null });
    expect((await api.remote.corrections({ asOf: undone?.at ?? null })).items[0]).toMatchObject({
      state: 'applied',
      undoneBy: null,
    });
    expect(await api.remote.versions('statement', item.report.id, item.id, undone?.at)).toHaveLength(2);
    const nowhere: Change = { ...change, anchor: { ...anchor, record: 'none' } };
    const wrong = { ...change, change: { act: 'sing' } } as Change;
    for (const bad of [nowhere, wrong]) {
      const local = (await result(api.ledger.correct([{ author: 'ann', why: null, change: bad }]))) as {
        refused: string;
      };
      const remote = (await result(api.remote.correct([{ author: 'ann', why: null, change: bad }]))) as {
        refused: string;
      };
      expect(remote.refused).toBe(local.refused);
    }
  });
});

test('a backup goes through the API into an empty ledger', async () => {
  const other = await serveTestLedger({}, false);
  const seen: number[] = [];
  const last = await other.remote.restore(api.remote.entries(0), (seq) => seen.push(seq));
  expect(last).toBe(await api.ledger.last());
  expect(seen.at(-1)).toBe(last);
  expect(await other.ledger.totals()).toEqual(await api.ledger.totals());
  expect(await result(other.remote.restore(api.remote.entries(0), () => undefined))).toMatchObject({
    refused: 'ledger-not-empty',
  });
  await other.done();
});

test('whoever listens hears of each entry', async () => {
  const heard: number[] = [];
  const stop = api.remote.listen(({ seq }) => heard.push(seq));
  // The stream is open once it hears of something: until then entries are made.
  for (let number = 20; heard.length === 0 && number < 60; number += 1) {
    await api.ledger.fail(`heard-${number}`, 'x', 'y');
    await new Promise((done) => setTimeout(done, 50));
  }
  await api.ledger.set('watch', 'heard', 1);
  await expect.poll(() => heard.at(-1)).toBe(await api.ledger.last());
  stop();
});

test('an address where nothing answers is told', async () => {
  const gone = await serveTestLedger();
  await gone.done();
  expect(await result(gone.remote.totals())).toMatchObject({ refused: 'server-unreachable' });
});
