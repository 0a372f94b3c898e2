import { describe, expect, test } from 'vitest';
import { type CodebookFile, decodeCodebook, inspectCodebook, loadCodebook } from '../../src/codebook/index.ts';

const file = (text: string): CodebookFile => ({ name: 'own.yaml', text });

const problemsOf = (text: CodebookFile) => inspectCodebook([text]).problems;

describe('files that would take all memory or time are refused', () => {
  const laughs = [...'bcdefghij'].map(
    (letter, index) => `  - { id: ${letter}, words: &${letter} [${Array(10).fill(`*${'abcdefghi'[index]}`)}] }`,
  );

  test.each([
    ['aliases of aliases', `events:\n  - { id: a, words: &a [x] }\n${laughs.join('\n')}\n`, /more than \d+ values/],
    ['an alias of itself', 'events:\n  - { id: a, verbs: &v [*v] }\n', /without end/],
    ['many brackets', `events: ${'['.repeat(1_000_000)}`, /nested more than/],
    ['brackets that close', `events: ${'[x, '.repeat(2000)}${']'.repeat(2000)}`, /nested more than/],
    ['deep lists', `events:\n  - id: a\n    verbs:\n    ${'- '.repeat(60)}x`, /nested more than/],
    ['lists so deep that YAML gives up', `events:\n${'- '.repeat(5000)}x`, /nested more than|mapping/],
    [
      'deep mappings',
      Array.from({ length: 1500 }, (_, index) => `${' '.repeat(index)}a:`).join('\n'),
      /nested more than|must hold a list/,
    ],
    ['an endless file', `# ${'x'.repeat(5_000_000)}\n`, /longer than/],
    [
      'many keys',
      `events:\n  - id: a\n${Array.from({ length: 50_000 }, (_, index) => `    k${index}: 1`).join('\n')}`,
      /no key of this section/,
    ],
  ])('%s', (_, text, message) => {
    const start = performance.now();
    const found = problemsOf(file(text));
    expect(found.some((problem) => message.test(problem.message) && problem.line > 0)).toBe(true);
    expect(performance.now() - start).toBeLessThan(45_000);
  });

  test('an alias that stands for something is fine', () => {
    const text = 'agenda:\n  - { id: a, words: &w [x], state: held }\n  - { id: b, words: *w, state: held }\n';
    expect(loadCodebook([file(text)]).agenda.map(({ words }) => words)).toEqual([['x'], ['x']]);
  });
});

describe('bytes', () => {
  test.each([
    ['Latin-1', Buffer.from('events:\n  # Stra\u00dfe\n', 'latin1'), 2],
    ['UTF-16', Buffer.from('\ufeffevents:\n', 'utf16le'), 1],
    ['a character that is cut', Buffer.from([0x61, 0x0a, 0x0a, 0xe2, 0x82]), 3],
  ])('%s are no UTF-8', (_, bytes, line) => {
    expect(decodeCodebook('own.yaml', bytes)).toMatchObject({ file: 'own.yaml', line, severity: 'mistake' });
  });

  test('UTF-8 with a mark is text', () => {
    expect(decodeCodebook('own.yaml', Buffer.from('\ufeffévents:', 'utf8'))).toBe('évents:');
  });
});
