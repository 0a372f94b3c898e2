import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.ts';
import { testTerminal } from '../support/terminal.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'readout-codebook-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const own = (name: string, content: string | Uint8Array): string => {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'own.yaml'), content);
  return join(folder, name);
};

const called = async (...words: readonly string[]) => {
  const terminal = testTerminal();
  const code = await run(words, terminal);
  return { code, out: terminal.written(), err: terminal.complained() };
};

const FETE = `events:
  - id: own/fete
    type: SUPPORT
    verbs: [fete]
    actors: [subject]
    recipients: [object]
    examples:
      match:
        - { text: "Peru feted Chile.", actors: [Peru], recipients: [Chile], realis: actual }
      reject: ["The guests slept."]
`;

describe('codebook check', () => {
  test('says that all is well', async () => {
    const { code, out, err } = await called('codebook', 'check', own('good', FETE));
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe('1 file, 1 entry in use: 0 mistakes, 0 warnings; 2 examples run, 0 failed.\n');
  });

  test('lists every mistake and every example that fails, with file and line', async () => {
    const bad = `${FETE.replace('realis: actual', 'realis: planned').replace('The guests slept.', 'Kenya feted Ghana.')}
  - { id: own/bad, type: SUPORT, verbs: [toast], examples: {} }
evnets:
  - { id: a }
`;
    const path = own('bad', bad);
    const { code, out } = await called('codebook', 'check', path);
    expect(code).toBe(1);
    const file = join(path, 'own.yaml');
    expect(out.split('\n').map((line) => line.replace(/: .*/, ''))).toEqual([
      `${file}:12`,
      `${file}:14`,
      `${file}:9`,
      `${file}:10`,
      '1 file, 1 entry in use',
      '',
    ]);
    expect(out).toContain('must give actors [Peru], recipients [Chile], realis planned, and gives');
    expect(out).toContain('“Kenya feted Ghana.” must not match, and does');
  });

  test('says what an example that finds nothing wanted', async () => {
    const picky = FETE.replace('actors: [subject]', 'where: { with: actor }\n    actors: [subject]');
    const { out } = await called('codebook', 'check', own('picky', picky));
    expect(out).toContain('must match, and does not; at “feted”: wants as with a party; nothing stands there');
  });

  test('--no-examples reads no sentence', async () => {
    const wrong = FETE.replace('realis: actual', 'realis: planned');
    const { code, out } = await called('codebook', 'check', own('unread', wrong), '--no-examples');
    expect(code).toBe(0);
    expect(out).toContain('no example was run');
  });

  test('--format json is for programs', async () => {
    const path = own('json', FETE.replace('SUPPORT', 'HELP'));
    const { code, out } = await called('codebook', 'check', path, '--format', 'json', '--no-examples');
    const file = join(path, 'own.yaml');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ ok: false, problems: [{ file, line: 3, severity: 'mistake' }] });
  });

  test('a file may be named by itself, and a missing one is told', async () => {
    expect((await called('codebook', 'check', join(own('one', FETE), 'own.yaml'), '--no-examples')).code).toBe(0);
    const { code, err } = await called('codebook', 'check', join(folder, 'gone'));
    expect(code).toBe(1);
    expect(err).toContain('gone is no folder or file that can be read');
  });

  test('without operands it checks the codebook that is shipped', async () => {
    const { code, out } = await called('codebook', 'check', '--no-examples');
    expect(code).toBe(0);
    expect(out).toContain('0 mistakes, 0 warnings');
  });
});

describe('read --codebook', () => {
  const report = (): string => {
    writeFileSync(join(folder, 'report.txt'), 'Peru feted Chile. Kenya toasted Ghana.\n');
    return join(folder, 'report.txt');
  };
  const mixed = `${FETE}  - { id: own/toast, type: SUPORT, verbs: [toast], actors: [subject], examples: {} }\n`;
  const rules = (out: string): string[] => JSON.parse(out).events.map(({ rule }: { rule: string }) => rule);

  test.each([
    ['a bad entry', 'mixed', mixed, ':11: '],
    ['bytes that are no text', 'bytes', Buffer.from('events:\n# \xe9\n', 'latin1'), ':2: not UTF-8'],
    ['a bomb', 'bomb', 'events:\n  - { id: a, verbs: &v [*v] }\n', ':2: '],
  ])('%s is refused with file and line', async (_, name, content, message) => {
    const { code, out, err } = await called('read', report(), '--codebook', own(name, content));
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`own.yaml${message}`);
    expect(err).toContain('--keep-going');
  });

  test('--keep-going reads with the rest, and tells what is left out', async () => {
    const words = ['read', report(), '--format', 'json', '--codebook', own('kept', mixed)];
    const { code, out, err } = await called(...words, '--keep-going');
    expect(code).toBe(0);
    expect(rules(out)).toEqual(['own/fete']);
    expect(err).toMatch(/^readout: \S+own\.yaml:11: .*SUPORT.*\(left out\)\n$/);
  });
});

