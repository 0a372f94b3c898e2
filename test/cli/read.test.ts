import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.ts';
import { type Readout, readoutSchema } from '../../src/readout/index.ts';
import { type TestTerminalOptions, testTerminal } from '../support/terminal.ts';

let folder: string;
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const report = (day: string): string =>
  `Norland to Hold Talks\n\nNORDHAVN, ${day} (Reuters) - Norland’s foreign minister, Ada Berg, said on Monday that she would meet rebels.\n`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'readout-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const called = async (words: readonly string[], options: TestTerminalOptions = {}) => {
  const terminal = testTerminal(options);
  const code = await run(words, terminal);
  return { code, out: terminal.written(), err: terminal.complained() };
};

const readouts = (jsonl: string): Readout[] =>
  jsonl.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));

test('one file gives one object, which keeps the contract', async () => {
  const { code, out, err } = await called(['read', file('one.txt', report('March 2, 2026')), '--format', 'json']);
  expect(err).toBe('');
  expect(code).toBe(0);
  const readout = readoutSchema.parse(JSON.parse(out));
  expect(readout.statements.length).toBeGreaterThan(0);
});

test('standard input is read as a report', async () => {
  const { code, out } = await called(['read', '-', '--format', 'jsonl'], { stdin: report('March 2, 2026') });
  expect(code).toBe(0);
  expect(readouts(out)[0]?.text).toContain('Ada Berg');
});

test('several files give an array, and the same report the same readout', async () => {
  const paths = [file('a.txt', report('March 2, 2026')), file('b.txt', report('March 2, 2026'))];
  const { out } = await called(['read', ...paths, '--format', 'json']);
  const [first, second, ...others]: unknown[] = JSON.parse(out);
  expect(others).toEqual([]);
  expect(second).toEqual(first);
});

test('a folder and a glob are searched', async () => {
  mkdirSync(join(folder, 'many/deep'), { recursive: true });
  for (const name of ['many/a.txt', 'many/b.md', 'many/deep/c.html', 'many/skipped.png'])
    file(name, `${report('March 2')}<p>x</p>`);
  expect(readouts((await called(['read', join(folder, 'many'), '--format', 'jsonl'])).out)).toHaveLength(3);
  expect(readouts((await called(['read', join(folder, 'many/*.md'), '--format', 'jsonl'])).out)).toHaveLength(1);
});

test('--as-of resolves times and says so, whatever the report gives', async () => {
  const path = file('undated.txt', 'Ada Berg, the foreign minister, said on Monday that she was ready to resign.\n');
  const undated = readouts((await called(['read', path, '--format', 'jsonl'])).out)[0];
  expect(undated?.warnings.map(({ code }) => code)).toEqual(['no-date']);
  expect(undated?.times.map(({ kind }) => kind)).toEqual(['unresolved']);
  const dated = readouts((await called(['read', path, '--format', 'jsonl', '--as-of', '2026-03-04'])).out)[0];
  expect(dated?.times.map(({ value }) => value)).toEqual(['2026-03-02']);
  expect(dated?.warnings.map(({ code }) => code)).toEqual(['as-of']);
  expect(dated?.document.published).toBeNull();
});

