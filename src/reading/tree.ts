import type { ParsedSentence } from './parsed.ts';

/** A dependency tree with its edges downwards: `children[i]` lists the dependents of word `i` in text order. */
export interface Tree {
  readonly sentence: ParsedSentence;
  readonly children: readonly (readonly number[])[];
  readonly root: number;
}

const trees = new WeakMap<ParsedSentence, Tree>();

/** The tree of a sentence; made once for each sentence. */
export const treeOf = (sentence: ParsedSentence): Tree => {
  const known = trees.get(sentence);
  if (known !== undefined) return known;
  const children: number[][] = sentence.tokens.map(() => []);
  let root = -1;
  for (const [index, token] of sentence.tokens.entries()) {
    if (token.head >= 0) children[token.head]?.push(index);
    else if (root < 0) root = index;
  }
  const tree = { sentence, children, root };
  trees.set(sentence, tree);
  return tree;
};

/** The relation without its subtype: `nsubj:pass` → `nsubj`. */
export const universal = (deprel: string): string => {
  const colon = deprel.indexOf(':');
  return colon < 0 ? deprel : deprel.slice(0, colon);
};

/** Does a word's relation match one of `relations`? `nsubj` matches its subtypes too; `nsubj:pass` only itself. */
export const hasRelation = (deprel: string, relations: readonly string[]): boolean =>
  relations.includes(deprel) || relations.includes(universal(deprel));

/** Dependents of `head` with one of the given relations, in text order. */
export const dependents = (tree: Tree, head: number, ...relations: readonly string[]): number[] =>
  (tree.children[head] ?? []).filter((child) => hasRelation(tree.sentence.tokens[child]?.deprel ?? '', relations));

/** The first dependent of `head` with one of the given relations, or -1. */
export const dependent = (tree: Tree, head: number, ...relations: readonly string[]): number =>
  dependents(tree, head, ...relations)[0] ?? -1;

/** `head` and all words below it, in text order; `skip(word)` leaves a word out with all that is below it. */
export const subtree = (tree: Tree, head: number, skip: (word: number) => boolean = () => false): number[] => {
  const found: number[] = [];
  const open = [head];
  for (let word = open.pop(); word !== undefined; word = open.pop()) {
    found.push(word);
    for (const child of tree.children[word] ?? []) if (!skip(child)) open.push(child);
  }
  return found.sort((a, b) => a - b);
};

/** The words above `word`, nearest first, ending with the root. */
export const ancestors = (tree: Tree, word: number): number[] => {
  const found: number[] = [];
  for (let head = tree.sentence.tokens[word]?.head ?? -1; head >= 0; head = tree.sentence.tokens[head]?.head ?? -1) {
    if (found.includes(head)) break;
    found.push(head);
  }
  return found;
};
