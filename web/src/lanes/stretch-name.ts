import { dayText } from '../ui/dates.ts';
import type { Stretch } from './stretches.ts';

/** A stretch in words: its day, or its first and last. */
export const stretchName = ({ start, end }: Pick<Stretch, 'start' | 'end'>): string => {
  const last = new Date(Date.parse(end) - 86_400_000).toISOString().slice(0, 10);
  return last === start ? dayText(start) : `${dayText(start)} – ${dayText(last)}`;
};
