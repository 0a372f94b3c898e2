import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../../src/cli/index.ts';
import { testTerminal } from '../support/terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-same-'));
afterAll(() => rmSync(folder, { recursive: true }));

const paragraphs = [
  'Two ferries stayed in port at Sund on Monday because their crews refused to sail without new life jackets.',
  'The harbour office said that it had ordered two hundred of them in spring, and that the yard had sent the wrong size twice.',
  'Passengers waited in the hall until noon, when buses took them to the bridge at Ansel, forty kilometres up the coast.',
  'A spokesman of the crews said they would look at every single jacket before they went on board again.',
];
const report = (title: string, day: string, shown: readonly string[], credit: string): string =>
  [title, `By ${credit}\n${day}`, ...shown].join('\n\n');

writeFileSync(
  join(folder, 'a-paper.txt'),
  report('Crews want jackets', 'March 3, 2026', paragraphs.slice(0, 3), 'Jane Doe'),
);
writeFileSync(
  join(folder, 'b-wire.txt'),
  report('Ferries stay in port', 'March 2, 2026', paragraphs, 'Jane Doe, Reuters'),
);
writeFileSync(
  join(folder, 'c-other.txt'),
  report(
    'Bridge closed',
    'March 1, 2026',
    ['The bridge at Ansel was closed to lorries on Sunday night after a crack was found in its third pillar.'],
    'John Roe',
  ),
);
writeFileSync(join(folder, 'd-empty.txt'), '');

const called = async (...words: string[]): Promise<{ code: number; out: string; err: string }> => {
  const terminal = testTerminal();
  const code = await run(['same', ...words], terminal);
  return { code, out: terminal.written(), err: terminal.complained() };
};

test('groups the reports that repeat one, the first published on top', async () => {
  const { code, out, err } = await called(folder);
  expect(code).toBe(0);
  const lines = out.split('\n').map((line) => line.replace(`${folder}/`, ''));
  expect(lines).toEqual([
    'Ferries stay in port',
    '  2026-03-02  b-wire.txt  first here, credits Reuters',
    expect.stringMatching(/^ {2}2026-03-03 {2}a-paper\.txt {2}shortened to \d\d %$/),
    '',
    '3 reports, 2 origins.',
    '',
  ]);
  expect(err).toContain('d-empty.txt');
});

test('as JSON every report has its origin', async () => {
  const traced = JSON.parse((await called(folder, '--format', 'json')).out);
  expect(traced).toMatchObject([
    { name: join(folder, 'c-other.txt'), origin: { kind: 'own', of: null, likeness: null } },
    { name: join(folder, 'b-wire.txt'), origin: { kind: 'wire', agency: 'Reuters', id: join(folder, 'b-wire.txt') } },
    {
      title: 'Crews want jackets',
      published: '2026-03-03',
      origin: {
        kind: 'copy',
        likeness: 'cut',
        of: join(folder, 'b-wire.txt'),
        id: join(folder, 'b-wire.txt'),
        here: 1,
      },
    },
  ]);
  const lines = (await called(folder, '--format', 'jsonl')).out.trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(traced);
});

test('reports that have nothing in common are said to', async () => {
  const { out } = await called(join(folder, 'b-wire.txt'), join(folder, 'c-other.txt'));
  expect(out).toBe('2 reports, 2 origins: none repeats another.\n');
});

test('nothing that can be read is a failure', async () => {
  const { code, out } = await called(join(folder, 'd-empty.txt'));
  expect([code, out]).toEqual([1, '']);
});
