import type { AgendaNode } from '../api/schema.ts';

type When = AgendaNode['summary']['when'];

const DAY = 86_400_000;
/** Days that a stretch may have to be drawn as a bar; what is vaguer stands beside the month. */
const LONGEST_BAR = 10;

const dayAt = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** A day so many days on: `2026-02-28` and 1 → `2026-03-01`. */
export const dayAfter = (day: string, days = 1): string => dayAt(Date.parse(day) + days * DAY);

/** The month of a day: `2026-09-24` → `2026-09`. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** A month so many months on: `2026-12` and 1 → `2027-01`. */
export const monthAfter = (month: string, months: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
};

/** The same day of another month, or its last where it has no such day. */
export const sameDayOf = (day: string, months: number): string => {
  const month = monthAfter(monthOf(day), months);
  const last = dayAfter(`${monthAfter(month, 1)}-01`, -1);
  const same = `${month}-${day.slice(8)}`;
  return same < last ? same : last;
};

/** The weeks of a month, Monday first, with the days around it that fill them. */
export const weeksOf = (month: string): readonly (readonly string[])[] => {
  const first = `${month}-01`;
  const monday = dayAfter(first, -((new Date(first).getUTCDay() + 6) % 7));
  const end = `${monthAfter(month, 1)}-01`;
  const count = Math.ceil((Date.parse(end) - Date.parse(monday)) / (7 * DAY));
  return Array.from({ length: count }, (_none, week) =>
    Array.from({ length: 7 }, (_nothing, index) => dayAfter(monday, week * 7 + index)),
  );
};

/** The first and the last day that something can lie on. */
export interface Stretch {
  readonly first: string;
  readonly last: string;
}

/** The days of a stretch that is half-open; null where reports leave it open. */
export const stretchOf = (when: When): Stretch | null => {
  if (when === null || when.start === null) return null;
  const first = when.start.slice(0, 10);
  const end = when.end === null ? 0 : Date.parse(when.end) - 1;
  // What is known to the minute ends as it begins.
  return { first, last: dayAt(Math.max(Date.parse(first), end)) };
};

/** An item on a day, over several days, or some time in a longer while. */
export interface Placed extends Stretch {
  readonly item: AgendaNode;
  /** `moved`: the day that it was planned for before it was put elsewhere. */
  readonly kind: 'day' | 'bar' | 'vague' | 'moved';
}

const lengthOf = ({ first, last }: Stretch): number => (Date.parse(last) - Date.parse(first)) / DAY + 1;

/** The days that an item was planned for before, each once. */
const formerDays = ({ summary: { steps, when } }: AgendaNode): readonly Stretch[] => {
  const now = stretchOf(when);
  const former = steps.flatMap((step) => stretchOf(step.when) ?? []);
  const days = former.filter((each) => lengthOf(each) === 1 && each.first !== now?.first);
  return [...new Map(days.map((each) => [each.first, each])).values()];
};

/** Puts items where they can honestly be put; those without any day are left out. */
export const placed = (items: readonly AgendaNode[]): readonly Placed[] =>
  items.flatMap((item): readonly Placed[] => {
    const stretch = stretchOf(item.summary.when);
    const moved = formerDays(item).map((each) => ({ ...each, item, kind: 'moved' as const }));
    if (stretch === null) return moved;
    const days = lengthOf(stretch);
    return [...moved, { ...stretch, item, kind: days === 1 ? 'day' : days <= LONGEST_BAR ? 'bar' : 'vague' }];
  });

/** Whether a stretch has a day in another, both with their last day. */
export const meets = (one: Stretch, other: Stretch): boolean => one.first <= other.last && other.first <= one.last;

/** A bar over the days of one week: columns from 0 to 6, and the lane it lies in. */
export interface Bar extends Placed {
  readonly from: number;
  readonly to: number;
  readonly lane: number;
}

/** The bars of a week, in as few lanes as they need. */
export const barsOf = (all: readonly Placed[], week: readonly string[]): readonly Bar[] => {
  const [first = '', last = ''] = [week[0], week.at(-1)];
  const bars: Bar[] = [];
  for (const each of all.filter((one) => one.kind === 'bar' && meets(one, { first, last }))) {
    const from = Math.max(0, week.indexOf(each.first));
    const to = week.includes(each.last) ? week.indexOf(each.last) : 6;
    const taken = new Set(bars.filter((bar) => bar.from <= to && from <= bar.to).map(({ lane }) => lane));
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    bars.push({ ...each, from, to, lane });
  }
  return bars;
};
