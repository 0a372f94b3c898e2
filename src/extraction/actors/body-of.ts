import type { Codebook, Organization } from '../../codebook/index.ts';
import { dependents, type ParsedSentence, subtree, treeOf } from '../../reading/index.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { textOf } from './role.ts';

const LONGEST_BODY = 6;

/** The body of several states that a run of words names: "the | African Union | Commission", "EU | foreign ministers". */
export const bodyOfStatesIn = (
  codebook: Codebook,
  sentence: ParsedSentence,
  words: readonly number[],
): Organization | undefined => {
  for (let size = Math.min(LONGEST_BODY, words.length); size > 0; size -= 1) {
    for (let from = 0; from + size <= words.length; from += 1) {
      const found = codebook.nations.organizationOf(textOf(sentence, words.slice(from, from + size)));
      if (found?.code === 'IGO') return found;
    }
  }
  return undefined;
};

/** The last of the words up to which a body of states is named. */
const lastOf = (codebook: Codebook, sentence: ParsedSentence, words: readonly number[], body: Organization): number => {
  const at = words.findIndex((_, end) => bodyOfStatesIn(codebook, sentence, words.slice(0, end + 1)) === body);
  return words[at] ?? -1;
};

/** A body named behind the noun for its people, and the last of the words up to it. */
export interface BodyBehind {
  readonly name: string;
  readonly sector: string | null;
  readonly last: number;
}

/** The body that "of", "from" or "in" puts behind a noun: "diplomats from | the African Union |". */
export const bodyBehind = (
  codebook: Codebook,
  sentence: ParsedSentence,
  { head }: NounPhrase,
): BodyBehind | undefined => {
  const tree = treeOf(sentence);
  const isGenitive = (word: number): boolean =>
    dependents(tree, word, 'case').some((mark) =>
      codebook.isWord('genitive-prepositions', sentence.tokens[mark]?.lemma),
    );
  const words = dependents(tree, head, 'nmod')
    .filter(isGenitive)
    .flatMap((word) => subtree(tree, word));
  const known = bodyOfStatesIn(codebook, sentence, words);
  if (known !== undefined)
    return { name: known.name, sector: known.code, last: lastOf(codebook, sentence, words, known) };
  const entity = sentence.entities.find(({ kind, last }) => kind === 'organization' && words.includes(last));
  if (entity === undefined) return undefined;
  const name = textOf(sentence, [...sentence.tokens.keys()].slice(entity.first, entity.last + 1));
  return { name, sector: null, last: entity.last };
};
