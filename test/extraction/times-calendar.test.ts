import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intervalOf } from '../../src/extraction/index.ts';
import { holidayDaysIn, holidayIn } from '../../src/extraction/times/holidays.ts';
import {
  type PointGrain,
  pointAt,
  shift,
  startOf,
  toCivil,
  toDay,
  weekdayOf,
} from '../../src/extraction/times/point.ts';
import { toDuration } from '../../src/extraction/times/read-duration.ts';
import { toValue } from '../../src/extraction/times/value.ts';

const GRAINS: readonly PointGrain[] = [
  'day',
  'weekend',
  'week',
  'month',
  'season',
  'quarter',
  'half',
  'year',
  'decade',
  'century',
];
const anyDay = fc.integer({
  min: toDay({ year: 1000, month: 1, day: 1 }),
  max: toDay({ year: 2999, month: 12, day: 31 }),
});
const anyGrain = fc.constantFrom(...GRAINS);

describe('days', () => {
  test('are those of ECMAScript', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * 86_400_000);
        const civil = toCivil(day);
        expect(civil).toEqual({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
        expect(toDay(civil)).toBe(day);
        expect(weekdayOf(day) % 7).toBe(date.getUTCDay());
      }),
    );
  });

  test('lie in the point that is made of them, and not in the next', () => {
    fc.assert(
      fc.property(anyGrain, anyDay, (grain, day) => {
        const point = pointAt(grain, day);
        if (grain !== 'weekend') expect(startOf(point)).toBeLessThanOrEqual(day);
        expect(startOf(shift(point, 1))).toBeGreaterThan(day);
      }),
    );
  });
});

describe('values', () => {
  test.each([
    ['day', '2019-05-01'],
    ['week', '2019-W18'],
    ['weekend', '2019-W18-WE'],
    ['month', '2019-05'],
    ['season', '2019-SP'],
    ['quarter', '2019-Q2'],
    ['half', '2019-H1'],
    ['year', '2019'],
    ['decade', '201'],
    ['century', '20'],
  ] as const)('the %s of 2019-05-01 is %s', (grain, value) => {
    expect(toValue(pointAt(grain, toDay({ year: 2019, month: 5, day: 1 })))).toBe(value);
  });

  test.each([
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2018-12-31', '2019-W01'],
  ])('%s lies in %s', (date, week) => {
    const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
    expect(toValue(pointAt('week', toDay({ year, month, day })))).toBe(week);
  });

  test('come back as the days that they cover', () => {
    fc.assert(
      fc.property(anyGrain, anyDay, (grain, day) => {
        const point = pointAt(grain, day);
        const days = intervalOf(toValue(point));
        expect(days?.from).toBe(toValue({ grain: 'day', index: startOf(point) }));
        expect((days?.to ?? '') >= (days?.from ?? '~')).toBe(true);
      }),
    );
  });

  test.each(['P3D', 'PRESENT_REF', 'XXXX-WXX-1', 'XXXX-05', '', '2019-05-01/P1D'])('%j covers no days', (value) => {
    expect(intervalOf(value)).toBeUndefined();
  });

  test('a range covers all its days', () => {
    expect(intervalOf('2011/2014-03')).toEqual({ from: '2011-01-01', to: '2014-03-31' });
  });
});

test.each([
  [3, 'D', 'P3D'],
  [72, 'TH', 'PT72H'],
  ['X', 'W', 'PXW'],
  [2, '10Y', 'P20Y'],
  [2.5, 'Y', 'P2Y6M'],
  [0.5, 'TH', 'PT30M'],
  [1.5, 'D', 'P1DT12H'],
  ['X', '10Y', 'PXE'],
] as const)('%s × %s lasts %s', (count, unit, value) => expect(toDuration(count, unit)).toBe(value));

test.each([
  ['easter+0', 2019, '2019-04-21'],
  ['easter-2', 2024, '2024-03-29'],
  ['easter+49', 2025, '2025-06-08'],
  ['4-4-11', 2019, '2019-11-28'],
  ['-1-1-05', 2021, '2021-05-31'],
  ['12-25', 2020, '2020-12-25'],
  ['1-1-11+1', 2016, '2016-11-08'],
  ['1-1-11+1', 2022, '2022-11-08'],
  ['orthodox+0', 2019, '2019-04-28'],
  ['orthodox+0', 2024, '2024-05-05'],
  ['orthodox+0', 2025, '2025-04-20'],
  ['~03-20', 2024, '2024-03-20'],
])('%s of %d is %s', (code, year, date) => {
  expect(toValue({ grain: 'day', index: holidayIn(code, year) ?? 0 })).toBe(date);
});

test.each([
  ['islamic-09', 2019, '2019-05-06', '2019-06-04'],
  ['islamic-09', 2024, '2024-03-11', '2024-04-09'],
  ['islamic-10-01', 2021, '2021-05-13', '2021-05-13'],
  ['islamic-12-10', 2020, '2020-07-31', '2020-07-31'],
])('%s of %d lies near %s to %s: the moon may move it', (code, year, first, last) => {
  const dayOf = (date: string): number => {
    const [y = 0, month = 0, day = 0] = date.split('-').map(Number);
    return toDay({ year: y, month, day });
  };
  const [days] = holidayDaysIn(code, year);
  expect(Math.abs((days?.first ?? 0) - dayOf(first))).toBeLessThanOrEqual(1);
  expect(Math.abs((days?.last ?? 0) - dayOf(last))).toBeLessThanOrEqual(1);
});

test('a month of the moon may come twice in a year, or begin in the year before', () => {
  expect(holidayDaysIn('islamic-09', 2030)).toHaveLength(2);
  expect(holidayDaysIn('islamic-13', 2030).length).toBeLessThanOrEqual(2);
});

test.each(['', 'easter', '13', 'islamic', 'noon'])('a code that says nothing has no days: "%s"', (code) => {
  expect(holidayDaysIn(code, 2020)).toEqual([]);
});
