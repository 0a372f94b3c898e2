import { randomUUID } from 'node:crypto';
import type { Added, Ledger, Posted, ReadPosted, ReadPostedItem } from '../../service/index.ts';
import { reasonOf } from '../../text/index.ts';
import { Problem } from '../problem.ts';

/** How many reports came of something, by outcome, and how many could not be read. */
export interface AddCounts {
  readonly added: number;
  readonly again: number;
  readonly known: number;
  readonly failed: number;
}

/** A report that came of something: what it was called where it came from, and its headline. */
export interface AddedReport extends Added {
  readonly name: string;
  readonly title: string | null;
}

/** Something that was handed in to be read and added: how far it is, and what came of it. */
export interface Add {
  readonly id: string;
  readonly name: string;
  readonly kind: Posted['kind'];
  /** The watched list that named it; null: somebody handed it in. */
  readonly list: string | null;
  readonly at: string;
  readonly state: 'waiting' | 'reading' | 'done' | 'failed' | 'cancelled';
  /** Sentences of the report that is being read. */
  readonly progress: { readonly name: string; readonly done: number; readonly total: number } | null;
  readonly counts: AddCounts;
  readonly reports: readonly AddedReport[];
  readonly failures: readonly { readonly name: string; readonly code: string; readonly message: string }[];
}

/** Where something comes from, and what is done when it is over. */
export interface Taking {
  readonly list?: string | null;
  readonly done?: () => Promise<void>;
}

/** Finished ones that can be looked up still. */
const KEPT = 1000;
/** How many may wait. */
const WAITING = 200;
/** What is told of one thing that was handed in, at most: a feed of a million entries is read, but not listed. */
const LISTED = 500;

const none: AddCounts = { added: 0, again: 0, known: 0, failed: 0 };
const counted = { added: 'added', 'read again': 'again', known: 'known' } as const;

const isOver = ({ state }: Add): boolean => state !== 'waiting' && state !== 'reading';

/** An add with one more report. */
const withReport = (add: Add, report: AddedReport): Add => {
  const field = counted[report.outcome];
  return {
    ...add,
    progress: null,
    counts: { ...add.counts, [field]: add.counts[field] + 1 },
    reports: [...add.reports, report].slice(0, LISTED),
  };
};

const withFailure = (add: Add, name: string, code: string, message: string): Add => ({
  ...add,
  progress: null,
  counts: { ...add.counts, failed: add.counts.failed + 1 },
  failures: [...add.failures, { name, code, message }].slice(0, LISTED),
});

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

  /** How many more may wait. */
  get room(): number {
    return WAITING - this.#waiting;
  }

  /** Throws 503 where too much waits. */
  checkRoom(): void {
    if (this.room <= 0) throw new Problem(503, 'too-busy', 'Too much waits to be read; try again later.');
  }

  /** Takes something in to be read. Throws 503 where too much waits. */
  take(posted: Posted, { list = null, done }: Taking = {}): Add {
    this.checkRoom();
    const { kind } = posted;
    const add: Add = {
      ...{ id: randomUUID(), name: kind === 'url' ? posted.url : posted.name, kind, list },
      ...{ at: this.#now().toISOString(), state: 'waiting', progress: null, counts: none, reports: [], failures: [] },
    };
    this.#tell(add);
    this.#waiting += 1;
    this.#last = this.#last
      .then(() => this.#work(add.id, posted))
      .then(done)
      .catch(() => undefined);
    return add;
  }

  find(id: string): Add | null {
    return this.#adds.get(id) ?? null;
  }

  /** Gives up what waits or is being read; what was added of it stays. Null for what is not there; what is over stays so. */
  cancel(id: string): Add | null {
    const add = this.find(id);
    return add === null || isOver(add) ? add : this.#tell({ ...add, progress: null, state: 'cancelled' });
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
    // The oldest that is over goes, if there are too many.
    if (this.#adds.size > KEPT) {
      const oldest = [...this.#adds.values()].find(isOver);
      if (oldest !== undefined) this.#adds.delete(oldest.id);
    }
    for (const heard of this.#heard) heard(add);
    return add;
  }

  async #work(id: string, posted: Posted): Promise<void> {
    const isCancelled = (): boolean => (this.find(id)?.state ?? 'cancelled') === 'cancelled';
    const step = (change: (add: Add) => Add): void => {
      const add = this.find(id);
      if (add !== null) this.#tell(change(add));
    };
    if (!isCancelled()) {
      step((add) => ({ ...add, state: 'reading' }));
      try {
        for await (const item of this.#read(posted)) {
          if (isCancelled()) break;
          await this.#take(item, step);
        }
      } catch (error) {
        step((add) => withFailure(add, add.name, 'internal', reasonOf(error)));
      }
    }
    this.#waiting -= 1;
    if (isCancelled()) return;
    step((add) => ({ ...add, progress: null, state: add.reports.length > 0 ? 'done' : 'failed' }));
  }

  async #take(item: ReadPostedItem, step: (change: (add: Add) => Add) => void): Promise<void> {
    const { name } = item;
    if (item.kind === 'progress') {
      step((add) => ({ ...add, progress: { name, done: item.done, total: item.total } }));
    } else if (item.kind === 'failure') {
      await this.#ledger.fail(name, item.code, item.message);
      step((add) => withFailure(add, name, item.code, item.message));
    } else {
      const report: AddedReport =
        item.kind === 'known'
          ? { name, id: item.id, outcome: 'known', title: item.title }
          : { name, ...(await this.#ledger.add(name, item.readout)), title: item.readout.document.title };
      step((add) => withReport(add, report));
    }
  }
}
