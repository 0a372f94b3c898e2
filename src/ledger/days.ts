const DAY = 86_400_000;

/** The day of an ISO date or instant, counted from 1970-01-01; NaN where it is none. */
export const dayOf = (iso: string): number => Math.floor(Date.parse(iso.slice(0, 10)) / DAY);

/** The ISO date of a day's number: 0 → "1970-01-01". */
export const isoDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** A stretch of days, half-open. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** Days between two stretches; 0 where they touch or overlap. */
export const gapBetween = (one: Days, other: Days): number =>
  Math.max(0, one.from - other.to + 1, other.from - one.to + 1);

/** The numbered spans of `length` days that a stretch reaches into, at most `most` of them. */
export const bucketsOf = ({ from, to }: Days, length: number, most: number): readonly number[] => {
  const first = Math.floor(from / length);
  const last = Math.max(first, Math.floor((to - 1) / length));
  return Array.from({ length: Math.min(most, last - first + 1) }, (_, index) => first + index);
};
