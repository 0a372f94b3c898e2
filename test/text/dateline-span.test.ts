import { describe, expect, test } from 'vitest';
import { datelineSpan } from '../../src/text/index.ts';

const dateline = (text: string, place: string | null): string | null => {
  const span = datelineSpan({
    text,
    blocks: [{ kind: 'paragraph', span: { start: 0, end: text.length } }],
    dateline: place === null ? null : { place, date: null },
  });
  return span === null ? null : text.slice(span.start, span.end);
};

describe('a dateline ends where the text begins', () => {
  test.each([
    ['SUND — Two ferries sank.', 'SUND', 'SUND — '],
    ['SUND, March 4 (Reuters) - Two ferries sank.', 'SUND', 'SUND, March 4 (Reuters) - '],
    [
      'SUND, Norland, 4 March, 2026 (AP) -- Two ferries sank.',
      'SUND, Norland',
      'SUND, Norland, 4 March, 2026 (AP) -- ',
    ],
    ['Sund, March 4. /NTA/. Two ferries sank.', 'Sund', 'Sund, March 4. /NTA/. '],
    ['[SUND] – Two ferries sank.', 'SUND', '[SUND] – '],
    ['SUND: Two ferries sank.', 'SUND', 'SUND: '],
  ])('%s', (text, place, expected) => {
    expect(dateline(text, place)).toBe(expected);
  });

  test.each([
    ['Two ferries sank off SUND — on Monday.', 'SUND'],
    ['SUND voted - again - on Monday.', 'SUND'],
    ['SUND-based sailors left.', 'SUND'],
    ['Two ferries sank.', null],
    ['', 'SUND'],
  ])('and is not seen where there is none: %s', (text, place) => {
    expect(dateline(text, place)).toBe(null);
  });
});
