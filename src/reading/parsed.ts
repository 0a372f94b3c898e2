import type { Sentence, Span, Token } from '../text/index.ts';

/** The seventeen universal parts of speech. */
export type Upos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** A word with its Universal Dependencies annotation. */
export interface ParsedToken extends Token {
  readonly lemma: string;
  readonly upos: Upos;
  /** Universal features, `{ Tense: 'Past' }`. */
  readonly feats: Readonly<Record<string, string>>;
  /** Index of the head in the same sentence; -1 for the root. */
  readonly head: number;
  /** Universal dependency relation with its subtype, `nsubj:pass`. */
  readonly deprel: string;
}

/** The classes of named entities (those of the Worldwide newswire corpus). */
export type EntityKind =
  | 'person'
  | 'organization'
  | 'location'
  | 'facility'
  | 'norp'
  | 'date'
  | 'money'
  | 'product'
  | 'misc';

/** A named entity: words `[first, last]` of its sentence. */
export interface Entity extends Span {
  readonly kind: EntityKind;
  readonly first: number;
  readonly last: number;
}

/** The parts of an attribution that the network marks (PolNeAR). */
export type AttributionRole = 'source' | 'cue' | 'content';

/** A run of words that the network takes for a part of an attribution. */
export interface AttributionTag extends Span {
  readonly role: AttributionRole;
  readonly first: number;
  readonly last: number;
}

/** An attribution whose parts the network links (PolNeAR): who is its source, what carries it, and what is attributed. */
export interface Attribution {
  /** The word of its sentence that the cue hangs on. */
  readonly anchor: number;
  /** Probability that there is an attribution at all, 0–1. */
  readonly score: number;
  readonly source: Span | null;
  readonly cue: Span;
  /** One piece or two, in text order; it may reach into sentences around. */
  readonly content: readonly Span[];
}

/** A sentence with everything that one pass of the network says about it. */
export interface ParsedSentence extends Omit<Sentence, 'tokens'> {
  readonly tokens: readonly ParsedToken[];
  readonly entities: readonly Entity[];
  readonly attribution: readonly AttributionTag[];
  /** Those whose cue stands in this sentence; empty where the reader was told of no quotations. */
  readonly attributions: readonly Attribution[];
}
