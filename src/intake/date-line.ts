import { alternatives, table } from './words.ts';

const months = table('months');
const zones = table('zones');
const month = `(${alternatives([...months.keys()])})\\.?`;
const weekday = `(?:(?:${alternatives('weekdays')})\\.?,?\\s+)?`;
const labels = `(?:${alternatives('published')}|${alternatives('updated')})`;

const iso =
  /(?<![\d/])(\d{4})[-/](\d{2})[-/](\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?/;
const monthFirst = new RegExp(`${weekday}${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`, 'i');
const dayFirst = new RegExp(`${weekday}(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+${month},?[\\s-]+(\\d{4})`, 'i');
const numeric = /(?<!\d)(\d{1,2})([./])(\d{1,2})\2(\d{4})(?!\d)/;
const clock =
  /(?<!\d)(\d{1,2})(?::(\d{2})(?::\d{2})?)?\s*([ap])\.?\s?m\b\.?|(?<![\d:])([01]?\d|2[0-3])[:.]([0-5]\d)(?::\d{2})?(?![\d:.])|(?<!\d)([01]\d|2[0-3])([0-5]\d)(?=\s*(?:gmt|utc)\b)/i;
const zone = new RegExp(
  `(?:\\b(?:gmt|utc)\\s*([+-])\\s*(\\d{1,2})(?::?(\\d{2}))?|\\b(${alternatives([...zones.keys()].filter((name) => name.length > 1))})|(?<=\\d)(Z)|([+-]\\d{2}):?(\\d{2}))(?![\\w:])`,
  'i',
);

const anyLabel = new RegExp(`\\b${labels}\\b`, 'i');

const two = (value: string | number): string => String(value).padStart(2, '0');

const isDay = (year: number, monthNumber: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, monthNumber - 1, day));
  return year > 1000 && date.getUTCMonth() === monthNumber - 1 && date.getUTCDate() === day;
};

const isoDay = (year: string, monthNumber: number, day: string): string | null =>
  isDay(Number(year), monthNumber, Number(day)) ? `${year}-${two(monthNumber)}-${two(Number(day))}` : null;

/** The number of a month's name or abbreviation ("Sept." → 9); null if it is none. */
export const monthNumber = (name: string): number | null => {
  const found = months.get(name.toLowerCase().replace('.', ''));
  return typeof found === 'number' ? found : null;
};

/** A day found in a line: its ISO date and where it stands. */
interface FoundDay {
  readonly day: string;
  readonly start: number;
  readonly end: number;
}

const found = (match: RegExpExecArray | null, read: (groups: readonly string[]) => string | null): FoundDay | null => {
  if (match === null) return null;
  const day = read(match.slice(1).map((group) => group ?? ''));
  return day === null ? null : { day, start: match.index, end: match.index + match[0].length };
};

/** "03/04/2019" is March or April: only a number above twelve tells day from month; before a dot, the day comes first everywhere. */
const fromNumbers = ([a = '', mark = '', b = '', year = '']: readonly string[]): string | null => {
  if (mark === '.') return isoDay(year, Number(b), a);
  if (Number(a) > 12) return isoDay(year, Number(b), a);
  if (Number(b) > 12) return isoDay(year, Number(a), b);
  return a === b ? isoDay(year, Number(a), b) : null;
};

const firstDay = (line: string): FoundDay | null => {
  if (!hasFigure(line)) return null;
  const days = [
    found(iso.exec(line), ([year = '', m = '', day = '']) => isoDay(year, Number(m), day)),
    found(monthFirst.exec(line), ([name = '', day = '', year = '']) => isoDay(year, monthNumber(name) ?? 0, day)),
    found(dayFirst.exec(line), ([day = '', name = '', year = '']) => isoDay(year, monthNumber(name) ?? 0, day)),
    found(numeric.exec(line), fromNumbers),
  ].filter((day) => day !== null);
  return days.length === 0 ? null : days.reduce((a, b) => (b.start < a.start ? b : a));
};

const offsetOf = (text: string): string => {
  const match = zone.exec(text);
  if (match === null) return '';
  const [, sign, hours, minutes, name, zulu, wide, narrow] = match;
  if (sign !== undefined && hours !== undefined) return `${sign}${two(hours)}:${minutes ?? '00'}`;
  if (zulu !== undefined) return 'Z';
  if (wide !== undefined) return `${wide}:${narrow ?? '00'}`;
  return String(zones.get((name ?? '').toLowerCase()) ?? '');
};

const timeOf = (text: string): string | null => {
  const match = clock.exec(text);
  if (match === null) return null;
  const [, hour12, minute12, half, hour24, minute24, hourWire, minuteWire] = match;
  if (hour12 === undefined) return `${two(hour24 ?? hourWire ?? '')}:${minute24 ?? minuteWire ?? '00'}`;
  const hour = (Number(hour12) % 12) + (half?.toLowerCase() === 'p' ? 12 : 0);
  return Number(hour12) > 12 ? null : `${two(hour)}:${minute12 ?? '00'}`;
};

/** The first date in `text`, with its time and offset where they stand beside it, in ISO 8601: "May 1, 2019 3:04 PM EDT" → "2019-05-01T15:04-04:00". */
export const dateIn = (text: string): string | null => {
  const day = firstDay(text);
  if (day === null) return null;
  const exact = iso.exec(text.slice(day.start, day.end));
  if (exact?.[4] !== undefined)
    return `${day.day}T${exact[4]}${withColon(exact[5] ?? offsetOf(text.slice(day.end, day.end + 12)))}`;
  const after = text.slice(day.end, day.end + 40);
  const nextLabel = after.search(anyLabel);
  const beside = nextLabel > 0 ? after.slice(0, nextLabel) : after;
  const time = timeOf(beside) ?? timeOf(text.slice(Math.max(0, day.start - 24), day.start));
  return time === null
    ? day.day
    : `${day.day}T${time}${offsetOf(timeOf(beside) === null ? text.slice(Math.max(0, day.start - 24), day.start) : beside)}`;
};

