import type { Attempt, Delivery, DeliveryBook, KeptDelivery, Poster } from '../../service/index.ts';
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
  readonly book: DeliveryBook;
}

/** Waits before each try after the first, in milliseconds; a fifth more or less by chance, so that not all come at once. */
const WAITS = [5_000, 30_000, 120_000, 600_000, 3_600_000];
/** Deliveries that wait at most; beyond that new ones fail at once. */
const WAITING = 1000;

/** What the receiver says by its status: taken; never again; or try again. */
const isTaken = (status: number): boolean => status >= 200 && status < 300;
const isFinal = (status: number): boolean =>
  (status >= 300 && status < 400) || (status >= 400 && status < 500 && ![408, 425, 429].includes(status));

/** Sends what webhooks are told, again where that may help; the book remembers how it went, and what waits when the server ends. */
export class Deliveries {
  readonly #parts: DeliveryParts;
  readonly #find: (key: string) => Promise<Webhook | null>;
  readonly #ended = new AbortController();
  readonly #running = new Set<Promise<void>>();
  #poster: ReturnType<DeliveryParts['poster']> | null = null;

  constructor(parts: DeliveryParts, find: (key: string) => Promise<Webhook | null>) {
    this.#parts = parts;
    this.#find = find;
  }

  /** Goes on with what waits and nobody sends: what this server left when it ended, and what others did that died. */
  async adopt(): Promise<void> {
    if (this.#ended.signal.aborted) return;
    for (const delivery of await this.#parts.book.adopt()) this.#run(delivery);
  }

  /** Begins to send; how it goes is in the book. Does nothing where another server has begun to. */
  async send(hook: Webhook, id: string, payload: Readonly<Record<string, unknown>>): Promise<Delivery> {
    const at = this.#parts.now().toISOString();
    const delivery = { id, hook: hook.key, at, state: 'waiting' as const, attempts: [], due: at };
    const kept = { ...delivery, body: JSON.stringify({ id, ...payload }) };
    if (!(await this.#parts.book.begin(kept))) return kept;
    if (this.#running.size >= WAITING) return this.#end(kept, `${WAITING} deliveries wait already`);
    this.#run(kept);
    return { id, at, state: 'waiting', attempts: [] };
  }

  /** Sends no more, leaves what waits to whoever comes, and resolves when nothing is on its way. */
  async close(): Promise<void> {
    this.#ended.abort();
    await Promise.all(this.#running);
    await this.#parts.book.release();
    await (await this.#poster)?.close();
  }

  #run(delivery: KeptDelivery): void {
    const running = this.#deliver(delivery)
      .catch((error) => this.#parts.report(error))
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Gives a delivery up for a reason of our own. */
  async #end(delivery: KeptDelivery, error: string): Promise<Delivery> {
    const attempt = { at: this.#parts.now().toISOString(), status: null, error };
    const ended = { ...delivery, state: 'failed' as const, attempts: [...delivery.attempts, attempt] };
    await this.#parts.book.note(ended);
    return ended;
  }

  async #attempt(hook: Webhook, { id, body }: KeptDelivery): Promise<Attempt> {
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

  /** How a delivery stands after a try: taken, given up, or to be tried again at a time. */
  #after(delivery: KeptDelivery, attempt: Attempt): KeptDelivery {
    const attempts = [...delivery.attempts, attempt];
    const wait = WAITS[attempts.length - 1];
    const { status } = attempt;
    const isOver = wait === undefined || (status !== null && isFinal(status));
    const state = status !== null && isTaken(status) ? 'delivered' : isOver ? 'failed' : 'waiting';
    const { now, random } = this.#parts;
    const due = new Date(now().getTime() + (wait ?? 0) * (0.8 + 0.4 * random())).toISOString();
    return { ...delivery, state, attempts, due };
  }

  async #deliver(begun: KeptDelivery): Promise<void> {
    const { book, now, sleep } = this.#parts;
    const { signal } = this.#ended;
    let delivery = begun;
    while (delivery.state === 'waiting') {
      const wait = Date.parse(delivery.due) - now().getTime();
      if (wait > 0) await sleep(wait, signal);
      // What waits when the server ends stays in the book.
      if (signal.aborted) return;
      const hook = await this.#find(delivery.hook);
      if (hook === null) {
        await this.#end(delivery, 'this webhook was taken away');
        return;
      }
      delivery = this.#after(delivery, await this.#attempt(hook, delivery));
      await book.note(delivery);
    }
  }
}
