import { dayOf } from '../days.ts';
import type { EventSummary, When } from '../node.ts';
import { meets } from '../sides.ts';
import { overlap } from '../words/overlap.ts';
import { fitOfParties } from './party.ts';

/** Why two records tell one event, and how sure that is. */
export interface EventMatch {
  readonly score: number;
  readonly reasons: readonly string[];
}

/** What each kind of evidence weighs, fully given. */
const WEIGHT = { parties: 1, time: 0.6, words: 0.5, place: 0.3, sentence: 0.6, situation: 0.5 };

/** From here on two records tell one event. */
export const SAME_EVENT = 1.7;

/** Days within which what is told without a day is fresh. */
const FRESH = 5;

type World = 'actual' | 'ahead' | 'thought' | 'negated';

const worldOf = ({ realis }: EventSummary): World => {
  if (realis === 'actual' || realis === 'negated') return realis;
  return realis === 'planned' || realis === 'expected' ? 'ahead' : 'thought';
};

const isDated = (when: When | null): when is When & { readonly start: string; readonly end: string } =>
  when !== null && when.start !== null && when.end !== null;

/** Can one record follow from the other? What was planned may happen or not; what was only thought of must name the same days. */
const fitsWorld = (one: EventSummary, other: EventSummary, isSameDay: boolean): boolean => {
  const worlds = new Set([worldOf(one), worldOf(other)]);
  if (worlds.size === 1) return true;
  if (worlds.has('thought')) return isSameDay;
  return worlds.has('ahead');
};

const overlapOf = (one: When, other: When): number => {
  if (!isDated(one) || !isDated(other)) return 0;
  if (one.start >= other.end || other.start >= one.end) return 0;
  const length = Math.max(dayOf(one.end) - dayOf(one.start), dayOf(other.end) - dayOf(other.start));
  return length <= 1 ? 1 : 0.7;
};

const overlapOfSpans = (one: EventSummary, other: EventSummary): boolean =>
  one.span.first < other.span.last && other.span.first < one.span.last;

const daysOf = ({ when, formerly }: EventSummary) => [when, ...formerly].filter(isDated);

/** A report that gives no day most likely tells what is new; less likely, what was told before. */
const fitOfOpen = (one: EventSummary, other: EventSummary): number | null => {
  if (!overlapOfSpans(one, other)) return null;
  const apart = Math.abs(dayOf(one.span.last) - dayOf(other.span.last));
  return apart <= FRESH ? 0.4 : 0.2;
};

/** How well the times fit: 1 one day … 0.4 both open and told in the same days; null where they cannot be one. */
const fitOfTimes = (one: EventSummary, other: EventSummary): number | null => {
  const mine = daysOf(one);
  const theirs = daysOf(other);
  if (mine.length === 0 || theirs.length === 0) return fitOfOpen(one, other);
  const best = Math.max(...mine.flatMap((when) => theirs.map((each) => overlapOf(when, each))));
  return best === 0 ? null : best;
};

/** How well the places fit: 1 one place, 0.4 one country, 0 not told; null where they are two. */
const fitOfPlaces = (one: EventSummary, other: EventSummary): number | null => {
  if (one.place === null || other.place === null) return 0;
  if (one.place.name.toLowerCase() === other.place.name.toLowerCase()) return 1;
  const isCountry = one.place.isCountry || other.place.isCountry;
  const sameCountry = one.place.country !== null && one.place.country === other.place.country;
  return sameCountry && isCountry ? 0.4 : null;
};

const fitsMode = (one: EventSummary, other: EventSummary): boolean =>
  one.mode === null || other.mode === null || one.mode === other.mode || meets(one.words, other.words);

/** Acts of speech: what they are about tells them apart, and only their sentences say that. */
const SPOKEN = new Set(['AGREE', 'SUPPORT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'CONCEDE']);
const SAME_TOPIC = 0.25;
/** In one report the sentences must say much the same for two acts to be one. */
const SAME_SENTENCE = 0.5;

/** A match with what it rests on. */
interface Likeness extends EventMatch {
  readonly isSameDay: boolean;
  readonly isSamePlace: boolean;
  readonly isSameWord: boolean;
  /** Whether it is a deed, no act of speech, and both say when: not too different a time. */
  readonly isSameDeed: boolean;
  /** Part of the telling words of their sentences that they share. */
  readonly sentence: number;
}

/** How well two events fit; null where something they tell cannot be of one. Realis is looked at apart. */
const compare = (one: EventSummary, other: EventSummary): Likeness | null => {
  if (one.type !== other.type || !fitsMode(one, other)) return null;
  const [parties, time, place] = [fitOfParties(one, other), fitOfTimes(one, other), fitOfPlaces(one, other)];
  if (parties === null || time === null || place === null) return null;
  const words = meets(one.words, other.words);
  const situation = meets(one.situations, other.situations);
  const sentence = overlap(one.terms, other.terms);
  if (SPOKEN.has(one.type) && sentence < SAME_TOPIC) return null;
  const isSameDay = isDated(one.when) && isDated(other.when) && time === 1;
  const score =
    WEIGHT.parties * parties +
    WEIGHT.time * time +
    WEIGHT.place * place +
    WEIGHT.sentence * sentence +
    (words ? WEIGHT.words : 0) +
    (situation ? WEIGHT.situation : 0);
  const reasons = [
    'type, parties',
    isSameDay ? 'day' : 'time',
    place > 0 && 'place',
    words && 'word',
    situation && 'situation',
  ];
  return {
    score,
    reasons: reasons.filter((reason) => reason !== false),
    isSameDay,
    isSamePlace: place === 1,
    isSameWord: words,
    isSameDeed: !SPOKEN.has(one.type) && isDated(one.when) && isDated(other.when),
    sentence,
  };
};

const inOneReport = (one: EventSummary, other: EventSummary): boolean =>
  one.tellings.some(({ document }) => other.tellings.some((each) => each.document === document));

/** Whether two records tell one event; null where they do not. Two of one report do only if they use one word in much the same sentence or for a deed of one time, or give one day and place. */
export const matchEvent = (one: EventSummary, other: EventSummary): EventMatch | null => {
  const found = compare(one, other);
  if (found === null || found.score < SAME_EVENT || !fitsWorld(one, other, found.isSameDay)) return null;
  const isSure =
    (found.isSameWord && (found.sentence >= SAME_SENTENCE || found.isSameDeed)) ||
    (found.isSameDay && found.isSamePlace);
  return inOneReport(one, other) && !isSure ? null : found;
};

/** Whether one says that an event happened and the other that it did not: of one day, in one word or at one place. */
export const contradicts = (one: EventSummary, other: EventSummary): boolean => {
  const worlds = new Set([worldOf(one), worldOf(other)]);
  if (!worlds.has('actual') || !worlds.has('negated')) return false;
  const found = compare(one, other);
  return found !== null && found.score >= SAME_EVENT && found.isSameDay && (found.isSameWord || found.isSamePlace);
};
