import type { Codebook, EventEntry } from '../../codebook/index.ts';
import { type ParsedSentence, type Tree, treeOf } from '../../reading/index.ts';
import type { Noticed, Verdict } from './watch.ts';
import { lemmasAt, type Word } from './words.ts';

/** A pattern at a word: what became of it, or how it has the word where it was not even tried ("break off", a verb). */
export interface Attempt {
  readonly entry: EventEntry;
  readonly verdict: Verdict | Unmatched;
}

/** The pattern knows the word, but as another part of speech or within a phrase that does not stand here. */
export interface Unmatched {
  readonly kind: 'elsewhere';
  readonly phrase: string;
  readonly part: 'verb' | 'noun' | 'adjective';
}

const PARTS = [
  ['verb', (entry: EventEntry) => entry.verbs ?? []],
  ['noun', (entry: EventEntry) => entry.nouns ?? []],
  ['adjective', (entry: EventEntry) => entry.adjectives ?? []],
] as const;

/** The word of a phrase that carries it: the first of a verb ("break | off"), the last of others ("air | strike"). */
const carriesPhrase = (phrase: string, part: Unmatched['part'], lemmas: readonly string[]): boolean => {
  const words = phrase.split(/[ -]/);
  return lemmas.includes((part === 'verb' ? words[0] : words.at(-1)) ?? '');
};

/** Patterns of the codebook that have a word in common with a place of a sentence. */
const patternsSharing = (tree: Tree, word: Word, codebook: Codebook): Attempt[] => {
  const lemmas = lemmasAt(tree, word);
  return codebook.events.flatMap((entry) => {
    for (const [part, wordsOf] of PARTS) {
      const phrase = wordsOf(entry).find((each) => carriesPhrase(each, part, lemmas));
      if (phrase !== undefined) return [{ entry, verdict: { kind: 'elsewhere', phrase, part } }];
    }
    return [];
  });
};

/** All patterns that share a word with a place of a sentence, with what became of each: of several verdicts the last. */
export const attemptsOf = (
  sentence: ParsedSentence,
  word: Word,
  noticed: readonly Noticed[],
  codebook: Codebook,
): Attempt[] => {
  const tried = new Map(noticed.map(({ entry, verdict }) => [entry, verdict]));
  const sharing = patternsSharing(treeOf(sentence), word, codebook).filter(({ entry }) => !tried.has(entry));
  return [...[...tried].map(([entry, verdict]) => ({ entry, verdict })), ...sharing];
};
