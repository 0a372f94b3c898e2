import { ReadoutError } from '../error.ts';

/** A URL as it may be shown and kept: without the name and password that it may carry. */
export const shownUrl = (url: URL | string): string => {
  if (!URL.canParse(String(url))) return String(url);
  const shown = new URL(url);
  shown.username = '';
  shown.password = '';
  return shown.href;
};

/** The error for a URL that was not fetched: `what` happened, and what to `do` about it. */
export const fetchError = (
  code: string,
  url: URL | string,
  what: string,
  advice: string,
  data: Record<string, unknown> = {},
  options?: ErrorOptions,
): ReadoutError =>
  new ReadoutError(
    code,
    `${shownUrl(url)} was not fetched: ${what}; ${advice}.`,
    { url: shownUrl(url), what, advice, ...data },
    options,
  );
