import { dependents, type Tree } from '../../reading/index.ts';
import { behind } from './grammar.ts';
import type { Lexicon } from './lexicon.ts';
import { lemmaAt, tokenAt, type Word } from './words.ts';

/** "Sent troops to the force | in Norland": what stands right behind a word, though it was hung on the verb. */
const rightBehind = (tree: Tree, word: Word): Word[] =>
  behind(tree, tokenAt(tree, word).head, ['in']).filter((place) => dependents(tree, place, 'case')[0] === word + 1);

/**
 * Where a mission serves that something is given to: "sent troops to the peacekeeping force | in Norland" serves Norland. Empty
 * for any other word.
 */
export const servedBy = (tree: Tree, word: Word, { codebook }: Lexicon): Word[] => {
  if (!codebook.isWord('missions', lemmaAt(tree, word))) return [];
  const isForPeace = dependents(tree, word, 'compound', 'amod', 'nmod').some((child) =>
    codebook.isWord('peace-work', lemmaAt(tree, child)),
  );
  return isForPeace ? [...behind(tree, word, ['in', 'inside', 'across']), ...rightBehind(tree, word)] : [];
};