describe('codebook explain', () => {
  test('names the pattern that holds, its parties and what decided its realis', async () => {
    const { code, out } = await called('codebook', 'explain', 'Peru will meet Chile.');
    expect(code).toBe(0);
    expect(out).toMatch(/^CONSULT at “meet”, by consult\/meet \(codebook\/events\/consult\.yaml:\d+\)\n/);
    expect(out).toMatch(/actors {6}Peru and Chile\n/);
    expect(out).toMatch(/realis {6}planned \(planned\): “will”: will, codebook\/realis\.yaml:\d+\n/);
  });

  test.each([
    ['a word that bars it', 'Peru met the deadline.', 'consult/meet', /barred by its object \(one of .*deadline/],
    ['a missing demand', 'Peru spoke for an hour.', 'consult/speak', /wants as with a party; nothing stands there/],
    ['a better pattern', 'Peru will not meet Chile.', 'consult/meet', /told as reject\/will-not/],
    ['a thing as subject', 'The comet met the moon.', 'consult/meet', /its subject is a thing/],
    ['nobody', 'It was good to meet.', 'consult/meet', /neither who nor whom/],
    ['another part of speech', 'The talk was long.', 'consult/speak', /wants the verb “talk”/],
  ])('says why not: %s', async (_, sentence, rule, why) => {
    const { out } = await called('codebook', 'explain', sentence, '--format', 'json');
    const { others } = JSON.parse(out) as { others: { rule: string; why: string }[] };
    expect(others.filter((other) => other.rule === rule).map((other) => other.why)).toEqual([
      expect.stringMatching(why),
    ]);
  });

  test('reads with the analyst’s own codebook, and as of a date', async () => {
    const words = ['codebook', 'explain', 'Peru will fete Chile on Friday.', '--codebook', own('explained', FETE)];
    const { out } = await called(...words, '--published', '2026-03-04');
    expect(out).toMatch(/by own\/fete \(\S+own\.yaml:2\)/);
    expect(out).toMatch(/time {8}2026-03-06/);
  });

  test('nothing to explain is said', async () => {
    expect((await called('codebook', 'explain', 'Grass grows.')).out).toBe(
      'No event.\nNo other pattern shares a word with it.\n',
    );
    expect((await called('codebook', 'explain', '  ')).code).toBe(2);
    expect((await called('codebook', 'explain', 'x', '--published', 'soon')).code).toBe(2);
  });
});

describe('codebook diff', () => {
  test('tells entries and rows that are new, replaced and gone', async () => {
    const meet = '  - { id: consult/meet, type: COOPERATE, verbs: [meet], actors: [subject], examples: {} }\n';
    const path = own('diff', `${FETE}${meet}  - { id: consult/see, remove: true }\n`);
    writeFileSync(join(folder, 'both.txt'), 'Peru feted Chile. Kenya met Ghana. Poland accused Norway of theft.\n');
    const { code, out } = await called('codebook', 'diff', path, join(folder, 'both.txt'));
    expect(code).toBe(0);
    expect(out).toMatch(
      /^~ events "consult\/meet" \(\S+own\.yaml:11, in place of codebook\/events\/consult\.yaml:\d+\)$/m,
    );
    expect(out).toMatch(/^\+ events "own\/fete" \(\S+own\.yaml:2\)$/m);
    expect(out).toMatch(/^- events "consult\/see" /m);
    expect(out).toContain('+ event “feted” SUPPORT actual, Peru → Chile (own/fete)\n');
    expect(out).toContain('- event “met” CONSULT actual, Kenya and Ghana (consult/meet)\n');
    expect(out).toContain('+ event “met” COOPERATE actual, Kenya (consult/meet)\n');
    expect(out).not.toContain('accused');
  });

  test('says where nothing changes, and refuses a bad folder', async () => {
    writeFileSync(join(folder, 'calm.txt'), 'Grass grows in Peru.\n');
    const { code, out } = await called('codebook', 'diff', own('calm', FETE), join(folder, 'calm.txt'));
    expect([code, out.split('\n').at(-2)]).toEqual([0, 'the same rows']);
    const bad = await called('codebook', 'diff', own('worse', 'events: 3\n'));
    expect([bad.code, bad.err]).toEqual([1, expect.stringContaining('own.yaml:1')]);
  });
});

describe('codebook list', () => {
  test('names sections, and the entries of one', async () => {
    expect((await called('codebook', 'list')).out).toMatch(/\nagenda +\d+ +codebook\/agenda\.yaml\n/);
    expect((await called('codebook', 'list', 'agenda')).out).toMatch(/^\S+ +codebook\/agenda\.yaml:\d+\n/);
  });

  test('an unknown section is refused with a hint', async () => {
    const { code, err } = await called('codebook', 'list', 'agend');
    expect(code).toBe(2);
    expect(err).toContain('Did you mean agenda?');
  });
});

test.each([
  [['codebook'], 2, 'readout codebook needs one of check, explain, diff, list'],
  [['codebook', 'chek'], 2, 'Did you mean codebook check?'],
])('readout %s', async (words, code, message) => {
  expect(await called(...words)).toMatchObject({ code, err: expect.stringContaining(message) });
});

test('readout codebook --help tells each of its commands', async () => {
  const { code, out } = await called('codebook', '--help');
  expect(code).toBe(0);
  for (const name of ['check', 'explain', 'diff', 'list']) expect(out).toContain(`Usage: readout codebook ${name}`);
});
