import { fetchError } from './fetch-error.ts';
import type { Reply } from './sender.ts';
import { checkTarget } from './target.ts';

/** Statuses that point elsewhere; a request is always GET here, so it stays GET after each of them (RFC 9110, 15.4). */
const pointing: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Where a chain of redirects ended, and the URLs that it went through, the first one included. */
export interface Chain {
  readonly url: URL;
  readonly reply: Reply;
  readonly through: readonly string[];
}

/** How a chain is followed: what may be reached, how far it may go, and how each of its URLs is asked for. */
export interface Following {
  readonly allowed: ReadonlySet<string>;
  readonly most: number;
  readonly ask: (url: URL, isFirst: boolean) => Promise<Reply>;
}

/** Headers come as Latin-1; servers that write other letters into an address mean UTF-8, as browsers take it. */
const asUtf8 = (header: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(header, 'latin1'));
  } catch {
    return header;
  }
};

const nextOf = (url: URL, reply: Reply, allowed: ReadonlySet<string>): URL => {
  const header = reply.headers.get('location');
  const location = header === undefined ? undefined : asUtf8(header);
  if (location === undefined || !URL.canParse(location, url.href))
    throw fetchError('fetch-redirects', url, 'it points elsewhere without saying where', 'look at it with a browser');
  const next = new URL(location, url);
  // A name and password that a server writes into an address are none of the user's.
  next.username = '';
  next.password = '';
  return checkTarget(next.href, allowed);
};

/** Follows redirects from `start`; every step is checked as the first one was. Throws a `ReadoutError` for circles and endless chains. */
export const follow = async (start: URL, { allowed, most, ask }: Following): Promise<Chain> => {
  const through: string[] = [];
  for (let url = start; ; ) {
    const reply = await ask(url, through.length === 0);
    if (!pointing.has(reply.status)) return { url, reply, through };
    through.push(url.href);
    const next = nextOf(url, reply, allowed);
    if (through.includes(next.href))
      throw fetchError(
        'fetch-redirects',
        start,
        `its redirects lead in a circle (${next.href})`,
        'it may want cookies, which Readout does not keep; save the page with a browser',
      );
    if (through.length > most)
      throw fetchError(
        'fetch-redirects',
        start,
        `it was redirected more than ${most} times`,
        'look at it with a browser',
      );
    url = next;
  }
};
