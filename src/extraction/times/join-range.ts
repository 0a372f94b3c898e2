import type { FoundTime } from './match-rules.ts';
import { type Point, startOf, toCivil, toDay } from './point.ts';
import { nextAfter, toRange } from './read-named.ts';
import type { TimeReading } from './reading.ts';
import { clockValue, toValue } from './value.ts';

/** "from 9 p.m. to 5 a.m.": hours of one day, or of two that the text names. */
const joinClockRange = (first: FoundTime, second: FoundTime): FoundTime | undefined => {
  const { point: from, clock } = first.reading;
  const { point: to, clock: end } = second.reading;
  if (from === undefined || to === undefined || clock === undefined || end === undefined) return undefined;
  const value = to.index > from.index ? `${toValue(from)}${clock}/${toValue(to)}${end}` : clockValue(from, clock, end);
  const reading: TimeReading = { ...first.reading, value, kind: 'range', endClock: end };
  return { start: first.start, end: second.end, rule: 'times/range', reading };
};

const WEEKDAY = 'times/weekday';

/** "Monday to Wednesday": the second weekday is the next after the first. */
const endOf = (first: FoundTime, second: FoundTime, from: Point, to: Point): Point =>
  first.rule === WEEKDAY && second.rule === WEEKDAY
    ? { grain: 'day', index: from.index + ((((to.index - from.index) % 7) + 7) % 7) }
    : nextAfter(from, to);

/** "Nov. 18 to Dec. 19, 2015": the year of the second is that of the first, or the one after it. */
const inYearOf = (first: FoundTime, second: FoundTime, from: Point, to: Point): Point => {
  const isOpen = first.reading.anchor !== 'none' && second.reading.anchor === 'none';
  if (!isOpen || from.grain !== to.grain || (from.grain !== 'day' && from.grain !== 'month')) return from;
  const { month, day } = toCivil(startOf(from));
  const { year } = toCivil(startOf(to));
  const at = (each: number): Point =>
    from.grain === 'day'
      ? { grain: 'day', index: toDay({ year: each, month, day }) }
      : { grain: 'month', index: each * 12 + month - 1 };
  return at(year).index < to.index ? at(year) : at(year - 1);
};

/** Two dates of one grain with "to" between them: "May 1 to May 3". */
export const joinRange = (first: FoundTime, second: FoundTime): FoundTime | undefined => {
  const { point: begin } = first.reading;
  const { point: to } = second.reading;
  if (first.reading.clock !== undefined) return joinClockRange(first, second);
  if (begin === undefined || to === undefined || first.reading.type !== 'DATE' || second.reading.type !== 'DATE')
    return undefined;
  const from = inYearOf(first, second, begin, to);
  const value = toRange(from, endOf(first, second, from, to));
  if (value === undefined) return undefined;
  const { anchor } = first.reading.anchor === 'none' ? second.reading : first.reading;
  return {
    start: first.start,
    end: second.end,
    rule: 'times/range',
    reading: { ...first.reading, value, kind: 'range', anchor },
  };
};
