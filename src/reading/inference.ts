import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { WindowBatch, WindowScores } from './attribution/attributions.ts';
import { FEATURES } from './attribution/window.ts';

/** The graphs of a model. */
export interface Graphs {
  readonly reader: Uint8Array;
  readonly labels: Uint8Array;
  readonly attributions: Uint8Array;
}

/** A batch as plain arrays: `pieces` and `shapes` [size, pieceWidth], `first` and `last` [size, wordWidth]. */
export interface InferenceInput {
  readonly size: number;
  readonly pieceWidth: number;
  readonly wordWidth: number;
  readonly pieces: Int32Array;
  readonly shapes: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** What the reader graph says of a batch, row-major over [sentence, word, …], word 0 the root. */
export interface InferenceOutput {
  readonly upos: Int32Array;
  readonly feats: Int32Array;
  readonly lemmas: Int32Array;
  /** [sentence, dependent, head]. */
  readonly arcs: Float32Array;
  /** Log probabilities [sentence, word, tag]. */
  readonly entities: Float32Array;
  readonly attribution: Float32Array;
  /** States that the label graph takes, [sentence, word, state]. */
  readonly dependents: Float32Array;
  readonly heads: Float32Array;
  /** States that the attribution graph takes, [sentence, word, state]. */
  readonly links: Float32Array;
  /** Probability that a word carries the cue of an attribution, [sentence, word]. */
  readonly anchors: Float32Array;
}

/** What the label graph takes: the states of a batch and the chosen head of each word. */
export interface LabelInput {
  readonly size: number;
  readonly wordWidth: number;
  readonly dependents: Float32Array;
  readonly heads: Float32Array;
  readonly chosen: Int32Array;
}

/** The graphs, loaded; each run keeps its thread until it is done. */
export interface Inference {
  readonly run: (input: InferenceInput) => Promise<InferenceOutput>;
  readonly label: (input: LabelInput) => Promise<Int32Array>;
  readonly link: (input: WindowBatch) => Promise<WindowScores>;
}

const OPTIONS: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  graphOptimizationLevel: 'all',
  executionMode: 'sequential',
  logSeverityLevel: 3,
};

const int32 = (data: Int32Array, ...dims: number[]): Tensor => new Tensor('int32', data, dims);

const link = async (
  graph: InferenceSession,
  { size, width, states, features, lengths, anchors }: WindowBatch,
): Promise<WindowScores> => {
  const output = await graph.run({
    states: new Tensor('float32', states, [size, width, states.length / (size * width)]),
    features: int32(features, size, FEATURES, width),
    lengths: int32(lengths, size),
    anchors: int32(anchors, size),
  });
  return { tags: output.tags?.data as Float32Array, valid: output.valid?.data as Float32Array };
};

/** Loads the graphs; throws where the bytes are none. */
export const loadInference = async ({ reader, labels, attributions }: Graphs): Promise<Inference> => {
  const [readerGraph, labelGraph, linkGraph] = await Promise.all([
    InferenceSession.create(reader, OPTIONS),
    InferenceSession.create(labels, OPTIONS),
    InferenceSession.create(attributions, OPTIONS),
  ]);
  return {
    link: (batch) => link(linkGraph, batch),
    run: async ({ size, pieceWidth, wordWidth, pieces, shapes, first, last }) => {
      const output = await readerGraph.run({
        pieces: int32(pieces, size, pieceWidth),
        shapes: int32(shapes, size, pieceWidth),
        first: int32(first, size, wordWidth),
        last: int32(last, size, wordWidth),
      });
      const ints = (name: string): Int32Array => output[name]?.data as Int32Array;
      const floats = (name: string): Float32Array => output[name]?.data as Float32Array;
      return {
        upos: ints('upos'),
        feats: ints('feats'),
        lemmas: ints('lemmas'),
        arcs: floats('arcs'),
        entities: floats('entities'),
        attribution: floats('attribution'),
        dependents: floats('dependents'),
        heads: floats('heads'),
        links: floats('links'),
        anchors: floats('anchors'),
      };
    },
    label: async ({ size, wordWidth, dependents, heads, chosen }) => {
      const width = dependents.length / (size * wordWidth);
      const output = await labelGraph.run({
        dependents: new Tensor('float32', dependents, [size, wordWidth, width]),
        heads: new Tensor('float32', heads, [size, wordWidth, width]),
        chosen: int32(chosen, size, wordWidth),
      });
      return output.deprels?.data as Int32Array;
    },
  };
};