const withColon = (offset: string): string => offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');

const opening = new RegExp(`^\\s*${labels}\\b\\s*:?\\s*`, 'i');
const updated = new RegExp(`^\\s*(?:${alternatives('updated')})\\b`, 'i');
const allowed = new RegExp(
  `(?:${labels}|${alternatives('weekdays')}|${alternatives([...zones.keys()])}|${alternatives('open-zones')}|at|on|am|pm|a\\.m\\.?|p\\.m\\.?|min(?:ute)?s? read|\\d+|[\\s,.:;|•·()/+-]|–|—)+`,
  'giy',
);

/** A line that only says when: its date, and whether it is the date of a change and not of the first printing. */
export interface DateLine {
  readonly date: string;
  readonly isUpdate: boolean;
}

const everyTime = [iso, monthFirst, dayFirst, numeric, clock].map((pattern) => new RegExp(pattern.source, 'gi'));

/** Dates and clock times all have figures. */
const hasFigure = (text: string): boolean => /\d/.test(text);

/** A line without its dates and clock times. */
export const withoutDates = (line: string): string =>
  hasFigure(line) ? everyTime.reduce((text, pattern) => text.replace(pattern, ' '), line) : line;

const isOnlyTime = (line: string): boolean => {
  const rest = withoutDates(line);
  allowed.lastIndex = 0;
  return rest.trim() === '' || allowed.exec(rest)?.[0].length === rest.length;
};

/** Reads a line that holds a date and nothing else of substance ("Published: May 01, 2019 10:04 GMT"); null if it says more. */
export const readDateLine = (line: string): DateLine | null => {
  if (line.length > 160) return null;
  const date = dateIn(line.replace(opening, ''));
  if (date === null || !isOnlyTime(line)) return null;
  return { date, isUpdate: updated.test(line) };
};

const stamp = new RegExp(`(?:^|[|•·;,]\\s*)(?:${labels})\\b`, 'i');
const dayOrAgo = new RegExp(`\\b${month}\\s+\\d{1,2}\\b|\\bago\\b`, 'i');
const ago = /^(?:\d+|an?|one)\s+(?:second|minute|min|hour|hr|day|week|month|year)s?\s+ago$/i;

/** Whether a short line is the time stamp of a page, readable or not: "Jane Doe · Posted: Aug 8 | Last updated 2 hours ago", "3 days ago". */
export const isTimeStamp = (line: string): boolean => {
  if (ago.test(line.trim())) return true;
  if (line.length > 160 || /[a-z]{3,}[.!?]$/.test(line.trim())) return false;
  return stamp.test(line.trim()) && (clock.test(line) || firstDay(line) !== null || dayOrAgo.test(line));
};

const partial = new RegExp(
  `^${weekday}(?:${month}\\s+\\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)?\\s+${month})$`,
  'i',
);
const isClockOnly = (text: string): boolean => clock.test(text) && firstDay(text) === null && isOnlyTime(text);

/** Whether a phrase is a time of day and nothing else: "10:15 GMT". */
export const isClock = (text: string): boolean => text.length <= 30 && isClockOnly(text);

/** Whether a phrase only says when, readable as a day or not: "10:15", "Monday, March 9", "05/03/2026", "Updated 2 hours ago". */
export const isWhen = (text: string): boolean => {
  const bare = text.trim().replace(opening, '');
  if (bare === '' || ago.test(bare) || partial.test(bare)) return true;
  return text.length <= 80 && /\d/.test(bare) && isOnlyTime(text);
};

/** A phrase cut at the days that it names, with the first of them; null if it names none. */
export interface CutAtDates extends DateLine {
  readonly before: string;
  readonly after: string;
}

const label = new RegExp(`(?<![\\p{L}])(?:${labels}|on|at)(?![\\p{L}])`, 'giu');

/** What stands before a day, and the label of the day: "By Jane Doe, updated at 10:15 on" → "By Jane Doe,", "updated". */
const cutLabel = (ahead: string): { readonly before: string; readonly label: string } => {
  for (const match of ahead.matchAll(label))
    if (isOnlyTime(ahead.slice(match.index))) return { before: ahead.slice(0, match.index), label: match[0] };
  return { before: ahead.replace(clock, ' '), label: '' };
};

/** Cuts a phrase at the day that it names: "Sund, 9 March 2026" → "Sund,". */
export const cutAtDates = (text: string): CutAtDates | null => {
  const day = firstDay(text);
  const date = dateIn(text);
  if (day === null || date === null) return null;
  const { before, label: said } = cutLabel(text.slice(0, day.start));
  return { date, isUpdate: updated.test(said), before, after: text.slice(day.end) };
};

/** The day with which a headline ends, set off from it: "Press briefing – 9 March 2026"; null if it ends otherwise. */
export const dayAtEnd = (title: string): string | null => {
  const day = firstDay(title);
  const isApart = day !== null && /(?:[,|:(]|\s[-–—])\s*$/.test(title.slice(0, day.start));
  return isApart && /^\W*$/.test(title.slice(day.end)) ? day.day : null;
};

/** The day that an address holds: "https://norwire.example/2026/03/09/strike"; null if it holds none. */
export const addressDay = (url: string | null): string | null => {
  const match = /\/(20\d{2}|19\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-])/.exec(url ?? '');
  const [, year = '', monthOf = '', dayOf = ''] = match ?? [];
  return match === null ? null : isoDay(year, Number(monthOf), dayOf);
};
