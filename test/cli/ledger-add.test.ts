import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ledgerCommands } from '../support/ledger-commands.ts';

const { called, asked, inFolder, ledger } = ledgerCommands();

test('reports are added once, however often they are named', async () => {
  const first = await called(['add', inFolder()]);
  expect(first.err).toContain('2 reports added.');
  expect(first.err).toContain('holds 2 reports · 2 origins');
  expect(first.code).toBe(0);
  const again = await called(['add', inFolder(), inFolder('talks.txt')]);
  expect(again.err).toContain('0 reports added, 2 known from before.');
  expect(again.code).toBe(0);
});

test('what cannot be read is told, kept, and tried again with --retry', async () => {
  const path = inFolder('late.html');
  writeFileSync(path, new Uint8Array([0, 1, 2, 3, 255, 254, 0, 0]));
  const failed = await called(['add', path]);
  expect(failed.code).toBe(1);
  expect(failed.err).toContain('1 could not be read (readout add --retry tries them again)');
  writeFileSync(
    path,
    'Norland Votes\n\nNORDHAVN, March 5, 2026 (AP) - Norland’s parliament approved the budget, the speaker said.',
  );
  const retried = await called(['add', '--retry']);
  expect(retried.err).toContain('1 report added');
  expect((await called(['add', '--retry'])).err).toContain('nothing failed before');
});

test('an input that is not there is told and stops none of the others', async () => {
  const { err, code } = await called(['add', inFolder('nix.txt'), inFolder('talks.txt')]);
  expect(err).toContain('there is no such file');
  expect(err).toContain('1 known from before, 1 input not found');
  expect(code).toBe(0);
});

test('words find statements, events and reports, with the words that they rest on', async () => {
  const { out, code } = await called(['search', 'troops']);
  expect(code).toBe(0);
  expect(out).toContain('── STATEMENTS ─');
  expect(out).toContain('"Sudmark has moved troops across the border,"');
  expect(out).toContain('── REPORTS ─');
  const items = await asked('search', 'troops', '--kind', 'statements');
  expect(items.length).toBeGreaterThan(1);
  for (const item of items) expect(JSON.stringify(item.record.content)).toContain('troops');
});

test('filters leave out what is not asked for', async () => {
  const acts = (await asked('search', 'troops', '--act', 'deny')).map(
    (item: { record: { act: string } }) => item.record.act,
  );
  expect(acts).toEqual(['deny']);
  const titles = (await asked('search', 'border', '--actor', 'Ada Berg')).map(
    ({ report }: { report: { title: string } }) => report.title,
  );
  expect(new Set(titles)).toEqual(new Set(['Norland and Sudmark to Hold Talks']));
  expect(await asked('search', 'troops', '--from', '2026-03-04')).toEqual([]);
  expect((await called(['search', 'troops', '--act', 'shout'])).code).toBe(2);
  expect((await called(['search', 'troops', '--actor', 'Nobody Knows'])).err).toContain(
    'Nobody in this ledger is called',
  );
});

test('nothing was known before the first report came', async () => {
  expect(await asked('search', 'troops', '--as-of', '2020-01-01')).toEqual([]);
  expect((await called(['search', 'troops', '--as-of', 'then'])).code).toBe(2);
});

test('CSV has a header and a line for each row', async () => {
  const { out } = await called(['search', 'troops', '--kind', 'statements', '--format', 'csv']);
  const [head = '', ...rows] = out.trimEnd().split('\r\n');
  expect(head.split(',').slice(0, 3)).toEqual(['kind', 'record', 'node']);
  expect(rows.length).toBe((await asked('search', 'troops', '--kind', 'statements')).length);
});

test('a person, a report and a record are shown with their evidence', async () => {
  const person = await called(['show', 'ada berg']);
  expect(person.out).toContain('Ada Berg');
  expect(person.out).toMatch(/roles +.*foreign minister \(\d/);
  const [item] = await asked('search', 'troops', '--act', 'deny');
  const report = await called(['show', item.report.id.slice(0, 10)]);
  expect(report.out).toContain('Sudmark Denies Crossing Border');
  expect(report.out).toContain('── SAID ─');
  const record = await called(['show', `${item.report.id.slice(0, 12)}/${item.id}`]);
  expect(record.out).toContain('it had moved troops across the border');
  expect(record.out).toMatch(/rule +statements\//);
  expect((await called(['show', 'xyzzy'])).err).toContain('Nothing in this ledger is called "xyzzy"');
});

test('actors are listed with who they are', async () => {
  const { out } = await called(['actors', 'stein']);
  expect(out).toContain('Olaf Stein');
  expect(out).toMatch(/actor:[0-9a-f]+/);
});

test('what is planned is on the agenda, with the words of the report, and in a calendar', async () => {
  const [item] = await asked('agenda', '--from', '2026-03-06', '--until', '2026-03-07');
  expect(item.summary.when.value).toBe('2026-03-06');
  expect((await called(['agenda'])).out).toMatch(/Fri 2026-03-06 .*CONSULT/);
  const { out } = await called(['agenda', '--format', 'ics']);
  expect(out).toContain('DTSTART;VALUE=DATE:20260306');
  expect(out).toContain(`UID:${item.id}@readout`);
});

test('a dispute is listed with the words of both sides', async () => {
  expect((await called(['disputes'])).out).toContain('Nothing in this ledger is denied');
  await called(['add', 'examples/reports/03-planned-call.md']);
  const { out } = await called(['disputes']);
  expect(out).toContain('Turkey disputes how it was put · what ');
  expect(out).toContain('“It Told Madagascar');
  expect(out).toContain('“French Claim It Told Madagascar');
});

test('the timeline has each event once, in the order of their days, and counts them', async () => {
  const items: { when: { start: string } | null; node: string }[] = await asked('timeline');
  const days = items.flatMap(({ when }) => when?.start ?? []);
  expect(days.length).toBeGreaterThan(0);
  expect(days).toEqual(days.toSorted());
  expect(new Set(items.map(({ node }) => node)).size).toBe(items.length);
  const counts: { start: string; events: number }[] = await asked('timeline', '--count', 'month');
  expect(counts.map(({ start }) => start)).toContain('2026-03-01');
});

test('where there is no ledger, the command says how one is made, and makes none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-none-'));
  const { err, code } = await called(['actors', '--ledger', join(folder, 'none')]);
  expect(code).toBe(1);
  expect(err).toContain('readout add FILE...');
  rmSync(folder, { recursive: true });
});

test('a command that failed leaves the ledger free for the next', async () => {
  await called(['search', 'troops', '--actor', 'Nobody Knows', '--ledger', ledger()]);
  expect((await called(['actors'])).code).toBe(0);
});
