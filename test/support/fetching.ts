import { Fetcher, type FetchOptions } from '../../src/intake/net/fetcher.ts';
import type { World } from '../../src/intake/net/world.ts';

/** A world whose clock goes on only when somebody sleeps, and whose hosts are all at this machine. */
export interface MadeWorld extends World {
  /** How long each sleep was, in milliseconds. */
  readonly slept: number[];
  readonly pass: (milliseconds: number) => void;
}

/** A made world; `hosts` says which addresses a name has, one answer after the other, the last one for good. */
export const madeWorld = (hosts: Readonly<Record<string, readonly string[]>> = {}): MadeWorld => {
  let time = Date.parse('2026-03-02T12:00:00Z');
  const slept: number[] = [];
  const asked = new Map<string, number>();
  return {
    slept,
    now: () => time,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      time += milliseconds;
    },
    random: () => 0.5,
    lookup: async (host) => {
      const answers = hosts[host] ?? ['127.0.0.1'];
      const count = asked.get(host) ?? 0;
      asked.set(host, count + 1);
      const address = answers[Math.min(count, answers.length - 1)] ?? '127.0.0.1';
      return [{ address, family: address.includes(':') ? 6 : 4 }];
    },
    pass: (milliseconds) => {
      time += milliseconds;
    },
  };
};

/** A fetcher in a made world that may reach this machine, used once and closed. */
export const withFetcher = async <Result>(
  options: FetchOptions,
  use: (fetcher: Fetcher) => Promise<Result>,
): Promise<Result> => {
  const fetcher = new Fetcher({ world: madeWorld(), allowHosts: ['127.0.0.1'], ...options });
  try {
    return await use(fetcher);
  } finally {
    await fetcher.close();
  }
};
