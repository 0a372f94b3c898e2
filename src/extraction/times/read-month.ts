import { alignIndex } from './direction.ts';
import type { Point, PointGrain } from './point.ts';
import { yearlyPoint } from './read-date.ts';
import {
  current,
  dateAt,
  isAfterWord,
  kindOf,
  numberOf,
  type TimeContext,
  type TimeReader,
  type TimeReading,
  unresolved,
} from './reading.ts';
import { seasonPoint, within } from './value.ts';
import { readYear, yearOf } from './year.ts';

/** "They may march", "the March for peace": a verb or a thing, unless a word that leads in a time stands before it ("by May"). */
const isOtherWord = (context: TimeContext): boolean => {
  if (isAfterWord(context, 'leadWord')) return false;
  const isAlone = context.groups.month === context.words;
  return context.isVerb() || (isAlone && context.isThing());
};

/** "October", "last March", "early May 2019". */
export const readMonth: TimeReader = (context) => {
  const month = numberOf(context, 'month');
  if (month === undefined || isOtherWord(context)) return undefined;
  const found = yearlyPoint(context, 'month', month - 1);
  if (found === undefined) return unresolved('month', `XXXX-${String(month).padStart(2, '0')}`);
  return dateAt(found.point, found.isWritten ? 'none' : context.anchor, kindOf(context));
};

const SEASON_INDEX: Readonly<Record<string, number>> = { WI: 0, SP: 1, SU: 2, FA: 3 };

/** "last summer", "spring 2017", "the summer". */
export const readSeason: TimeReader = (context) => {
  const word = context.groups.seasonWord;
  const season = word === undefined ? undefined : context.grammar.value('season', word);
  if (season === undefined) return undefined;
  const year = readYear(context);
  if (year !== undefined)
    return dateAt(
      seasonPoint(String(season), year),
      context.groups.relativeYear === undefined ? 'none' : context.anchor,
      kindOf(context),
    );
  const found = yearlyPoint(context, 'season', SEASON_INDEX[String(season)] ?? 0);
  return found === undefined ? unresolved('season') : dateAt(found.point, context.anchor, kindOf(context));
};

/** A bare quarter is the nearest one; the one that goes on counts as ended where a report of results would mean it. */
const bareQuarter = (context: TimeContext, step: number): TimeReading => {
  const now = current(context, 'quarter');
  if (now === undefined) return unresolved('quarter');
  const index = alignIndex(now.index, step, 4, 'nearest');
  return dateAt({ grain: 'quarter', index }, context.anchor, kindOf(context));
};

/** "the third quarter of 1989", "Q2 2023", "last year's fourth quarter". */
export const readQuarter: TimeReader = (context) => {
  const { quarterDigit, yearAgo } = context.groups;
  const number = quarterDigit === undefined ? numberOf(context, 'quarterNumber') : Number(quarterDigit);
  if (number === undefined) return undefined;
  const year = readYear(context);
  if (year !== undefined)
    return dateAt(
      { grain: 'quarter', index: year * 4 + number - 1 },
      context.groups.relativeYear === undefined ? 'none' : context.anchor,
    );
  const bare = bareQuarter(context, number - 1);
  if (yearAgo === undefined || bare.point === undefined) return bare;
  return dateAt({ grain: 'quarter', index: bare.point.index - 4 }, context.anchor);
};

/** "the latest quarter", "the year-earlier period", "the quarter": from the quarter last mentioned, or the last that ended. */
export const readQuarterRelative: TimeReader = (context) => {
  const { latest, thisQuarter, year } = context.groups;
  const now = current(context, 'quarter');
  if (now === undefined) return unresolved('quarter');
  const mentioned = context.previous?.grain === 'quarter' ? context.previous : undefined;
  const ended = { grain: 'quarter' as const, index: now.index - 1 };
  const base = latest === undefined ? (mentioned ?? ended) : ended;
  if (latest !== undefined || thisQuarter !== undefined)
    return dateAt(base, mentioned === undefined ? context.anchor : 'event');
  if (year !== undefined) return dateAt({ grain: 'quarter', index: Number(year) * 4 + (base.index % 4) }, 'event');
  const isThisYear = yearOf(base) === yearOf(now) || mentioned === undefined;
  return dateAt(isThisYear ? { grain: 'quarter', index: base.index - 4 } : base, 'event');
};

