/** Runs in a worker thread: loads the graphs it is given and answers one question after another. */
import { parentPort, workerData } from 'node:worker_threads';
import type { WindowBatch } from './attribution/attributions.ts';
import { type Graphs, type Inference, type InferenceInput, loadInference } from './inference.ts';

/** A question to the thread. */
export type Question =
  | { readonly id: number; readonly kind: 'run'; readonly input: InferenceInput }
  | { readonly id: number; readonly kind: 'link'; readonly input: WindowBatch };

/** Its answer: a result, or what went wrong. */
export interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: unknown;
}

const loading = loadInference(workerData as Graphs);
// Whoever asks first is told why loading failed; without a question nobody needs to know.
loading.catch(() => undefined);

/** The memory of typed arrays, to be handed over instead of copied. */
const buffersOf = (result: unknown): ArrayBuffer[] => {
  const values = ArrayBuffer.isView(result) ? [result] : Object.values(result as object);
  return values.flatMap((value) => (ArrayBuffer.isView(value) ? [value.buffer as ArrayBuffer] : []));
};

const answer = (inference: Inference, question: Question): Promise<unknown> =>
  question.kind === 'run' ? inference.run(question.input) : inference.link(question.input);

parentPort?.on('message', async (question: Question) => {
  try {
    const result = await answer(await loading, question);
    parentPort?.postMessage({ id: question.id, result } satisfies Answer, buffersOf(result));
  } catch (error) {
    parentPort?.postMessage({ id: question.id, error } satisfies Answer);
  }
});
