import type { Codebook, Country } from '../../codebook/index.ts';
import { dependents, type ParsedSentence, treeOf } from '../../reading/index.ts';
import type { Description } from './description.ts';

/** How many sentences back the country is looked for that "the country" means. */
const NEAR = 2;

/** "The country", "the island": a bare noun for a country that is pointed at. */
const isCountryAlone = (codebook: Codebook, { phrase, country }: Description, sentence: ParsedSentence): boolean => {
  const tree = treeOf(sentence);
  return (
    country === undefined &&
    phrase.words.length === 1 &&
    !phrase.plural &&
    codebook.isWord('lands', sentence.tokens[phrase.head]?.lemma) &&
    dependents(tree, phrase.head, 'nmod', 'acl', 'nmod:poss').length === 0 &&
    dependents(tree, phrase.head, 'det').some((word) =>
      codebook.isWord('pointing', sentence.tokens[word]?.text.toLowerCase()),
    )
  );
};

/** Verbs above a word up to the second: its clause, and the one that says who does it ("urged Norland | to leave the country"). */
const clausesAbove = ({ tokens }: ParsedSentence, noun: number): number[] => {
  const found: number[] = [];
  for (let at = tokens[noun]?.head ?? -1; at >= 0 && found.length < 2; at = tokens[at]?.head ?? -1)
    if (tokens[at]?.upos === 'VERB') found.push(at);
  return found;
};

/** Who does something in the clause of a word: "Norland | invaded the country" is not about Norland. */
const isDoer = (sentence: ParsedSentence, word: number, noun: number): boolean => {
  const tree = treeOf(sentence);
  const [own = -1, above = -1] = clausesAbove(sentence, noun);
  const isOpen = dependents(tree, own, 'nsubj', 'nsubj:pass').length === 0;
  const doers = [
    ...dependents(tree, own, 'nsubj', 'obl:agent'),
    ...(isOpen ? dependents(tree, above, 'nsubj', 'obj', 'iobj', 'obl') : []),
  ];
  return doers.some(
    (doer) => doer === word || dependents(tree, doer, 'conj', 'flat', 'amod', 'compound').includes(word),
  );
};

const countryAt = (codebook: Codebook, sentence: ParsedSentence, word: number): Country | undefined => {
  const token = sentence.tokens[word];
  if (token === undefined || (token.upos !== 'PROPN' && token.upos !== 'ADJ')) return undefined;
  const entity = sentence.entities.find(({ first, last }) => first <= word && word <= last);
  const name =
    entity !== undefined && entity.last === word
      ? sentence.tokens.slice(entity.first, entity.last + 1).map(({ text }) => text)
      : [token.text];
  const named = codebook.nations.countryOf(name.join(' '));
  return named?.match === 'capital' || named?.match === 'metonym' ? undefined : named?.country;
};

/** The last country that a sentence names before a word, but for who does something to `noun`. */
const lastBefore = (
  codebook: Codebook,
  sentence: ParsedSentence,
  before: number,
  noun: number | null,
): Country | undefined => {
  for (let word = before - 1; word >= 0; word -= 1) {
    const country = countryAt(codebook, sentence, word);
    if (country !== undefined && (noun === null || !isDoer(sentence, word, noun))) return country;
  }
  return undefined;
};

/**
 * The country that "the country" or "the island" means: the one named last before it, in its sentence or the two before, that
 * does nothing to it. Undefined where the words point at none.
 */
export const countryAgain = (
  codebook: Codebook,
  sentences: readonly ParsedSentence[],
  description: Description,
): Country | undefined => {
  const { sentence: index, head } = description.phrase;
  const own = sentences[index];
  if (own === undefined || !isCountryAlone(codebook, description, own)) return undefined;
  const here = lastBefore(codebook, own, head, head);
  if (here !== undefined) return here;
  for (let back = 1; back <= NEAR; back += 1) {
    const before = sentences[index - back];
    const country = before === undefined ? undefined : lastBefore(codebook, before, before.tokens.length, null);
    if (country !== undefined) return country;
  }
  return undefined;
};
