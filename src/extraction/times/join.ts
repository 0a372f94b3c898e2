import type { ParsedSentence } from '../../reading/index.ts';
import type { Grammar } from './grammar.ts';
import { joinLengths, joinOffset } from './join-length.ts';
import { joinRange } from './join-range.ts';
import type { FoundTime } from './match-rules.ts';
import { isDayReading, type TimeReading, wordBefore } from './reading.ts';
import { clockValue } from './value.ts';

/** A clock time and the day beside it are one time: "2 p.m. on Wednesday". */
const joinClock = (first: FoundTime, second: FoundTime): FoundTime | undefined => {
  const clock = first.reading.clock === undefined ? second : first;
  const day = clock === first ? second : first;
  if (clock.reading.clock === undefined || !isDayReading(day.reading) || day.reading.point === undefined)
    return undefined;
  const reading: TimeReading = {
    ...clock.reading,
    value: clockValue(day.reading.point, clock.reading.clock, clock.reading.endClock),
    kind: clock.reading.kind === 'unresolved' ? 'exact' : clock.reading.kind,
    anchor: day.reading.anchor,
    point: day.reading.point,
  };
  return { start: first.start, end: second.end, rule: clock.rule, reading };
};

/** The days of "every day" and "Mondays", to which a clock time may be added. */
const SET_DAYS: readonly (readonly [form: RegExp, days: string])[] = [
  [/^P1D$/, 'XXXX-XX-XX'],
  [/^XXXX-WXX-\d$/, '$&'],
];

/** "every Monday at 4 p.m.", "7 a.m. every day": a clock time that comes again. */
const joinSet = (first: FoundTime, second: FoundTime): FoundTime | undefined => {
  const [clock, set] = first.reading.clock === undefined ? [second, first] : [first, second];
  if (clock.reading.clock === undefined || set.reading.type !== 'SET') return undefined;
  const form = SET_DAYS.find(([each]) => each.test(set.reading.value ?? ''));
  if (form === undefined) return undefined;
  const days = (set.reading.value ?? '').replace(form[0], form[1]);
  const reading: TimeReading = { ...set.reading, value: `${days}${clock.reading.clock}`, grain: clock.reading.grain };
  return { start: first.start, end: second.end, rule: set.rule, reading };
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
  const beside = grammar.fits('atDay', gap) ? (joinClock(first, second) ?? joinSet(first, second)) : undefined;
  const counted = beside ?? joinOffset(grammar, first, second, gap) ?? joinLengths(grammar, first, second, gap);
  if (counted !== undefined) return counted;
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
      third !== undefined &&
      isDayReading(third.reading) &&
      CLOSING.test(gap) &&
      grammar.fits('atDay', gap.replace(/^\s*[)\]]/, ''));
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
