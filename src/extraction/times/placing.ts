import type { TimeExpression } from '../records.ts';

/** Does a time say when, not how long or how often? */
export const isPlacing = ({ type, value }: Pick<TimeExpression, 'type' | 'value'>): boolean =>
  type !== 'SET' && (type !== 'DURATION' || value?.includes('/') === true);
