import { type CalendarTime, calendarTime } from '../../calendar/index.ts';
import type { AgendaItem } from '../../readout/index.ts';
import { sayTime } from '../page/when.ts';

/** When an item of the agenda is, and the hour that no instant can tell. */
export interface ItemTime extends CalendarTime {
  /** The hour or part of the day ("14:00", "evening") for which the report names no zone. */
  readonly hour: string | null;
}

const LOCAL = /^\d{4}-\d\d-\d\dT(.+)$/;

const hourOf = (value: string): string | null => {
  if (!LOCAL.test(value)) return null;
  const said = sayTime(value).replace(/^\S+ \d{4}-\d\d-\d\d /, '');
  return said === value ? null : said;
};

/** When an item of the agenda is; null for what has no date. */
export const itemTime = ({ when }: AgendaItem): ItemTime | null => {
  if (when.value === null || when.kind === 'unscheduled' || when.kind === 'unresolved') return null;
  const time = calendarTime(when.value);
  return time === null ? null : { ...time, hour: time.start.length === 10 ? hourOf(when.value) : null };
};
