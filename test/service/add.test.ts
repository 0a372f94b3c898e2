import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportId } from '../../src/service/index.ts';
import { documentId } from '../../src/text/index.ts';
import { openTestLedger, type TestLedger } from '../support/ledger.ts';
import { numberedReadout } from '../support/made-readouts.ts';

let opened: TestLedger;
beforeAll(async () => {
  opened = await openTestLedger();
});
afterAll(() => opened.done());

test('the same report by the same engine again changes nothing', async () => {
  const { ledger } = opened;
  expect((await ledger.add('a', numberedReadout(1))).outcome).toBe('added');
  const before = await ledger.totals();
  expect((await ledger.add('a', numberedReadout(1))).outcome).toBe('known');
  expect(await ledger.totals()).toEqual(before);
});

test('another engine takes the place of the one before, and what it read before can be asked', async () => {
  const { ledger } = opened;
  const readout = numberedReadout(2);
  await ledger.add('b', readout);
  const before = new Date().toISOString();
  await new Promise((later) => setTimeout(later, 5));
  const newer = { ...readout, engine: { ...readout.engine, model: 'en-newer' }, statements: [] };
  expect((await ledger.add('b', newer)).outcome).toBe('read again');
  const filter = { document: reportId(readout) };
  expect((await ledger.statements({ filter })).items).toEqual([]);
  expect((await ledger.statements({ filter, asOf: before })).items).toHaveLength(1);
  expect((await ledger.report(reportId(readout)))?.readout.engine.model).toBe('en-newer');
  expect((await ledger.report(reportId(readout), before))?.readout.engine.model).toBe('en-made');
});

test('two engines are compared by what both read, however they are named', async () => {
  const { ledger } = opened;
  const readout = numberedReadout(2);
  for (const [a, b] of [
    ['/en-made/en-made', 'en-newer'],
    ['0.0.0/en-made/en-made', '/en-newer/'],
  ] as const) {
    const { counts, differences } = await ledger.diff(a, b);
    expect(counts).toEqual({
      statement: { added: 0, removed: 1, changed: 0 },
      event: { added: 0, removed: 0, changed: 0 },
    });
    expect(differences).toMatchObject([
      { change: 'removed', document: reportId(readout), record: 'statement-2', after: null },
    ]);
  }
  expect((await ledger.diff('en-newer', '0.0.0/en-made')).counts?.statement.added).toBe(1);
  await expect(ledger.diff('en-none', 'en-newer')).rejects.toMatchObject({
    code: 'bad-engine',
    data: { known: ['0.0.0/en-made/en-made', '0.0.0/en-newer/en-made'] },
  });
  await expect(ledger.diff('0.0.0', 'en-newer')).rejects.toMatchObject({ code: 'bad-engine' });
});

test('one wire story in two papers is two reports of one origin', async () => {
  const { ledger } = opened;
  const one = numberedReadout(3);
  const long = Array.from(
    { length: 40 },
    (_, index) => `Sentence ${index} says that the talks of day ${index * 7} went on behind closed doors.`,
  ).join(' ');
  const withText = (readout: typeof one, url: string) => {
    const text = `${readout.text} ${long}`;
    return {
      ...readout,
      text,
      document: {
        ...readout.document,
        id: documentId(text),
        url,
        publisher: null,
        blocks: [{ kind: 'paragraph' as const, span: { start: 0, end: text.length, text } }],
      },
    };
  };
  const a = await ledger.add('c', withText(one, 'https://courier.example/talks'));
  const b = await ledger.add('d', withText(one, 'https://tribune.example/world/talks'));
  const again = await ledger.add('e', withText(one, 'https://www.tribune.example/world/talks?utm_source=x'));
  expect(again).toEqual({ id: b.id, outcome: 'known' });
  expect(b.id).not.toBe(a.id);
  const copy = await ledger.report(b.id);
  expect(copy).toMatchObject({ origin: a.id, likeness: 'verbatim', family: 'tribune' });
});

test('what could not be read is listed until it could', async () => {
  const { ledger } = opened;
  await ledger.fail('page.html', 'not-a-report', 'page.html holds no report.');
  expect(await ledger.failures()).toMatchObject([{ name: 'page.html', code: 'not-a-report' }]);
  await ledger.add('page.html', numberedReadout(4));
  expect(await ledger.failures()).toEqual([]);
});

test('text with the character nought and halves of letters is taken in as it is', async () => {
  const { ledger } = opened;
  const readout = numberedReadout(5);
  const text = `${readout.text} nought \u0000 and half \ud83d.`;
  const statements = readout.statements.map((statement) => ({
    ...statement,
    content: [{ start: 0, end: text.length, text }],
  }));
  const document = { ...readout.document, id: documentId(text), url: null, title: 'nought \u0000' };
  const { id } = await ledger.add('odd \u0000', { ...readout, text, statements, document });
  expect((await ledger.statements({ filter: { document: id } })).items[0]?.record.content[0]?.text).toContain(
    'nought \uFFFD and half \uFFFD.',
  );
  expect((await ledger.report(id))?.readout.text).toBe(text);
});

test('whoever listens hears of each entry, until they stop', async () => {
  const { ledger } = opened;
  const heard: (string | null)[] = [];
  const stop = ledger.listen(({ kind, document }) => heard.push(kind, document));
  const readout = numberedReadout(6);
  await ledger.add('f', readout);
  stop();
  await ledger.add('g', numberedReadout(7));
  expect(heard).toEqual(['read', reportId(readout)]);
});

test('pages follow each other without a gap or a repetition', async () => {
  const { ledger } = opened;
  for (let number = 20; number < 45; number += 1) await ledger.add(`h${number}`, numberedReadout(number));
  const ids: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await ledger.statements({ limit: 4, cursor });
    ids.push(...page.items.map((item) => `${item.report.id} ${item.id}`));
    cursor = page.next;
    if (cursor === null) break;
  }
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe((await ledger.totals()).statements);
});

test.each([
  '',
  'x',
  'W10',
  Buffer.from('[1,2]').toString('base64url'),
  Buffer.from('["2020","x"]').toString('base64url'),
])('the cursor "%s" is refused', async (cursor) => {
  await expect(opened.ledger.statements({ cursor })).rejects.toMatchObject({ code: 'bad-cursor' });
});

test.each(['yesterday', '2026-13-01', '2026-01-01T99:00', "'; drop table documents; --"])(
  'the moment "%s" is refused',
  async (asOf) => {
    await expect(opened.ledger.statements({ asOf })).rejects.toMatchObject({ code: 'bad-moment' });
  },
);
