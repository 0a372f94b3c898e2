import type { Codebook } from '../../codebook/index.ts';
import { dependents, type Tree } from '../../reading/index.ts';
import { lemmaAt, markersOf, tokenAt, type Word } from './words.ts';

const isNo = (codebook: Codebook, tree: Tree, word: Word): boolean =>
  codebook.isWord('event-negations', lemmaAt(tree, word));

/** Does the word carry its own "no": "did not meet", "no talks", "no longer meets"? */
export const isDenied = (codebook: Codebook, tree: Tree, word: Word): boolean =>
  dependents(tree, word, 'advmod', 'det', 'cc:preconj').some(
    (child) =>
      isNo(codebook, tree, child) || dependents(tree, child, 'advmod').some((own) => isNo(codebook, tree, own)),
  );

/** Is the word negated, by itself or by those who take part ("no soldier fired", "offered no help", "neither side agreed")? */
export const isNegated = (codebook: Codebook, tree: Tree, word: Word): boolean =>
  isDenied(codebook, tree, word) ||
  dependents(tree, word, 'nsubj', 'obj').some(
    (party) => isNo(codebook, tree, party) || isDenied(codebook, tree, party),
  );

/** "is | going to leave": the future itself. */
export const isGoingTo = (tree: Tree, word: Word): boolean =>
  tokenAt(tree, word).text.toLowerCase() === 'going' &&
  dependents(tree, word, 'xcomp').some((child) => markersOf(tree, child).includes('to'));
