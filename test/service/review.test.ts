import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Event, Readout, Statement } from '../../src/readout/index.ts';
import { type Change, doubtReasons, type RecordItem, reportId } from '../../src/service/index.ts';
import { openTestLedger, type TestLedger } from '../support/ledger.ts';
import { numberedReadout } from '../support/made-readouts.ts';

/** A numbered report whose statement and event are odd in some way. */
const odd = (number: number, said: Partial<Statement>, done: Partial<Event> = {}): Readout => {
  const readout = numberedReadout(number);
  return {
    ...readout,
    statements: readout.statements.map((one) => ({ ...one, ...said })),
    events: readout.events.map((one) => ({ ...one, ...done })),
  };
};

const at = (readout: Readout, words: string) => {
  const start = readout.text.indexOf(words);
  return { start, end: start + words.length, text: words };
};

const plain = numberedReadout(1);
const nobody = odd(2, { speakers: [], source: at(numberedReadout(2), 'Ada Berg') }, { actors: [] });
const itself = odd(3, { speakers: [], source: null }, { recipients: ['actor-berg-3'], realis: 'possible' });
const learned = odd(4, { rule: 'statements/head/claim' }, { actors: ['actor-berg-4'] });
const unnamed = odd(5, { speakers: [], source: { start: 0, end: 0, text: 'an official' } });

let opened: TestLedger;
beforeAll(async () => {
  opened = await openTestLedger();
  for (const [index, readout] of [plain, nobody, itself, learned, unnamed].entries())
    await opened.ledger.add(`${index}.txt`, readout);
});
afterAll(() => opened.done());

const anchorOf = ({ kind, id, report, record }: RecordItem) => ({
  kind,
  document: report.id,
  record: id,
  evidence: 'trigger' in record ? record.trigger : record.cue,
});

const decide = async (item: RecordItem, action: 'accept' | 'reject'): Promise<string> => {
  const change: Change = { action, anchor: anchorOf(item), change: {} };
  const [id = ''] = await opened.ledger.correct([{ author: 'ann', why: null, change }]);
  return id;
};

const reasonsIn = async (readout: Readout): Promise<Record<string, readonly string[]>> => {
  const found = await opened.ledger.doubtful({ document: reportId(readout) });
  return Object.fromEntries(found.map(({ item, reasons }) => [item.kind, reasons.map(({ reason }) => reason)]));
};

describe('what is doubtful', () => {
  test.each<[string, Readout, Record<string, readonly string[]>]>([
    ['nothing about a plain row', plain, {}],
    [
      'a name that was not resolved, a deed of nobody',
      nobody,
      { statement: ['unresolved-speaker'], event: ['nobody-acts'] },
    ],
    [
      'a statement of nobody, a deed to oneself',
      itself,
      { statement: ['source-missing'], event: ['acts-on-itself', 'realis-open'] },
    ],
    ['what the network found alone, a meeting of one', learned, { statement: ['network-only'], event: ['alone'] }],
    ['not that somebody unnamed speaks', unnamed, {}],
  ])('%s', async (_what, readout, expected) => {
    expect(await reasonsIn(readout)).toEqual(expected);
  });

  test('a time that its realis goes against, and one that nothing was made of', async () => {
    const readout = numberedReadout(6);
    const [event] = readout.events;
    if (event === undefined) throw new Error('made without an event');
    const time = { id: 'time-6', span: at(readout, 'round 6'), type: 'DATE' as const, value: '2026-03-06' };
    const found = { ...time, grain: 'day' as const, kind: 'exact' as const, anchor: 'none' as const, rule: 'made' };
    const dated = (value: string | null, realis: Event['realis']): Readout => ({
      ...readout,
      engine: { ...readout.engine, model: `en-${value}-${realis}` },
      times: [{ ...found, value }],
      events: [{ ...event, realis, time: 'time-6' }],
    });
    for (const [value, realis, reasons] of [
      ['2026-03-06', 'actual', ['against-time']],
      ['2026-03-06', 'planned', undefined],
      ['2025-12-06', 'planned', ['against-time']],
      ['2025-12-06', 'actual', undefined],
      [null, 'actual', ['time-open']],
    ] as const) {
      await opened.ledger.add('six.txt', dated(value, realis));
      expect((await reasonsIn(readout)).event, `${value} ${realis}`).toEqual(reasons);
    }
  });
});

