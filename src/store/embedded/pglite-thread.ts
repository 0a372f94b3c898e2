import { Worker } from 'node:worker_threads';
import { DatabaseError } from '../database-error.ts';
import type { FromWorker, Statement, ToWorker } from './pglite-worker.ts';

/** What a query gives. */
export interface QueryRows {
  readonly rows: readonly unknown[];
  readonly affected: number;
}

type Waiting = { readonly done: (rows: QueryRows) => void; readonly failed: (error: Error) => void };
type Question = ToWorker extends infer One ? (One extends ToWorker ? Omit<One, 'id'> : never) : never;

/** PGlite in a thread of its own. Queries are answered one after the other, in the order in which they are asked. */
export class PgliteThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #later: Statement[] = [];
  #next = 1;
  /** Why nothing is answered any more. */
  #ended: Error | null = null;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (answer: FromWorker) => this.#settle(answer));
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', () => this.#fail(new Error('the thread of the database has ended')));
  }

  /** Opens the database in a folder, or makes it. Rejects where PostgreSQL cannot start on what is there. */
  static async open(folder: string): Promise<PgliteThread> {
    const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData: { folder } });
    const thread = new PgliteThread(worker);
    await new Promise<QueryRows>((done, failed) => thread.#waiting.set(0, { done, failed }));
    return thread;
  }

  /** Runs a statement behind all that were left for later. What one of them fails of is what this rejects with. */
  query(sql: string, parameters: readonly unknown[] = []): Promise<QueryRows> {
    const statements = [...this.#later, { sql, parameters }];
    this.#later = [];
    return this.#ask({ kind: 'query', statements });
  }

  /** Leaves a statement of which nothing is to be known until it goes with the next query: waking the thread takes longer than many do. */
  later(sql: string, parameters: readonly unknown[] = []): void {
    this.#later.push({ sql, parameters });
  }

  /** Gives up what was left for later: it is not run. */
  forget(): void {
    this.#later = [];
  }

  async close(): Promise<void> {
    if (this.#ended !== null) return;
    const ended = new Promise<void>((done) => {
      this.#worker.once('exit', () => done());
    });
    await this.#ask({ kind: 'close' });
    await ended;
  }

  #ask(question: Question): Promise<QueryRows> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    const id = this.#next;
    this.#next += 1;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      this.#worker.postMessage({ ...question, id } satisfies ToWorker);
    });
  }

  #settle({ id, rows, affected, error }: FromWorker): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === null) waiting?.done({ rows, affected });
    else waiting?.failed(new DatabaseError(error.message, error.code));
  }

  #fail(error: unknown): void {
    const failure = error instanceof Error ? error : new Error(String(error));
    this.#ended ??= failure;
    for (const { failed } of this.#waiting.values()) failed(this.#ended);
    this.#waiting.clear();
  }
}
