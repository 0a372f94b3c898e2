import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentText, tokenize } from '../../src/text/index.ts';
import { textModel } from '../support/text-model.ts';

const words = (text: string): string =>
  tokenize(text, textModel)
    .map((token) => token.text)
    .join(' ');

describe('words', () => {
  test.each([
    ["They don't know.", "They do n't know ."],
    ['They don’t know Russia’s plan.', 'They do n’t know Russia ’s plan .'],
    ['a 15-year term', 'a 15 - year term'],
    ['He cannot go; she gonna stay.', 'He can not go ; she gon na stay .'],
    ['the U.S. and the U.N.', 'the U.S. and the U.N.'],
    ['Sen. Hill spoke at 9 a.m. today.', 'Sen. Hill spoke at 9 a.m. today .'],
    ['It cost $5 million (about 3.2%).', 'It cost $ 5 million ( about 3.2 % ) .'],
    ['1,200 troops on 12/03/2024', '1,200 troops on 12/03/2024'],
    ['see https://news.example.org/a-b?c=1, he wrote', 'see https://news.example.org/a-b?c=1 , he wrote'],
    ['write to press.office@gov.example.org.', 'write to press.office@gov.example.org .'],
    ['“We go,” he said — “now…”', '“ We go , ” he said — “ now … ”'],
    ['"We go," he said.', '" We go , " he said .'],
    ['the minister (a former judge)', 'the minister ( a former judge )'],
    ['the ministers’ talks', 'the ministers ’ talks'],
    ['Moscow\u00A0said\u200Bno', 'Moscow said no'],
    ['👩‍🚀 went 🇫🇷 up', '👩‍🚀 went 🇫🇷 up'],
    ['U.S.-led talks', 'U.S. - led talks'],
    ['#Budget2024 @foreign_office', '#Budget2024 @foreign_office'],
  ])('%s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  test('the words of a multiword token share its range', () => {
    const tokens = tokenize("They didn't say Peru's plan cannot work.", textModel);
    const joined = tokens
      .filter((token) => token.multiword !== undefined)
      .map((token) => [token.text, token.multiword]);
    expect(joined).toEqual([
      ['did', { start: 5, end: 11 }],
      ["n't", { start: 5, end: 11 }],
      ['Peru', { start: 16, end: 22 }],
      ["'s", { start: 16, end: 22 }],
      ['can', { start: 28, end: 34 }],
      ['not', { start: 28, end: 34 }],
    ]);
  });

  const SPACE = /^[\s\p{Cc}\u200B\u2060\u180E]*$/u;

  test('tokens tile any text: in order, exact, and only white space between them', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.string({ unit: 'grapheme', maxLength: 120 }),
      fc
        .array(
          fc.constantFrom(
            'U.S.',
            ' ',
            '"',
            '’s',
            '\uD800',
            '\n\n',
            'don',
            "n't",
            '…',
            '.',
            'Mr.',
            '\u200B',
            '🇺🇳',
            '-',
            '$5m',
          ),
          { maxLength: 30 },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anything, (text) => {
        let end = 0;
        for (const token of tokenize(text, textModel)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          expect(text.slice(end, token.start)).toMatch(SPACE);
          expect(text.slice(token.start, token.end)).toBe(token.text);
          end = token.end;
        }
        expect(text.slice(end)).toMatch(SPACE);
      }),
      { numRuns: 500 },
    );
  });

  test('sentences hold the tokens of the text, each once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const inSentences = segmentText(text, textModel).flatMap((sentence) => sentence.tokens);
        expect(inSentences).toEqual(tokenize(text, textModel));
      }),
    );
  });

  test('a chunk of a million marks takes no longer than text', () => {
    const began = performance.now();
    expect(tokenize('.-'.repeat(500_000), textModel).length).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
