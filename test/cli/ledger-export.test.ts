import { readFileSync } from 'node:fs';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { beforeAll, expect, test } from 'vitest';
import { ledgerCommands } from '../support/ledger-commands.ts';

const { called, inFolder } = ledgerCommands();

beforeAll(async () => {
  await called(['add', inFolder()]);
});

const exported = async (...words: readonly string[]): Promise<string> => (await called(['export', ...words])).out;

test('JSON lines, CSV and Parquet hold the same rows', async () => {
  const lines = (await exported('--format', 'jsonl'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.length).toBeGreaterThan(0);
  const csv = (await exported('--format', 'csv')).trimEnd().split('\r\n');
  expect(csv.length).toBe(lines.length + 1);
  const path = inFolder('events.parquet');
  const { err, code } = await called(['export', '--format', 'parquet', '--out', path]);
  expect(code).toBe(0);
  expect(err).toContain(`${lines.length} row`);
  const rows = await parquetReadObjects({ file: await asyncBufferFromFile(path) });
  expect(rows.map(({ record, sentence, realis }) => [record, sentence, realis])).toEqual(
    lines.map(({ id, sentence, record }) => [id, sentence, record.realis]),
  );
});

test('Parquet without rows is a file with columns', async () => {
  const path = inFolder('none.parquet');
  await called(['export', '--format', 'parquet', '--from', '2999-01-01', '--out', path]);
  expect(await parquetReadObjects({ file: await asyncBufferFromFile(path) })).toEqual([]);
  expect((await called(['export', '--format', 'parquet'])).code).toBe(2);
});

test('statements and reports are exported when they are asked for', async () => {
  const statements = (await exported('--of', 'statements', '--format', 'jsonl')).trimEnd().split('\n');
  expect(statements.map((line) => JSON.parse(line).kind)).toEqual(statements.map(() => 'statement'));
  expect((await exported('--of', 'reports')).trimEnd().split('\r\n').length).toBe(3);
});

test('annotations quote words that the report has', async () => {
  const lines = (await exported('--format', 'annotations', '--of', 'statements')).trimEnd().split('\n');
  const text = ['talks.txt', 'denial.txt'].map((name) => readFileSync(inFolder(name), 'utf8')).join('\n');
  for (const line of lines) {
    const { type, target } = JSON.parse(line);
    expect(type).toBe('Annotation');
    for (const { selector } of target) expect(text).toContain(selector.exact);
  }
});

test('a calendar is one, even where nothing is planned', async () => {
  const text = await exported('--format', 'ics');
  expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
  expect(text.trimEnd().endsWith('END:VCALENDAR')).toBe(true);
});
