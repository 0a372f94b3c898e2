import type { TimeExpression } from '../records.ts';
import type { Grammar } from './grammar.ts';
import { type Point, type PointGrain, pointAt } from './point.ts';
import type { Tense } from './tense.ts';
import { toValue } from './value.ts';

/** What a reading makes of the words that a rule found. */
export interface TimeReading extends Pick<TimeExpression, 'type' | 'value' | 'grain' | 'kind' | 'anchor'> {
  /** The stretch of the calendar that is meant, where it is known: what "a year earlier" counts from. */
  readonly point?: Point;
  /** How long a duration is, in whole units of the calendar: 2 and "W". */
  readonly length?: { readonly count: number; readonly code: string };
  /** A clock time ("T14:00") without a day of its own. */
  readonly clock?: string;
  /** The clock time that a stretch of hours ends at. */
  readonly endClock?: string;
}

/** Everything a reading may look at. */
export interface TimeContext {
  readonly grammar: Grammar;
  /** The words found for each class or group of the pattern. */
  readonly groups: Readonly<Record<string, string | undefined>>;
  /** All the words that the rule found. */
  readonly words: string;
  /** The sentence before and after them. */
  readonly before: string;
  readonly after: string;
  /** The day that the report was published or filed; undefined where nobody knows. */
  readonly today: number | undefined;
  /** What that day is known from. */
  readonly anchor: 'publication' | 'dateline' | 'utterance';
  readonly isHeading: boolean;
  /** The tense of the clause that the words belong to. */
  readonly tense: () => Tense;
  /** Is the word that the words hang together by a verb ("May they live")? */
  readonly isVerb: () => boolean;
  /** Is it one thing of a kind, with an article of its own: "the March for peace"? */
  readonly isThing: () => boolean;
  /** Is it what something is counted by: "three trains a day"? */
  readonly isRate: () => boolean;
  /** Does it hang on a verb: "expires | in six months", not "the worst raid | in six months"? */
  readonly isOfVerb: () => boolean;
  /** Does the verb of that clause move something in time ("postponed until Friday")? */
  readonly isMoved: () => boolean;
  /** Does it give somebody time ("gave them until Friday")? */
  readonly isGranted: () => boolean;
  /** What was mentioned last, for "a day later". */
  readonly previous: Point | undefined;
}

/** Turns the words that a rule found into a value; undefined where they are no time after all. */
export type TimeReader = (context: TimeContext) => TimeReading | undefined;

/** The value that a word found for a class stands for, as a number; undefined where the class found none. */
export const numberOf = ({ grammar, groups }: TimeContext, name: string): number | undefined => {
  const word = groups[name];
  const value = word === undefined ? undefined : grammar.value(name, word);
  return value === undefined ? undefined : Number(value);
};

/** The same as text. */
export const codeOf = ({ grammar, groups }: TimeContext, name: string): string | undefined => {
  const word = groups[name];
  const value = word === undefined ? undefined : grammar.value(name, word);
  return value === undefined ? undefined : String(value);
};

/** Is it a day of the calendar without a clock time? */
export const isDayReading = ({ clock, point, type, kind }: TimeReading): boolean =>
  clock === undefined && point?.grain === 'day' && type !== 'DURATION' && kind !== 'range';

/** A date whose point is known. */
export const dateAt = (
  point: Point,
  anchor: TimeReading['anchor'],
  kind: TimeReading['kind'] = 'exact',
): TimeReading => ({ type: 'DATE', value: toValue(point), grain: point.grain, kind, anchor, point });

/** A time that cannot be placed; its value says at most which kind of past or future is meant. */
export const unresolved = (
  grain: TimeReading['grain'] = 'unknown',
  value: string | null = null,
  type: TimeReading['type'] = 'DATE',
): TimeReading => ({ type, value, grain, kind: 'unresolved', anchor: 'none' });

/** A part of a day: "Tuesday night" → 2019-04-30TNI. */
export const partOfDay = (day: Point, part: string, anchor: TimeReading['anchor']): TimeReading => ({
  type: 'TIME',
  value: `${toValue(day)}T${part}`,
  grain: 'part-of-day',
  kind: 'exact',
  anchor,
  point: day,
});

/** The point of a grain that today lies in; undefined where nobody knows what day it is. */
export const current = ({ today }: TimeContext, grain: PointGrain): Point | undefined =>
  today === undefined ? undefined : pointAt(grain, today);

/** Do "early", "about" and the like stand with it? Then the value holds only roughly. */
export const kindOf = ({ groups }: TimeContext): 'exact' | 'approximate' =>
  groups.edge === undefined && groups.about === undefined && groups.decadeEdge === undefined ? 'exact' : 'approximate';

const endsWith = (grammar: Grammar, name: string, words: string): string | undefined => {
  for (const word of grammar.words(name)) if (words === word || words.endsWith(` ${word}`)) return word;
  return undefined;
};

/** The word of a class that stands right before, or before "the", "about" and the like; undefined where none does. */
export const wordBefore = (grammar: Grammar, before: string, name: string): string | undefined => {
  const words = before.toLowerCase().replace(/’/g, "'").replace(/\s+/g, ' ').trim();
  const filler = endsWith(grammar, 'fillWord', words);
  const rest = filler === undefined ? words : words.slice(0, -filler.length).trim();
  return endsWith(grammar, name, words) ?? endsWith(grammar, name, rest);
};

/** Does a word of the class stand right before? */
export const isAfterWord = ({ grammar, before }: Pick<TimeContext, 'grammar' | 'before'>, name: string): boolean =>
  wordBefore(grammar, before, name) !== undefined;
