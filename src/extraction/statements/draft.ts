import type { Cue } from '../../codebook/index.ts';
import type { Span } from '../../text/index.ts';
import type { Quotation, SpeechAct } from '../records.ts';

/** A statement as a construction finds it, before speakers, channels and quotations are looked at. */
export interface Draft {
  readonly rule: string;
  readonly sentence: number;
  /** The word that carries the cue; channel, addressee and time hang on it. */
  readonly cueHead: number;
  readonly cue: Span;
  readonly sourceHead: number | null;
  readonly source: Span | null;
  readonly content: readonly Span[];
  readonly act: SpeechAct;
  readonly attitude: boolean;
  readonly entry: Cue | undefined;
  readonly addresseeHead: number | null;
  /** Channels that the parser hung on the content instead of the cue. */
  readonly strayed?: readonly number[];
  /** Set where the construction itself says so: all of a transcript's turn is direct speech. */
  readonly quotation?: Quotation;
  /** Who speaks, where the words of the source alone do not tell. */
  readonly speaker?: string | null;
}

/** A draft of a neutral statement, with what its construction says of it. */
export const draft = (
  parts: Pick<Draft, 'rule' | 'sentence' | 'cueHead' | 'cue' | 'sourceHead' | 'source' | 'content'> & Partial<Draft>,
): Draft => ({
  act: 'say',
  attitude: false,
  entry: undefined,
  addresseeHead: null,
  ...parts,
});
