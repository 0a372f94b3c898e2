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

  test('two runs of a kind beside each other stay two where both surely begin', () => {
    expect(
      decode([
        [-9, 0, -9, -9, -9],
        [-9, 0, -9, -9, -9],
      ]),
    ).toHaveLength(2);
  });

  test('a doubtful beginning inside a name does not cut it', () => {
    expect(
      decode([
        [-9, 0, -9, -9, -9],
        [-9, -0.6, -0.8, -9, -9],
      ]),
    ).toEqual([{ label: 'Person', first: 0, last: 1 }]);
  });

  test('a name whose beginning is in doubt is one by the mass of B and I together', () => {
    expect(decode([[-0.9, -1.2, -1.2, -9, -9]])).toEqual([{ label: 'Person', first: 0, last: 0 }]);
    expect(decode([[-0.3, -2, -2, -9, -9]])).toEqual([]);
  });

  test('a word of another kind inside a name goes with the name', () => {
    expect(
      decode([
        [-9, 0, -9, -9, -9],
        [-3, -9, -1, -0.6, -9],
        [-9, -9, 0, -9, -9],
      ]),
    ).toEqual([{ label: 'Person', first: 0, last: 2 }]);
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
