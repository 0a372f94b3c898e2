import { readCount } from './number.ts';
import { type Point, shift } from './point.ts';
import { toDuration } from './read-duration.ts';
import { mentionedOr } from './read-month.ts';
import { codeOf, current, dateAt, kindOf, numberOf, type TimeContext, type TimeReader, unresolved } from './reading.ts';
import { looksAhead } from './tense.ts';
import { unitGrain, within } from './value.ts';

const unitCode = ({ grammar }: TimeContext, word: string): string | undefined => {
  const code = grammar.value('unit', word) ?? grammar.value('units', word);
  return code === undefined ? undefined : String(code);
};

const unitOf = (context: TimeContext, name: string): ReturnType<typeof unitGrain> => {
  const code = unitCode(context, context.groups[name] ?? '');
  return code === undefined ? undefined : unitGrain(code);
};

/** "last week", "this year", "the latest month"; "the past year" is how long something took. */
export const readRelativeUnit: TimeReader = (context) => {
  const { stretch, toCome, latest } = context.groups;
  const unit = unitOf(context, 'periodUnit');
  const code = unitCode(context, context.groups.periodUnit ?? '');
  if (unit === undefined || code === undefined) return undefined;
  if (stretch !== undefined)
    return { type: 'DURATION', value: toDuration(1, code), grain: unit.grain, kind: 'exact', anchor: 'none' };
  const step = numberOf(context, 'relative') ?? (toCome === undefined ? (latest === undefined ? 0 : -1) : 1);
  const now = current(context, unit.grain);
  return now === undefined ? unresolved(unit.grain) : dateAt(shift(now, step), context.anchor, kindOf(context));
};

/** "the end of the year", "later this month", "year-end". */
export const readUnitEdge: TimeReader = (context) => {
  const { yearEnd, edgeUnit } = context.groups;
  const code = yearEnd === undefined ? context.grammar.value('unit', edgeUnit ?? '') : 'Y';
  const unit = code === undefined ? undefined : unitGrain(String(code));
  if (unit === undefined) return undefined;
  const step = Number(context.grammar.value('relative', context.groups.edgeRelative ?? '') ?? 0);
  const now = current(context, unit.grain);
  return now === undefined ? unresolved(unit.grain) : dateAt(shift(now, step), context.anchor, 'approximate');
};

/** "the year ended March 31" lasts a year; "for the week" is the one that goes on. */
export const readYearEnded: TimeReader = (context) => {
  const unit = unitOf(context, 'endedUnit');
  if (unit !== undefined) {
    const code = String(context.grammar.value('unit', context.groups.endedUnit ?? ''));
    return { type: 'DURATION', value: `P1${code}`, grain: unit.grain, kind: 'exact', anchor: 'none' };
  }
  const whole = unitOf(context, 'wholeUnit');
  const now = whole === undefined ? undefined : current(context, whole.grain);
  return now === undefined ? undefined : dateAt(now, context.anchor);
};

/** The count and unit of "two weeks", "a year", "several days". */
const amountOf = (
  context: TimeContext,
  words: string,
): { readonly count: number | 'X'; readonly code: string } | undefined => {
  const match = /^(.*?)[\s-]*(\p{L}+?)$/su.exec(words.trim());
  if (match === null) return undefined;
  const unit = context.grammar.value('unit', match[2] ?? '') ?? context.grammar.value('units', match[2] ?? '');
  const count = readCount(context.grammar, match[1] ?? '');
  return unit === undefined || count === undefined ? undefined : { count, code: String(unit) };
};

/** The point that lies a number of units from another, as fine as the unit ("two weeks ago" is a week). */
const offsetFrom = (from: Point, count: number, code: string): Point | undefined => {
  const unit = unitGrain(code);
  if (unit === undefined) return undefined;
  const steps = Math.round(count * unit.size);
  if (unit.grain === 'decade' && count !== Math.trunc(count)) return undefined;
  if (unit.grain === 'century') return shift(within(from, 'year'), steps * 100);
  if (unit.grain === 'decade') return shift(within(from, 'year'), steps * 10);
  return shift(within(from, unit.grain), steps);
};

