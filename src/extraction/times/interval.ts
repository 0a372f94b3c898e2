import type { TimeGrain } from '../records.ts';
import { type Point, pointAt, startOf, toDay } from './point.ts';
import { seasonPoint, toValue } from './value.ts';

/** The first and the last day of a stretch of time, as dates. */
export interface Interval {
  readonly from: string;
  readonly to: string;
}

const isoWeek = (year: number, week: number): number => {
  const first = pointAt('week', toDay({ year, month: 1, day: 4 })).index;
  return first + week - 1;
};

const forms: readonly (readonly [RegExp, (match: RegExpExecArray) => Point])[] = [
  [
    /^(\d{4})-(\d\d)-(\d\d)(?:T.*)?$/,
    (match) => ({
      grain: 'day',
      index: toDay({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }),
    }),
  ],
  [/^(\d{4})-W(\d\d)-WE$/, (match) => ({ grain: 'weekend', index: isoWeek(Number(match[1]), Number(match[2])) })],
  [/^(\d{4})-W(\d\d)$/, (match) => ({ grain: 'week', index: isoWeek(Number(match[1]), Number(match[2])) })],
  [/^(\d{4})-Q([1-4])$/, (match) => ({ grain: 'quarter', index: Number(match[1]) * 4 + Number(match[2]) - 1 })],
  [/^(\d{4})-H([12])$/, (match) => ({ grain: 'half', index: Number(match[1]) * 2 + Number(match[2]) - 1 })],
  [/^(\d{4})-(SP|SU|FA|WI)$/, (match) => seasonPoint(match[2] ?? '', Number(match[1]))],
  [/^(\d{4})-(\d\d)$/, (match) => ({ grain: 'month', index: Number(match[1]) * 12 + Number(match[2]) - 1 })],
  [/^(\d{4})$/, (match) => ({ grain: 'year', index: Number(match[1]) })],
  [/^(\d{3})$/, (match) => ({ grain: 'decade', index: Number(match[1]) })],
  [/^(\d\d)$/, (match) => ({ grain: 'century', index: Number(match[1]) })],
];

const readPoint = (value: string): Point | undefined => {
  for (const [form, toPoint] of forms) {
    const match = form.exec(value);
    if (match !== null) return toPoint(match);
  }
  return undefined;
};

const dateOf = (day: number): string => toValue({ grain: 'day', index: day });

const lastDay = (point: Point): number =>
  point.grain === 'weekend' ? startOf(point) + 1 : startOf({ ...point, index: point.index + 1 }) - 1;

/** The days that a TIMEX3 value covers ("2019-W18" → 2019-04-29 to 2019-05-05); undefined for durations, sets and open values. */
export const intervalOf = (value: string): Interval | undefined => {
  const [first = '', second = first] = value.split('/');
  const from = readPoint(first);
  const to = readPoint(second);
  return from === undefined || to === undefined ? undefined : { from: dateOf(startOf(from)), to: dateOf(lastDay(to)) };
};

/** How exactly a TIMEX3 value says when ("2019-04" → month); of a range, how exactly it says its beginning. */
export const grainOf = (value: string): TimeGrain => {
  if (/T\d\d:\d\d/.test(value)) return 'minute';
  return readPoint(value.split('/')[0] ?? '')?.grain ?? 'unknown';
};
