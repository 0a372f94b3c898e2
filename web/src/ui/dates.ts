const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const minute = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** `2026-09-19T00:00:00.000Z` → `19 Sept 2026`; what is no date stays as it is. */
export const dayText = (iso: string | null): string => {
  if (iso === null) return 'undated';
  const at = Date.parse(iso);
  return Number.isNaN(at) ? iso : day.format(at);
};

/** A moment with its time of day in UTC; a day alone stays one. */
export const momentText = (iso: string): string => {
  if (!iso.includes('T')) return dayText(iso);
  const at = Date.parse(/Z$|[+-]\d\d:?\d\d$/.test(iso) ? iso : `${iso}Z`);
  return Number.isNaN(at) ? iso : `${minute.format(at)} UTC`;
};

/** A moment as precisely as it is written, with seconds where it has them: `2026-09-19T10:00:30Z` → `19 Sept 2026, 10:00:30 UTC`. */
export const exactText = (iso: string): string => {
  const seconds = /T\d\d:\d\d(:\d\d)/.exec(iso)?.[1] ?? ':00';
  const text = momentText(iso);
  return seconds === ':00' ? text : text.replace(/ UTC$/, `${seconds} UTC`);
};

const DAY = 86_400_000;

/** A stretch of time, half-open, with how exactly it is known: a day, or the first and the last of several. */
export const stretchText = (start: string, end: string | null, grain: string | null): string => {
  if (grain === 'minute' || grain === 'hour' || grain === 'second') return momentText(start);
  const last = end === null ? null : new Date(Date.parse(end) - DAY).toISOString();
  if (last === null || last.slice(0, 10) <= start.slice(0, 10)) return dayText(start);
  return `${dayText(start)} – ${dayText(last)}`;
};
