import type { Lane } from '../api/schema.ts';

export type LaneCount = Lane['counts'][number];

/** What time is cut into. */
export const cuts = ['day', 'week', 'month', 'year'] as const;
export type Cut = (typeof cuts)[number];

const DAY = 86_400_000;

const dayAt = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The first day of the stretch that a day lies in: `2026-03-05` by week → `2026-03-02`. */
export const startOf = (iso: string, by: Cut): string => {
  const day = iso.slice(0, 10);
  if (by === 'day') return day;
  if (by === 'month') return `${day.slice(0, 7)}-01`;
  if (by === 'year') return `${day.slice(0, 4)}-01-01`;
  const at = Date.parse(day);
  return dayAt(at - ((new Date(at).getUTCDay() + 6) % 7) * DAY);
};

/** The first day after a stretch: `2026-12-01` by month → `2027-01-01`. */
export const endOf = (start: string, by: Cut): string => {
  const at = new Date(start);
  if (by === 'day') at.setUTCDate(at.getUTCDate() + 1);
  else if (by === 'week') at.setUTCDate(at.getUTCDate() + 7);
  else if (by === 'month') at.setUTCMonth(at.getUTCMonth() + 1);
  else at.setUTCFullYear(at.getUTCFullYear() + 1);
  return at.toISOString().slice(0, 10);
};

/** A column of the timeline. */
export interface Stretch {
  readonly start: string;
  /** The first day after it. */
  readonly end: string;
  /** Whether it lies ahead of now. */
  readonly isAhead: boolean;
  /** Whether time in which nothing is told lies between it and the one before. */
  readonly isAfterGap: boolean;
}

/** The columns of a timeline, and how many stretches there is no room for. */
export interface Stretches {
  readonly shown: readonly Stretch[];
  readonly earlier: number;
  readonly later: number;
}

/** Stretches that are shown at most, before and ahead of now: those next to it; on paper nothing can be moved, so fewer. */
export const ROOM = { screen: { before: 16, ahead: 6 }, paper: { before: 6, ahead: 2 } } as const;
type Room = (typeof ROOM)[keyof typeof ROOM];

/** The stretches in which something is told, around a moment (ISO 8601). Those without anything are left out, and marked. */
export const stretchesOf = (
  starts: readonly string[],
  by: Cut,
  now: string,
  { before, ahead: room }: Room = ROOM.screen,
): Stretches => {
  const present = startOf(now, by);
  const all = [...new Set(starts)].toSorted();
  const [past, ahead] = [all.filter((start) => start <= present), all.filter((start) => start > present)];
  const kept = [...past.slice(-before), ...ahead.slice(0, room)];
  return {
    shown: kept.map((start, index) => ({
      start,
      end: endOf(start, by),
      isAhead: start > present,
      isAfterGap: index > 0 && endOf(kept[index - 1] ?? start, by) !== start,
    })),
    earlier: Math.max(0, past.length - before),
    later: Math.max(0, ahead.length - room),
  };
};

const usual = 7 * 5;

/** What time is cut into unless told: so that a story of some weeks is seen by day, one of years by month. */
export const cutFor = (weeks: readonly string[]): Cut => {
  const times = weeks.map((week) => Date.parse(week)).filter((time) => !Number.isNaN(time));
  if (times.length === 0) return 'week';
  const days = (Math.max(...times) - Math.min(...times)) / DAY;
  if (days <= usual) return 'day';
  return days <= usual * 10 ? 'week' : 'month';
};
