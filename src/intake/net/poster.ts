import { Agent } from 'undici';
import { guardedConnector } from './connector.ts';
import { fetchError } from './fetch-error.ts';
import { checkTarget, plainHost } from './target.ts';
import { realWorld, type World } from './world.ts';

/** How to send; each has a default. */
export interface PosterOptions {
  readonly version?: string;
  /** Names of hosts that may be reached although their addresses are not public. */
  readonly allowHosts?: readonly string[];
  /** Milliseconds for one request; ten seconds unless told. */
  readonly timeout?: number;
  readonly lookup?: World['lookup'];
}

/** Sends bodies to addresses that somebody named: public addresses only, no redirects, nothing of the answer but its status. */
export class Poster {
  readonly #agent: Agent;
  readonly #allowed: ReadonlySet<string>;
  readonly #timeout: number;
  readonly #userAgent: string;

  constructor({ version = '0', allowHosts = [], timeout = 10_000, lookup = realWorld.lookup }: PosterOptions = {}) {
    this.#allowed = new Set(allowHosts.map(plainHost));
    this.#timeout = timeout;
    this.#userAgent = `Readout/${version} (webhook)`;
    this.#agent = new Agent({ connect: guardedConnector(lookup, this.#allowed, timeout), pipelining: 1 });
  }

  /** Sends a body and returns the status of the answer. Throws where there is none in time, or the address may not be reached. */
  async post(address: string, body: string, headers: Readonly<Record<string, string>>): Promise<number> {
    const url = checkTarget(address, this.#allowed);
    const signal = AbortSignal.timeout(this.#timeout);
    try {
      const answer = await this.#agent.request({
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: 'POST',
        body,
        signal,
        headers: { 'user-agent': this.#userAgent, ...headers },
      });
      await answer.body.dump({ limit: 65_536 }).catch(() => undefined);
      return answer.statusCode;
    } catch (error) {
      if (!signal.aborted) throw error;
      throw fetchError('fetch-timeout', url, 'it did not answer in time', 'check that it is up');
    }
  }

  /** Closes all connections. */
  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}
