import type { World } from './world.ts';

/** How busy one host is. */
interface Host {
  active: number;
  /** When the last request that counts began. */
  last: number;
  /** No request before this time, because the host asked for that. */
  free: number;
  /** Requests in a row that came to nothing. */
  failures: number;
  readonly waiting: (() => void)[];
}

/** A host that has failed so often in a row is not asked any more. */
const MOST_FAILURES = 3;

/** How long a request keeps from the one before it, in milliseconds; null: at once, and it does not count (robots.txt). */
export type Pause = number | null;

/** Lets so many requests at a time go to one host, with a pause between their beginnings. */
export class HostQueue {
  readonly #world: World;
  readonly #atOnce: number;
  readonly #hosts = new Map<string, Host>();

  constructor(world: World, atOnce: number) {
    this.#world = world;
    this.#atOnce = atOnce;
  }

  #host(name: string): Host {
    const known = this.#hosts.get(name);
    if (known !== undefined) return known;
    const host: Host = { active: 0, last: Number.NEGATIVE_INFINITY, free: 0, failures: 0, waiting: [] };
    this.#hosts.set(name, host);
    return host;
  }

  /** Keeps everything from a host for some time. */
  postpone(name: string, milliseconds: number): void {
    const host = this.#host(name);
    host.free = Math.max(host.free, this.#world.now() + milliseconds);
  }

  /** Notes how asking a host for a page ended, all attempts together. */
  note(name: string, isFailure: boolean): void {
    const host = this.#host(name);
    host.failures = isFailure ? host.failures + 1 : 0;
  }

  /** Whether a host is to be left alone: one that is down would cost minutes for each of its pages. */
  isDown(name: string): boolean {
    return this.#host(name).failures >= MOST_FAILURES;
  }

  /** Milliseconds that a request to the host has to wait now. */
  wait(name: string, pause: Pause): number {
    const { last, free } = this.#host(name);
    return Math.max(0, free - this.#world.now(), pause === null ? 0 : last + pause - this.#world.now());
  }

  /** Runs a job when it is its turn at the host. */
  async run<Result>(name: string, pause: Pause, job: () => Promise<Result>): Promise<Result> {
    const host = this.#host(name);
    if (host.active >= this.#atOnce) await new Promise<void>((go) => host.waiting.push(go));
    else host.active += 1;
    try {
      const wait = this.wait(name, pause);
      if (pause !== null) host.last = this.#world.now() + wait;
      if (wait > 0) await this.#world.sleep(wait);
      return await job();
    } finally {
      // The place is handed on, not given up, so that nobody slips in between.
      const next = host.waiting.shift();
      if (next === undefined) host.active -= 1;
      else next();
    }
  }
}
