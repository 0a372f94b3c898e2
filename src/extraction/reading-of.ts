import type { ParsedSentence } from '../reading/index.ts';
import type { Document, Evidence } from '../text/index.ts';
import type { Actor, Statement } from './records.ts';

/** A document as it has been read: what every finder starts from. */
export interface ReadDocument {
  /** Id of the document (SHA-256 of its text). */
  readonly id: string;
  readonly document: Document;
  readonly sentences: readonly ParsedSentence[];
}

/** A word of a read document. */
export interface TokenRef {
  /** Index into `sentences`. */
  readonly sentence: number;
  /** Index into the sentence's tokens. */
  readonly token: number;
}

/** Places that are actors for those who live there: something is done to them, and they do and say nothing. */
export interface Grounds {
  readonly ids: ReadonlySet<string>;
  readonly at: (ref: TokenRef) => readonly string[];
}

/** The actors of a document and who each word refers to. */
export interface ActorIndex {
  /** All of them, places among them. */
  readonly actors: readonly Actor[];
  /**
   * The actors that the noun phrase headed by this word refers to (several for "they" or a coordination),
   * empty where the text leaves it open.
   */
  readonly actorsAt: (ref: TokenRef) => readonly string[];
  readonly grounds: Grounds;
}

/** A statement with the words it was found at, for the finders that come after. */
export interface FoundStatement {
  readonly statement: Statement;
  /** The head word of the cue. */
  readonly cue: TokenRef;
  /** The head word of the source, if there is one. */
  readonly source: TokenRef | null;
  readonly content: readonly Evidence[];
}
