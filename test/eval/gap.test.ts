import { describe, expect, test } from 'vitest';
import { answersOf, readSnippets } from '../../eval/gap.ts';
import type { Actor } from '../../src/extraction/index.ts';

const HEAD = 'ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL';
const TEXT = 'Ada Berg met Ida Moe before she left.';
const FILE = `${HEAD}\nx-1\t${TEXT}\tshe\t28\tAda Berg\t0\tTRUE\tIda Moe\t13\tFALSE\thttp://example.org\n`;

const actor = (name: string, ...starts: readonly (readonly [text: string, start: number])[]): Actor => ({
  id: name,
  name,
  kind: 'person',
  role: null,
  affiliation: null,
  code: null,
  mentions: starts.map(([text, start]) => ({ text, start, end: start + text.length })),
});

describe('snippets with a pronoun', () => {
  const [snippet] = readSnippets(FILE);

  test('are read with their spans', () => {
    expect(snippet?.gender).toBe('feminine');
    expect(TEXT.slice(snippet?.pronoun.start, snippet?.pronoun.end)).toBe('she');
    expect(snippet?.names.map(({ span, isSame }) => [TEXT.slice(span.start, span.end), isSame])).toEqual([
      ['Ada Berg', true],
      ['Ida Moe', false],
    ]);
  });

  test.each([
    [
      'the actor of the pronoun answers',
      [actor('Ada Berg', ['Berg', 4], ['she', 28]), actor('Ida Moe', ['Ida', 13])],
      [true, false],
    ],
    ['a pronoun that nobody has answers nothing', [actor('Ada Berg', ['Ada Berg', 0])], [false, false]],
    ['a pronoun alone is no name', [actor('she', ['she', 28])], [false, false]],
  ])('%s', (_, actors, expected) => {
    expect(snippet === undefined ? [] : answersOf(snippet, actors)).toEqual(expected);
  });
});
