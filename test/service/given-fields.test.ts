import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EventItem, StatementItem } from '../../src/service/index.ts';
import { reportId } from '../../src/service/index.ts';
import { openTestLedger, type TestLedger } from '../support/ledger.ts';
import { evidence, madeReadout } from '../support/made-reading.ts';

const report = reportId(madeReadout);
const all = { document: report, review: ['none', 'edited', 'accepted', 'rejected'] as const };

let opened: TestLedger;
beforeAll(async () => {
  opened = await openTestLedger();
  await opened.ledger.add('made.txt', madeReadout);
});
afterAll(() => opened.done());

const wordsOf = (words: string, after = '') => {
  const { start, end } = evidence(words, after);
  return { start, end };
};

const edit = (kind: 'statement' | 'event', record: string, change: Record<string, unknown>) => {
  const records = kind === 'statement' ? madeReadout.statements : madeReadout.events;
  const found = records.find(({ id }) => id === record);
  if (found === undefined) throw new Error(`No ${kind} ${record}`);
  const words = 'cue' in found ? found.cue : found.trigger;
  const anchor = { kind, document: report, record, evidence: words };
  return opened.ledger.correct([{ author: 'ann', why: null, change: { action: 'edit', anchor, change } }]);
};

const eventOf = async (id: string): Promise<EventItem | undefined> =>
  (await opened.ledger.events({ filter: all })).items.find((item) => item.id === id);
const statementOf = async (id: string): Promise<StatementItem | undefined> =>
  (await opened.ledger.statements({ filter: all })).items.find((item) => item.id === id);

test('a time is given by its words, with what they mean, and taken away', async () => {
  const [id = ''] = await edit('event', 'event-talks', { time: { ...wordsOf('Friday'), value: '2026-03-13' } });
  expect((await eventOf('event-talks'))?.when?.start).toBe('2026-03-13T00:00:00.000Z');
  const agenda = (await opened.ledger.nodes('agenda', {})).items[0]?.summary;
  expect(agenda?.when?.value).toBe('2026-03-13');
  await opened.ledger.undo(id, 'ann', null);
  expect((await eventOf('event-talks'))?.when?.start).toBe('2026-03-06T00:00:00.000Z');
  await edit('event', 'event-talks', { time: null });
  expect((await eventOf('event-talks'))?.when).toBeNull();
  await edit('event', 'event-talks', { time: wordsOf('Friday') });
  expect(await eventOf('event-talks')).toMatchObject({
    when: { start: '2026-03-06T00:00:00.000Z', grain: 'day' },
    record: { time: 'time-friday' },
  });
});

test('a place is given by its words and its country', async () => {
  await edit('event', 'event-border', { place: { ...wordsOf('the border'), country: 'NOR' } });
  expect((await eventOf('event-border'))?.place).toMatchObject({ name: 'the border', country: 'NOR', lat: null });
});

test('channels, the outer statement and who asserts an event are given', async () => {
  await edit('statement', 'statement-lie', { channel: [wordsOf('Radio Nord')], parent: 'statement-talks' });
  expect((await statementOf('statement-lie'))?.record).toMatchObject({
    channel: [{ name: 'Radio Nord', span: { text: 'Radio Nord' } }],
    parent: 'statement-talks',
  });
  await edit('event', 'event-border', { assertedBy: ['statement-lie'] });
  expect((await eventOf('event-border'))?.record.assertedBy).toEqual(['statement-lie']);
});

test('with its trigger an event’s mention moves', async () => {
  await edit('event', 'event-border', { trigger: wordsOf('crossed the border') });
  expect((await eventOf('event-border'))?.record).toMatchObject({
    trigger: { text: 'crossed the border' },
    mentions: [{ text: 'crossed the border' }],
  });
});

test.each<[string, 'statement' | 'event', string, Record<string, unknown>]>([
  ['a time that is no date', 'event', 'event-talks', { time: { ...wordsOf('Friday'), value: 'soon' } }],
  ['a time outside the text', 'event', 'event-talks', { time: { start: 1, end: 90_000 } }],
  ['a country that is none', 'event', 'event-talks', { place: { ...wordsOf('Friday'), country: 'Norland' } }],
  ['a statement inside itself', 'statement', 'statement-lie', { parent: 'statement-lie' }],
  ['an outer statement that is not there', 'statement', 'statement-lie', { parent: 'statement-none' }],
  ['an asserter that is no statement', 'event', 'event-talks', { assertedBy: ['event-border'] }],
])('%s is refused', async (_what, kind, record, change) => {
  await expect(edit(kind, record, change)).rejects.toMatchObject({ code: 'bad-correction' });
});
