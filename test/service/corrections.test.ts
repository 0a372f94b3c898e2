import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Readout } from '../../src/readout/index.ts';
import { type Change, reportId } from '../../src/service/index.ts';
import { openTestLedger, type TestLedger } from '../support/ledger.ts';
import { numberedReadout } from '../support/made-readouts.ts';

let opened: TestLedger;
beforeAll(async () => {
  opened = await openTestLedger();
});
afterAll(() => opened.done());

/** A change of the statement of a numbered report. */
const ofStatement = (
  readout: Readout,
  action: 'accept' | 'reject' | 'edit',
  change: Record<string, unknown> = {},
): Change => {
  const [statement] = readout.statements;
  if (statement === undefined) throw new Error('made without a statement');
  return {
    action,
    anchor: { kind: 'statement', document: reportId(readout), record: statement.id, evidence: statement.cue },
    change,
  };
};

const statementOf = async (readout: Readout, asOf: string | null = null) => {
  const filter = { document: reportId(readout), review: ['none', 'accepted', 'rejected', 'edited'] as const };
  const { items } = await opened.ledger.statements({ filter, asOf });
  return items[0];
};

describe('a correction of a record', () => {
  test('is told with the record, and taken back by undo; each version stays', async () => {
    const { ledger } = opened;
    const readout = numberedReadout(1);
    await ledger.add('one', readout);
    const [id = ''] = await ledger.correct([
      { author: 'ann', why: 'a denial', change: ofStatement(readout, 'edit', { act: 'deny' }) },
    ]);
    expect(await statementOf(readout)).toMatchObject({ review: 'edited', record: { act: 'deny' } });
    const [made] = (await ledger.corrections({ filter: { document: reportId(readout) } })).items;
    expect(made).toMatchObject({ id, author: 'ann', why: 'a denial', state: 'applied', undoneBy: null });
    await ledger.undo(id, 'bob', 'was right');
    expect(await statementOf(readout)).toMatchObject({ review: 'none', record: { act: 'say' } });
    const versions = await ledger.versions('statement', reportId(readout), 'statement-1');
    expect(versions.map(({ review, until }) => [review, until === null])).toEqual([
      ['none', false],
      ['edited', false],
      ['none', true],
    ]);
    expect(versions[0]?.engine).toBe('0.0.0/en-made/en-made');
    const [undone] = (await ledger.corrections({ filter: { document: reportId(readout) } })).items;
    expect(undone).toMatchObject({ undoneAt: versions[2]?.from, undoneBy: 'bob', undoneWhy: 'was right' });
    // At the moment of the decision nobody had taken it back.
    const asOf = made?.at ?? '';
    const [held] = (await ledger.corrections({ filter: { document: reportId(readout) }, asOf })).items;
    expect(held).toMatchObject({ state: 'applied', undoneBy: null, undoneAt: null, undoneWhy: null });
    const then = await ledger.versions('statement', reportId(readout), 'statement-1', asOf);
    expect(then.map(({ review, until }) => [review, until === null])).toEqual([
      ['none', false],
      ['edited', true],
    ]);
    expect((await ledger.corrections({ asOf: '2001-01-01' })).items).toEqual([]);
    await expect(ledger.undo(id, 'bob', null)).rejects.toMatchObject({ code: 'no-such-correction' });
  });

  test('what was rejected is left out unless it is asked for', async () => {
    const { ledger } = opened;
    const readout = numberedReadout(2);
    await ledger.add('two', readout);
    await ledger.correct([{ author: 'ann', why: null, change: ofStatement(readout, 'reject') }]);
    expect((await ledger.statements({ filter: { document: reportId(readout) } })).items).toEqual([]);
    expect(await statementOf(readout)).toMatchObject({ review: 'rejected' });
    const counts = await ledger.counts('statement', 'year', { filter: { document: reportId(readout) } });
    expect(counts).toEqual([]);
  });

  test('a later edit goes on top of an earlier one, and undoing the first leaves the second', async () => {
    const { ledger } = opened;
    const readout = numberedReadout(3);
    await ledger.add('three', readout);
    const edit = (change: Record<string, unknown>) =>
      ledger.correct([{ author: 'ann', why: null, change: ofStatement(readout, 'edit', change) }]);
    const [first = ''] = await edit({ act: 'deny', quotation: 'mixed' });
    await edit({ act: 'warn' });
    expect((await statementOf(readout))?.record).toMatchObject({ act: 'warn', quotation: 'mixed' });
    await ledger.undo(first, 'ann', null);
    expect((await statementOf(readout))?.record).toMatchObject({ act: 'warn', quotation: 'direct' });
  });

  test('what was known before it can still be asked', async () => {
    const { ledger } = opened;
    const readout = numberedReadout(4);
    await ledger.add('four', readout);
    const before = new Date().toISOString();
    await new Promise((later) => setTimeout(later, 5));
    await ledger.correct([{ author: 'ann', why: null, change: ofStatement(readout, 'edit', { act: 'claim' }) }]);
    expect((await statementOf(readout, before))?.record.act).toBe('say');
    expect((await statementOf(readout))?.record.act).toBe('claim');
    const { counts, differences } = await ledger.diff(before, '2999-01-01');
    expect(counts?.statement).toMatchObject({ changed: 1, added: 0, removed: 0 });
    expect(differences[0]).toMatchObject({
      change: 'changed',
      before: { act: 'say' },
      after: { act: 'claim', review: 'edited' },
    });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['an act that there is not', { act: 'sing' }, 'bad-correction'],
    ['a field that there is not', { colour: 'red' }, 'bad-correction'],
    ['nothing at all', {}, 'bad-correction'],
    ['words outside the text', { cue: { start: 5, end: 99_999 } }, 'bad-correction'],
    ['a stretch that ends before it starts', { content: [{ start: 9, end: 3 }] }, 'bad-correction'],
    ['an actor that nobody knows', { speakers: ['actor:nobody'] }, 'no-such-record'],
  ])('%s is refused, and changes nothing', async (_, change, code) => {
    const { ledger } = opened;
    const readout = numberedReadout(5);
    await ledger.add('five', readout);
    const made = ledger.correct([{ author: 'ann', why: null, change: ofStatement(readout, 'edit', change) }]);
    await expect(made).rejects.toMatchObject({ code });
    expect(await statementOf(readout)).toMatchObject({ review: 'none' });
  });

  test('a record that is not there is refused, whatever is missing', async () => {
    const readout = numberedReadout(6);
    const make = (change: Change) => opened.ledger.correct([{ author: 'ann', why: null, change }]);
    await expect(make(ofStatement(readout, 'accept'))).rejects.toMatchObject({ code: 'no-such-record' });
    await opened.ledger.add('six', readout);
    const change = ofStatement(readout, 'accept');
    if (!('anchor' in change)) throw new Error('not of a record');
    const anchor = { ...change.anchor, record: 'statement-0', evidence: { start: 0, end: 1, text: 'N' } };
    await expect(make({ ...change, anchor })).rejects.toMatchObject({ code: 'no-such-record' });
  });
});

