import { describe, expect, it } from 'vitest';
import { type Document, findQuotes } from '../../src/text/index.ts';

const documentOf = (...paragraphs: string[]): Document => {
  const text = paragraphs.join('\n\n');
  let at = 0;
  const blocks = paragraphs.map((paragraph) => {
    const span = { start: at, end: at + paragraph.length };
    at = span.end + 2;
    return { kind: 'paragraph' as const, span };
  });
  return { text, blocks } as unknown as Document;
};

const quotesOf = (...paragraphs: string[]): [string, boolean][] => {
  const document = documentOf(...paragraphs);
  return findQuotes(document).map(({ start, end, continued }) => [document.text.slice(start, end), continued]);
};

describe('quotations', () => {
  it('run on where the next paragraph opens with the same mark', () => {
    expect(quotesOf('“We waited.', '“We waited long,” she said.')).toEqual([
      ['“We waited.', true],
      ['“We waited long,”', false],
    ]);
  });
  it('do not run on into one that opens with another mark', () => {
    expect(quotesOf('"The town waited.', '“We waited long,” she said.')).toEqual([
      ['"The town waited.', false],
      ['“We waited long,”', false],
    ]);
  });
  it('end with their paragraph where the closing mark was forgotten', () => {
    expect(quotesOf('“We waited.', 'Nobody came.')).toEqual([['“We waited.', false]]);
  });
});
