import type { Upos } from './parsed.ts';

/** The files of a model, as `models/en/` holds them; the caller reads them. */
export interface ModelFiles {
  /** `reader.onnx`: the encoder and its heads. */
  readonly reader: Uint8Array;
  /** `labels.onnx`: relations for chosen heads. */
  readonly labels: Uint8Array;
  /** `attributions.onnx`: the parts of an attribution, for a word that may carry its cue. */
  readonly attributions: Uint8Array;
  /** `vocabulary.txt`: word pieces, one a line. */
  readonly vocabulary: string;
  /** `labels.json`: the classes of every head, in order. */
  readonly tables: string;
  /** `lemmas.tsv`: known lemmas by form and part of speech. */
  readonly lemmas: string;
}

/** The classes of every head. */
export interface LabelTables {
  readonly upos: readonly Upos[];
  /** `UPOS|Feat=Value|…`; `_` for none. */
  readonly feats: readonly string[];
  readonly lemmas: readonly string[];
  readonly deprels: readonly string[];
  readonly entities: readonly string[];
  readonly attribution: readonly string[];
}

/** Reads `labels.json`. */
export const toLabelTables = (json: string): LabelTables => JSON.parse(json) as LabelTables;

/** `VERB|Mood=Ind|Tense=Past` → `{ Mood: 'Ind', Tense: 'Past' }`. */
export const toFeats = (label: string): Readonly<Record<string, string>> => {
  const pairs = label.split('|').slice(1);
  return Object.freeze(
    Object.fromEntries(
      pairs.filter((pair) => pair.includes('=')).map((pair) => pair.split('=', 2) as [string, string]),
    ),
  );
};
