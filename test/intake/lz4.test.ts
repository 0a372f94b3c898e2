import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lz4Block, lz4Frames } from '../../src/intake/rows/lz4.ts';
import { packHadoop, packLz4 } from '../support/lz4.ts';

const letters = (text: string): number[] => [...Buffer.from(text)];
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

describe('an LZ4 block', () => {
  test('repeats what stood before, also into itself', () => {
    expect(text(lz4Block(Uint8Array.from([0x35, ...letters('abc'), 3, 0, 0x10, ...letters('d')]), 13))).toBe(
      'abcabcabcabcd',
    );
  });

  test('has lengths beyond fifteen', () => {
    const literals = 'x'.repeat(300);
    expect(text(lz4Block(Uint8Array.from([0xf0, 255, 30, ...letters(literals)]), 300))).toBe(literals);
  });

  test('gives back what was packed', () => {
    const few = fc.array(fc.constantFrom(97, 98, 99), { maxLength: 600 });
    fc.assert(
      fc.property(few, (bytes) => {
        const whole = Uint8Array.from(bytes);
        expect(lz4Block(packLz4(whole), whole.length)).toEqual(whole);
        expect(lz4Frames(packHadoop(whole), whole.length)).toEqual(whole);
      }),
    );
  });

  test.each([
    ['cut in its literals', [0x50, 97], 5],
    ['cut in a length', [0xf0, 255], 300],
    ['cut in a distance', [0x15, 97, 1], 10],
    ['that points before its start', [0x10, 97, 9, 0, 0x00], 5],
    ['that points at itself', [0x10, 97, 0, 0, 0x00], 5],
    ['that holds more than it says', [0x1f, 97, 1, 0, 200], 10],
    ['that holds less than it says', [0x10, 97], 5],
  ])('%s is refused', (_what, bytes, size) => {
    expect(() => lz4Block(Uint8Array.from(bytes), size)).toThrow(/LZ4 block/);
  });

  test('whatever it is, ends', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(500), (bytes, size) => {
        for (const unpack of [lz4Block, lz4Frames])
          try {
            expect(unpack(bytes, size)).toHaveLength(size);
          } catch (error) {
            expect(String(error)).toMatch(/LZ4 block/);
          }
      }),
    );
  });
});
