import { readFileSync } from 'node:fs';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { beforeAll, expect, test } from 'vitest';
import { ledgerCommands } from '../support/ledger-commands.ts';

const { called, inFolder } = ledgerCommands();

beforeAll(async () => {
  await called(['add', inFolder()]);
});

const exported = async (...words: readonly string[]): Promise<string> => (await called(['export', ...words])).out;
const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t'));

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

test('the columns of POLECAT stand in their order, and each row has all of them', async () => {
  const [head = [], ...rows] = rowsOf(await exported('--format', 'polecat'));
  expect(head.length).toBe(40);
  expect([head[0], head[2], head[7], head[15], head[33], head[39]]).toEqual([
    'Event ID',
    'Event Type',
    'Actor Name',
    'Recipient Name',
    'Source',
    'Version',
  ]);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row.length).toBe(40);
  expect(rows.map((row) => row[2])).toContain('ASSAULT');
  expect(rows.find((row) => row[2] === 'ASSAULT')?.[5]).toBe('Material Conflict');
});

test('the columns of GDELT stand in their order, and each row has all of them', async () => {
  const [head = [], ...rows] = rowsOf(await exported('--format', 'gdelt'));
  expect(head.length).toBe(61);
  expect([head[0], head[6], head[26], head[30], head[56], head[60]]).toEqual([
    'GlobalEventID',
    'Actor1Name',
    'EventCode',
    'GoldsteinScale',
    'ActionGeo_Lat',
    'SOURCEURL',
  ]);
  for (const row of rows) expect(row.length).toBe(61);
  const attack = rows.find((row) => row[28] === '18');
  expect(attack?.slice(26, 31)).toEqual(['180', '180', '18', '4', '-9']);
  expect(attack?.[1]).toBe('20260302');
});

test('what only was planned or denied is no row of them, unless it is asked for', async () => {
  const actual = rowsOf(await exported('--format', 'polecat')).length;
  const all = rowsOf(
    await exported('--format', 'polecat', '--realis', 'actual,planned,negated,possible,expected'),
  ).length;
  expect(all).toBeGreaterThan(actual);
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
