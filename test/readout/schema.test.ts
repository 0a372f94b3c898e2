import { expect, test } from 'vitest';
import type { z } from 'zod';
import { type Readout, readoutSchema } from '../../src/readout/index.ts';
import { madeReadout } from '../support/made-reading.ts';

type Mutable<T> = T extends object ? { -readonly [Key in keyof T]: Mutable<T[Key]> } : T;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Fails to compile where the contract and the records differ in a key or a type. */
const contractIsRecords: Same<Mutable<Readout>, Mutable<z.infer<typeof readoutSchema>>> = true;

test('the contract and the record types are the same', () => {
  expect(contractIsRecords).toBe(true);
});

test('a readout keeps the contract', () => {
  expect(readoutSchema.parse(madeReadout)).toEqual(madeReadout);
});

test.each([
  ['a key that the contract does not know', { ...madeReadout, mood: 'grim' }],
  ['a missing key', { ...madeReadout, agenda: undefined }],
  ['another version', { ...madeReadout, readout: 2 }],
  [
    'a span that ends before the text begins',
    { ...madeReadout, warnings: [{ code: 'x', message: 'x', span: { start: -1, end: 0, text: '' } }] },
  ],
])('%s breaks it', (_what, value) => {
  expect(readoutSchema.safeParse(value).success).toBe(false);
});
