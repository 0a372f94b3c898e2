import type { Count } from '../api/schema.ts';

/** How often somebody is in the records of a month. */
export interface Month {
  /** `2026-09`. */
  readonly month: string;
  readonly statements: number;
  readonly events: number;
}

/** Months that are shown at most, the last ones. */
export const MOST_MONTHS = 60;

const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const monthAt = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;

const sumsOf = (counts: readonly Count[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const { start, records } of counts) sums.set(start.slice(0, 7), (sums.get(start.slice(0, 7)) ?? 0) + records);
  return sums;
};

/** Statements and events month by month, from the first that has any to the last; those without are there too. */
export const monthsOf = (statements: readonly Count[], events: readonly Count[]): readonly Month[] => {
  const [said, done] = [sumsOf(statements), sumsOf(events)];
  const numbers = [...said.keys(), ...done.keys()].map(numberOf);
  if (numbers.length === 0) return [];
  const last = Math.max(...numbers);
  const first = Math.max(Math.min(...numbers), last - MOST_MONTHS + 1);
  return Array.from({ length: last - first + 1 }, (_none, index) => {
    const month = monthAt(first + index);
    return { month, statements: said.get(month) ?? 0, events: done.get(month) ?? 0 };
  });
};
