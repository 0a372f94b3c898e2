import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Batch } from './batch.ts';
import type { ModelFiles } from './model.ts';

/** What the network says of a batch; every array is row-major over [sentence, word, …], word 0 the root. */
export interface NetworkOutput {
  readonly upos: Int32Array;
  readonly feats: Int32Array;
  readonly lemmas: Int32Array;
  /** [sentence, dependent, head]. */
  readonly arcs: Float32Array;
  /** Log probabilities [sentence, word, tag]. */
  readonly entities: Float32Array;
  readonly attribution: Float32Array;
  /** Relations of all words, once their heads ([sentence, word], 0 the root) are chosen. */
  readonly label: (heads: Int32Array) => Promise<Int32Array>;
}

/** The network, ready to run. */
export interface Network {
  readonly run: (batch: Batch) => Promise<NetworkOutput>;
  readonly release: () => Promise<void>;
}

const int32 = (data: Int32Array, ...dims: number[]): Tensor => new Tensor('int32', data, dims);

/** Loads the two graphs of a model. Each run keeps to one thread; two runs at once use two cores. */
export const loadNetwork = async (files: Pick<ModelFiles, 'reader' | 'labels'>): Promise<Network> => {
  const options: InferenceSession.SessionOptions = {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    executionMode: 'sequential',
    logSeverityLevel: 3,
  };
  const [reader, labels] = await Promise.all([
    InferenceSession.create(files.reader, options),
    InferenceSession.create(files.labels, options),
  ]);
  const run = async (batch: Batch): Promise<NetworkOutput> => {
    const size = batch.sentences.length;
    const output = await reader.run({
      pieces: int32(batch.pieces, size, batch.pieceWidth),
      shapes: int32(batch.shapes, size, batch.pieceWidth),
      first: int32(batch.first, size, batch.wordWidth),
      last: int32(batch.last, size, batch.wordWidth),
    });
    const ints = (name: string): Int32Array => output[name]?.data as Int32Array;
    const floats = (name: string): Float32Array => output[name]?.data as Float32Array;
    const { dependents, heads: headStates } = output;
    if (dependents === undefined || headStates === undefined)
      throw new Error('models/en/reader.onnx lacks its outputs: export it again');
    return {
      upos: ints('upos'),
      feats: ints('feats'),
      lemmas: ints('lemmas'),
      arcs: floats('arcs'),
      entities: floats('entities'),
      attribution: floats('attribution'),
      label: async (heads) => {
        const chosen = int32(heads, size, batch.wordWidth);
        const result = await labels.run({ dependents, heads: headStates, chosen });
        return result.deprels?.data as Int32Array;
      },
    };
  };
  return {
    run,
    release: async () => {
      await Promise.all([reader.release(), labels.release()]);
    },
  };
};
