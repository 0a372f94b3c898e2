import type { Codebook } from '../../codebook/index.ts';
import { dependents, type Tree } from '../../reading/index.ts';

/** "In | opening the bridge this week, she | said …": is a clause of what is done in doing what the verb above it, which follows, tells? */
export const isDoneIn = (tree: Tree, clause: number, codebook: Codebook): boolean => {
  const token = tree.sentence.tokens[clause];
  if (token?.deprel !== 'advcl' || clause > token.head || token.feats.VerbForm === 'Inf') return false;
  return dependents(tree, clause, 'mark').some((mark) =>
    codebook.isWord('in-doing', tree.sentence.tokens[mark]?.lemma.toLowerCase()),
  );
};
