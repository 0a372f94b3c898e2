import { readDate } from './read-date.ts';
import { toRange } from './read-named.ts';
import type { TimeReader } from './reading.ts';

/** "May 1-3", "5 to 7 May 2019": two days of one month. */
export const readDayRange: TimeReader = (context) => {
  const from = readDate({
    ...context,
    groups: { ...context.groups, day: context.groups.day ?? context.groups.clockDay },
  });
  const { lastDay } = context.groups;
  const day = context.groups.day ?? context.groups.clockDay;
  if (from?.point === undefined || day === undefined || lastDay === undefined) return undefined;
  const to = { grain: 'day' as const, index: from.point.index + Number(lastDay) - Number(day) };
  const value = toRange(from.point, to);
  return value === undefined ? undefined : { ...from, value, kind: 'range' };
};
