import { dateIn, monthNumber } from '../date-line.ts';
import { table } from '../words.ts';

const zones = table('zones');
/** RFC 822, 5.1 gives these one meaning each, which they do not have elsewhere. */
const mailZones = new Map([
  ['ut', 'Z'],
  ['cst', '-06:00'],
]);

const two = (value: number | string): string => String(value).padStart(2, '0');

const offsetOf = (zone: string | undefined): string => {
  const written = (zone ?? '').trim().toLowerCase();
  const numeric = /^(?:gmt|utc?)?\s*([+-])(\d{1,2}):?(\d{2})?$/.exec(written);
  if (numeric !== null) {
    const [, sign = '', hours = '', minutes = '00'] = numeric;
    return Number(hours) <= 15 && Number(minutes) < 60 ? `${sign}${two(hours)}:${minutes}` : '';
  }
  return mailZones.get(written) ?? String(zones.get(written) ?? '');
};

const fullYear = (year: string): number => {
  const number = Number(year);
  // RFC 2822, 4.3: two digits are of 1950 to 2049.
  if (year.length === 2) return number < 50 ? 2000 + number : 1900 + number;
  return year.length === 3 ? 1900 + number : number;
};

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const daysIn = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : ([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0);

const isoDay = (year: number, month: number, day: number): string | null => {
  const isDay = year > 1000 && year < 10_000 && day >= 1 && day <= daysIn(year, month);
  return isDay ? `${year}-${two(month)}-${two(day)}` : null;
};

const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** A day with a clock time ("9:5:07.25") and a zone, each of which may be missing or wrong. */
const stamp = (day: string | null, clock: string | undefined, zone: string | undefined): string | null => {
  if (day === null) return null;
  const match = /^(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?/.exec(clock ?? '');
  const [, hour = '', minute = '', second] = match ?? [];
  if (match === null || Number(hour) > 24 || Number(minute) > 59) return day;
  // A leap second is written as the one before; "24:00" is the start of the next day.
  const seconds = second === undefined ? '' : `:${two(Math.min(59, Number(second)))}`;
  if (Number(hour) === 24) return `${nextDay(day)}T00:${two(minute)}${seconds}${offsetOf(zone)}`;
  return `${day}T${two(hour)}:${two(minute)}${seconds}${offsetOf(zone)}`;
};

const isoForm =
  /^(\d{4})-?(?:(\d{2})-?(\d{2})|(\d{3}))(?:[T\s]\s*(\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*(Z|[+-]\d{1,2}:?\d{0,2}|[A-Z]{1,5})?)?$/i;
const mailForm =
  /^(?:\p{L}{2,10}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+(\p{L}{3,10})\.?,?[\s-]+(\d{2,4}),?(?:\s+(\d{1,2}:\d{1,2}(?::\d{1,2})?)(?:\.\d+)?)?(?:\s*(?<![\d:])([+-]\d{1,2}:?\d{2}|(?:GMT|UTC?)\s*[+-]\d{1,2}(?::?\d{2})?|[A-Z]{1,5})\b.*)?$/iu;
const unixForm =
  /^\p{L}{3,10},?\s+(\p{L}{3,10})\s+(\d{1,2}),?\s+(\d{1,2}:\d{1,2}(?::\d{1,2})?)\s+(?:([A-Z]{1,5}|[+-]\d{4})\s+)?(\d{4})$/iu;

const readIso = (text: string): string | null => {
  const match = isoForm.exec(text);
  if (match === null) return null;
  const [, year = '', month, day, dayOfYear, hour, minute = '00', second, zone] = match;
  const date =
    dayOfYear === undefined
      ? isoDay(Number(year), Number(month), Number(day))
      : ordinalDay(Number(year), Number(dayOfYear));
  const clock = hour === undefined ? undefined : [hour, minute, ...(second === undefined ? [] : [second])].join(':');
  return stamp(date, clock, zone);
};

const ordinalDay = (year: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, 0, day));
  return date.getUTCFullYear() === year ? date.toISOString().slice(0, 10) : null;
};

const readMail = (text: string): string | null => {
  const match = mailForm.exec(text);
  if (match === null) return null;
  const [, day = '', month = '', year = '', clock, zone] = match;
  return stamp(isoDay(fullYear(year), monthOf(month), Number(day)), clock, zone);
};

const readUnix = (text: string): string | null => {
  const match = unixForm.exec(text);
  if (match === null) return null;
  const [, month = '', day = '', clock, zone, year = ''] = match;
  return stamp(isoDay(Number(year), monthOf(month), Number(day)), clock, zone);
};

const monthOf = (name: string): number => monthNumber(name) ?? monthNumber(name.slice(0, 3)) ?? 0;

/** Seconds or milliseconds since 1970. */
const readEpoch = (text: string): string | null =>
  /^1\d{9}(?:\d{3})?$/.test(text)
    ? new Date(Number(text.padEnd(13, '0'))).toISOString().replace('.000', '').replace(/\.\d+/, '')
    : null;

/**
 * A date as feeds, wires and mails write it (RFC 822, W3C-DTF, ISO 8601 basic and ordinal, asctime, Unix time, and what
 * pages write), in ISO 8601 with the offset that it states: "Thu, 01 Jan 04 19:48 EST" → "2004-01-01T19:48-05:00"; null if none.
 */
export const readFeedDate = (text: string | null | undefined): string | null => {
  const written = (text ?? '')
    .replace(/\s+/g, ' ')
    .replace(/\([^)]*\)$/, '')
    .trim();
  if (written === '' || written.length > 100) return null;
  return readEpoch(written) ?? readIso(written) ?? readMail(written) ?? readUnix(written) ?? dateIn(written);
};
