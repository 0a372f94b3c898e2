import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { madeResponse } from '../../bench/made-warc.ts';
import { run } from '../../src/cli/index.ts';
import { pageOf } from '../support/read-items.ts';
import { testTerminal } from '../support/terminal.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'readout-archives-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const called = async (words: readonly string[], content: string | Uint8Array, name = 'input') => {
  const path = join(folder, name);
  writeFileSync(path, content);
  const terminal = testTerminal();
  const code = await run(['read', path, ...words], terminal);
  return { code, out: terminal.written(), err: terminal.complained().replaceAll(folder, '') };
};
const page = (name: string): Uint8Array => madeResponse(`https://news.example/${name}`, 'text/html', pageOf(name));

test('an archive gives an array, names what is bad in it by its place, and counts', async () => {
  const picture = madeResponse('https://news.example/a.png', 'image/png', Buffer.from('png'));
  const warc = Buffer.concat([page('One'), picture, page('Two').subarray(0, -40)].map((record) => gzipSync(record)));
  const { code, out, err } = await called(['--format', 'json'], warc);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject([
    { document: { title: 'Port One stays open', url: 'https://news.example/One' } },
  ]);
  expect(err).toMatch(/^readout: \/input#3 https:\/\/news\.example\/Two is cut: /m);
  expect(err).toContain('1 of 2 reports read, 1 could not be. 1 record without a report passed over.');
});

test('rows are read by the columns that are told', async () => {
  const table = 'k\tv\nPort One stays open\tThe harbour master said that the port would stay open.\n';
  const { out } = await called(['--format', 'json', '--columns', 'title=k,text=v'], table, 'a.tsv');
  expect(JSON.parse(out)).toMatchObject([{ document: { title: 'Port One stays open' } }]);
});

test.each([
  ['txt=body', 'not "txt"'],
  ['text', 'needs a name for text'],
])('--columns %s is refused before anything is read', async (columns, words) => {
  const { code, err } = await called(['--columns', columns], 'x');
  expect(code).toBe(2);
  expect(err).toContain(words);
});