describe('bad input', () => {
  const good = (): string => file('good.txt', report('March 2, 2026'));
  const expectClear = (err: string, ...parts: readonly string[]): void => {
    for (const part of parts) expect(err).toContain(part);
    expect(err).not.toMatch(/\n\s+at |\[object|undefined/);
  };

  const cases: readonly (readonly [string, string, string | Uint8Array, string])[] = [
    ['an empty file', 'empty.txt', '', 'is empty'],
    ['a file of blanks', 'blank.txt', ' \n\t\n', 'is empty'],
    [
      'a picture',
      'picture.txt',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1, 0, 2]),
      'picture.txt',
    ],
    [
      'bytes of no kind',
      'noise.txt',
      Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256),
      'noise.txt',
    ],
    ['HTML without an article', 'nav.html', '<html><body><nav><a href="/">Home</a></nav></body></html>', 'nav.html'],
    ['a feed', 'feed.xml', '<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>', 'feed'],
    ['50 MB of text', 'huge.txt', new Uint8Array(50_000_000).fill(0x61), 'limit of 10 MB'],
  ];

  test.each(cases)('%s is refused by name, and its sibling is read', async (_what, name, content, message) => {
    const path = file(name, content);
    const alone = await called(['read', path]);
    expect(alone.code).toBe(1);
    expectClear(alone.err, path, message);
    expect(alone.out).toBe('');
    const beside = await called(['read', path, good(), '--format', 'jsonl']);
    expect(beside.code).toBe(0);
    expectClear(beside.err, path, '1 of 2 inputs read');
    expect(readouts(beside.out)).toHaveLength(1);
  });

  test('a file that is not there, a pattern without a match, a folder without reports', async () => {
    const missing = await called(['read', join(folder, 'gone.txt'), join(folder, 'gone-*.txt')]);
    expect(missing.code).toBe(1);
    expectClear(missing.err, 'gone.txt', 'gone-*.txt');
    mkdirSync(join(folder, 'bare'));
    const bare = await called(['read', join(folder, 'bare')]);
    expect(bare.code).toBe(1);
    expectClear(bare.err, 'bare');
  });

  test.skipIf(process.getuid?.() === 0)(
    'a file without permission among a hundred loses none of the others',
    async () => {
      mkdirSync(join(folder, 'hundred'));
      for (let index = 0; index < 100; index += 1) file(`hundred/${index}.txt`, report('March 2, 2026'));
      chmodSync(join(folder, 'hundred/50.txt'), 0);
      const { code, out, err } = await called(['read', join(folder, 'hundred'), '--format', 'jsonl']);
      expect(code).toBe(0);
      expectClear(err, '50.txt', '99 of 100 inputs read');
      expect(readouts(out)).toHaveLength(99);
    },
  );

  test('an unreadable file among a hundred loses none of the others', async () => {
    mkdirSync(join(folder, 'crowd'));
    for (let index = 0; index < 100; index += 1)
      file(`crowd/${index}.txt`, index === 50 ? '' : report('March 2, 2026'));
    const { code, out, err } = await called(['read', join(folder, 'crowd'), '--format', 'jsonl']);
    expect(code).toBe(0);
    expectClear(err, '50.txt', '99 of 100 inputs read');
    expect(readouts(out)).toHaveLength(99);
  });

  const odd: readonly (readonly [string, string, string | Uint8Array])[] = [
    ['a sentence of 200,000 words', 'long.txt', 'the minister and the council went on '.repeat(28_572)],
    ['deep nesting', 'deep.html', `<article>${'<div>'.repeat(20_000)}<p>${report('March 2')}</p>`],
    [
      'lone surrogates',
      'surrogates.txt',
      new Uint8Array([...Buffer.from('Ada Berg said \ud800 no. '.repeat(20), 'utf16le')]),
    ],
    [
      'Windows-1252',
      'latin.txt',
      Buffer.from('Ada Berg said: \x93No.\x94 The caf\xe9 was full.\n'.repeat(5), 'latin1'),
    ],
    [
      'UTF-16 with a mark',
      'wide.txt',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(report('March 2'), 'utf16le')]),
    ],
    ['brackets that never close', 'brackets.md', `# x\n\n${'[('.repeat(50_000)}`],
    ['marks and joiners', 'marks.txt', `Ada Berg\u200b said\u00a0"no"\u200d 👩‍👩‍👧 ${'e\u0301'.repeat(1000)}\n`],
  ];

  test.each(odd)(
    '%s is read, or refused by name, in time',
    async (_what, name, content) => {
      const path = file(name, content);
      const { code, out, err } = await called(['read', path, '--format', 'jsonl']);
      if (code === 0) for (const readout of readouts(out)) readoutSchema.parse(readout);
      else expectClear(err, path);
    },
    300_000,
  );

  test('a codebook that is not there or cannot be read is told, not thrown', async () => {
    const gone = await called(['read', good(), '--codebook', join(folder, 'no-codebook')]);
    expect(gone.code).toBe(1);
    expectClear(gone.err, '--codebook', 'no-codebook');
    mkdirSync(join(folder, 'codebook'));
    file('codebook/bad.yaml', 'events:\n  - id: [unclosed\n');
    const bad = await called(['read', good(), '--codebook', join(folder, 'codebook')]);
    expect(bad.code).toBe(1);
    expectClear(bad.err, 'bad.yaml:');
  });
});

test('tree prints CoNLL-U with paragraphs, ranges and spacing', async () => {
  const path = file('tree.txt', "Talks Fail\n\nAda Berg didn't come. She won't.\n");
  const { code, out } = await called(['tree', path]);
  expect(code).toBe(0);
  expect(out).toContain(`# newdoc id = ${path}\n`);
  expect(out.match(/# newpar id/g)).toHaveLength(2);
  expect(out).toMatch(/\n\d+-\d+\tdidn't\t_/);
  const words = out.split('\n').filter((line) => /^\d+\t/.test(line));
  for (const line of words) expect(line.split('\t')).toHaveLength(10);
  expect(out).toMatch(/\tcome\t.*\tSpaceAfter=No\n/);
  expect(out.endsWith('\n\n')).toBe(true);
});

test('stages prints the pipeline, and each stage has what it requires', async () => {
  const { code, out } = await called(['stages']);
  expect(code).toBe(0);
  expect(out.split('\n')[0]).toMatch(/^stage\s+requires\s+adds$/);
});
