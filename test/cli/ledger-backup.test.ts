import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyLedgerFolder } from '../support/ledger.ts';
import { ledgerCommands } from '../support/ledger-commands.ts';

const { called, asked, inFolder, ledger } = ledgerCommands();
const made: string[] = [];
let backup = '';

beforeAll(async () => {
  await called(['add', inFolder()]);
  const [item] = await asked('search', 'troops', '--act', 'deny');
  await called(['correct', 'accept', `${item.report.id.slice(0, 12)}/${item.id}`, '--by', 'ann']);
  backup = inFolder('ledger.gz');
  expect((await called(['backup', backup])).err).toContain('3 entries in');
});
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

const empty = async (): Promise<string> => {
  const folder = await emptyLedgerFolder();
  made.push(folder);
  return folder;
};

test('a restored ledger answers as the one that was backed up', async () => {
  const folder = await empty();
  const { code, err } = await called(['restore', backup, '--ledger', folder]);
  expect(err).toContain('holds 2 reports');
  expect(code).toBe(0);
  const there = await called(['search', 'troops', '--format', 'json', '--ledger', folder]);
  expect(there.out).toBe((await called(['search', 'troops', '--format', 'json'])).out);
  const times = (text: string): string[] => JSON.parse(text).map(({ at }: { at: string }) => at);
  const corrections = await called(['corrections', '--format', 'json', '--ledger', folder]);
  expect(times(corrections.out)).toEqual(times((await called(['corrections', '--format', 'json'])).out));
});

test('a ledger that is not empty is refused', async () => {
  const { code, err } = await called(['restore', backup]);
  expect(code).toBe(1);
  expect(err).toContain('this ledger is not empty');
  expect(ledger()).not.toBe('');
});

const lines = (): string[] => gunzipSync(readFileSync(backup)).toString('utf8').split('\n').slice(0, -1);
const packed = (kept: readonly string[]): Buffer => gzipSync(kept.map((line) => `${line}\n`).join(''));

const damages: readonly (readonly [string, () => Uint8Array, string])[] = [
  ['cut off in the middle of the packed bytes', () => readFileSync(backup).subarray(0, -40), 'cut off'],
  ['without its last line', () => packed(lines().slice(0, -1)), 'cut off'],
  ['without an entry', () => packed(lines().filter((_, index) => index !== 2)), 'should hold entry 2'],
  [
    'without its last entry',
    () => packed(lines().filter((_, index) => index !== 3)),
    'holds 2 entries and should hold 3',
  ],
  ['with a word altered', () => packed(lines().map((line) => line.replace('Sudmark', 'Südmark'))), 'altered'],
  ['that is some other file', () => gzipSync('{"a":1}\n{"b":2}\n'), 'no backup of a ledger'],
  ['that is empty', () => gzipSync(''), 'no backup of a ledger'],
  ['that is not packed', () => Buffer.from('words'), 'no gzip file'],
];

test.each(damages)('a backup %s is refused before anything is made', async (_what, bytes, message) => {
  const path = inFolder('damaged.gz');
  writeFileSync(path, bytes());
  const folder = join(mkdtempSync(join(tmpdir(), 'readout-restore-')), 'new');
  made.push(join(folder, '..'));
  const { code, err } = await called(['restore', path, '--ledger', folder]);
  expect(err).toContain(message);
  expect(code).toBe(1);
  expect(existsSync(folder)).toBe(false);
});

test('the doctor finds a whole ledger well', async () => {
  const { code, out } = await called(['doctor']);
  expect(out).toMatch(/ok +journal +3 entries/);
  expect(out).not.toContain('BAD');
  expect(code).toBe(0);
});

test('the doctor says what is wrong with a damaged journal', async () => {
  const folder = await empty();
  await called(['restore', backup, '--ledger', folder]);
  const journal = join(folder, 'journal', '000000000001.log');
  const bytes = readFileSync(journal);
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  writeFileSync(journal, bytes);
  const { code, out } = await called(['doctor', '--ledger', folder]);
  expect(code).toBe(1);
  expect(out).toMatch(/BAD +journal/);
});
