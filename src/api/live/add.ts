import { randomUUID } from 'node:crypto';
import type { Added, Ledger, Posted, ReadPosted } from '../../service/index.ts';
import { reasonOf } from '../../text/index.ts';
import { Problem } from '../problem.ts';

/** Something that was handed in to be read and added: how far it is, and what came of it. */
export interface Add {
  readonly id: string;
  readonly name: string;
  readonly at: string;
  readonly state: 'waiting' | 'reading' | 'done' | 'failed';
  /** Sentences of the report that is being read. */
  readonly progress: { readonly name: string; readonly done: number; readonly total: number } | null;
  readonly reports: readonly (Added & { readonly name: string })[];
  readonly failures: readonly { readonly name: string; readonly code: string; readonly message: string }[];
}

/** Finished ones that can be looked up still. */
const KEPT = 1000;
/** How many may wait. */
const WAITING = 200;
/** What is told of one thing that was handed in, at most: a feed of a million entries is read, but not listed. */
const LISTED = 500;

/** Reads what is handed in, one after the other, and adds what comes of it. */
export class Adds {
  readonly #ledger: Pick<Ledger, 'add' | 'fail'>;
  readonly #read: ReadPosted;
  readonly #now: () => Date;
  readonly #adds = new Map<string, Add>();
  readonly #heard = new Set<(add: Add) => void>();
  #waiting = 0;
  #last: Promise<void> = Promise.resolve();

  constructor(ledger: Pick<Ledger, 'add' | 'fail'>, read: ReadPosted, now: () => Date) {
    this.#ledger = ledger;
    this.#read = read;
    this.#now = now;
  }

  /** Takes something in to be read. Throws 503 where too much waits. */
  take(posted: Posted): Add {
    if (this.#waiting >= WAITING) throw new Problem(503, 'too-busy', 'Too much waits to be read; try again later.');
    const name = posted.kind === 'url' ? posted.url : posted.name;
    const at = this.#now().toISOString();
    const add: Add = { id: randomUUID(), name, at, state: 'waiting', progress: null, reports: [], failures: [] };
    this.#tell(add);
    this.#waiting += 1;
    this.#last = this.#last.then(() => this.#work(add, posted));
    return add;
  }

  find(id: string): Add | null {
    return this.#adds.get(id) ?? null;
  }

  /** The newest first. */
  list(): readonly Add[] {
    return [...this.#adds.values()].reverse();
  }

  /** Calls back at each step, until the function that it returns is called. */
  listen(heard: (add: Add) => void): () => void {
    this.#heard.add(heard);
    return () => this.#heard.delete(heard);
  }

  /** Resolves when nothing waits any more. */
  idle(): Promise<void> {
    return this.#last;
  }

  #tell(add: Add): Add {
    this.#adds.set(add.id, add);
    const [oldest] = this.#adds.keys();
    if (this.#adds.size > KEPT && oldest !== undefined) this.#adds.delete(oldest);
    for (const heard of this.#heard) heard(add);
    return add;
  }

  async #work(waiting: Add, posted: Posted): Promise<void> {
    let add = this.#tell({ ...waiting, state: 'reading' });
    const failed = (name: string, code: string, message: string): void => {
      add = this.#tell({ ...add, failures: [...add.failures, { name, code, message }].slice(0, LISTED) });
    };
    try {
      for await (const item of this.#read(posted)) {
        const { name } = item;
        if (item.kind === 'progress') {
          add = this.#tell({ ...add, progress: { name, done: item.done, total: item.total } });
        } else if (item.kind === 'failure') {
          await this.#ledger.fail(name, item.code, item.message);
          failed(name, item.code, item.message);
        } else {
          const added = await this.#ledger.add(name, item.readout);
          add = this.#tell({ ...add, progress: null, reports: [...add.reports, { name, ...added }].slice(0, LISTED) });
        }
      }
    } catch (error) {
      failed(add.name, 'internal', reasonOf(error));
    }
    this.#waiting -= 1;
    this.#tell({ ...add, progress: null, state: add.reports.length > 0 ? 'done' : 'failed' });
  }
}
