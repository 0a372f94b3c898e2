import type { Token } from '../text/index.ts';
import { NO_WORD, shapeOf } from './shape.ts';
import { CLS, SEP, type WordPieces } from './word-pieces.ts';

/** A sentence as the network takes it: pieces of its words between [CLS] and [SEP]. */
export interface EncodedSentence {
  /** Where the caller keeps the sentence. */
  readonly index: number;
  readonly pieces: readonly number[];
  readonly shapes: readonly number[];
  /** First and last piece of each word; word 0 is the root, at [CLS]. */
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/** Sentences of like length, padded to the longest: `pieces` and `shapes` [size, pieces], `first` and `last` [size, words]. */
export interface Batch {
  readonly sentences: readonly EncodedSentence[];
  readonly pieceWidth: number;
  readonly wordWidth: number;
  readonly pieces: Int32Array;
  readonly shapes: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** The network has this many positions. */
export const MOST_POSITIONS = 512;

/** Encodes the words of one sentence; where they do not fit, each word is cut to its first piece. */
export const encodeSentence = (index: number, tokens: readonly Token[], wordPieces: WordPieces): EncodedSentence => {
  const all = tokens.map((token) => wordPieces(token.text));
  const size = all.reduce((sum, pieces) => sum + pieces.length, 2);
  const kept = size > MOST_POSITIONS ? all.map((pieces) => pieces.slice(0, 1)) : all;
  const pieces = [CLS];
  const shapes: number[] = [NO_WORD];
  const first = [0];
  const last = [0];
  for (const [word, ids] of kept.entries()) {
    const shape = shapeOf(tokens[word]?.text ?? '');
    first.push(pieces.length);
    for (const id of ids) {
      pieces.push(id);
      shapes.push(shape);
    }
    last.push(pieces.length - 1);
  }
  pieces.push(SEP);
  shapes.push(NO_WORD);
  return { index, pieces, shapes, first, last };
};

const pad = (rows: readonly (readonly number[])[], width: number): Int32Array => {
  const flat = new Int32Array(rows.length * width);
  for (const [row, values] of rows.entries()) flat.set(values, row * width);
  return flat;
};

const toBatch = (sentences: readonly EncodedSentence[]): Batch => {
  const pieceWidth = Math.max(...sentences.map((sentence) => sentence.pieces.length));
  const wordWidth = Math.max(...sentences.map((sentence) => sentence.first.length));
  return {
    sentences,
    pieceWidth,
    wordWidth,
    pieces: pad(
      sentences.map((sentence) => sentence.pieces),
      pieceWidth,
    ),
    shapes: pad(
      sentences.map((sentence) => sentence.shapes),
      pieceWidth,
    ),
    first: pad(
      sentences.map((sentence) => sentence.first),
      wordWidth,
    ),
    last: pad(
      sentences.map((sentence) => sentence.last),
      wordWidth,
    ),
  };
};

/** Groups sentences of like length so that no batch has more than `budget` pieces, padding included. */
export const toBatches = (sentences: readonly EncodedSentence[], budget: number): Batch[] => {
  const sorted = [...sentences].sort((a, b) => a.pieces.length - b.pieces.length || a.index - b.index);
  const batches: Batch[] = [];
  let group: EncodedSentence[] = [];
  for (const sentence of sorted) {
    if (group.length > 0 && sentence.pieces.length * (group.length + 1) > budget) {
      batches.push(toBatch(group));
      group = [];
    }
    group.push(sentence);
  }
  if (group.length > 0) batches.push(toBatch(group));
  return batches;
};
