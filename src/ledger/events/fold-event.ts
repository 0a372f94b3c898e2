import { earlier, later } from '../dated.ts';
import { bucketsOf, dayOf } from '../days.ts';
import type { EventSummary, Party, When } from '../node.ts';
import type { Fold } from '../shelf.ts';
import { joinTold } from '../tellings.ts';
import { partyKeys } from './party.ts';

const WEEK = 7;
const BUCKETS = 6;
const KEPT = 24;

/** Keys by which an event is found: its type, each party, each week it may lie in. */
export const eventKeys = (
  { type, parties, situations, span }: EventSummary,
  before = 0,
  after = 0,
): readonly string[] => {
  const weeks = bucketsOf({ from: dayOf(span.first) - before, to: dayOf(span.last) + after }, WEEK, BUCKETS + 6);
  const names = [...new Set([...parties.flatMap(partyKeys), ...situations.slice(0, 2)])];
  return names.flatMap((name) => weeks.map((week) => `${type}/${name}/${week}`));
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
