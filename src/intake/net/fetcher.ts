import { createHash } from 'node:crypto';
import { Agent } from 'undici';
import { contentTypeOf } from '../content-type.ts';
import type { IntakeWarning } from '../decode.ts';
import { guardedConnector } from './connector.ts';
import { shownUrl } from './fetch-error.ts';
import { HostQueue } from './host-queue.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { CACHE_SIZE, PageCache } from './page-cache.ts';
import { type Chain, follow } from './redirects.ts';
import { Robots } from './robots.ts';
import { type Reply, Sender } from './sender.ts';
import { statusError } from './status-error.ts';
import { checkTarget, plainHost } from './target.ts';
import { realWorld, type World } from './world.ts';

/** What robots.txt may call us. */
const NAME = 'readout';
const DAY = 86_400_000;
/** The redirects of a robots.txt that are followed (RFC 9309, 2.3.1.2). */
const ROBOTS_REDIRECTS = 5;

/** How to fetch; each has a default. */
export interface FetchOptions {
  /** The version of Readout, which the `User-Agent` tells. */
  readonly version?: string;
  /** Names of hosts that may be reached although their addresses are not public. */
  readonly allowHosts?: readonly string[];
  readonly ignoreRobots?: boolean;
  /** The folder of the cache; none unless told. */
  readonly cache?: string | null;
  readonly cacheSize?: number;
  /** Milliseconds between two requests to one host; a second unless told. `Crawl-delay` may ask for more. */
  readonly pause?: number;
  /** Requests to one host at a time; one unless told. */
  readonly atOnce?: number;
  readonly limits?: Partial<Limits>;
  readonly world?: Partial<World>;
  /** Is told what is odd about the fetcher itself, such as a cache that cannot be written. */
  readonly warn?: (message: string) => void;
}

/** A report from the net, as its server sent it. */
export interface FetchedReport {
  /** As it was asked for, without name and password. */
  readonly url: string;
  /** Where redirects led to. */
  readonly finalUrl: string;
  /** When the server sent it, or last said that it holds (ISO 8601, UTC). */
  readonly time: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes. */
  readonly hash: string;
  /** The kind of content and the encoding of text that the server names, if it does. */
  readonly contentType: string | null;
  readonly charset: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Whether it came over the net, from the cache unasked, or from the cache after the server said that it holds. */
  readonly from: Reply['from'];
  readonly warnings: readonly IntakeWarning[];
}

const plain = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** The name and password in a URL as a header (RFC 7617), or null. */
const credentialsOf = ({ username, password }: URL): string | null =>
  username === '' && password === ''
    ? null
    : `Basic ${Buffer.from(`${plain(username)}:${plain(password)}`).toString('base64')}`;

/** The page itself, or a copy that somebody on the way has changed a little (RFC 9110, 15.3.4). */
const isWhole = (status: number): boolean => status === 200 || status === 203;

/** A warning where a chain of redirects steps from https down to http, which anybody on the way can read and change. */
export const downgrades = ({ url, through }: Pick<Chain, 'url' | 'through'>): readonly IntakeWarning[] => {
  const steps = [...through, url.href];
  const at = steps.findIndex((step, index) => step.startsWith('http:') && steps[index - 1]?.startsWith('https:'));
  if (at < 0) return [];
  const message = `${steps[0]} was redirected from https to ${steps[at]}, which anybody on the way could have changed.`;
  return [{ code: 'insecure-redirect', message }];
};

const toReport = (asked: URL, chain: Chain): FetchedReport => {
  const { bytes, headers, from, time } = chain.reply;
  const { type, charset } = contentTypeOf(headers.get('content-type'));
  return {
    url: shownUrl(asked),
    finalUrl: shownUrl(chain.url),
    time: new Date(time).toISOString(),
    bytes,
    hash: createHash('sha256').update(bytes).digest('hex'),
    contentType: type,
    charset,
    etag: headers.get('etag') ?? null,
    lastModified: headers.get('last-modified') ?? null,
    from,
    warnings: downgrades(chain),
  };
};

/**
 * Fetches reports over HTTP with care for the servers, for this machine and for the networks that it is in: public addresses
 * only, robots.txt, pauses, limits, a cache; no cookies and no scripts. Has to be closed.
 */
export class Fetcher {
  readonly #agent: Agent;
  readonly #sender: Sender;
  readonly #robots: Robots | null;
  readonly #allowed: ReadonlySet<string>;
  readonly #limits: Limits;
  readonly #pause: number;

  constructor(options: FetchOptions = {}) {
    const world = { ...realWorld, ...options.world };
    const limits = { ...defaultLimits, ...options.limits };
    const allowed = new Set((options.allowHosts ?? []).map(plainHost));
    const connect = guardedConnector(world.lookup, allowed, limits.connect);
    const { cache: folder = null, cacheSize = CACHE_SIZE, warn = () => undefined } = options;
    this.#agent = new Agent({ connect, pipelining: 1, maxHeaderSize: 65_536, keepAliveMaxTimeout: 30_000 });
    this.#sender = new Sender({
      dispatcher: this.#agent,
      queue: new HostQueue(world, options.atOnce ?? 1),
      cache: folder === null ? null : new PageCache(folder, cacheSize, warn),
      limits,
      world,
      userAgent: `Readout/${options.version ?? '0'} (reads news reports; robots.txt name: ${NAME})`,
    });
    this.#allowed = allowed;
    this.#limits = limits;
    this.#pause = options.pause ?? 1000;
    this.#robots = options.ignoreRobots === true ? null : new Robots(NAME, (url) => this.#robotsFile(url));
  }

  /** Fetches one report. Throws a `ReadoutError` that names the URL, what happened and what to do. */
  async fetchReport(text: string): Promise<FetchedReport> {
    const asked = checkTarget(text, this.#allowed);
    const authorization = credentialsOf(asked);
    const start = new URL(shownUrl(asked));
    const chain = await follow(start, {
      allowed: this.#allowed,
      most: this.#limits.redirects,
      ask: async (url, isFirst) => {
        const rules = await this.#robots?.check(url);
        const delay = (rules?.delay ?? 0) * 1000;
        return this.#sender.get(url, {
          // A step of a redirect belongs to the request before it; only a Crawl-delay keeps it waiting.
          pause: isFirst ? Math.max(delay, this.#pause) : delay,
          authorization: url.origin === start.origin ? authorization : null,
        });
      },
    });
    if (!isWhole(chain.reply.status)) throw statusError(chain.url, chain.reply.status);
    return toReport(asked, chain);
  }

  #robotsFile(url: URL): Promise<Chain> {
    const ask = (step: URL) => this.#sender.get(step, { pause: null, authorization: null, keepFor: DAY });
    return follow(url, { allowed: this.#allowed, most: ROBOTS_REDIRECTS, ask });
  }

  /** Closes all connections. */
  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}
