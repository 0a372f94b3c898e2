import { Worker } from 'node:worker_threads';
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

/** Starts a thread. It keeps the process alive only while it is asked something. */
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
  worker.unref();
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

/** Loads the graphs of a model in threads of their own. Bytes that are no graph make the first run fail. */
export const loadNetwork = ({ reader, labels }: Graphs): Network => {
  const threads = Array.from({ length: THREADS }, () => startThread({ reader, labels }));
  const idlest = (): Thread => threads.reduce((best, each) => (each.waiting() < best.waiting() ? each : best));
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
  const release = async (): Promise<void> => {
    await Promise.all(threads.map((thread) => thread.end()));
  };
  return { threads: THREADS, run, release };
};
