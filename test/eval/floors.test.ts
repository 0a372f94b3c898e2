import { describe, expect, test } from 'vitest';
import { belowFloor, type Floors, raiseFloors } from '../../eval/index.ts';

const floors: Floors = { epsilon: 0.3, gold: 'old', floors: { 'syntax/las': 90, 'ner/all': 80 } };
const figure = (id: string, value: number) => ({ id, label: id, value, detail: '' });

describe('floors', () => {
  test('a figure may miss its floor by the epsilon and no more', () => {
    expect(belowFloor([figure('syntax/las', 89.71)], floors)).toEqual([]);
    expect(belowFloor([figure('syntax/las', 89.6)], floors)).toEqual([
      expect.stringContaining('syntax/las: 89.60 is under its floor of 90.00'),
    ]);
  });

  test('a figure without a floor passes', () => {
    expect(belowFloor([figure('new/one', 1)], floors)).toEqual([]);
  });

  test('an update raises, and does not lower unless told to', () => {
    const measured = [figure('syntax/las', 91.239), figure('ner/all', 70), figure('new/one', 12)];
    expect(raiseFloors(measured, floors, 'new', false)).toEqual({
      epsilon: 0.3,
      gold: 'new',
      floors: { 'ner/all': 80, 'new/one': 12, 'syntax/las': 91.23 },
    });
    expect(raiseFloors(measured, floors, 'new', true).floors['ner/all']).toBe(70);
  });
});
