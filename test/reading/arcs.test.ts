import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ArcScores, decodeArcs } from '../../src/reading/arcs.ts';

const arcsOf = (rows: readonly (readonly number[])[]): ArcScores => ({
  scores: Float32Array.from(rows.flat()),
  from: 0,
  stride: rows.length,
  size: rows.length,
});

const isTree = (heads: readonly number[]): boolean =>
  heads.slice(1).filter((head) => head === 0).length === 1 &&
  heads.every((_, node) => {
    let at = node;
    for (let steps = 0; at !== 0; steps += 1) {
      if (steps > heads.length) return false;
      at = heads[at] ?? 0;
    }
    return true;
  });

/** Every tree with one root over `size` nodes, by trying all heads. */
const allTrees = (size: number): number[][] => {
  let found: number[][] = [[0]];
  for (let node = 1; node < size; node += 1) {
    found = found.flatMap((heads) => Array.from({ length: size }, (_, head) => [...heads, head]));
  }
  return found.filter((heads) => heads.every((head, node) => node === 0 || head !== node) && isTree(heads));
};

const scoreOf = (arcs: ArcScores, heads: readonly number[]): number =>
  heads.reduce((sum, head, node) => (node === 0 ? sum : sum + (arcs.scores[node * arcs.stride + head] ?? 0)), 0);

describe('decoding of arcs', () => {
  test('greedy heads that form a tree are kept', () => {
    const arcs = arcsOf([
      [0, 0, 0, 0],
      [1, 0, 9, 0],
      [9, 1, 0, 1],
      [0, 1, 9, 0],
    ]);
    expect([...decodeArcs(arcs)]).toEqual([0, 2, 0, 2]);
  });

  test('two words that choose each other are parted where it costs least', () => {
    const arcs = arcsOf([
      [0, 0, 0],
      [5, 0, 9],
      [1, 8, 0],
    ]);
    expect([...decodeArcs(arcs)]).toEqual([0, 0, 1]);
  });

  test('of two words that want to be the root, one is', () => {
    const arcs = arcsOf([
      [0, 0, 0],
      [9, 0, 1],
      [9, 3, 0],
    ]);
    expect([...decodeArcs(arcs)]).toEqual([0, 0, 1]);
  });

  test('is the best tree with one root, by trying all of them', () => {
    const trees = new Map([2, 3, 4, 5].map((size) => [size, allTrees(size)]));
    const matrix = fc.integer({ min: 2, max: 5 }).chain((size) =>
      fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: size, maxLength: size }), {
        minLength: size,
        maxLength: size,
      }),
    );
    fc.assert(
      fc.property(matrix, (rows) => {
        const arcs = arcsOf(rows);
        const heads = [...decodeArcs(arcs)];
        expect(isTree(heads)).toBe(true);
        const best = Math.max(...(trees.get(rows.length) ?? []).map((tree) => scoreOf(arcs, tree)));
        expect(scoreOf(arcs, heads)).toBe(best);
      }),
      { numRuns: 300 },
    );
  });

  test('a sentence of 300 words with random scores is a tree within seconds', () => {
    const size = 301;
    const rows = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (__, j) => ((i * 7919 + j * 104_729) % 1009) / 100),
    );
    const began = performance.now();
    expect(isTree([...decodeArcs(arcsOf(rows))])).toBe(true);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
