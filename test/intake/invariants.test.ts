import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Input, ReadoutError, readInput } from '../../src/intake/index.ts';
import type { Document } from '../../src/text/index.ts';

const read = (input: Input): Document | null => {
  try {
    return readInput(input);
  } catch (error) {
    if (error instanceof ReadoutError) return null;
    throw error;
  }
};

const holds = (document: Document): void => {
  const { text, blocks, images, related, title } = document;
  let end = 0;
  for (const { span } of blocks) {
    expect(span.start).toBeGreaterThanOrEqual(end);
    expect(text.slice(end, span.start)).toMatch(/^\s*$/);
    expect(span.end).toBeGreaterThan(span.start);
    expect(text.slice(span.start, span.end)).toMatch(/^\S(?:.*\S)?$/s);
    end = span.end;
  }
  expect(end).toBe(text.length);
  expect(text.isWellFormed()).toBe(true);
  for (const words of [
    title,
    ...images.flatMap(({ caption, credit }) => [caption, credit]),
    ...related.map((each) => each.title),
  ])
    expect(words === null || text.includes(words)).toBe(true);
};

const piece = fc.constantFrom(
  '# ',
  '**',
  '[a](b)',
  '<p>',
  '</p>',
  '<div class="caption">',
  '</div>',
  '<br>',
  '<h1>',
  '</h1>',
  '<figure><figcaption>',
  '</figcaption></figure>',
  '&amp;',
  '&#xd800;',
  '\n',
  '\n\n',
  '- ',
  '> ',
  'By Jane Doe, Reuters',
  'May 1, 2019',
  'SUND (AP) — ',
  'Related: Ships wait outside',
  'Jane Doe/AP',
  '(Reporting by Jane Doe)',
  'https://example.org/a',
  'Original url:',
  'The harbour master said that the port would stay open.',
  'Title: Port',
  'Date: 2021-05-03',
  '\u00a0',
  '\u200b',
  '\u2028',
  '\ud83d\ude00',
  '\ufeff',
  '\t',
  '“',
  '"',
  'é',
  'A short line',
);

describe('of any input', () => {
  test('blocks tile the text, and nothing but a ReadoutError is thrown: scraps of reports', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom('a.txt', 'a.md', 'a.html'), (pieces, name) => {
        const document = read({ name, bytes: new TextEncoder().encode(pieces.join('')) });
        if (document !== null) holds(document);
      }),
      { numRuns: 600 },
    );
  });

  test('the same of any characters and any bytes', () => {
    const bytes = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }).map((text) => new TextEncoder().encode(text)),
      fc.uint8Array({ maxLength: 200 }),
    );
    fc.assert(
      fc.property(bytes, (given) => {
        const document = read({ name: 'given', bytes: given });
        if (document !== null) holds(document);
      }),
      { numRuns: 600 },
    );
  });

  test('every letter of a plain paragraph is kept', () => {
    const word = fc.stringMatching(/^[a-z]{3,9}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 12, maxLength: 60 }), (words) => {
        const paragraph = `Crews ${words.join(' ')} stayed.`;
        const document = read({
          name: 'a.txt',
          bytes: new TextEncoder().encode(`Port stays open\n\n${paragraph}\n\n${paragraph}`),
        });
        expect(document?.text).toBe(`Port stays open\n\n${paragraph}\n\n${paragraph}`);
      }),
    );
  });

  test('blanks after a headline, of whatever kind, are not part of it', () => {
    const document = read({ name: 'a.txt', bytes: new TextEncoder().encode('Port stays open\u2028 \u00a0\n\nMore.') });
    expect(document?.title).toBe('Port stays open');
  });

  test('reading twice gives the same', () => {
    const bytes = new TextEncoder().encode(
      '<h1>Port stays open</h1><p>The harbour master said that the port would stay open for a month.</p>',
    );
    expect(readInput({ name: 'a.html', bytes })).toEqual(readInput({ name: 'a.html', bytes }));
  });
});
