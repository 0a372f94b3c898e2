import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Change, reportId } from '../../src/service/index.ts';
import { openTestLedger, type TestLedger } from '../support/ledger.ts';
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

const actorsNamed = async (name: string) => (await opened.ledger.nodes('actor', { filter: { name } })).items;

/** Reports in which an actor takes part in an event. */
const reportsOf = async (actor: string): Promise<readonly string[]> =>
  (await opened.ledger.events({ filter: { actor: [actor] } })).items.map(({ report }) => report.title ?? '').sort();

const title = (number: number): string => numberedReadout(number).document.title ?? '';
const berg = (number: number) => ({ document: reportId(numberedReadout(number)), record: `actor-berg-${number}` });

const newer = (number: number) => {
  const readout = numberedReadout(number);
  return { ...readout, engine: { ...readout.engine, model: 'en-newer' } };
};

describe('a split by hand', () => {
  test('takes records out, holds when reports are read anew and when others come, and can be taken back', async () => {
    const { ledger } = opened;
    const [one, ...none] = await actorsNamed('Ada Berg');
    expect(none).toEqual([]);
    if (one === undefined) throw new Error('no actor');
    expect(await reportsOf(one.id)).toEqual([title(1), title(2), title(3)]);
    const id = await decide({ action: 'split', kind: 'actor', node: one.id, members: [berg(3)] });
    const check = async (): Promise<void> => {
      const both = await actorsNamed('Ada Berg');
      const reports = await Promise.all(both.map((actor) => reportsOf(actor.id)));
      expect(reports.filter((of) => of.includes(title(3)))).toEqual([[title(3)]]);
      expect(reports.filter((of) => of.includes(title(1)))).toEqual([expect.arrayContaining([title(1), title(2)])]);
    };
    await check();
    await ledger.add('again', newer(3));
    await check();
    await ledger.add('again', newer(1));
    await check();
    await ledger.undo(id, 'ann', null);
    const after = await actorsNamed('Ada Berg');
    expect(after).toHaveLength(1);
    expect(await reportsOf(after[0]?.id ?? '')).toEqual([title(1), title(2), title(3)]);
  });

  test('of nothing, of all, or of what is not there is refused', async () => {
    const [one] = await actorsNamed('Ada Berg');
    const node = one?.id ?? '';
    const split = (members: readonly { document: string; record: string }[]) =>
      decide({ action: 'split', kind: 'actor', node, members });
    await expect(split([])).rejects.toMatchObject({ code: 'bad-correction' });
    await expect(split([berg(1), berg(2), berg(3)])).rejects.toMatchObject({ code: 'bad-correction' });
    await expect(split([{ document: 'x', record: 'y' }])).rejects.toMatchObject({ code: 'no-such-record' });
  });
});

describe('a merge by hand', () => {
  test('makes one of two, under all names, for later reports too, and can be taken back', async () => {
    const { ledger } = opened;
    const [ada] = await actorsNamed('Ada Berg');
    const [olav] = await actorsNamed('Olav Rask');
    if (ada === undefined || olav === undefined) throw new Error('no actors');
    const id = await decide({ action: 'merge', kind: 'actor', into: ada.id, from: olav.id });
    expect(await ledger.node('actor', olav.id)).toMatchObject({ id: ada.id });
    expect((await ledger.node('actor', ada.id))?.summary.names.map(({ value }) => value).sort()).toEqual([
      'Ada Berg',
      'Olav Rask',
    ]);
    await ledger.add('later', numberedReadout(4));
    const [event] = (await ledger.events({ filter: { document: reportId(numberedReadout(4)) } })).items;
    expect(event?.actors).toEqual([{ id: ada.id, name: 'Ada Berg' }]);
    expect(await reportsOf(olav.id)).toEqual([title(1), title(2), title(3), title(4)]);
    await ledger.undo(id, 'ann', null);
    const [later] = (await ledger.events({ filter: { document: reportId(numberedReadout(4)) } })).items;
    expect(later?.actors.map(({ name }) => name).sort()).toEqual(['Ada Berg', 'Olav Rask']);
    expect((await ledger.node('actor', olav.id))?.name).toBe('Olav Rask');
  });

  test('with itself, or with what is not there, is refused', async () => {
    const [ada] = await actorsNamed('Ada Berg');
    const node = ada?.id ?? '';
    await expect(decide({ action: 'merge', kind: 'actor', into: node, from: node })).rejects.toMatchObject({
      code: 'bad-correction',
    });
    await expect(decide({ action: 'merge', kind: 'actor', into: node, from: 'actor:none' })).rejects.toMatchObject({
      code: 'no-such-record',
    });
  });
});

describe('a correction of a node', () => {
  test('sets its name, holds when more is known of it, and can be taken back', async () => {
    const { ledger } = opened;
    const [ada] = await actorsNamed('Ada Berg');
    const node = ada?.id ?? '';
    const id = await decide({ action: 'edit-node', kind: 'actor', node, change: { name: 'Ada Berg-Holm' } });
    await ledger.add('later', numberedReadout(5));
    expect(await ledger.node('actor', node)).toMatchObject({ name: 'Ada Berg-Holm', review: 'edited' });
    await ledger.undo(id, 'ann', null);
    expect(await ledger.node('actor', node)).toMatchObject({ name: 'Ada Berg', review: 'none' });
  });

  test('a rejected one is left out unless it is asked for', async () => {
    const { ledger } = opened;
    const [ada] = await actorsNamed('Ada Berg');
    await decide({ action: 'reject-node', kind: 'actor', node: ada?.id ?? '', change: {} });
    expect(await actorsNamed('Ada Berg')).toEqual([]);
    expect((await ledger.nodes('actor', { filter: { review: ['rejected'] } })).items).toHaveLength(1);
  });
});
