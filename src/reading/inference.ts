import { InferenceSession, Tensor } from 'onnxruntime-node';
import { decodeArcs } from './arcs.ts';
import type { WindowBatch, WindowScores } from './attribution/attributions.ts';
import { FEATURES } from './attribution/window.ts';
import { signWeights, sumsSignedExactly } from './weights.ts';

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
  /** Words of each sentence, the root among them, [size]. */
  readonly words: Int32Array;
}

/** What the reader graph says of a batch, row-major over [sentence, word, …], word 0 the root. */
export interface InferenceOutput {
  readonly upos: Int32Array;
  readonly feats: Int32Array;
  readonly lemmas: Int32Array;
  /** Which word each hangs on, the root being 0: the likeliest tree of each sentence. */
  readonly chosen: Int32Array;
  /** The relations to those. */
  readonly deprels: Int32Array;
  /** Log probabilities [sentence, word, tag]. */
  readonly entities: Float32Array;
  readonly attribution: Float32Array;
  /** States that the attribution graph takes, [sentence, word, state]. */
  readonly links: Float32Array;
  /** Probability that a word carries the cue of an attribution, [sentence, word]. */
  readonly anchors: Float32Array;
}

/** The graphs, loaded; each run keeps its thread until it is done. */
export interface Inference {
  readonly run: (input: InferenceInput) => Promise<InferenceOutput>;
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

type Output = Awaited<ReturnType<InferenceSession['run']>>;

/** The likeliest trees of a batch, and the relations that the label graph gives to their arcs. */
const treesOf = async (
  graph: InferenceSession,
  { size, wordWidth, words }: InferenceInput,
  { arcs, dependents, heads }: Output,
): Promise<Pick<InferenceOutput, 'chosen' | 'deprels'>> => {
  if (dependents === undefined || heads === undefined) throw new Error('the reader graph gives no states of words');
  const chosen = new Int32Array(size * wordWidth);
  const scores = arcs?.data as Float32Array;
  for (const [row, own] of words.entries()) {
    const from = row * wordWidth * wordWidth;
    chosen.set(decodeArcs({ scores, from, stride: wordWidth, size: own }), row * wordWidth);
  }
  const { deprels } = await graph.run({ dependents, heads, chosen: int32(chosen, size, wordWidth) });
  return { chosen, deprels: deprels?.data as Int32Array };
};

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

const open = (graph: Uint8Array): Promise<InferenceSession> => InferenceSession.create(graph, OPTIONS);

/** Loads the graphs, whose bytes are changed to what this processor reads fastest; throws where the bytes are none. */
export const loadInference = async ({ reader, labels, attributions }: Graphs): Promise<Inference> => {
  if (await sumsSignedExactly(open)) for (const graph of [reader, labels, attributions]) signWeights(graph);
  const [readerGraph, labelGraph, linkGraph] = await Promise.all([open(reader), open(labels), open(attributions)]);
  return {
    link: (batch) => link(linkGraph, batch),
    run: async (input) => {
      const { size, pieceWidth, wordWidth, pieces, shapes, first, last } = input;
      const output = await readerGraph.run({
        pieces: int32(pieces, size, pieceWidth),
        shapes: int32(shapes, size, pieceWidth),
        first: int32(first, size, wordWidth),
        last: int32(last, size, wordWidth),
      });
      const ints = (name: string): Int32Array => output[name]?.data as Int32Array;
      const floats = (name: string): Float32Array => output[name]?.data as Float32Array;
      return {
        ...(await treesOf(labelGraph, input, output)),
        upos: ints('upos'),
        feats: ints('feats'),
        lemmas: ints('lemmas'),
        entities: floats('entities'),
        attribution: floats('attribution'),
        links: floats('links'),
        anchors: floats('anchors'),
      };
    },
  };
};
