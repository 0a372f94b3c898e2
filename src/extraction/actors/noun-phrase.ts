import type { Codebook, NamedCountry } from '../../codebook/index.ts';
import {
  dependents,
  type Entity,
  hasRelation,
  type ParsedSentence,
  subtree,
  type Tree,
  treeOf,
} from '../../reading/index.ts';

/** A noun phrase as actors are read from it: its head, and the words that belong to its core (no relative clause, no apposition). */
export interface NounPhrase {
  readonly sentence: number;
  readonly head: number;
  /** Words of the core in text order, contiguous from the first modifier to the head's last name part. */
  readonly words: readonly number[];
  readonly entity: Entity | undefined;
  /** Country that a modifier names: "Russian", "Norland's", "of Norland". */
  readonly country: NamedCountry | undefined;
  readonly definite: boolean;
  readonly plural: boolean;
}

const OUTSIDE = [
  'acl',
  'appos',
  'conj',
  'cc',
  'case',
  'parataxis',
  'punct',
  'cop',
  'nsubj',
  'mark',
  'advcl',
  'dep',
  'aux',
  'ccomp',
  'orphan',
  'list',
  'advmod',
];
const INNER = ['compound', 'flat', 'fixed', 'goeswith', 'nmod:desc'];

const entityAt = (sentence: ParsedSentence, word: number): Entity | undefined =>
  sentence.entities.find((entity) => entity.first <= word && word <= entity.last);

const NAME_RELATIONS = ['nmod', 'compound', 'flat', 'dep', 'nmod:desc'] as const;

/** A person's name that was hung on the title before it: "Secretary of State | Ada Berg". */
const isNameBehind = (tree: Tree, word: number): boolean => {
  const token = tree.sentence.tokens[word];
  const entity = entityAt(tree.sentence, word);
  if (token === undefined || entity?.kind !== 'person' || token.head >= word) return false;
  const isTop = token.head >= 0 && token.head < entity.first;
  return (
    isTop && NAME_RELATIONS.some((relation) => relation === token.deprel) && dependents(tree, word, 'case').length === 0
  );
};

/** The name that was hung on a title before it: "former minister | Ada Berg |". */
export const nameBehind = (tree: Tree, title: number): number | undefined =>
  dependents(tree, title, ...NAME_RELATIONS).find((word) => isNameBehind(tree, word));

/** Is a word an apposition, or a person's name that was hung on the title before it without a preposition? */
export const isApposition = (tree: Tree, word: number): boolean =>
  hasRelation(tree.sentence.tokens[word]?.deprel ?? '', ['appos']) || isNameBehind(tree, word);

/** Does a word hang on another word of the name it is part of ("Ministry of | Justice")? Then it is no phrase of its own. */
const isInsideName = (sentence: ParsedSentence, word: number): boolean => {
  const entity = entityAt(sentence, word);
  const above = sentence.tokens[word]?.head ?? -1;
  return entity !== undefined && entity.kind !== 'date' && entity.first <= above && above <= entity.last;
};

/** A person or body named before a noun that is not theirs: "| World Bank | figures", "a | Berg | aide". */
const isNameBefore = (sentence: ParsedSentence, word: number): boolean => {
  const token = sentence.tokens[word];
  const entity = entityAt(sentence, word);
  if (token?.deprel !== 'compound' || (entity?.kind !== 'person' && entity?.kind !== 'organization')) return false;
  return (
    entity.last < token.head &&
    sentence.tokens[token.head]?.upos === 'NOUN' &&
    entityAt(sentence, token.head) === undefined
  );
};

const isPhraseHead = (codebook: Codebook, sentence: ParsedSentence, word: number): boolean => {
  const token = sentence.tokens[word];
  if (token === undefined || isInsideName(sentence, word)) return false;
  if (isNameBefore(sentence, word)) return !codebook.isWord('government', sentence.tokens[token.head]?.lemma);
  if (!['NOUN', 'PROPN', 'PRON', 'ADJ', 'NUM', 'DET', 'X'].includes(token.upos)) return false;
  if (token.upos === 'PROPN' && isNameBehind(treeOf(sentence), word)) return true;
  if (
    hasRelation(token.deprel, INNER) ||
    hasRelation(token.deprel, ['amod', 'det', 'case', 'punct', 'cc', 'nummod', 'advmod', 'mark'])
  )
    return false;
  return (
    token.upos === 'NOUN' || token.upos === 'PROPN' || token.upos === 'PRON' || entityAt(sentence, word) !== undefined
  );
};

/** The words of a phrase's core: the head, what stands before it, its name parts, and "of …" within an entity. */
const coreOf = (tree: Tree, head: number): number[] => {
  const entity = entityAt(tree.sentence, head);
  const skip = (word: number): boolean => {
    const token = tree.sentence.tokens[word];
    if (token === undefined) return true;
    if (entity !== undefined && entity.first <= word && word <= entity.last) return false;
    if (isNameBehind(tree, word)) return true;
    if (
      hasRelation(token.deprel, INNER) ||
      token.deprel === 'nmod:poss' ||
      token.deprel === 'amod' ||
      token.deprel === 'det' ||
      token.deprel === 'nummod'
    )
      return false;
    if (token.deprel === 'case' || token.deprel === 'punct') return !(token.head !== head && word < head);
    return hasRelation(token.deprel, OUTSIDE) || word > head;
  };
  return subtree(tree, head, skip);
};

