import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Change, reportId } from '../../src/service/index.ts';
import { openTestLedger, type TestLedger } from '../support/ledger.ts';
import { quarrelReadout } from '../support/made-quarrel.ts';
import { numberedReadout } from '../support/made-readouts.ts';

let opened: TestLedger;
beforeEach(async () => {
  opened = await openTestLedger();
  for (const number of [1, 2, 3]) await opened.ledger.add(`made-${number}`, numberedReadout(number));
});
afterEach(() => opened.done());

const decide = async (change: Change): Promise<string> => {
  const [id = ''] = await opened.ledger.correct([{ author: 'ann', why: null, change }]);
  return id;
};
const decidedOf = async (node: string) =>
  (await opened.ledger.corrections({ filter: { node } })).items.map(({ id }) => id);
const actors = async (name: string) => (await opened.ledger.nodes('actor', { filter: { name } })).items;

test('a merge is found from both that it joined, by no other', async () => {
  const [ada, olav, norland] = await Promise.all(
    ['Ada Berg', 'Olav Rask', 'Norland'].map(async (name) => (await actors(name))[0]?.id ?? name),
  );
  if (ada === undefined || olav === undefined || norland === undefined) throw new Error('no actors');
  const id = await decide({ action: 'merge', kind: 'actor', into: ada, from: olav });
  expect(await decidedOf(ada)).toEqual([id]);
  expect(await decidedOf(olav)).toEqual([id]);
  expect(await decidedOf(norland)).toEqual([]);
});

test('a split is found from what stayed and from what was split off', async () => {
  const [ada] = await actors('Ada Berg');
  const member = { document: reportId(numberedReadout(3)), record: 'actor-berg-3' };
  const id = await decide({ action: 'split', kind: 'actor', node: ada?.id ?? '', members: [member] });
  const both = await actors('Ada Berg');
  expect(both).toHaveLength(2);
  for (const one of both) expect(await decidedOf(one.id)).toEqual([id]);
});

test('reports of a situation are those that belong to it, after a split and a merge too', async () => {
  const { ledger } = opened;
  const { items } = await ledger.nodes('situation', {});
  const [biggest] = items.toSorted((a, b) => b.counts.reports - a.counts.reports);
  if (biggest === undefined) throw new Error('no situation');
  const reportsIn = async (situation: string) =>
    (await ledger.reports({ filter: { situation } })).items.map(({ id }) => id).sort();
  const before = (await ledger.members('situation', biggest.id, {})).items.map(({ document }) => document).sort();
  expect(await reportsIn(biggest.id)).toEqual(before);
  expect(before.length).toBeGreaterThan(1);
  const member = before[0] ?? '';
  await decide({
    action: 'split',
    kind: 'situation',
    node: biggest.id,
    members: [{ document: member, record: member }],
  });
  const now = (await ledger.nodes('situation', {})).items.map(({ id }) => id);
  const sizes = await Promise.all(now.map(async (id) => (await reportsIn(id)).length));
  expect(sizes.sort()).toEqual([1, before.length - 1]);
  const [into = '', from = ''] = now;
  await decide({ action: 'merge', kind: 'situation', into, from });
  expect(await reportsIn(from)).toEqual(before);
});

test('disputes, agenda and events are asked for by a situation that tells of them, with what was merged into them', async () => {
  const { ledger } = opened;
  await ledger.add('quarrel', quarrelReadout('opening'));
  const situationOf = async (document: string) =>
    (await ledger.statements({ filter: { document } })).items[0]?.situation ?? '';
  const quarrel = await situationOf(reportId(quarrelReadout('opening')));
  const talks = await situationOf(reportId(numberedReadout(1)));
  const asked = async (kind: 'dispute' | 'agenda' | 'event', situation: string) =>
    (await ledger.nodes(kind, { filter: { situation } })).items.map(({ id }) => id);
  expect(await asked('dispute', quarrel)).toEqual((await ledger.nodes('dispute', {})).items.map(({ id }) => id));
  expect(await asked('dispute', quarrel)).toHaveLength(1);
  expect(await asked('agenda', quarrel)).toHaveLength(1);
  expect(await asked('dispute', talks)).toEqual([]);
  const [[into = ''], [from = '']] = [await asked('event', talks), await asked('event', quarrel)];
  expect(into).not.toBe(from);
  const before = (await ledger.happenings(0, 200)).at(-1)?.at ?? '';
  await decide({ action: 'merge', kind: 'event', into, from });
  expect(await asked('event', quarrel)).toEqual([into]);
  const past = await ledger.nodes('event', { filter: { situation: quarrel }, asOf: before });
  expect(past.items.map(({ id }) => id)).toEqual([from]);
});

test('rows of what was merged go by the node that it is now, and are split off it by undoing the merge', async () => {
  const { ledger } = opened;
  const plain = numberedReadout(24);
  await ledger.add('apart', { ...plain, events: plain.events.map((event) => ({ ...event, type: 'AID' as const })) });
  const rows = async () => (await ledger.events({})).items;
  const rowOf = async (id: string) => (await rows()).find((row) => row.id === id);
  const [into, from] = [(await rowOf('event-1'))?.node ?? '', (await rowOf('event-24'))?.node ?? ''];
  expect(into).not.toBe(from);
  await decide({ action: 'merge', kind: 'event', into, from });
  expect((await rows()).map(({ node, counts }) => [node, counts.reports])).toEqual([1, 2, 3, 4].map(() => [into, 4]));
  const member = { document: reportId(plain), record: 'event-24' };
  await expect(decide({ action: 'split', kind: 'event', node: into, members: [member] })).rejects.toMatchObject({
    code: 'bad-correction',
    message: expect.stringContaining('undoing that merge'),
  });
});
