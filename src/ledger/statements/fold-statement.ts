import { earlier, later } from '../dated.ts';
import { bucketsOf, dayOf } from '../days.ts';
import type { StatementSummary } from '../node.ts';
import type { Fold } from '../shelf.ts';
import { firstOf, joinTold } from '../tellings.ts';

const WEEK = 7;
const BUCKETS = 8;
/** So many runs of words stand for all of them: the smallest numbers, which texts that are alike share. */
const SAMPLE = 4;
const KEPT = 32;

const weeks = (span: StatementSummary['span'], reach: number): readonly number[] =>
  bucketsOf({ from: dayOf(span.first) - reach, to: dayOf(span.last) + reach + 1 }, WEEK, BUCKETS);

/** Keys by which the same statement is found: a sample of its words, and who said something in those days. */
export const sameKeys = ({ shingles, speakers, span }: StatementSummary, reach = 0): readonly string[] => [
  ...shingles.slice(0, SAMPLE).map((run) => `words/${run}`),
  ...speakers.flatMap((speaker) => weeks(span, reach).map((week) => `said/${speaker}/${week}`)),
];

/** A statement that says that something is not so. */
export const isDenial = ({ act }: StatementSummary): boolean => act === 'deny';

/** Claims are looked up by those of whom they speak, denials by those who deny. */
const answerKeys = (summary: StatementSummary): readonly string[] =>
  isDenial(summary)
    ? summary.sides.by.flatMap((side) => weeks(summary.span, 0).map((week) => `denied/${side}/${week}`))
    : summary.sides.about.flatMap((side) => weeks(summary.span, 0).map((week) => `claimed/${side}/${week}`));

/** Days between a claim and its denial. */
export const ANSWER_DAYS = 14;

/** Keys by which the claims are found that a denial may answer, and the denials that a claim may meet. */
export const counterKeys = (summary: StatementSummary): readonly string[] =>
  isDenial(summary)
    ? summary.sides.by.flatMap((side) => weeks(summary.span, ANSWER_DAYS).map((week) => `claimed/${side}/${week}`))
    : summary.sides.about.flatMap((side) => weeks(summary.span, ANSWER_DAYS).map((week) => `denied/${side}/${week}`));

const joined = (one: readonly string[], other: readonly string[]): readonly string[] =>
  [...new Set([...one, ...other])].slice(0, KEPT);

/** How statements are put together: the words are those of the fullest telling. */
export const statementFold: Fold<'statement'> = {
  kind: 'statement',
  since: ({ first }) => first.published,
  keysOf: (summary) => [...sameKeys(summary), ...answerKeys(summary)],
  merge: (one, other) => {
    const told = joinTold(one, other);
    const fullest = other.shingles.length > one.shingles.length ? other : one;
    return {
      speakers: joined(one.speakers, other.speakers),
      act: one.act === 'say' ? other.act : one.act,
      shingles: fullest.shingles,
      terms: fullest.terms,
      about: joined(one.about, other.about),
      isNegated: fullest.isNegated,
      isUnnamed: one.isUnnamed && other.isUnnamed,
      sides: { by: joined(one.sides.by, other.sides.by), about: joined(one.sides.about, other.sides.about) },
      span: {
        first: earlier(one.span.first, other.span.first) ?? one.span.first,
        last: later(one.span.last, other.span.last) ?? one.span.last,
      },
      first: firstOf([one.first, other.first, ...told.tellings]) ?? one.first,
      ...told,
    };
  },
};
