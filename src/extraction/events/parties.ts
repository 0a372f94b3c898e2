import { dependents, type Tree } from '../../reading/index.ts';
import type { ActorIndex } from '../reading-of.ts';
import { behind, describersOf } from './grammar.ts';
import { tokenAt, type Word, withConjuncts } from './words.ts';

/** Who a word stands for; built for one sentence. */
export interface Parties {
  /** Actors of the noun phrase headed by the word, of those joined to it by "and", else of those it belongs to. */
  readonly of: (word: Word) => readonly string[];
  /** Only those that the words themselves name. */
  readonly named: (word: Word) => readonly string[];
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/** Nouns that stand for whoever made or sent them: "Norland's decision", "the ships of Norland", "a Norlandic plane". */
const ownersOf = (tree: Tree, word: Word): Word[][] => [
  dependents(tree, word, 'nmod:poss'),
  describersOf(tree, word),
  behind(tree, word, ['of', 'by', 'from']),
  dependents(tree, word, 'appos'),
];

/** The parties that words of a sentence stand for. */
export const partiesOf = (tree: Tree, sentence: number, actors: ActorIndex): Parties => {
  const named = (word: Word): string[] =>
    unique(withConjuncts(tree, word).flatMap((each) => actors.actorsAt({ sentence, token: each })));
  const through = (word: Word): string[] => {
    if (tokenAt(tree, word).upos === 'PRON') return [];
    for (const owners of ownersOf(tree, word)) {
      const found = unique(owners.flatMap(named));
      if (found.length > 0) return found;
    }
    return [];
  };
  return {
    named,
    of: (word) => {
      const own = named(word);
      return own.length > 0 ? own : through(word);
    },
  };
};
