import type { AgendaNode } from '../api/schema.ts';
import { stretchText } from '../ui/dates.ts';

/** When an item is planned for; that it is open where the reports leave it so. */
export const whenText = (when: AgendaNode['summary']['when']): string => {
  if (when === null) return 'no date given';
  if (when.start === null) return when.value === null ? 'no date given' : `date not settled (${when.value})`;
  return stretchText(when.start, when.end, when.grain);
};
