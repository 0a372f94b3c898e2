import { describe, expect, test } from 'vitest';
import { align, bagF1, isSameName } from '../../eval/ledger-names.ts';

describe('names agree', () => {
  test.each([
    ['U.S.', 'United States'],
    ['the Kremlin', 'Russia'],
    ['Foreign Minister Ada Berg', 'Ada Berg'],
    ['Berg', 'Ada Berg'],
  ])('%s and %s', (a, b) => expect(isSameName(a, b)).toBe(true));

  test.each([
    ['Ada Berg', 'Ida Berg'],
    ['Norland', 'Sudmark'],
    ['', 'Norland'],
    ['the President', 'Norland'],
  ])('%s and %s do not', (a, b) => expect(isSameName(a, b)).toBe(false));
});

test('bags of words are compared with their counts', () => {
  expect(bagF1(['a', 'b'], ['a', 'b'])).toBe(1);
  expect(bagF1(['a', 'a'], ['a', 'b'])).toBe(0.5);
  expect(bagF1([], [])).toBe(0);
});

test('pairs are one to one, best first, none without a score', () => {
  const pairs = align([1, 2, 9], [2, 1, 5], (a, b) => (a === b ? 1 : a + b === 3 ? 0.4 : 0));
  expect(pairs).toEqual(
    new Map([
      [0, 1],
      [1, 0],
    ]),
  );
});
