import { describe, expect, test } from 'vitest';
import { type CodebookFile, inspectCodebook } from '../../src/codebook/index.ts';

const file = (text: string, name = 'own.yaml'): CodebookFile => ({ name, text });

const pattern = (conditions: string): string =>
  `events:\n  - id: request/free\n    type: REQUEST\n    verbs: [urge]\n${conditions}    examples: { match: ["Peru urged Chile to free him."], reject: [] }\n`;

const words = 'words:\n  - { id: freeing, words: [free, release], text: let spare }\n';

describe('set:ID in a condition', () => {
  test.each(['where', 'unless'])('stands for the words of the set in %s', (field) => {
    const { codebook, problems } = inspectCodebook([
      file(pattern(`    ${field}: { infinitive: set:freeing }\n`) + words),
    ]);
    expect(problems).toEqual([]);
    expect(codebook.events[0]?.[field as 'where' | 'unless']).toEqual({
      infinitive: ['free', 'release', 'let', 'spare'],
    });
  });

  test('may name a set of another file, and the last layer decides what is in it', () => {
    const own = file('words:\n  - { id: freeing, words: [unbind] }\n', 'later.yaml');
    const { codebook } = inspectCodebook([file(pattern('    where: { infinitive: set:freeing }\n') + words), own]);
    expect(codebook.events[0]?.where).toEqual({ infinitive: ['unbind'] });
  });

  test('an unknown set is refused with its line, and what was meant', () => {
    const { codebook, problems } = inspectCodebook([file(pattern('    where: { infinitive: set:freing }\n') + words)]);
    expect(problems).toMatchObject([{ file: 'own.yaml', line: 5, severity: 'mistake' }]);
    expect(problems[0]?.message).toMatch(/"freing" is no set of the section "words".*freeing/);
    expect(codebook.events).toEqual([]);
  });

  test('a set with a mistake of its own is as good as unknown', () => {
    const { problems } = inspectCodebook([
      file(`${pattern('    where: { infinitive: set:freeing }\n')}words:\n  - { id: freeing, words: 7 }\n`),
    ]);
    expect(problems.map(({ line }) => line)).toEqual([5, 8]);
  });

  test('other values stay what they are', () => {
    const { problems } = inspectCodebook([file(pattern('    where: 7\n'))]);
    expect(problems).toMatchObject([{ line: 5, message: expect.stringContaining('where') }]);
  });
});
