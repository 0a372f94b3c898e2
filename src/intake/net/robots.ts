import { ReadoutError } from '../error.ts';
import { fetchError } from './fetch-error.ts';
import type { Chain } from './redirects.ts';
import { everythingAllowed, parseRobots, type RobotsRules } from './robots-rules.ts';

/** Whether the rules of a host are known, or why not: then every page of it counts as closed (RFC 9309, 2.3.1.4). */
type Known = { readonly rules: RobotsRules } | { readonly closed: ReadoutError | number };

/** Remembers the robots.txt of each host for as long as it lives; `fetch` gets one, its redirects followed. */
export class Robots {
  readonly #name: string;
  readonly #fetch: (url: URL) => Promise<Chain>;
  readonly #known = new Map<string, Promise<Known>>();

  constructor(name: string, fetch: (url: URL) => Promise<Chain>) {
    this.#name = name;
    this.#fetch = fetch;
  }

  /** The rules that hold for a URL; throws a `ReadoutError` if they close it, or cannot be had. */
  async check(url: URL): Promise<RobotsRules> {
    const origin = url.origin;
    const known = this.#known.get(origin) ?? this.#ask(new URL('/robots.txt', origin));
    this.#known.set(origin, known);
    const found = await known;
    if ('closed' in found) throw closedError(url, found.closed);
    if (!found.rules.allows(url.pathname + url.search))
      throw fetchError(
        'fetch-robots',
        url,
        `${origin}/robots.txt asks programs to leave it alone`,
        'save the page with a browser and read the file, or add --ignore-robots if you have leave',
      );
    return found.rules;
  }

  async #ask(url: URL): Promise<Known> {
    try {
      const { reply } = await this.#fetch(url);
      const { status } = reply;
      if (status >= 200 && status < 300)
        return { rules: parseRobots(new TextDecoder().decode(reply.bytes), this.#name) };
      return status === 429 || status >= 500 ? { closed: status } : { rules: everythingAllowed };
    } catch (error) {
      if (!(error instanceof ReadoutError)) throw error;
      // More redirects than five, or ones that lead nowhere, count as no file at all (RFC 9309, 2.3.1.2).
      return error.code === 'fetch-redirects' ? { rules: everythingAllowed } : { closed: error };
    }
  }
}

/** Failures that a page of the host would meet as well, and that are therefore told of the page. */
const ofHost: ReadonlySet<string> = new Set(['fetch-network', 'fetch-timeout', 'fetch-refused-address']);

const closedError = (url: URL, reason: ReadoutError | number): ReadoutError => {
  if (reason instanceof ReadoutError && ofHost.has(reason.code)) {
    const { what, advice, ...data } = reason.data;
    return fetchError(reason.code, url, String(what), String(advice), { ...data, url: undefined }, { cause: reason });
  }
  const why = typeof reason === 'number' ? `HTTP status ${reason}` : String(reason.data.what ?? reason.message);
  return fetchError(
    'fetch-robots',
    url,
    `${url.origin}/robots.txt could not be had (${why}), and until it can every page counts as closed to programs`,
    'try again later, or add --ignore-robots if you have leave',
  );
};
