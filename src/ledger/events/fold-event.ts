import { earlier, later } from '../dated.ts';
import { bucketsOf, dayOf } from '../days.ts';
import type { EventSummary, Party, When } from '../node.ts';
import type { Fold } from '../shelf.ts';
import { joinTold } from '../tellings.ts';
import { partyKeys } from './party.ts';

const WEEK = 7;
/** What may lie in more weeks than these, "in 2025", is looked up without them. */
const WEEKS = 12;
const LONG = 'long';
const KEPT = 24;

const namesOf = ({ type, parties, situations }: EventSummary): readonly string[] =>
  [...new Set([...parties.flatMap(partyKeys), ...situations.slice(0, 2)])].map((name) => `${type}/${name}`);

const weeksOf = ({ span }: EventSummary, reach: number): readonly number[] =>
  bucketsOf({ from: dayOf(span.first) - reach, to: dayOf(span.last) + reach }, WEEK, 2 * WEEKS);

/** Keys by which an event is found: its type, each party or situation, each week it may lie in. */
const eventKeys = (summary: EventSummary): readonly string[] => {
  const weeks = weeksOf(summary, 0);
  const told = weeks.length > WEEKS ? [LONG] : weeks;
  return namesOf(summary).flatMap((name) => told.map((week) => `${name}/${week}`));
};

/** Keys by which the events are asked for that may be the same; `reach`: days by which it may have been moved. */
export const askedKeys = (summary: EventSummary, reach = 0): readonly string[] => {
  const weeks = [...weeksOf(summary, reach), LONG];
  return namesOf(summary).flatMap((name) => weeks.map((week) => `${name}/${week}`));
};

const CERTAINTY: Readonly<Record<string, number>> = { actual: 3, negated: 3, planned: 2, expected: 2 };

/** What became of it counts more than what was planned, and that more than what was thought of. */
export const certaintyOf = (realis: string): number => CERTAINTY[realis] ?? 1;

const lastTold = ({ tellings }: EventSummary): string =>
  tellings.reduce<string | null>((last, { published }) => later(last, published), null) ?? '';

const realisOf = (one: EventSummary, other: EventSummary): EventSummary['realis'] => {
  const difference = certaintyOf(one.realis) - certaintyOf(other.realis);
  if (difference !== 0) return difference > 0 ? one.realis : other.realis;
  return lastTold(other) > lastTold(one) ? other.realis : one.realis;
};

const lengthOf = (when: When | null): number =>
  when?.start == null || when.end === null ? Number.POSITIVE_INFINITY : dayOf(when.end) - dayOf(when.start);

const joined = (one: readonly string[], other: readonly string[]): readonly string[] =>
  [...new Set([...one, ...other])].slice(0, KEPT);

const joinParties = (one: readonly Party[], other: readonly Party[]): readonly Party[] => {
  const known = new Set(one.map(({ node, side }) => `${side}|${node}`));
  return [...one, ...other.filter(({ node, side }) => !known.has(`${side}|${node}`))].slice(0, KEPT);
};

/** How events are put together. */
export const eventFold: Fold<'event'> = {
  kind: 'event',
  since: ({ tellings }) => tellings.reduce<string | null>((first, { published }) => earlier(first, published), null),
  keysOf: (summary) => eventKeys(summary),
  merge: (one, other) => {
    const told = joinTold(one, other);
    const when = lengthOf(other.when) < lengthOf(one.when) ? other.when : (one.when ?? other.when);
    return {
      type: one.type,
      mode: one.mode ?? other.mode,
      realis: realisOf(one, other),
      actors: joined(one.actors, other.actors),
      recipients: joined(one.recipients, other.recipients),
      when,
      formerly: [
        ...one.formerly,
        ...other.formerly.filter(({ value }) => !one.formerly.some((each) => each.value === value)),
      ],
      span: {
        first: earlier(one.span.first, other.span.first) ?? one.span.first,
        last: later(one.span.last, other.span.last) ?? one.span.last,
      },
      place: one.place === null || (one.place.isCountry && other.place !== null) ? other.place : one.place,
      words: joined(one.words, other.words),
      parties: joinParties(one.parties, other.parties),
      terms: joined(one.terms, other.terms),
      situations: joined(one.situations, other.situations),
      assertedBy: joined(one.assertedBy, other.assertedBy),
      ...told,
    };
  },
};
