import type { Ledger } from '../../service/index.ts';

/** How often entries of other processes on one server are looked for, in milliseconds. */
const POLL = 2000;

/**
 * Wakes whoever waits for new entries of a ledger: at once where this process took them in, soon where another did. Those who are
 * woken ask the ledger what is new to them, so that nobody misses an entry however slow he is.
 */
export class Hub {
  readonly #heard = new Set<() => void>();
  readonly #stop: () => void;
  readonly #timer: NodeJS.Timeout;
  #closed = false;

  constructor(ledger: Pick<Ledger, 'listen'>) {
    this.#stop = ledger.listen(() => this.#wake());
    this.#timer = setInterval(() => this.#wake(), POLL);
    this.#timer.unref();
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  #wake(): void {
    for (const heard of this.#heard) heard();
  }

  /** Calls back whenever there may be something new, and at the end. */
  listen(heard: () => void): () => void {
    this.#heard.add(heard);
    return () => this.#heard.delete(heard);
  }

  /** Wakes all for the last time. */
  close(): void {
    this.#closed = true;
    clearInterval(this.#timer);
    this.#stop();
    this.#wake();
  }
}
