import { current, numberOf, type TimeContext, type TimeReader, type TimeReading } from './reading.ts';
import { clockValue, toValue } from './value.ts';

const pad = (value: number): string => String(value).padStart(2, '0');

/** The earliest hour at which a bare "o'clock" is taken for the morning: business and politics keep office hours. */
const EARLIEST_MORNING = 8;

/** The hour that the words mean, on a clock of 24 hours. */
const hourOf = (context: TimeContext): number | undefined => {
  const { groups } = context;
  const spoken = ['one', 'teen', 'ten']
    .map((name) => context.grammar.value(name, groups.hourWord ?? ''))
    .find((value) => value !== undefined);
  const hour = groups.hour === undefined ? spoken : Number(groups.hour);
  if (hour === undefined) return undefined;
  const meridiem = numberOf(context, 'meridiem');
  const half = meridiem ?? numberOf(context, 'halfOfDay');
  if (half !== undefined) return (Number(hour) % 12) + half;
  if (groups.clockFace === undefined) return Number(hour);
  const dayHalf = numberOf(context, 'dayHalf');
  if (dayHalf !== undefined) return (Number(hour) % 12) + dayHalf;
  return Number(hour) < EARLIEST_MORNING ? Number(hour) + 12 : Number(hour);
};

/** Was the half of the day supplied by what is plausible, not by the text? */
const isPlausible = ({ groups }: TimeContext): boolean =>
  groups.clockFace !== undefined && groups.dayHalf === undefined;

const INSTANTS: Readonly<Record<string, string>> = { noon: 'T12:00', midday: 'T12:00', midnight: 'T24:00' };

/** The time of day that the words mean, as a value's part: "T14:00", with the offset of a zone that they name. */
const clockOf = (context: TimeContext): string | undefined => {
  const { groups, grammar } = context;
  const instant = groups.instantWord === undefined ? undefined : INSTANTS[groups.instantWord.toLowerCase()];
  if (instant !== undefined) return instant;
  const hour = hourOf(context);
  if (hour === undefined || hour > 24) return undefined;
  const minute = groups.halfPast === undefined ? Number(groups.minute ?? 0) : 30;
  const zone = groups.clockZone === undefined ? '' : String(grammar.value('clockZone', groups.clockZone) ?? '');
  return `T${pad(hour)}:${pad(minute)}${zone}`;
};

const HALF_DAY = 12;

/** The hour that "5" means in "5 to 6 p.m.": of the same half of the day unless it would be the later one. */
const firstHour = (hour: number, end: number): number => {
  const same = (hour % HALF_DAY) + (end >= HALF_DAY ? HALF_DAY : 0);
  return same < end ? same : (same + HALF_DAY) % (2 * HALF_DAY);
};

/** "5 to 6 p.m.", "between 11:30 and 1 p.m.": hours whose half of the day the second one tells. */
export const readClockRange: TimeReader = (context): TimeReading | undefined => {
  const { fromHour, fromMinute = '00' } = context.groups;
  const reading = readClock(context);
  if (reading?.clock === undefined || fromHour === undefined) return undefined;
  const zone = reading.clock.replace(/^T\d\d:\d\d/, '');
  const clock = `T${pad(firstHour(Number(fromHour), Number(reading.clock.slice(1, 3))))}:${fromMinute}${zone}`;
  const { point } = reading;
  const value =
    point === undefined ? `XXXX-XX-XX${clock}/XXXX-XX-XX${reading.clock}` : clockValue(point, clock, reading.clock);
  return { ...reading, value, clock, endClock: reading.clock, kind: point === undefined ? 'unresolved' : 'range' };
};

/** "2 p.m.", "1400 GMT", "2 o'clock", "noon": a time of today until a day stands beside it. */
export const readClock: TimeReader = (context): TimeReading | undefined => {
  const { groups, anchor } = context;
  const clock = clockOf(context);
  if (clock === undefined) return undefined;
  const grain = groups.minute === undefined ? 'hour' : 'minute';
  const day = current(context, 'day');
  if (day === undefined)
    return { type: 'TIME', value: `XXXX-XX-XX${clock}`, grain, kind: 'unresolved', anchor: 'none', clock };
  const kind = isPlausible(context) || groups.about !== undefined ? 'approximate' : 'exact';
  return { type: 'TIME', value: `${toValue(day)}${clock}`, grain, kind, anchor, clock, point: day };
};
