import { dependents, type Tree } from '../../reading/index.ts';
import { lemmaAt, tokenAt, type Word } from './words.ts';

/** Is the clause of a word finite, by its own form or its auxiliary ("has left", "leaves")? */
export const hasFiniteVerb = (tree: Tree, word: Word): boolean =>
  tokenAt(tree, word).feats.VerbForm === 'Fin' ||
  dependents(tree, word, 'aux').some((child) => tokenAt(tree, child).feats.VerbForm === 'Fin');

/** "told reporters that X | was leaving", "encouraged that they | have left": a fact, where "demanded that X | leave" is none. */
export const isIndicative = (tree: Tree, word: Word): boolean => {
  const verbs = [word, ...dependents(tree, word, 'aux')].map((each) => tokenAt(tree, each).feats);
  const isThird = (feats: Record<string, string>): boolean => feats.Person === '3' && feats.Number === 'Sing';
  const isPerfect = dependents(tree, word, 'aux').some(
    (each) => lemmaAt(tree, each) === 'have' && tokenAt(tree, each).feats.VerbForm === 'Fin',
  );
  if (isPerfect) return true;
  return verbs.some(
    (feats) => feats.VerbForm === 'Fin' && (feats.Tense === 'Past' || (feats.Tense === 'Pres' && isThird(feats))),
  );
};

/** Is the word, or what it is said with, told as past ("was able", "had", but not "when they have left")? */
export const isToldAsPast = (tree: Tree, word: Word): boolean =>
  [word, ...dependents(tree, word, 'cop', 'aux')].some((each) => {
    const { feats } = tokenAt(tree, each);
    return feats.Tense === 'Past' && feats.VerbForm === 'Fin';
  });