const contiguous = (words: readonly number[], head: number): number[] => {
  const at = words.indexOf(head);
  let from = at;
  let to = at;
  while (from > 0 && words[from - 1] === (words[from] ?? 0) - 1) from -= 1;
  while (to < words.length - 1 && words[to + 1] === (words[to] ?? 0) + 1) to += 1;
  return words.slice(from, to + 1);
};

/** The country that a run of words names somewhere, longest names first: "North Korean", "White House". */
export const countryIn = (
  codebook: Codebook,
  sentence: ParsedSentence,
  words: readonly number[],
): NamedCountry | undefined => {
  for (let size = 3; size > 0; size -= 1) {
    for (let from = 0; from + size <= words.length; from += 1) {
      const [first, last] = [words[from] ?? 0, words[from + size - 1] ?? 0];
      const parts = sentence.tokens.slice(first, last + 1);
      const text = parts.map((token) => token.text).join(' ');
      const found = /\p{Lu}/u.test(text) ? codebook.nations.countryOf(text) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
};

/** "Secretary of State": a title that goes on behind its head, as the codebook lists it. */
const titleTail = (codebook: Codebook, tree: Tree, head: number): number[] => {
  const { tokens } = tree.sentence;
  const [of, noun] = [tokens[head + 1], tokens[head + 2]];
  if (of?.lemma !== 'of' || noun?.head !== head) return [];
  const words = [tokens[head]?.text ?? '', of.text, noun.text];
  return codebook.titles.find(words)?.phrase.includes(' of ') === true ? [head + 1, head + 2] : [];
};

const modifierCountry = (
  codebook: Codebook,
  tree: Tree,
  head: number,
  words: readonly number[],
): NamedCountry | undefined => {
  const own = countryIn(
    codebook,
    tree.sentence,
    words.filter((word) => word !== head),
  );
  if (own !== undefined) return own;
  const tokens = tree.sentence.tokens;
  const genitives = dependents(tree, head, 'nmod').filter((word) =>
    dependents(tree, word, 'case').some((mark) => codebook.isWord('genitive-prepositions', tokens[mark]?.lemma)),
  );
  for (const word of genitives) {
    const found = countryIn(codebook, tree.sentence, coreOf(tree, word));
    if (found !== undefined) return found;
  }
  return sharedCountry(codebook, tree, head);
};

/** "The | Norlandic | media and government": what stands before the first of several bare nouns is said of all. */
const sharedCountry = (codebook: Codebook, tree: Tree, head: number): NamedCountry | undefined => {
  const { tokens } = tree.sentence;
  const [noun, first] = [tokens[head], tokens[tokens[head]?.head ?? -1]];
  if (noun?.deprel !== 'conj' || noun.upos !== 'NOUN' || first?.upos !== 'NOUN') return undefined;
  if (dependents(tree, head, 'det', 'nmod:poss', 'amod', 'compound').length > 0) return undefined;
  const before = dependents(tree, noun.head, 'amod', 'compound', 'nmod:poss').filter((word) => word < noun.head);
  return countryIn(codebook, tree.sentence, before);
};

/** What cannot begin a phrase: a hyphen left over, a conjunction, a preposition. */
const BEFORE_NAMES = ['PUNCT', 'CCONJ', 'ADP', 'SYM'];

/** All noun phrases of a sentence, in text order of their heads. */
export const findNounPhrases = (codebook: Codebook, sentence: ParsedSentence, index: number): NounPhrase[] => {
  const tree = treeOf(sentence);
  return sentence.tokens.flatMap((token, head): NounPhrase[] => {
    if (!isPhraseHead(codebook, sentence, head)) return [];
    const core = contiguous(coreOf(tree, head), head);
    const from = core.findIndex((word) => word === head || !BEFORE_NAMES.includes(sentence.tokens[word]?.upos ?? ''));
    const words = [...core.slice(Math.max(0, from)), ...titleTail(codebook, tree, head)];
    const first = sentence.tokens[words[0] ?? head];
    return [
      {
        sentence: index,
        head,
        words,
        entity: entityAt(sentence, head),
        country: modifierCountry(codebook, tree, head, words),
        definite: codebook.isWord('definite', first?.text) || dependents(tree, head, 'nmod:poss').length > 0,
        plural: token.feats.Number === 'Plur',
      },
    ];
  });
};

/** The appositions of a word, in text order. */
export const appositionsOf = (tree: Tree, head: number): number[] =>
  dependents(tree, head, 'appos', ...NAME_RELATIONS).filter((word) => isApposition(tree, word));
