import { expect, test } from 'vitest';
import { toPlainValue } from '../../eval/time.ts';

test.each([
  ['2000-W7', '2000-W07'],
  ['2000-W07-WE', '2000-W07-WE'],
  ['1968-XX', '1968'],
  ['1998-XX-XX', '1998'],
  ['198X', '198'],
  ['2000-04-06T04:00-04:00', '2000-04-06T04:00'],
  ['2000-04-06T04:00Z', '2000-04-06T04:00'],
  ['2000-04-06', '2000-04-06'],
  ['PXD', 'PXD'],
  [null, null],
])('%s is written %s', (value, plain) => expect(toPlainValue(value)).toBe(plain));
