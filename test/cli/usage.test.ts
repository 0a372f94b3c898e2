import { expect, test } from 'vitest';
import { commands, run, version } from '../../src/cli/index.ts';
import { nearest } from '../../src/text/nearest.ts';
import { testTerminal } from '../support/terminal.ts';

const called = async (words: string): Promise<{ code: number; out: string; err: string }> => {
  const terminal = testTerminal();
  const code = await run(words === '' ? [] : words.split(' '), terminal);
  return { code, out: terminal.written(), err: terminal.complained() };
};

test.each([
  ['reed x.txt', 'Unknown command reed. Did you mean read?'],
  ['frobnicate', 'Unknown command frobnicate.\n'],
  ['--versoin', 'Unknown option --versoin. Did you mean --version?'],
  ['read x.txt --fromat json', 'Unknown option --fromat. Did you mean --format?'],
  ['read x.txt --expl', 'Unknown option --expl. Did you mean --explain?'],
  ['read x.txt --zzz', 'Unknown option --zzz.\n'],
  ['read x.txt -f json', 'Unknown option -f.'],
  ['read x.txt --format', '--format needs a value: --format FORMAT.'],
  ['read x.txt --format --explain', '--format needs a value: --format FORMAT.'],
  [
    'read x.txt --format jsno',
    '--format is one of text, json, jsonl, markdown, html, ics, annotations, not "jsno". Did you mean json?',
  ],
  ['read x.txt --explain=yes', '--explain takes no value.'],
  ['read x.txt --as-of yesterday', '--as-of needs a date such as 2026-03-02, not "yesterday".'],
  ['read x.txt --as-of 2026-02-30', '--as-of needs a date such as 2026-03-02, not "2026-02-30".'],
  ['read x.txt --as-of 2026-13-01', '--as-of needs a date'],
  ['read', 'readout read needs FILE|FOLDER|GLOB|URL|-...'],
  ['tree', 'readout tree needs FILE'],
  ['stages now', 'readout stages takes no arguments: what is "now"?'],
  ['eval', 'readout eval needs --gold DIR'],
  ['eval --gold x --task statement', 'not "statement". Did you mean statements?'],
  ['eval --gold x --split train', '--split is one of dev, test, not "train".'],
])('readout %s is refused with a hint', async (words, message) => {
  const { code, out, err } = await called(words);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err).toContain('See: readout ');
  expect(err).not.toMatch(/\n\s+at /);
  expect(out).toBe('');
});

test.each(['--help', '-h', 'help'])('readout %s tells every command', async (words) => {
  const { code, out } = await called(words);
  expect(code).toBe(0);
  for (const { name, summary } of commands) {
    expect(out).toContain(name);
    expect(out).toContain(summary);
  }
});

test.each(commands.map((command) => [command.name, command] as const))(
  'readout %s --help tells its options',
  async (name, command) => {
    for (const words of [`${name} --help`, `help ${name}`, `${name} -h`]) {
      const { code, out } = await called(words);
      expect(code).toBe(0);
      expect(out).toContain(`Usage: readout ${name}`);
      for (const option of command.options) expect(out).toContain(`--${option.name}`);
    }
  },
);

test('without a command it shows help and says by its exit code that nothing was done', async () => {
  const { code, out } = await called('');
  expect(code).toBe(2);
  expect(out).toContain('Usage: readout COMMAND');
});

test('--version is that of the package', async () => {
  expect((await called('--version')).out).toBe(`${version()}\n`);
});

test.each([
  ['formt', 'format'],
  ['as', 'as-of'],
  ['asof', 'as-of'],
  ['xyz', null],
])('nearest(%s) is %s', (word, expected) => {
  expect(nearest(word, ['format', 'as-of', 'codebook', 'explain'])).toBe(expected);
});
