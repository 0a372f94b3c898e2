import type { Counts, Telling } from './node.ts';

const distinct = (values: readonly (string | null)[]): number => new Set(values.filter((value) => value !== null)).size;

/** What some tellings count for: reports, publishers' families, origins. */
export const countsOf = (tellings: readonly Telling[]): Counts => ({
  reports: distinct(tellings.map(({ document }) => document)),
  publishers: distinct(tellings.map(({ publisher }) => publisher)),
  origins: distinct(tellings.map(({ origin }) => origin)),
});

/** So many tellings of one thing are kept one by one, the latest; what was told more often is only counted. */
const KEPT = 400;

const isSame = (one: Telling, other: Telling): boolean =>
  one.document === other.document && one.record === other.record;

/** How many more values one list has than are known from another. */
const added = (known: readonly (string | null)[], values: readonly (string | null)[]): number =>
  distinct(values.filter((value) => !known.includes(value)));

/** What is told, with its counts. */
export interface Told<T extends Telling = Telling> {
  readonly tellings: readonly T[];
  readonly counts: Counts;
}

/** The tellings of both, each once, in the order in which they came, with what they count for. */
export const joinTold = <T extends Telling>(one: Told<T>, other: Told<T>): Told<T> => {
  const fresh = other.tellings.filter((each) => !one.tellings.some((known) => isSame(known, each)));
  const tellings = [...one.tellings, ...fresh];
  const isWhole = [one, other].every(
    ({ counts, tellings: all }) => counts.reports <= distinct(all.map(({ document }) => document)),
  );
  if (isWhole && tellings.length <= KEPT) return { tellings, counts: countsOf(tellings) };
  const more = (field: 'document' | 'publisher' | 'origin'): number =>
    added(
      one.tellings.map((telling) => telling[field]),
      fresh.map((telling) => telling[field]),
    );
  const counts = {
    reports: one.counts.reports + more('document'),
    publishers: one.counts.publishers + more('publisher'),
    origins: one.counts.origins + more('origin'),
  };
  return { tellings: tellings.slice(-KEPT), counts };
};

/** Whether a report stands before another by its date; by the clock only where both give one. */
export const isBefore = (one: string | null, other: string | null): boolean => {
  if (one === null || other === null) return other === null && one !== null;
  const isTimed = one.length > 10 && other.length > 10;
  return isTimed ? Date.parse(one) < Date.parse(other) : one.slice(0, 10) < other.slice(0, 10);
};

/** The telling that was published first; of those of one day the one that came first. */
export const firstOf = (tellings: readonly Telling[]): Telling | undefined => {
  let first = tellings[0];
  for (const telling of tellings)
    if (first !== undefined && isBefore(telling.published, first.published)) first = telling;
  return first;
};
