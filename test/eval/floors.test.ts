import { describe, expect, test } from 'vitest';
import { belowFloor, type Floors, raiseFloors } from '../../eval/index.ts';

const floors: Floors = { epsilon: 0.3, gold: 'old', floors: { 'syntax/las': 90, 'ner/all': 80 } };
const figure = (id: string, value: number) => ({ id, label: id, value, detail: '' });

describe('floors', () => {
  const ner = figure('ner/all', 80);

  test('a figure may miss its floor by the epsilon and no more', () => {
    expect(belowFloor([figure('syntax/las', 89.71), ner], floors)).toEqual([]);
    expect(belowFloor([figure('syntax/las', 89.6), ner], floors)).toEqual([
      expect.stringContaining('syntax/las: 89.60 is under its floor of 90.00'),
    ]);
  });

  test('a figure of few cases may miss its floor by one of them', () => {
    const ofForty = (value: number) => [{ ...figure('syntax/las', value), cases: 40 }, ner];
    expect(belowFloor(ofForty(87.5), floors)).toEqual([]);
    expect(belowFloor(ofForty(85), floors)).toHaveLength(1);
  });

  test('a figure without a floor passes, a floor without a figure does not', () => {
    expect(belowFloor([figure('syntax/las', 90), ner, figure('new/one', 1)], floors)).toEqual([]);
    expect(belowFloor([ner], floors)).toEqual([expect.stringContaining('syntax/las')]);
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