/** "two weeks ago", "a year ago", "several years ago". */
export const readAgo: TimeReader = (context) => {
  const { groups, grammar } = context;
  const count = readCount(grammar, groups.count ?? groups.article ?? '');
  const code = unitCode(context, groups.anyUnit ?? '');
  if (code === undefined || count === undefined || count === 'X' || unitGrain(code) === undefined)
    return unresolved('unknown', 'PAST_REF');
  const quarter = count === 1 && code === 'Y' && context.previous?.grain === 'quarter';
  const now = quarter ? context.previous : current(context, 'day');
  if (now === undefined) return unresolved('unknown');
  const point = quarter ? shift(now, -4) : offsetFrom(now, -count, code);
  return point === undefined ? unresolved() : dateAt(point, quarter ? 'event' : context.anchor, kindOf(context));
};

const PER_YEAR: Readonly<Record<string, number>> = { quarter: 4, month: 12, half: 2, season: 4 };

/** A point some units from another; years from a quarter or month are the same quarter or month of another year. */
const farFrom = (from: Point, count: number, code: string): Point | undefined => {
  const perYear = code === 'Y' && Number.isInteger(count) ? PER_YEAR[from.grain] : undefined;
  return perYear === undefined ? offsetFrom(from, count, code) : shift(from, count * perYear);
};

const COARSENESS: readonly Point['grain'][] = ['day', 'week', 'month', 'quarter', 'half', 'year', 'decade', 'century'];

/** Is a unit finer than the time that it would be counted from: days from a week, weeks from a year? */
const isFiner = (code: string, from: Point): boolean => {
  const unit = unitGrain(code);
  return unit !== undefined && COARSENESS.indexOf(unit.grain) < COARSENESS.indexOf(from.grain);
};

/** A time so many units from another; open where the count is, or where days would be counted from a whole week or month. */
const countedFrom = (from: Point | undefined, count: number | 'X', code: string): Point | undefined =>
  from === undefined || count === 'X' || isFiner(code, from) ? undefined : farFrom(from, count, code);

/** "a day later", "two years earlier": from what was mentioned last. */
export const readOffset: TimeReader = (context) => {
  const { groups, grammar, previous, anchor } = context;
  const amount = groups.count ?? groups.article;
  const count = readCount(grammar, amount ?? '1');
  const code = unitCode(context, groups.anyUnit ?? '');
  const sign = groups.earlier === undefined ? 1 : -1;
  if (code === undefined || count === undefined || (amount === undefined && sign > 0)) return undefined;
  const point = countedFrom(previous ?? current(context, 'day'), count === 'X' ? count : sign * count, code);
  if (point === undefined) return unresolved('unknown', sign > 0 ? 'FUTURE_REF' : 'PAST_REF');
  return dateAt(point, previous === undefined ? anchor : 'event', kindOf(context));
};

/** "will expire in two weeks", "expires in two weeks". */
const isAhead = (context: TimeContext): boolean =>
  looksAhead(context.tense()) || (context.tense() === 'present' && context.isOfVerb());

/** "in two weeks", "three days from now": a date where the clause looks ahead; else how long something took. */
export const readFromNow: TimeReader = (context) => {
  const { inTime, fromNow } = context.groups;
  const amount = amountOf(context, inTime ?? '');
  if (amount === undefined || amount.count === 'X') return undefined;
  if (fromNow === undefined && !isAhead(context)) return undefined;
  const now = current(context, 'day');
  const point = now === undefined ? undefined : offsetFrom(now, amount.count, amount.code);
  return point === undefined ? undefined : dateAt(point, context.anchor, 'approximate');
};

/** "the next day", "the following year", "that day", "the same week": from what was mentioned last. */
export const readNextDay: TimeReader = (context) => {
  const { groups } = context;
  const part = codeOf(context, 'part');
  const unit = part === undefined ? unitOf(context, 'calendarUnit') : unitGrain('D');
  if (unit === undefined) return undefined;
  const step = groups.nextDay === undefined ? (numberOf(context, 'following') ?? 0) : 1;
  if (unit.grain === 'decade' || unit.grain === 'century') return undefined;
  const from = context.previous;
  if (from === undefined || (unit.grain === 'day' && from.grain !== 'day'))
    return groups.following === undefined && groups.nextDay === undefined ? undefined : unresolved(unit.grain);
  const point = shift(mentionedOr(context, unit.grain) ?? from, step);
  const date = dateAt(point, 'event', kindOf(context));
  return part === undefined ? date : { ...date, type: 'TIME', value: `${date.value}T${part}`, grain: 'part-of-day' };
};