/** "the first half of 2018". */
export const readHalf: TimeReader = (context) => {
  const { halfDigit, relativeYear } = context.groups;
  const number = halfDigit === undefined ? numberOf(context, 'halfNumber') : Number(halfDigit);
  const year = readYear(context);
  if (number === undefined) return undefined;
  if (year !== undefined)
    return dateAt(
      { grain: 'half', index: year * 2 + number - 1 },
      relativeYear === undefined ? 'none' : context.anchor,
    );
  if (context.groups.thisYear === undefined) return undefined;
  const now = current(context, 'year');
  return now === undefined
    ? unresolved('half')
    : dateAt({ grain: 'half', index: now.index * 2 + number - 1 }, context.anchor);
};

/** "fiscal 1990", "the current fiscal year": fiscal years are named like calendar years. */
export const readFiscalYear: TimeReader = (context) => {
  const { fiscalRelative, fiscalDigits } = context.groups;
  const written = fiscalDigits === undefined ? readYear(context) : 2000 + (Number(fiscalDigits) % 100);
  if (written !== undefined) return dateAt({ grain: 'year', index: written }, 'none', kindOf(context));
  const now = current(context, 'year');
  if (now === undefined) return unresolved('year');
  const step = { next: 1, last: -1, previous: -1, latest: -1 }[fiscalRelative?.toLowerCase() ?? ''] ?? 0;
  return dateAt({ grain: 'year', index: now.index + step }, context.anchor, kindOf(context));
};

/** "1939-45", "the 2019-20 academic year". */
export const readYearSpan: TimeReader = (context) => {
  const from = readYear(context);
  const digits = context.groups.endYear ?? '';
  if (from === undefined) return undefined;
  const century = digits.length === 2 ? Math.floor(from / 100) * 100 : 0;
  const to = century + Number(digits);
  if (to <= from || to - from > LONGEST_SPAN) return undefined;
  return { type: 'DATE', value: `${from}/${to}`, grain: 'year', kind: 'range', anchor: 'none' };
};

/** Two years with a hyphen that lie further apart are figures of another kind. */
const LONGEST_SPAN = 100;

/** "the current academic year": from the autumn of one year into the next, in the north. */
export const readAcademicYear: TimeReader = (context) => {
  const now = current(context, 'month');
  const step = numberOf(context, 'relative') ?? numberOf(context, 'following') ?? 0;
  const begins = numberOf(context, 'yearKind') ?? 1;
  if (now === undefined) return unresolved('year');
  const first = Math.floor((now.index - (begins - 1)) / 12) + step;
  return { type: 'DATE', value: `${first}/${first + 1}`, grain: 'year', kind: 'approximate', anchor: context.anchor };
};

/** "2019", "early 2019", "'89". */
export const readBareYear: TimeReader = (context) => {
  const year = readYear(context);
  if (year === undefined) return undefined;
  return dateAt({ grain: 'year', index: year }, 'none', kindOf(context));
};

/** "the 1990s", "the late '80s", "the nineties". */
export const readDecade: TimeReader = (context) => {
  const { century, decade } = context.groups;
  const spelled = numberOf(context, 'spelledDecade');
  if (spelled !== undefined) return dateAt({ grain: 'decade', index: spelled }, 'none', kindOf(context));
  if (decade === undefined) return undefined;
  return dateAt({ grain: 'decade', index: Number(`${century ?? '19'}${decade}`) }, 'none', kindOf(context));
};

/** "the 20th century" → 19. */
export const readCentury: TimeReader = (context) => {
  const { centuryNumber } = context.groups;
  const number = centuryNumber === undefined ? numberOf(context, 'ordinal') : Number(centuryNumber);
  if (number === undefined || number > 22) return undefined;
  return dateAt({ grain: 'century', index: number - 1 }, 'none', kindOf(context));
};

/** The year, month … that was mentioned last, or that today lies in. */
export const mentionedOr = (context: TimeContext, grain: PointGrain): Point | undefined =>
  context.previous === undefined ? current(context, grain) : within(context.previous, grain);

/** "every July": a month of no year in particular. */
export const readEveryMonth: TimeReader = (context) => {
  const month = numberOf(context, 'month');
  if (month === undefined) return undefined;
  const value = `XXXX-${String(month).padStart(2, '0')}`;
  return { type: 'SET', value, grain: 'month', kind: 'exact', anchor: 'none' };
};
