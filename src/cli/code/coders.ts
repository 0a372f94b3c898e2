import { Worker } from 'node:worker_threads';
import type { Coded, Task, ThreadData } from './code-thread.ts';
import type { NumberedLine } from './lines.ts';

interface Coder {
  readonly worker: Worker;
  /** Lines that it has been given and not answered. */
  waiting: number;
}

/** Lines that wait at one thread, so that it never waits for the next. */
const QUEUE = 3;

/** Threads that code lines. Answers come in the order of the lines, whichever thread made them. */
export class Coders {
  readonly #coders: readonly Coder[];
  readonly #asked = new Map<number, (answer: string) => void>();
  /** Rejects once a thread has ended by itself: nothing can be coded any more. */
  readonly #failed: Promise<never>;

  private constructor(workers: readonly Worker[]) {
    this.#coders = workers.map((worker) => ({ worker, waiting: 0 }));
    this.#failed = new Promise((_, failed) => {
      for (const coder of this.#coders) {
        coder.worker.on('message', (coded: Coded) => this.#settle(coder, coded));
        coder.worker.on('error', failed);
        coder.worker.on('exit', (code) => failed(new Error(`a thread that codes has ended (${code})`)));
      }
    });
    this.#failed.catch(() => {});
  }

  /** Starts threads; rejects with what keeps the first of them from starting (a codebook that is wrong). */
  static async open(threads: number, data: ThreadData): Promise<Coders> {
    const file = new URL('./code-thread.ts', import.meta.url);
    const workers = Array.from({ length: threads }, () => new Worker(file, { workerData: data }));
    try {
      await Promise.all(
        workers.map((worker) => new Promise((ready, failed) => worker.once('message', ready).once('error', failed))),
      );
    } catch (error) {
      await Promise.all(workers.map((worker) => worker.terminate()));
      throw error;
    }
    return new Coders(workers);
  }

  #settle(coder: Coder, { number, answer }: Coded): void {
    coder.waiting -= 1;
    this.#asked.get(number)?.(answer);
    this.#asked.delete(number);
  }

  /** Gives a line to the thread that has the fewest. */
  #ask(number: number, line: string): Promise<string> {
    const free = this.#coders.reduce((best, coder) => (coder.waiting < best.waiting ? coder : best));
    free.waiting += 1;
    const answer = new Promise<string>((done) => this.#asked.set(number, done));
    free.worker.postMessage({ number, line } satisfies Task);
    return Promise.race([answer, this.#failed]);
  }

  /** Writes an answer for each line, in their order, each as soon as it is there. So many lines are under way as the threads hold. */
  async code(lines: AsyncIterable<NumberedLine>, write: (answer: string) => Promise<void>): Promise<void> {
    const underWay: Promise<void>[] = [];
    let written = Promise.resolve();
    for await (const { number, line } of lines) {
      const [before, answer] = [written, this.#ask(number, line)];
      answer.catch(() => {});
      written = before.then(async () => write(await answer));
      // Told to whoever awaits it, here or at the end.
      written.catch(() => {});
      underWay.push(written);
      if (underWay.length >= this.#coders.length * QUEUE) await underWay.shift();
    }
    await written;
  }

  async close(): Promise<void> {
    await Promise.all(this.#coders.map(({ worker }) => worker.terminate()));
  }
}
