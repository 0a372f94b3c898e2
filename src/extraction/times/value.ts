import { type Point, type PointGrain, pointAt, shift, startOf, toCivil, toDay } from './point.ts';

const SEASONS = ['WI', 'SP', 'SU', 'FA'] as const;

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

const dayValue = (day: number): string => {
  const date = toCivil(day);
  return `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`;
};

/** ISO 8601 weeks: the week's year is that of its Thursday. */
const weekValue = (index: number): string => {
  const thursday = index * 7;
  const { year } = toCivil(thursday);
  const week = Math.floor((thursday - toDay({ year, month: 1, day: 1 })) / 7) + 1;
  return `${pad(year, 4)}-W${pad(week, 2)}`;
};

const parts = (index: number, size: number): string => pad(Math.floor(index / size), 4);

/** The TIMEX3 value of a point: 2019-05-01, 2019-W18, 2019-W18-WE, 2019-05, 2019-SU, 2019-Q2, 2019-H1, 2019, 201, 20. */
export const toValue = ({ grain, index }: Point): string => {
  const forms: Readonly<Record<PointGrain, () => string>> = {
    day: () => dayValue(index),
    week: () => weekValue(index),
    weekend: () => `${weekValue(index)}-WE`,
    month: () => `${parts(index, 12)}-${pad((index % 12) + 1, 2)}`,
    season: () => `${parts(index, 4)}-${SEASONS[index % 4] ?? 'WI'}`,
    quarter: () => `${parts(index, 4)}-Q${(index % 4) + 1}`,
    half: () => `${parts(index, 2)}-H${(index % 2) + 1}`,
    year: () => pad(index, 4),
    decade: () => pad(index, 3),
    century: () => pad(index, 2),
  };
  return forms[grain]();
};

/** A clock time of a day, or hours that end at another: at an earlier hour of the next day. */
export const clockValue = (day: Point, clock: string, end: string | undefined): string => {
  const value = `${toValue(day)}${clock}`;
  return end === undefined ? value : `${value}/${toValue(end > clock ? day : shift(day, 1))}${end}`;
};

/** The season of a year ("SU", 2018); winter is taken as the one at its beginning, as news dates "the winter of 1994". */
export const seasonPoint = (season: string, year: number): Point => ({
  grain: 'season',
  index: year * 4 + Math.max(0, SEASONS.indexOf(season as (typeof SEASONS)[number])),
});

/** The point of a coarser or equal grain that holds the beginning of a point. */
export const within = (point: Point, grain: PointGrain): Point => pointAt(grain, startOf(point));

const UNITS: Readonly<Record<string, { readonly grain: PointGrain; readonly size: number }>> = {
  D: { grain: 'day', size: 1 },
  W: { grain: 'week', size: 1 },
  '2W': { grain: 'week', size: 2 },
  M: { grain: 'month', size: 1 },
  Q: { grain: 'quarter', size: 1 },
  Y: { grain: 'year', size: 1 },
  '10Y': { grain: 'decade', size: 1 },
  '100Y': { grain: 'century', size: 1 },
};

/** The calendar grain of a unit's code ("W" → week) and how many of it the unit spans; undefined for clock units. */
export const unitGrain = (code: string): { readonly grain: PointGrain; readonly size: number } | undefined =>
  UNITS[code];
