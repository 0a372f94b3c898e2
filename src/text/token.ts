import type { Span } from './span.ts';

/**
 * A syntactic word of Universal Dependencies. The words of a multiword token ("do|n't") share its range between them,
 * so tokens never overlap and every character that is not white space belongs to exactly one.
 */
export interface Token extends Span {
  /** The words as they stand in the text: `document.text.slice(start, end)`. */
  readonly text: string;
  /** The whole multiword token that this word is part of, if it is part of one. */
  readonly multiword?: Span;
}

/** A sentence and its words; it starts at its first word and ends with its last. */
export interface Sentence extends Span {
  readonly tokens: readonly Token[];
  /** Index into `document.blocks` of the block that holds it. */
  readonly block: number;
}
