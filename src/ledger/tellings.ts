import type { Counts, Telling } from './node.ts';

const distinct = (values: readonly (string | null)[]): number => new Set(values.filter((value) => value !== null)).size;

/** What some tellings count for: reports, publishers' families, origins. */
export const countsOf = (tellings: readonly Telling[]): Counts => ({
  reports: distinct(tellings.map(({ document }) => document)),
  publishers: distinct(tellings.map(({ publisher }) => publisher)),
  origins: distinct(tellings.map(({ origin }) => origin)),
});

const isSame = (one: Telling, other: Telling): boolean =>
  one.document === other.document && one.record === other.record;

/** The tellings of both, each once, in the order in which they came. */
export const joinTellings = (one: readonly Telling[], other: readonly Telling[]): readonly Telling[] => [
  ...one,
  ...other.filter((each) => !one.some((known) => isSame(known, each))),
];

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
