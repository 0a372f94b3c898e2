import type { Count } from '../api/schema.ts';

/** Records of one week, by what they are counted as. */
export interface Week {
  /** Its Monday, `2026-09-14`. */
  readonly start: string;
  readonly total: number;
  readonly byLabel: ReadonlyMap<string, number>;
}

const WEEK = 7 * 86_400_000;
/** Weeks that one timeline shows at most, the last ones. */
export const MOST_WEEKS = 104;

const dayAt = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The Mondays from the first to the last, those without records too; only the last `MOST_WEEKS`. */
export const mondays = (starts: readonly string[]): readonly string[] => {
  const times = starts.map((start) => Date.parse(start));
  if (times.length === 0) return [];
  const last = Math.max(...times);
  const first = Math.max(Math.min(...times), last - (MOST_WEEKS - 1) * WEEK);
  return Array.from({ length: Math.round((last - first) / WEEK) + 1 }, (_none, index) => dayAt(first + index * WEEK));
};

/** Counts by week for the weeks that are shown. */
export const weeksOf = (counts: readonly Count[], shown: readonly string[]): readonly Week[] => {
  const grouped = Map.groupBy(counts, ({ start }) => start.slice(0, 10));
  return shown.map((start) => {
    const found = grouped.get(start) ?? [];
    return {
      start,
      total: found.reduce((sum, { records }) => sum + records, 0),
      byLabel: new Map(found.map(({ label, records }) => [label, records])),
    };
  });
};
