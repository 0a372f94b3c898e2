import type { ParsedSentence } from '../../reading/index.ts';
import type { Grammar } from './grammar.ts';
import type { FoundTime } from './match-rules.ts';
import { type Point, shift, toCivil, toDay } from './point.ts';
import { nextAfter, toRange } from './read-named.ts';
import { dateAt, type TimeReading, wordBefore } from './reading.ts';
import { toValue } from './value.ts';

const isDay = ({ reading }: FoundTime): boolean =>
  reading.clock === undefined &&
  reading.point?.grain === 'day' &&
  reading.type !== 'DURATION' &&
  reading.kind !== 'range';

/** A clock time of a day, or hours that end at another: at an earlier hour of the next day. */
const clockValue = (day: Point, clock: string, end: string | undefined): string => {
  const value = `${toValue(day)}${clock}`;
  return end === undefined ? value : `${value}/${toValue(end > clock ? day : shift(day, 1))}${end}`;
};

/** A clock time and the day beside it are one time: "2 p.m. on Wednesday". */
const joinClock = (first: FoundTime, second: FoundTime): FoundTime | undefined => {
  const clock = first.reading.clock === undefined ? second : first;
  const day = clock === first ? second : first;
  if (clock.reading.clock === undefined || !isDay(day) || day.reading.point === undefined) return undefined;
  const reading: TimeReading = {
    ...clock.reading,
    value: clockValue(day.reading.point, clock.reading.clock, clock.reading.endClock),
    kind: clock.reading.kind === 'unresolved' ? 'exact' : clock.reading.kind,
    anchor: day.reading.anchor,
    point: day.reading.point,
  };
  return { start: first.start, end: second.end, rule: clock.rule, reading };
};

/** A day so many days, weeks, months or years from another. */
const dayFrom = (day: number, count: number, code: string): number => {
  if (code === 'D' || code === 'W') return day + count * (code === 'D' ? 1 : 7);
  const { year, month, day: date } = toCivil(day);
  return toDay({ year, month: month + count * (code === 'M' ? 1 : 12), day: date });
};

/** A length of time and the day that it is counted from: "a day after Monday". */
const joinOffset = (grammar: Grammar, first: FoundTime, second: FoundTime, gap: string): FoundTime | undefined => {
  const sign = grammar.value('offsetWord', gap);
  const { length } = first.reading;
  const { point } = second.reading;
  if (sign === undefined || length === undefined || point === undefined || !isDay(second)) return undefined;
  const day = { grain: 'day' as const, index: dayFrom(point.index, Number(sign) * length.count, length.code) };
  const reading = dateAt(day, second.reading.anchor, first.reading.kind);
  return { start: first.start, end: second.end, rule: 'times/offset-from', reading };
};

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

/** Two dates of one grain with "to" between them: "May 1 to May 3". */
const joinRange = (first: FoundTime, second: FoundTime): FoundTime | undefined => {
  const { point: from } = first.reading;
  const { point: to } = second.reading;
  if (first.reading.clock !== undefined) return joinClockRange(first, second);
  if (from === undefined || to === undefined || first.reading.type !== 'DATE' || second.reading.type !== 'DATE')
    return undefined;
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

const isWord = (grammar: Grammar, name: string, words: string): boolean =>
  grammar.words(name).has(words.trim().toLowerCase());

/** A meeting "moved from Monday to Friday" does not last from Monday to Friday. */
const isMoved = (grammar: Grammar, sentence: ParsedSentence, start: number): boolean => {
  const moves = grammar.words('moveWord');
  return sentence.tokens.some((token) => token.start - sentence.start < start && moves.has(token.lemma.toLowerCase()));
};

/** The partner of "from" or "between" right before a time: what must stand between the two ends. */
const opensRange = (grammar: Grammar, before: string): string | undefined => {
  const word = wordBefore(grammar, before, 'rangeFrom');
  const partner = word === undefined ? undefined : grammar.value('rangeFrom', word);
  return partner === undefined ? undefined : String(partner);
};

const joinPair = (
  grammar: Grammar,
  sentence: ParsedSentence,
  text: string,
  first: FoundTime,
  second: FoundTime,
): FoundTime | undefined => {
  const gap = text.slice(first.end, second.start);
  if (gap.length > 14) return undefined;
  if (grammar.fits('atDay', gap)) return joinClock(first, second);
  const offset = joinOffset(grammar, first, second, gap);
  if (offset !== undefined) return offset;
  const opener = opensRange(grammar, text.slice(0, first.start));
  const isRange = isWord(grammar, 'rangeTo', gap) || (opener !== undefined && opener === gap.trim().toLowerCase());
  return isRange && !isMoved(grammar, sentence, first.start) ? joinRange(first, second) : undefined;
};

/** A clock time with the day of another. */
const onDayOf = (clock: FoundTime, day: FoundTime): FoundTime => {
  const { clock: _, ...reading } = day.reading;
  const joined = joinClock(clock, { ...day, reading });
  return joined === undefined ? clock : { ...joined, start: clock.start, end: clock.end };
};

const OPENING = /^\s*[([]$/;
const CLOSING = /^\s*[)\]],?\s*(?:\p{L}+ )?$/u;

/** "10:35 a.m. (0735 GMT) Friday", "4 a.m. (0800 GMT Friday)": a clock time in brackets tells the one before it again, on the same day. */
const shareDays = (grammar: Grammar, text: string, found: readonly FoundTime[]): FoundTime[] => {
  const all = [...found];
  for (const [index, second] of all.entries()) {
    const first = all[index - 1];
    const third = all[index + 1];
    const isRetold = first?.reading.clock !== undefined && second.reading.clock !== undefined;
    if (!isRetold || !OPENING.test(text.slice(first.end, second.start))) continue;
    const gap = third === undefined ? '' : text.slice(second.end, third.start);
    const isDayBehind =
      third !== undefined && isDay(third) && CLOSING.test(gap) && grammar.fits('atDay', gap.replace(/^\s*[)\]]/, ''));
    const retold = isDayBehind ? onDayOf(second, third) : second;
    all[index] = retold;
    all[index - 1] = onDayOf(first, retold);
  }
  return all;
};

/** Joins times that stand beside each other into one: a clock time with its day, the two ends of a range. */
export const joinTimes = (
  grammar: Grammar,
  sentence: ParsedSentence,
  text: string,
  found: readonly FoundTime[],
): FoundTime[] => {
  const joined: FoundTime[] = [];
  for (const each of found) {
    const last = joined.at(-1);
    const pair = last === undefined ? undefined : joinPair(grammar, sentence, text, last, each);
    if (pair === undefined) joined.push(each);
    else joined[joined.length - 1] = pair;
  }
  return shareDays(grammar, text, joined);
};
