import type { Grammar } from './grammar.ts';
import type { FoundTime } from './match-rules.ts';
import { toCivil, toDay } from './point.ts';
import { dateAt, isDayReading } from './reading.ts';

/** A day so many days, weeks, months or years from another. */
const dayFrom = (day: number, count: number, code: string): number => {
  if (code === 'D' || code === 'W') return day + count * (code === 'D' ? 1 : 7);
  const { year, month, day: date } = toCivil(day);
  return toDay({ year, month: month + count * (code === 'M' ? 1 : 12), day: date });
};

/** A length of time and the day that it is counted from: "a day after Monday". */
export const joinOffset = (
  grammar: Grammar,
  first: FoundTime,
  second: FoundTime,
  gap: string,
): FoundTime | undefined => {
  const sign = grammar.value('offsetWord', gap);
  const { length } = first.reading;
  const { point } = second.reading;
  if (sign === undefined || length === undefined || point === undefined || !isDayReading(second.reading))
    return undefined;
  const day = { grain: 'day' as const, index: dayFrom(point.index, Number(sign) * length.count, length.code) };
  const reading = dateAt(day, second.reading.anchor, first.reading.kind);
  return { start: first.start, end: second.end, rule: 'times/offset-from', reading };
};

const AGO = 'times/ago';

/** "two weeks | and two days ago": counted back from the day that the second gives. */
const joinAgo = (first: FoundTime, second: FoundTime): FoundTime | undefined => {
  const { length } = first.reading;
  const { point, anchor, kind } = second.reading;
  if (second.rule !== AGO || length === undefined || point?.grain !== 'day') return undefined;
  const day = { grain: 'day' as const, index: dayFrom(point.index, -length.count, length.code) };
  return { start: first.start, end: second.end, rule: AGO, reading: dateAt(day, anchor, kind) };
};

const UNITS = ['Y', 'M', 'W', 'D', 'TH', 'TM', 'TS'];

/** P3D → 3 and "D", PT40M → 40 and "TM"; undefined for what has more parts than one. */
const partOf = (value: string | null): { readonly amount: string; readonly rank: number } | undefined => {
  const match = /^P(T?)(\d+)([YMWDHS])$/.exec(value ?? '');
  return match === null
    ? undefined
    : { amount: `${match[2]}${match[3]}`, rank: UNITS.indexOf(`${match[1]}${match[3]}`) };
};

const FIRST_OF_CLOCK = UNITS.indexOf('TH');

/** "two hours and 40 minutes", "a year and three months": one length of two parts; counted back from today before "ago". */
export const joinLengths = (
  grammar: Grammar,
  first: FoundTime,
  second: FoundTime,
  gap: string,
): FoundTime | undefined => {
  if (
    first.reading.type !== 'DURATION' ||
    (gap.trim() !== '' && !grammar.words('lengthAnd').has(gap.trim().toLowerCase()))
  )
    return undefined;
  const ago = joinAgo(first, second);
  if (ago !== undefined || second.reading.type !== 'DURATION') return ago;
  const [large, small] = [partOf(first.reading.value), partOf(second.reading.value)];
  if (large === undefined || small === undefined || large.rank >= small.rank) return undefined;
  const [one, other] = [large, small].map(({ amount, rank }) => ({ amount, isClock: rank >= FIRST_OF_CLOCK }));
  const value = `P${one?.isClock ? 'T' : ''}${one?.amount}${other?.isClock && !one?.isClock ? 'T' : ''}${other?.amount}`;
  const { length: _, ...reading } = second.reading;
  const kind = [first, second].some((each) => each.reading.kind !== 'exact') ? 'approximate' : 'exact';
  return { start: first.start, end: second.end, rule: first.rule, reading: { ...reading, value, kind } };
};
