/** The first pause before a request is sent again, in milliseconds; each further one may be twice as long. */
const FIRST = 1000;
const LONGEST = 30_000;

/** Milliseconds to wait before attempt number `attempt` + 1: from half of a limit that doubles up to it, by chance, so that many do not come back at once. */
export const backOff = (attempt: number, random: () => number): number =>
  Math.round(Math.min(LONGEST, FIRST * 2 ** (attempt - 1)) * (0.5 + random() / 2));

/** What `Retry-After` asks for in milliseconds: seconds or a date (RFC 9110); null where there is nothing to be read. */
export const retryAfter = (header: string | undefined, now: number): number | null => {
  const value = header?.trim() ?? '';
  if (/^\d{1,10}$/.test(value)) return Number(value) * 1000;
  const date = /^[A-Z][a-z]{2,8},? /.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
};
