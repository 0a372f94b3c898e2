import type { ReadoutError } from '../error.ts';
import { fetchError } from './fetch-error.ts';

const meaningOf = (status: number): readonly [string, string] => {
  if (status === 401 || status === 402 || status === 407)
    return ['it wants a login', 'save the page with a browser and read the file'];
  if (status === 403 || status === 451)
    return ['the site refuses to show it', 'save the page with a browser and read the file'];
  if (status === 404) return ['there is no such page', 'check the address'];
  if (status === 410) return ['the page has been taken away', 'look for it in an archive'];
  if (status === 429) return ['the site has had too many requests', 'try again later'];
  if (status >= 500) return ["the site's server failed", 'try again later'];
  return ['that is no answer to a plain request', 'look at the page with a browser'];
};

/** The error for an answer that is no report: what its status means, and what to do. */
export const statusError = (url: URL, status: number): ReadoutError => {
  const [what, advice] = meaningOf(status);
  return fetchError('fetch-status', url, `${what} (HTTP status ${status})`, advice, { status });
};
