import { createHash } from 'node:crypto';
import type { Dispatcher } from 'undici';
import { type Answer, exchange, type Outcome } from './exchange.ts';
import { fetchError, shownUrl } from './fetch-error.ts';
import { conditions, freshFor, isStorable } from './freshness.ts';
import type { HostQueue, Pause } from './host-queue.ts';
import type { Limits } from './limits.ts';
import type { PageCache, StoredAnswer } from './page-cache.ts';
import { backOff, retryAfter } from './patience.ts';
import { plainHost } from './target.ts';
import { acceptEncoding } from './unpack.ts';
import type { World } from './world.ts';

/** What came of a URL: an answer, when it was given, and whether the cache had it (unasked, or found to hold still). */
export interface Reply extends Answer {
  readonly time: number;
  readonly from: 'net' | 'cache' | 'revalidated';
}

/** How one URL is asked for. */
export interface Asking {
  readonly pause: Pause;
  readonly authorization: string | null;
  /** Milliseconds for which a kept answer does without asking, whatever its headers say. */
  readonly keepFor?: number;
}

/** What a sender works with. */
export interface SenderParts {
  readonly dispatcher: Dispatcher;
  readonly queue: HostQueue;
  readonly cache: PageCache | null;
  readonly limits: Limits;
  readonly world: World;
  readonly userAgent: string;
}

/** Failures of a server that may pass (RFC 9110, 6585). */
const passing: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

const accept =
  'text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/plain;q=0.9,*/*;q=0.5';

/** The cache must not mix what a page shows with a password and without. */
const keyOf = (url: URL, authorization: string | null): string =>
  authorization === null
    ? shownUrl(url)
    : `${shownUrl(url)} ${createHash('sha256').update(authorization).digest('hex')}`;

const reply = (stored: StoredAnswer, from: 'cache' | 'revalidated'): Reply => ({ status: 200, from, ...stored });

const isPassing = (outcome: Outcome): boolean =>
  'failure' in outcome ? outcome.failure.mayPass : passing.has(outcome.answer.status);

/** Sends requests one by one: through the cache, in the host's turn, and again where a failure may pass. */
export class Sender {
  readonly #parts: SenderParts;

  constructor(parts: SenderParts) {
    this.#parts = parts;
  }

  /** The answer of a URL, whatever its status; throws a `ReadoutError` where there is none. */
  async get(url: URL, asking: Asking): Promise<Reply> {
    const { cache, world } = this.#parts;
    const key = keyOf(url, asking.authorization);
    const stored = (await cache?.get(key)) ?? null;
    if (stored !== null && world.now() - stored.time < (asking.keepFor ?? freshFor(stored.headers)))
      return reply(stored, 'cache');
    const answer = await this.#ask(url, asking, stored);
    const time = world.now();
    if (answer.status === 304 && stored !== null) {
      const renewed = { time, headers: new Map([...stored.headers, ...answer.headers]), bytes: stored.bytes };
      await cache?.put(key, renewed);
      return reply(renewed, 'revalidated');
    }
    if (answer.status === 200 && isStorable(answer.headers)) await cache?.put(key, { time, ...answer });
    return { ...answer, time, from: 'net' };
  }

  #headers(asking: Asking, stored: StoredAnswer | null): Readonly<Record<string, string>> {
    return {
      'user-agent': this.#parts.userAgent,
      accept,
      'accept-language': 'en,*;q=0.5',
      'accept-encoding': acceptEncoding,
      ...(asking.authorization !== null && { authorization: asking.authorization }),
      ...(stored !== null && conditions(stored.headers)),
    };
  }

  async #ask(url: URL, asking: Asking, stored: StoredAnswer | null): Promise<Answer> {
    const { dispatcher, queue, limits } = this.#parts;
    const headers = this.#headers(asking, stored);
    const host = plainHost(url.hostname);
    for (let attempt = 1; ; attempt += 1) {
      this.#checkHost(url, host, asking.pause);
      const outcome = await queue.run(host, asking.pause, () => exchange(dispatcher, url, headers, limits));
      const mayPass = this.#postpone(host, outcome, attempt);
      if (mayPass && attempt < limits.attempts) continue;
      queue.note(host, isPassing(outcome));
      if ('failure' in outcome) throw outcome.failure.error;
      return outcome.answer;
    }
  }

  /** Keeps from a host whose failure may pass; false where it will not, or not soon enough. */
  #postpone(host: string, outcome: Outcome, attempt: number): boolean {
    const { queue, limits, world } = this.#parts;
    if (!isPassing(outcome)) return false;
    const asked = 'failure' in outcome ? null : retryAfter(outcome.answer.headers.get('retry-after'), world.now());
    const wait = asked ?? backOff(attempt, world.random);
    queue.postpone(host, wait);
    return wait <= limits.wait;
  }

  /** A host that asks for more patience than there is, or that is down, is left alone. */
  #checkHost(url: URL, host: string, pause: Pause): void {
    const { queue, limits } = this.#parts;
    if (queue.isDown(host))
      throw fetchError('fetch-host-down', url, `${host} has failed several times in a row`, 'run it again later', {
        host,
      });
    const seconds = Math.ceil(queue.wait(host, pause) / 1000);
    if (seconds * 1000 <= limits.wait) return;
    const what = `${host} asks for ${seconds} seconds before its next page`;
    throw fetchError('fetch-wait', url, what, 'run it again after that time', { host, seconds });
  }
}
