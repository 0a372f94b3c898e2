import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecordItem } from '../../src/service/index.ts';
import { serveTestApp, type TestApp } from '../support/web-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await serveTestApp();
});
afterAll(() => app?.done());

/** What a button saves, and what it is called. */
const saved = async (page: Page, button: string): Promise<{ readonly name: string; readonly text: string }> => {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
};

const namesOf = (actors: readonly { readonly name: string }[]): string => actors.map(({ name }) => name).join('; ');

/** A row of the file as the record says it. */
const expected = (item: RecordItem) => ({
  kind: item.kind,
  report: item.report.id,
  record: item.id,
  published: item.report.published ?? '',
  publisher: item.report.publisher ?? '',
  who: namesOf(item.kind === 'statement' ? item.speakers : item.actors),
  whom: item.kind === 'statement' ? '' : namesOf(item.recipients),
  act_or_type: item.kind === 'statement' ? item.record.act : item.record.type,
  realis: item.kind === 'statement' ? '' : item.record.realis,
  words: item.kind === 'statement' ? item.record.content.map(({ text }) => text).join(' … ') : item.sentence,
});

const rowsIn = (csv: string): readonly Record<string, string>[] =>
  parse(csv, { columns: true, record_delimiter: '\r\n' });

describe.each(['statements', 'events'] as const)('%s', (kind) => {
  test('as CSV are all rows that the table shows, in its order', async () => {
    const { page, complaints } = await app.open(`/${kind}`);
    const { name, text } = await saved(page, 'Save as CSV');
    const { items } = await app.ledger[kind]({ limit: 1000 });
    expect(name).toBe(`${kind}.csv`);
    expect(items.length).toBeGreaterThan(12);
    expect(rowsIn(text)).toEqual(items.map(expected));
    await page.getByText(`${items.length} rows saved.`).waitFor();
    expect(complaints).toEqual([]);
  });

  test('as JSONL are the records themselves, a line each', async () => {
    const { page } = await app.open(`/${kind}`);
    const { name, text } = await saved(page, 'Save as JSONL');
    const { items } = await app.ledger[kind]({ limit: 1000 });
    expect(name).toBe(`${kind}.jsonl`);
    expect(text.endsWith('\n')).toBe(true);
    expect(
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(JSON.parse(JSON.stringify(items)));
  });
});

test('what is narrowed, and the moment, hold for the file too', async () => {
  const { page } = await app.open('/statements?text=%22item+7%22');
  const rows = rowsIn((await saved(page, 'Save as CSV')).text);
  expect(rows.map(({ words }) => words)).toEqual([expect.stringContaining('We made headway on item 7')]);
  const past = await app.open('/statements?as_of=2001-01-01');
  expect(rowsIn((await saved(past.page, 'Save as CSV')).text)).toEqual([]);
});