/** The same report as a newer engine reads it: other ids, and of some statements other words or none. */
const rereadBy = (readout: Readout, engine: string, fate: 'same words' | 'other words' | 'gone'): Readout => {
  const statements = readout.statements
    .filter(() => fate !== 'gone')
    .map((statement) => {
      const end = statement.cue.end + (fate === 'other words' ? 1 : 0);
      const cue = { start: statement.cue.start, end, text: readout.text.slice(statement.cue.start, end) };
      return { ...statement, id: `${statement.id}-${engine}`, cue };
    });
  return { ...readout, engine: { ...readout.engine, model: engine }, statements };
};

test('of 100 corrections, after a run of another engine, all are applied or listed, and come back with the engine', {
  timeout: 240_000,
}, async () => {
  const { ledger } = opened;
  const readouts = Array.from({ length: 100 }, (_, index) => numberedReadout(1000 + index));
  for (const readout of readouts) await ledger.add(readout.document.title ?? '', readout);
  await ledger.correct(
    readouts.map((readout, index) => ({
      author: 'ann',
      why: `number ${index}`,
      change: ofStatement(readout, index % 3 === 0 ? 'accept' : 'edit', index % 3 === 0 ? {} : { act: 'promise' }),
    })),
  );
  const fates = ['same words', 'same words', 'other words', 'gone'] as const;
  for (const [index, readout] of readouts.entries())
    await ledger.add(readout.document.title ?? '', rereadBy(readout, 'en-newer', fates[index % 4] ?? 'gone'));
  const mine = async (state: string) =>
    (await ledger.corrections({ filter: { state, author: 'ann' }, limit: 1000 })).items.filter(({ why }) =>
      why?.startsWith('number '),
    );
  expect(await mine('applied')).toHaveLength(50);
  expect(await mine('unanchored')).toHaveLength(50);
  const reviews = await Promise.all(readouts.map((readout) => statementOf(readout)));
  const expected = readouts.map((_, index) => {
    const fate = fates[index % 4];
    const review = index % 3 === 0 ? 'accepted' : 'edited';
    return fate === 'same words' ? review : fate === 'other words' ? 'none' : undefined;
  });
  expect(reviews.map((item) => item?.review)).toEqual(expected);
  for (const readout of readouts) await ledger.add(readout.document.title ?? '', readout);
  expect(await mine('applied')).toHaveLength(100);
});
