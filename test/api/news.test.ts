import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { News } from '../../src/service/index.ts';
import { serveTestLedger, type TestApi } from '../support/api.ts';
import { quarrelReadout } from '../support/made-quarrel.ts';
import { madeReadout } from '../support/made-reading.ts';

let api: TestApi;
/** The entry after each report. */
const after: Record<'made' | 'opening' | 'later' | 'admission', number> = {
  made: 0,
  opening: 0,
  later: 0,
  admission: 0,
};

beforeAll(async () => {
  api = await serveTestLedger();
  after.made = await api.ledger.last();
  for (const which of ['opening', 'later', 'admission'] as const) {
    await api.ledger.add(`${which}.txt`, quarrelReadout(which));
    after[which] = await api.ledger.last();
  }
});
afterAll(() => api.done());

const newsAfter = async (entry: number): Promise<News> =>
  (await api.json(`/api/v1/news?after=${entry}`)).item as unknown as News;

describe('what is new', () => {
  test('after the last entry there is nothing', async () => {
    const news = await newsAfter(after.admission);
    expect(news).toMatchObject({ last: after.admission, reports: [], disputes: [], agenda: [] });
    expect(Object.values(news.counts).every((count) => count === 0)).toBe(true);
    expect(news.afterAt).not.toBeNull();
  });

  test('a new report brings its records, its dispute and its date', async () => {
    const news = await newsAfter(after.made);
    expect(news.counts).toEqual({ reports: 3, statements: 4, events: 2, disputes: 1, agenda: 1 });
    expect(news.reports.map(({ publisher }) => publisher)).toEqual(['Mirror', 'Gazette', 'Courier']);
    expect(news.disputes).toMatchObject([{ change: 'new', before: null }]);
    expect(news.agenda).toMatchObject([{ change: 'new', before: null, item: { summary: { state: 'rescheduled' } } }]);
  });

  test('a date that was moved says what it was before, and what did not change is not told', async () => {
    const news = await newsAfter(after.opening);
    expect(news.disputes).toEqual([]);
    expect(news.agenda).toHaveLength(1);
    expect(news.agenda[0]).toMatchObject({
      change: 'changed',
      before: { state: 'scheduled', when: { start: expect.stringContaining('2026-03-10') } },
      item: { summary: { state: 'rescheduled', when: { start: expect.stringContaining('2026-03-13') } } },
    });
  });

  test('a correction of an old report is no new report', async () => {
    const from = await api.ledger.last();
    const [statement] = madeReadout.statements;
    const [found] = (await api.ledger.statements({ filter: { record: statement?.id } })).items;
    if (found === undefined) throw new Error('The made report has a statement');
    const anchor = {
      kind: 'statement' as const,
      document: found.report.id,
      record: found.id,
      evidence: found.record.cue,
    };
    const change = { action: 'accept' as const, anchor, change: {} };
    await api.ledger.correct([{ author: 'ann', why: null, change }]);
    const { counts } = await newsAfter(from);
    expect(counts).toMatchObject({ reports: 0, statements: 0, events: 0 });
  });

  test('as of a moment it ends there', async () => {
    const { item } = (await api.json(`/api/v1/news?after=0&as_of=2001-01-01`)) as { item: unknown };
    expect(item).toMatchObject({ last: 0, reports: [], afterAt: null });
  });
});

test('the span goes from the first to the last entry', async () => {
  const { item } = (await api.json('/api/v1/span')) as { item: { first: string; last: string; entry: number } };
  expect(item.entry).toBe(await api.ledger.last());
  expect(Date.parse(item.first)).toBeLessThanOrEqual(Date.parse(item.last));
  expect(item.last).toBe((await api.ledger.totals()).last);
});

describe('the words of a dispute', () => {
  const wordsOf = async () => {
    const dispute = (await api.ledger.nodes('dispute', {})).items.find(({ counts }) => counts.reports > 0);
    const all = (await api.ledger.nodes('dispute', {})).items;
    const found = all.find(({ summary }) => summary.claim.kind === 'statement') ?? dispute;
    return (await api.json(`/api/v1/disputes/${encodeURIComponent(found?.id ?? '')}/words`)).item as {
      claim: readonly { reason: string; item: { at: string; record: { act: string } } }[];
      counter: readonly { reason: string; item: { at: string; record: { act: string } } }[];
    };
  };

  test('each side has what it said of it, the oldest first', async () => {
    const { claim, counter } = await wordsOf();
    expect(claim.map(({ reason, item }) => [reason, item.record.act])).toEqual([['told', 'accuse']]);
    expect(counter.map(({ reason, item }) => [reason, item.record.act])).toEqual([
      ['told', 'deny'],
      ['same speaker', 'confirm'],
    ]);
    expect(counter.map(({ item }) => item.at)).toEqual(counter.map(({ item }) => item.at).toSorted());
  });

  test('a claim that is an event has the statements it rests on', async () => {
    const all = (await api.ledger.nodes('dispute', {})).items;
    const found = all.find(({ summary }) => summary.claim.kind === 'event');
    const words = await api.ledger.disputeWords(found?.id ?? '');
    expect(words?.claim.map(({ reason, item }) => [reason, item.kind])).toContainEqual(['told', 'event']);
  });

  test('where there is no such dispute there is nothing', async () => {
    expect((await api.ask('/api/v1/disputes/none/words')).status).toBe(404);
  });
});
