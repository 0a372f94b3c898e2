import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bioScheme, decodeBio } from '../../src/reading/bio.ts';

const scheme = bioScheme(['O', 'B-Person', 'I-Person', 'B-Date', 'I-Date']);
const decode = (rows: readonly (readonly number[])[]) =>
  decodeBio(scheme, Float32Array.from(rows.flat()), 0, rows.length);

describe('decoding of entity tags', () => {
  test('no run where every word is outside', () => {
    expect(
      decode([
        [0, -9, -9, -9, -9],
        [0, -9, -9, -9, -9],
      ]),
    ).toEqual([]);
  });

  test('a run from B over I', () => {
    expect(
      decode([
        [-9, 0, -9, -9, -9],
        [-9, -9, 0, -9, -9],
        [0, -9, -9, -9, -9],
      ]),
    ).toEqual([{ label: 'Person', first: 0, last: 1 }]);
  });

  test('two runs of a kind beside each other stay two', () => {
    expect(
      decode([
        [-9, 0, -9, -9, -9],
        [-9, 0, -9, -9, -9],
      ]),
    ).toHaveLength(2);
  });

  test('an I without its B becomes a whole run or none, whichever is likelier', () => {
    expect(
      decode([
        [-0.1, -3, -9, -9, -9],
        [-6, -4, -0.1, -9, -9],
      ]),
    ).toEqual([{ label: 'Person', first: 0, last: 1 }]);
    expect(
      decode([
        [-0.1, -8, -9, -9, -9],
        [-0.5, -9, -0.4, -9, -9],
      ]),
    ).toEqual([]);
  });

  test('runs lie in the sentence, in order, and do not overlap', () => {
    const rows = fc.array(fc.array(fc.float({ min: -20, max: 0, noNaN: true }), { minLength: 5, maxLength: 5 }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(rows, (scores) => {
        let after = 0;
        for (const run of decode(scores)) {
          expect(run.first).toBeGreaterThanOrEqual(after);
          expect(run.last).toBeGreaterThanOrEqual(run.first);
          after = run.last + 1;
        }
        expect(after).toBeLessThanOrEqual(scores.length);
      }),
    );
  });
});