describe('the queue', () => {
  test('begins with the weightiest, says why in words, and can be narrowed', async () => {
    const [first, ...rest] = await opened.ledger.doubtful({});
    expect(first?.item.id).toBe('event-3');
    expect(first?.reasons[0]?.words).toContain('same one');
    expect(rest.length).toBeGreaterThan(3);
    const kinds = async (filter: Parameters<typeof opened.ledger.doubtful>[0]) =>
      (await opened.ledger.doubtful(filter)).map(({ item }) => item.id).toSorted();
    expect(await kinds({ kind: 'statement' })).toEqual(['statement-2', 'statement-3', 'statement-4']);
    expect(await kinds({ type: ['CONSULT'], reason: ['nobody-acts', 'alone'] })).toEqual(['event-2', 'event-4']);
    expect(await kinds({ act: ['deny'] })).toEqual([]);
    expect(await kinds({ kind: 'event', act: ['say'] })).toEqual([]);
    expect(await opened.ledger.doubtful({}, 2)).toHaveLength(2);
  });

  test('shrinks with what is decided, and grows with what is undone', async () => {
    const since = new Date().toISOString();
    const before = await opened.ledger.reviewProgress({}, since);
    expect(before).toMatchObject({ decided: 0, isMore: false });
    expect(before.waiting).toBe((await opened.ledger.doubtful({})).length);
    expect(before.reasons.map(({ reason }) => reason)).toEqual(doubtReasons);
    expect(before.reasons.find(({ reason }) => reason === 'network-only')?.waiting).toBe(1);

    const [first] = await opened.ledger.doubtful({});
    if (first === undefined) throw new Error('the queue is empty');
    const id = await decide(first.item, 'accept');
    expect((await opened.ledger.doubtful({})).map(({ item }) => item.id)).not.toContain(first.item.id);
    expect(await opened.ledger.reviewProgress({}, since)).toMatchObject({ decided: 1, waiting: before.waiting - 1 });

    await opened.ledger.undo(id, 'ann', null);
    expect((await opened.ledger.doubtful({}))[0]?.item.id).toBe(first.item.id);
    expect(await opened.ledger.reviewProgress({}, since)).toMatchObject({ decided: 0, waiting: before.waiting });
  });
});

test('both sides of a dispute are doubtful, until it is rejected', async () => {
  const readout = numberedReadout(20);
  const disputed: Readout = {
    ...readout,
    disputes: [
      { id: 'dispute-20', claim: 'event-20', counter: 'statement-20', kind: 'denies', parties: ['actor-rask-20'] },
    ],
  };
  await opened.ledger.add('twenty.txt', disputed);
  expect(await reasonsIn(disputed)).toEqual({ statement: ['disputed'], event: ['disputed'] });
  const { items } = await opened.ledger.nodes('dispute', {});
  const node = items[0]?.id ?? '';
  const change: Change = { action: 'reject-node', kind: 'dispute', node, change: {} };
  await opened.ledger.correct([{ author: 'ann', why: null, change }]);
  expect(await reasonsIn(disputed)).toEqual({});
});

test('what reports say of an actor comes with their words', async () => {
  const { items } = await opened.ledger.nodes('actor', { filter: { name: 'Ada Berg' } });
  const tellings = await opened.ledger.tellings(items[0]?.id ?? '');
  expect(tellings.length).toBeGreaterThanOrEqual(5);
  const telling = tellings.find(({ record }) => record === 'actor-berg-1');
  expect(telling).toMatchObject({ name: 'Ada Berg', role: 'envoy', mentions: 1, report: { publisher: 'Paper 1' } });
  const { start = 0, end = 0, text } = telling?.evidence ?? {};
  expect(plain.text.slice(start, end)).toBe(text);
  expect(text).toBe("Norland's envoy Ada Berg met Sudmark's envoy Olav Rask in Nordhavn for round 1.");
  expect(await opened.ledger.tellings('nobody')).toEqual([]);
});
