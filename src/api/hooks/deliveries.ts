import type { Poster } from '../../service/index.ts';
import { reasonOf } from '../../text/index.ts';
import { signedHeaders } from './sign.ts';
import type { Webhook } from './webhook.ts';

/** What sending needs of the world. */
export interface DeliveryParts {
  readonly poster: () => Promise<Pick<Poster, 'post' | 'close'>>;
  readonly now: () => Date;
  /** Waits, or until the signal. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
  readonly report: (error: unknown) => void;
}

/** One thing that is sent to a webhook, and how that went. */
export interface Delivery {
  readonly id: string;
  readonly at: string;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly attempts: readonly { readonly at: string; readonly status: number | null; readonly error: string | null }[];
}

/** Waits before each try after the first, in milliseconds; a fifth more or less by chance, so that not all come at once. */
const WAITS = [5_000, 30_000, 120_000, 600_000, 3_600_000];
/** Deliveries of a webhook that are remembered. */
const REMEMBERED = 100;
/** Deliveries that wait at most; beyond that new ones fail at once. */
const WAITING = 1000;

/** What the receiver says by its status: taken; never again; or try again. */
const isTaken = (status: number): boolean => status >= 200 && status < 300;
const isFinal = (status: number): boolean =>
  (status >= 300 && status < 400) || (status >= 400 && status < 500 && ![408, 425, 429].includes(status));

/** Sends what webhooks are told, again where that may help, and remembers how it went. */
export class Deliveries {
  readonly #parts: DeliveryParts;
  readonly #logs = new Map<string, Delivery[]>();
  readonly #ended = new AbortController();
  readonly #running = new Set<Promise<void>>();
  #poster: ReturnType<DeliveryParts['poster']> | null = null;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
  }

  log(key: string): readonly Delivery[] {
    return [...(this.#logs.get(key) ?? [])].reverse();
  }

  /** Begins to send; how it goes is in the log. */
  send(hook: Webhook, id: string, payload: Readonly<Record<string, unknown>>): Delivery {
    const delivery: Delivery = { id, at: this.#parts.now().toISOString(), state: 'waiting', attempts: [] };
    this.#note(hook.key, delivery);
    if (this.#running.size >= WAITING) return this.#note(hook.key, { ...delivery, state: 'failed' });
    const running = this.#deliver(hook, delivery, JSON.stringify({ id, ...payload }))
      .catch((error) => this.#parts.report(error))
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
    return delivery;
  }

  /** Gives up what waits, and resolves when nothing is on its way. */
  async close(): Promise<void> {
    this.#ended.abort();
    await Promise.all(this.#running);
    await (await this.#poster)?.close();
  }

  #note(key: string, delivery: Delivery): Delivery {
    const log = this.#logs.get(key) ?? [];
    const at = log.findIndex(({ id }) => id === delivery.id);
    if (at >= 0) log[at] = delivery;
    else log.push(delivery);
    if (log.length > REMEMBERED) log.shift();
    this.#logs.set(key, log);
    return delivery;
  }

  async #attempt(hook: Webhook, id: string, body: string): Promise<Delivery['attempts'][number]> {
    const now = this.#parts.now();
    const at = now.toISOString();
    try {
      this.#poster ??= this.#parts.poster();
      const headers = signedHeaders(hook.secret, id, Math.floor(now.getTime() / 1000), body);
      return { at, status: await (await this.#poster).post(hook.url, body, headers), error: null };
    } catch (error) {
      return { at, status: null, error: reasonOf(error).slice(0, 300) };
    }
  }

  async #deliver(hook: Webhook, begun: Delivery, body: string): Promise<void> {
    let delivery = begun;
    for (const wait of [...WAITS, null]) {
      const attempt = await this.#attempt(hook, delivery.id, body);
      const { status } = attempt;
      const isOver = wait === null || this.#ended.signal.aborted || (status !== null && isFinal(status));
      const state = status !== null && isTaken(status) ? 'delivered' : isOver ? 'failed' : 'waiting';
      delivery = this.#note(hook.key, { ...delivery, state, attempts: [...delivery.attempts, attempt] });
      if (state !== 'waiting' || wait === null) return;
      await this.#parts.sleep(wait * (0.8 + 0.4 * this.#parts.random()), this.#ended.signal);
    }
  }
}
