import { ApiError, post, sendFile } from '../api/client.ts';
import type { Add } from '../api/schema.ts';

/** What is handed in, kept so that it can be sent again. */
export type Handed =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'text'; readonly name: string; readonly body: Readonly<Record<string, string>> }
  | { readonly kind: 'file'; readonly name: string; readonly file: File };

/** Something on its way to the server, or that was refused there. Once it is taken in, the server tells how far it is. */
export interface Sending {
  readonly key: number;
  readonly handed: Handed;
  readonly state: 'queued' | 'sending' | 'refused' | 'given up' | 'sent';
  /** How much of a file has gone to the server, from 0 to 1. */
  readonly share: number;
  readonly reason: string | null;
  /** What the server calls it. */
  readonly add: string | null;
}

export const nameOf = (handed: Handed): string => (handed.kind === 'url' ? handed.url : handed.name);

/** So many are sent at a time. */
const AT_ONCE = 2;
/** After so long a server that had too much to do is asked again, in milliseconds. */
const LATER = 2000;

const isBusy = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'too-busy' || error.status === 429);

interface Taken {
  readonly item: Add;
}

const send = async (handed: Handed, signal: AbortSignal, onSent: (share: number) => void): Promise<Add> => {
  const { item } =
    handed.kind === 'file'
      ? await sendFile<Taken>('/adds/files', { name: handed.name }, handed.file, { signal, onSent })
      : await post<Taken>('/adds', handed.kind === 'url' ? { url: handed.url } : { name: handed.name, ...handed.body });
  return item;
};

/** Sends what is handed in, a few at a time. It lives as long as the tab: leaving the page stops nothing. */
class SendQueue {
  #all: readonly Sending[] = [];
  readonly #heard = new Set<() => void>();
  readonly #stops = new Map<number, AbortController>();
  #count = 0;
  #active = 0;

  readonly subscribe = (heard: () => void): (() => void) => {
    this.#heard.add(heard);
    return () => this.#heard.delete(heard);
  };
  readonly all = (): readonly Sending[] => this.#all;

  /** Hands things in; those over `largest` bytes are refused here, since sending them would only take long. */
  hand(given: readonly Handed[], largest: number): void {
    const made = given.map((handed): Sending => {
      this.#count += 1;
      const size = handed.kind === 'file' ? handed.file.size : 0;
      const isLarge = size > largest;
      const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;
      return {
        key: this.#count,
        handed,
        state: isLarge ? 'refused' : 'queued',
        reason: isLarge
          ? `It has ${megabytes(size)}, and this server takes ${megabytes(largest)} at most. Split it, or use readout add.`
          : null,
        share: 0,
        add: null,
      };
    });
    this.#set([...this.#all, ...made]);
    this.#run();
  }

  /** Sends again what was refused, or what the server took in and could not read. */
  again(sending: Sending): void {
    this.#set(this.#all.filter(({ key }) => key !== sending.key));
    this.hand([sending.handed], Number.POSITIVE_INFINITY);
  }

  /** Gives up what was not sent yet, or is being sent: it stays on the list, and can be sent again. */
  giveUp(key: number): void {
    const isOpen = this.#all.some((each) => each.key === key && (each.state === 'queued' || each.state === 'sending'));
    if (!isOpen) return;
    this.#change(key, { state: 'given up', share: 0 });
    this.#stops.get(key)?.abort();
  }

  /** Takes what is over off the list. */
  drop(key: number): void {
    this.#set(this.#all.filter((each) => each.key !== key));
  }

  #set(all: readonly Sending[]): void {
    this.#all = all;
    for (const heard of this.#heard) heard();
  }

  #change(key: number, change: Partial<Sending>): void {
    this.#set(this.#all.map((each) => (each.key === key ? { ...each, ...change } : each)));
  }

  #run(): void {
    while (this.#active < AT_ONCE) {
      const next = this.#all.find(({ state }) => state === 'queued');
      if (next === undefined) return;
      this.#active += 1;
      this.#change(next.key, { state: 'sending' });
      void this.#send(next).finally(() => {
        this.#active -= 1;
        this.#run();
      });
    }
  }

  async #send({ key, handed }: Sending): Promise<void> {
    const stop = new AbortController();
    this.#stops.set(key, stop);
    try {
      const { id } = await send(handed, stop.signal, (share) => this.#change(key, { share }));
      this.#change(key, { state: 'sent', add: id });
    } catch (error) {
      if (stop.signal.aborted) return;
      if (!isBusy(error)) {
        this.#change(key, { state: 'refused', reason: error instanceof Error ? error.message : String(error) });
        return;
      }
      await new Promise((done) => setTimeout(done, LATER));
      if (!stop.signal.aborted) this.#change(key, { state: 'queued', share: 0 });
    } finally {
      this.#stops.delete(key);
    }
  }
}

export const sendQueue = new SendQueue();
