/** However long an answer is said to stay fresh, after an hour Readout asks again: news is corrected. */
const MOST = 3_600_000;

const directive = (header: string, name: string): string | null =>
  new RegExp(`(?:^|[,\\s])${name}(?:\\s*=\\s*"?(\\d+))?`, 'i').exec(header)?.[1] ?? null;

const has = (header: string, name: string): boolean => new RegExp(`(?:^|[,\\s])${name}(?:$|[,\\s=])`, 'i').test(header);

/** Whether an answer may be kept (RFC 9111): the server does not forbid it, and nothing but the URL chose it. */
export const isStorable = (headers: ReadonlyMap<string, string>): boolean =>
  !has(headers.get('cache-control') ?? '', 'no-store') && headers.get('vary')?.trim() !== '*';

/**
 * Milliseconds for which an answer may be used without asking, from when it came: `max-age`, or else `Expires`, less the
 * time that it has been under way. Nothing is guessed from `Last-Modified`.
 */
export const freshFor = (headers: ReadonlyMap<string, string>): number => {
  const control = headers.get('cache-control') ?? '';
  if (has(control, 'no-cache')) return 0;
  const age = directive(control, 'max-age');
  const expires = Date.parse(headers.get('expires') ?? '') - Date.parse(headers.get('date') ?? '');
  const all = age === null ? expires : Number(age) * 1000;
  const spent = Number(headers.get('age') ?? 0) * 1000;
  const left = all - (Number.isFinite(spent) ? spent : 0);
  return Number.isFinite(left) ? Math.min(MOST, Math.max(0, left)) : 0;
};

/** The headers that ask whether a kept answer still holds; none if it cannot be asked. */
export const conditions = (headers: ReadonlyMap<string, string>): Readonly<Record<string, string>> => {
  const etag = headers.get('etag');
  const modified = headers.get('last-modified');
  return {
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(modified !== undefined && { 'if-modified-since': modified }),
  };
};
