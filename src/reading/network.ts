import { Worker } from 'node:worker_threads';
import type { WindowBatch, WindowScores } from './attribution/attributions.ts';
import type { Batch } from './batch.ts';
import type { Graphs, InferenceOutput } from './inference.ts';
import type { Answer, Question } from './inference-thread.ts';

/** The network, ready to run. */
export interface Network {
  /** How many batches it works on at once. */
  readonly threads: number;
  /** Every array of what it says is row-major over [sentence, word, …], word 0 the root. */
  readonly run: (batch: Batch) => Promise<InferenceOutput>;
  /** The parts of attributions in a batch of windows, whose memory is the network's from then on. */
  readonly link: (batch: WindowBatch) => Promise<WindowScores>;
  readonly release: () => Promise<void>;
}

/** One thread for each core that reading is meant for; a run of the inference runtime blocks the thread it is called on. */
const THREADS = 2;

type Unnumbered<Kind> = Kind extends Question ? Omit<Kind, 'id'> : never;

interface Thread {
  readonly waiting: () => number;
  /** Asks; the memory in `handed` is the thread's from then on. */
  readonly ask: (question: Unnumbered<Question>, handed?: ArrayBuffer[]) => Promise<unknown>;
  readonly end: () => Promise<void>;
}

interface Asker {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

const threadFile = (): URL => {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./inference-thread.${extension}`, import.meta.url);
};

/** Starts a thread, to be asked something at once: it keeps the process alive from here until its last answer. */
const startThread = (graphs: Graphs): Thread => {
  const worker = new Worker(threadFile(), { workerData: graphs });
  const askers = new Map<number, Asker>();
  let next = 0;
  const settle = (id: number): Asker | undefined => {
    const asker = askers.get(id);
    askers.delete(id);
    if (askers.size === 0) worker.unref();
    return asker;
  };
  const failAll = (error: unknown): void => {
    for (const id of [...askers.keys()]) settle(id)?.reject(error);
  };
  worker.on('message', ({ id, result, error }: Answer) => {
    const asker = settle(id);
    if (error === undefined) asker?.resolve(result);
    else asker?.reject(error);
  });
  worker.on('error', failAll);
  worker.on('exit', () => failAll(new Error('the thread that runs the network has ended')));
  return {
    waiting: () => askers.size,
    ask: (question, handed = []) =>
      new Promise((resolve, reject) => {
        next += 1;
        askers.set(next, { resolve, reject });
        worker.ref();
        worker.postMessage({ ...question, id: next }, handed);
      }),
    end: async () => {
      await worker.terminate();
    },
  };
};

/**
 * Runs the graphs of a model in threads of their own, each started when the others are busy: a short report needs but one.
 * Bytes that are no graph make the first run fail.
 */
export const loadNetwork = ({ reader, labels, attributions }: Graphs): Network => {
  const threads: Thread[] = [];
  const start = (): Thread => {
    const thread = startThread({ reader, labels, attributions });
    threads.push(thread);
    return thread;
  };
  const idlest = (): Thread => {
    const [first, ...others] = threads;
    const best = others.reduce(
      (idle, each) => (idle !== undefined && idle.waiting() <= each.waiting() ? idle : each),
      first,
    );
    const isFree = best !== undefined && (best.waiting() === 0 || threads.length >= THREADS);
    return isFree ? best : start();
  };
  const run = async ({ sentences, ...arrays }: Batch): Promise<InferenceOutput> => {
    const words = Int32Array.from(sentences, ({ first }) => first.length);
    const input = { ...arrays, size: sentences.length, words };
    return (await idlest().ask({ kind: 'run', input })) as InferenceOutput;
  };
  const link = async (input: WindowBatch): Promise<WindowScores> => {
    const handed = [input.states.buffer, input.features.buffer] as ArrayBuffer[];
    return (await idlest().ask({ kind: 'link', input }, handed)) as WindowScores;
  };
  const release = async (): Promise<void> => {
    await Promise.all(threads.map((thread) => thread.end()));
  };
  return { threads: THREADS, run, link, release };
};
