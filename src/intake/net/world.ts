import { lookup as systemLookup } from 'node:dns/promises';
import { setTimeout as delay } from 'node:timers/promises';

/** One answer of DNS. */
export interface FoundAddress {
  readonly address: string;
  readonly family: number;
}

/** What a fetcher needs of the world besides connections; tests hand in their own. */
export interface World {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** A number from 0 up to 1. */
  readonly random: () => number;
  /** All addresses of a host. */
  readonly lookup: (host: string) => Promise<readonly FoundAddress[]>;
}

/** The clock, chance and DNS of this machine. */
export const realWorld: World = {
  now: Date.now,
  sleep: async (milliseconds) => {
    await delay(milliseconds);
  },
  random: Math.random,
  lookup: (host) => systemLookup(host, { all: true }),
};
