import type { Codebook } from '../../codebook/index.ts';
import { type ParsedSentence, treeOf } from '../../reading/index.ts';
import type { Event, Realis } from '../records.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { realisOf } from './realis.ts';
import { tokenAt, type Word } from './words.ts';

/** What decided how an event stands. */
export interface WhyRealis {
  /**
   * `entry`: the pattern of the event says so; `word`: a word of the sentence; `ahead`: its time lies ahead; `belief`: who tells
   * it only believes it; `refusal`: "will not", which makes it another event; `none`: nothing speaks against it.
   */
  readonly by: 'entry' | 'word' | 'ahead' | 'belief' | 'refusal' | 'none';
  /** The word, as an index of the sentence. */
  readonly word: Word | null;
  /** Entry of the section `realis` that knows the word; null for a plain "not". */
  readonly entry: string | null;
}

interface Note {
  readonly word: Word;
  readonly entry: string | null;
  readonly gives: readonly (Realis | undefined)[];
}

type Entries = ReturnType<Lexicon['realisAt']>;

/** The lexicon, with each look-up that finds something noted. */
const noting = (lexicon: Lexicon, wordOf: (lemma: string) => Word, note: (note: Note) => void): Lexicon => {
  const noteAll = (entries: Entries, word: Word): Entries => {
    for (const { id, gives, reported, past } of entries.slice(0, 1))
      note({ word, entry: id, gives: [gives, reported, past] });
    return entries;
  };
  const one = (find: Lexicon['auxiliary']): Lexicon['auxiliary'] => {
    return (lemma) => {
      const found = find(lemma);
      if (found !== undefined) noteAll([found], wordOf(lemma));
      return found;
    };
  };
  return {
    ...lexicon,
    auxiliary: one(lexicon.auxiliary),
    conjunction: one(lexicon.conjunction),
    realisAt: (tree, word) => noteAll(lexicon.realisAt(tree, word), word),
    describingAt: (tree, word) => noteAll(lexicon.describingAt(tree, word), word),
    codebook: {
      ...lexicon.codebook,
      isWord: (id, word) => {
        const found = lexicon.codebook.isWord(id, word);
        if (found && (id === 'event-negations' || id === 'near-misses'))
          note({ word: wordOf(word ?? ''), entry: null, gives: ['negated'] });
        return found;
      },
    },
  };
};

const NOTHING: WhyRealis = { by: 'none', word: null, entry: null };

/** What changes realis after the words of the sentence have been weighed. */
const otherReason = (found: Realis, realis: Realis): WhyRealis['by'] => {
  if (found === 'negated') return 'refusal';
  if (realis === 'expected') return 'belief';
  return realis === 'planned' ? 'ahead' : 'none';
};

/**
 * What decided the realis of an event at one of its mentions: the rules that decided it are asked once more, with every word that
 * they look up noted; the last that gives what they came to is it.
 */
export const whyRealis = (sentence: ParsedSentence, trigger: Word, event: Event, codebook: Codebook): WhyRealis => {
  if (codebook.events.find(({ id }) => id === event.rule)?.realis === event.realis) return { ...NOTHING, by: 'entry' };
  const tree = treeOf(sentence);
  const wordOf = (lemma: string): Word =>
    sentence.tokens.findIndex((token) => token.lemma.toLowerCase() === lemma || token.text.toLowerCase() === lemma);
  const notes: Note[] = [];
  const lexicon = noting(lexiconOf(codebook), wordOf, (note) => notes.push(note));
  const found = realisOf(tree, trigger, lexicon, event.assertedBy.length > 0);
  if (found !== event.realis) return { ...NOTHING, by: otherReason(found, event.realis) };
  const decisive = notes.findLast(({ gives, word }) => gives.includes(found) && tokenAt(tree, word).text !== '');
  return decisive === undefined ? NOTHING : { by: 'word', word: decisive.word, entry: decisive.entry };
};
