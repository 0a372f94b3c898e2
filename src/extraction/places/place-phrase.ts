import type { Codebook } from '../../codebook/index.ts';
import { dependents, type Tree } from '../../reading/index.ts';

/** Joined to the word above it as part of one phrase: "the town | of Oslo". */
const INNER = /^(?:nmod|appos|flat|conj|compound)/;

/** Can something be in what the noun says of a place: "the streets of Kyiv", and not "the name of Iran"? */
const holdsPlaces = (tree: Tree, word: number, codebook: Codebook): boolean => {
  const { upos = 'X', lemma = '', text = '' } = tree.sentence.tokens[word] ?? {};
  if (upos === 'PROPN') return true;
  return ['place-nouns', 'division-kinds', 'place-parts'].some((set) =>
    [lemma, text].some((form) => codebook.isWord(set, form.toLowerCase())),
  );
};

const isOf = (tree: Tree, child: number): boolean => tree.sentence.tokens[child]?.text.toLowerCase() === 'of';

/**
 * The word of a place's phrase that its preposition stands before, looking up through what it is part of: "town" in "in the town
 * of Oslo". None where the phrase has none, or speaks of something else: "at the behest of Norway".
 */
export const placedWord = (
  tree: Tree,
  name: number,
  codebook: Codebook,
  isBarred: (word: number) => boolean = () => false,
): number | undefined => {
  for (let at = name; at >= 0; ) {
    if (isBarred(at)) return undefined;
    const cases = dependents(tree, at, 'case').filter(
      (child) => !/^['’]s?$/.test(tree.sentence.tokens[child]?.text ?? ''),
    );
    if (cases.length > 0 && !cases.every((child) => isOf(tree, child))) return at;
    const { deprel = '', head = -1 } = tree.sentence.tokens[at] ?? {};
    if (!INNER.test(deprel) || (cases.length > 0 && !holdsPlaces(tree, head, codebook))) return undefined;
    at = head;
  }
  return undefined;
};
