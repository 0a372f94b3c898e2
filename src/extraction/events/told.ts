import type { Codebook } from '../../codebook/index.ts';
import { type ParsedSentence, treeOf } from '../../reading/index.ts';
import type { Realis } from '../records.ts';
import { lexiconOf } from './lexicon.ts';
import { isAsked } from './question.ts';
import { realisOf } from './realis.ts';

/** What a sentence says of a word, and whether it only asks so. */
export interface ToldRealis {
  readonly realis: Realis;
  readonly asked: boolean;
}

/** What a sentence says of any of its words, event or not: happened, planned, possible …; `asked` in "Did they sign?". */
export const realisOfWord = (sentence: ParsedSentence, word: number, codebook: Codebook): ToldRealis => {
  const tree = treeOf(sentence);
  return { realis: realisOf(tree, word, lexiconOf(codebook), false), asked: isAsked(tree, word) };
};
