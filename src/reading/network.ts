import { Worker } from 'node:worker_threads';
import type { WindowBatch, WindowScores } from './attribution/attributions.ts';
import type { Batch } from './batch.ts';
import type { Graphs, InferenceOutput } from './inference.ts';
import type { Answer, Question } from './inference-thread.ts';

/** What the network says of a batch; every array is row-major over [sentence, word, …], word 0 the root. */
export interface NetworkOutput extends Omit<InferenceOutput, 'dependents' | 'heads'> {
  /** Relations of all words, once their heads ([sentence, word], 0 the root) are chosen. */
  readonly label: (heads: Int32Array) => Promise<Int32Array>;
}

/** The network, ready to run. */
export interface Network {
  /** How many batches it works on at once. */
  readonly threads: number;
  readonly run: (batch: Batch) => Promise<NetworkOutput>;
  /** The parts of attributions in a batch of windows. */
  readonly link: (batch: WindowBatch) => Promise<WindowScores>;
  readonly release: () => Promise<void>;
}

/** One thread for each core that reading is meant for; a run of the inference runtime blocks the thread it is called on. */
const THREADS = 2;

type Unnumbered<Kind> = Kind extends Question ? Omit<Kind, 'id'> : never;

interface Thread {
  readonly waiting: () => number;
  readonly ask: (question: Unnumbered<Question>) => Promise<unknown>;
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
    ask: (question) =>
      new Promise((resolve, reject) => {
        next += 1;
        askers.set(next, { resolve, reject });
        worker.ref();
        worker.postMessage({ ...question, id: next });
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
  const run = async (batch: Batch): Promise<NetworkOutput> => {
    const thread = idlest();
    const size = batch.sentences.length;
    const { pieceWidth, wordWidth, pieces, shapes, first, last } = batch;
    const input = { size, pieceWidth, wordWidth, pieces, shapes, first, last };
    const { dependents, heads, ...output } = (await thread.ask({ kind: 'run', input })) as InferenceOutput;
    return {
      ...output,
      label: async (chosen) => {
        const question = { kind: 'label', input: { size, wordWidth, dependents, heads, chosen } } as const;
        return (await thread.ask(question)) as Int32Array;
      },
    };
  };
  const link = async (input: WindowBatch): Promise<WindowScores> =>
    (await idlest().ask({ kind: 'link', input })) as WindowScores;
  const release = async (): Promise<void> => {
    await Promise.all(threads.map((thread) => thread.end()));
  };
  return { threads: THREADS, run, link, release };
};
