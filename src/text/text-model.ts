import { type LinearModel, type LinearModelJson, toLinearModel } from './linear-model.ts';

/** What cutting a text into sentences and words needs to know of a language. */
export interface TextModel {
  readonly tokens: LinearModel;
  readonly sentences: LinearModel;
  /** Abbreviations with their stop, lower case: `sen.`, `a.m.`. */
  readonly abbreviations: ReadonlySet<string>;
  /** Small words that, with a capital, mostly begin a sentence. */
  readonly openers: ReadonlySet<string>;
  /** Words written as one: lower-case form → lengths of its parts (`gonna` → gon|na). */
  readonly contractions: ReadonlyMap<string, readonly number[]>;
}

/** The files of a text model, as `models/en/` holds them. */
export interface TextModelFiles {
  /** `segmenter.json`: trained weights. */
  readonly weights: string;
  /** `words.json`: abbreviations and contractions. */
  readonly words: string;
}

interface WordsJson {
  readonly abbreviations: Readonly<Record<string, readonly string[]>>;
  /** Parts joined by a bar: `gon|na`. */
  readonly contractions: readonly string[];
  readonly openers: readonly string[];
}

/** Words of a language as `words.json` writes them, ready for look-up. */
export const toWords = (json: string): Pick<TextModel, 'abbreviations' | 'contractions' | 'openers'> => {
  const words = JSON.parse(json) as WordsJson;
  const parts = words.contractions.map((entry) => entry.split('|'));
  return {
    abbreviations: new Set(Object.values(words.abbreviations).flat()),
    openers: new Set(words.openers),
    contractions: new Map(parts.map((split) => [split.join(''), split.map((part) => part.length)])),
  };
};

/** The text model of a language from its files. */
export const createTextModel = (files: TextModelFiles): TextModel => {
  const weights = JSON.parse(files.weights) as { tokens: LinearModelJson; sentences: LinearModelJson };
  return {
    ...toWords(files.words),
    tokens: toLinearModel(weights.tokens),
    sentences: toLinearModel(weights.sentences),
  };
};
