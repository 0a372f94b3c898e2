import type { AgendaNode } from '../api/schema.ts';
import { stretchText } from '../ui/dates.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** What is left open, as far as it can be said: `XXXX-WXX-1` → `a Monday`. */
const openText = (value: string): string => {
  const weekday = weekdays[Number(/^XXXX-WXX-(\d)/.exec(value)?.[1] ?? 0) - 1];
  return weekday === undefined ? `date not settled (${value})` : `a ${weekday}, which is not settled`;
};

/** When an item is planned for; that it is open where the reports leave it so. */
export const whenText = (when: AgendaNode['summary']['when']): string => {
  if (when === null) return 'no date given';
  if (when.start === null) return when.value === null ? 'no date given' : openText(when.value);
  return stretchText(when.start, when.end, when.grain);
};
