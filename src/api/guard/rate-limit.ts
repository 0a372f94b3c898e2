import { Problem } from '../problem.ts';

/** How many requests a caller may make: so many at once, and so many a second in the long run. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Callers that are remembered at most; those that have been quiet longest are forgotten. */
const REMEMBERED = 10_000;

/** Counts requests by caller (a "token bucket" each). */
export class RateLimit {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #left = new Map<string, { tokens: number; at: number }>();

  constructor(rate: Rate, now: () => number) {
    this.#rate = rate;
    this.#now = now;
  }

  /** Takes one request; throws 429 with the seconds to wait where there have been too many. */
  take(key: string, cost = 1): void {
    const { burst, perSecond } = this.#rate;
    const now = this.#now();
    const before = this.#left.get(key) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, before.tokens + ((now - before.at) / 1000) * perSecond);
    this.#left.delete(key);
    const isEnough = tokens >= cost;
    this.#left.set(key, { tokens: isEnough ? tokens - cost : tokens, at: now });
    const [oldest] = this.#left.keys();
    if (this.#left.size > REMEMBERED && oldest !== undefined) this.#left.delete(oldest);
    if (isEnough) return;
    const seconds = Math.max(1, Math.ceil((cost - tokens) / perSecond));
    throw new Problem(429, 'too-many-requests', `Too many requests; try again in ${seconds} s.`, null, {
      'retry-after': String(seconds),
    });
  }
}
