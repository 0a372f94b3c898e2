import { expect, test } from 'vitest';
import { compareScales, toSentence } from '../../eval/factuality.ts';

test('split words keep their places, and marks of the Penn Treebank become plain ones', () => {
  const { tokens, end } = toSentence("`` They did n't go '' -LRB- yet -RRB-");
  expect(tokens.map(({ text }) => text)).toEqual(['“', 'They', 'did', "n't", 'go', '”', '(', 'yet', ')']);
  expect(tokens.map(({ start, end: last, text }) => last - start === text.length)).not.toContain(false);
  expect(end).toBe(tokens.at(-1)?.end);
});

test.each([
  [[3, 3, -3], [3, 3, -3], 0, 1],
  [[3, -3], [-3, 3], 6, -1],
  [[1, 2, 3], [2, 4, 6], 2, 1],
  [[3, 3], [3, 3], 0, 0],
  [[], [], 0, 0],
])('%j and %j differ by %d and go together by %d', (gold, guesses, mae, r) => {
  const found = compareScales(gold, guesses);
  expect(found.mae).toBeCloseTo(mae);
  expect(found.r).toBeCloseTo(r);
});
