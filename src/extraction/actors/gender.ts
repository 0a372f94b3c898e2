import type { Codebook } from '../../codebook/index.ts';
import { dependents, type ParsedSentence, treeOf, universal } from '../../reading/index.ts';
import { isApposition, type NounPhrase } from './noun-phrase.ts';

/** What pronouns tell apart. */
export type Gender = 'Masc' | 'Fem';

/** The gender that a pronoun shows: `herself` → `Fem`. */
export const genderOfPronoun = (codebook: Codebook, pronoun: string): Gender | undefined => {
  if (codebook.isWord('he', pronoun)) return 'Masc';
  return codebook.isWord('she', pronoun) ? 'Fem' : undefined;
};

const genderOfWord = (codebook: Codebook, word: string | undefined): Gender | undefined => {
  if (codebook.isWord('feminine', word)) return 'Fem';
  return codebook.isWord('masculine', word) ? 'Masc' : undefined;
};

const PARTS_OF_A_NAME = ['compound', 'flat', 'nmod:desc', 'appos'];

/** The words that name the same one as a phrase's head: its titles and name parts, its apposition, the noun it is equated with. */
const wordsOfOne = (sentence: ParsedSentence, { head }: NounPhrase): number[] => {
  const tree = treeOf(sentence);
  const token = sentence.tokens[head];
  const below = dependents(tree, head, ...PARTS_OF_A_NAME);
  const above = token === undefined ? -1 : token.head;
  const isEquated =
    universal(token?.deprel ?? '') === 'nsubj' &&
    sentence.tokens[above]?.upos === 'NOUN' &&
    dependents(tree, above, 'cop').length > 0;
  return [head, ...below, ...(above >= 0 && (isApposition(tree, head) || isEquated) ? [above] : [])];
};

/** The gender that the words of a phrase say: `Ms. Berg`, `the spokesman`, `his wife, Ada Berg`, `Berg is a widow`. */
export const genderInWords = (codebook: Codebook, sentence: ParsedSentence, phrase: NounPhrase): Gender | undefined => {
  const first = phrase.words[0] ?? phrase.head;
  const isOwn = (word: number): boolean => phrase.words.includes(sentence.tokens[word]?.head ?? -1);
  const isTitle = (word: number): boolean => isOwn(word) && sentence.tokens[word]?.deprel !== 'nmod:poss';
  const words = [...wordsOfOne(sentence, phrase), ...[first, first - 1].filter(isTitle)];
  for (const word of words) {
    const token = sentence.tokens[word];
    const gender = genderOfWord(codebook, token?.lemma) ?? genderOfWord(codebook, token?.text);
    if (gender !== undefined) return gender;
  }
  return undefined;
};

/** The gender of those who bear a given name: `Ada Berg` → `Fem`. */
export const genderOfName = (codebook: Codebook, name: string): Gender | undefined => {
  const [given] = name.split(/[\s-]+/);
  if (codebook.isWord('feminine-names', given)) return 'Fem';
  return codebook.isWord('masculine-names', given) ? 'Masc' : undefined;
};
