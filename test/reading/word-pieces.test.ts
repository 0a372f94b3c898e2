import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shapeOf } from '../../src/reading/shape.ts';
import { createWordPieces } from '../../src/reading/word-pieces.ts';
import { REFERENCE } from './word-pieces-reference.ts';

const wordPieces = createWordPieces(readFileSync(new URL('../../models/en/vocabulary.txt', import.meta.url), 'utf8'));

describe('word pieces', () => {
  test.each(REFERENCE)('%j has the pieces and the shape that the network was trained with', (word, pieces, shape) => {
    expect(wordPieces(word)).toEqual(pieces);
    expect(shapeOf(word)).toBe(shape);
  });

  test('any word has one to six pieces of the vocabulary', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (word) => {
        const pieces = wordPieces(word);
        expect(pieces.length).toBeGreaterThanOrEqual(1);
        expect(pieces.length).toBeLessThanOrEqual(6);
        for (const piece of pieces) expect(piece).toBeLessThan(30_522);
      }),
    );
  });

  test('a lone surrogate is an unknown piece, not an error', () => {
    expect(wordPieces('\uD800')).toEqual([100]);
    expect(shapeOf('\uD800')).toBe(8);
  });

  test('a word of a hundred thousand letters is read in no time', () => {
    const began = performance.now();
    expect(wordPieces('a'.repeat(100_000))).toEqual([100]);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
