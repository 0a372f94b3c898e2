import type { Codebook, Country } from '../../codebook/index.ts';
import { dependents, entityAt, type ParsedSentence, treeOf } from '../../reading/index.ts';
import { bare, type Description } from './description.ts';
import type { NounPhrase } from './noun-phrase.ts';

interface Named {
  readonly word: number;
  readonly country: Country;
}

/** The countries that adjectives joined by "and" give a noun: "the French and Turkish | ministers". */
const countriesOver = (codebook: Codebook, sentence: ParsedSentence, head: number): Named[] => {
  const tree = treeOf(sentence);
  const first = dependents(tree, head, 'amod', 'compound', 'nmod:poss');
  const all = first.flatMap((word) => [word, ...dependents(tree, word, 'conj')]).sort((a, b) => a - b);
  return [...new Set(all)].flatMap((word) => {
    const country = codebook.nations.countryOf(sentence.tokens[word]?.text ?? '')?.country;
    return country === undefined || word > head ? [] : [{ word, country }];
  });
};

const from = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** The country that a word, or the name that it belongs to, names. */
const countryAt = (codebook: Codebook, sentence: ParsedSentence, word: number): Country | undefined => {
  const entity = entityAt(sentence, word);
  const words = sentence.tokens.slice(entity?.first ?? word, (entity?.last ?? word) + 1);
  return codebook.nations.countryOf(words.map(({ text }) => text).join(' '))?.country;
};

/** The countries behind a preposition that a noun belongs to: "lawmakers | in Norland and Sudmark"; empty where one of them is none. */
const countriesBehind = (codebook: Codebook, sentence: ParsedSentence, head: number): Country[] => {
  const tree = treeOf(sentence);
  const isGenitive = (word: number): boolean =>
    dependents(tree, word, 'case').some((mark) =>
      codebook.isWord('genitive-prepositions', sentence.tokens[mark]?.lemma),
    );
  for (const word of dependents(tree, head, 'nmod').filter((each) => each > head && isGenitive(each))) {
    const words = [word, ...dependents(tree, word, 'conj')];
    const countries = words.map((each) => countryAt(codebook, sentence, each));
    if (countries.every((country) => country !== undefined)) return countries;
  }
  return [];
};

/** "Lawmakers in Norland and Sudmark", "Norlandic and Sudmarkish lawmakers" are two groups, one of each country. Empty for any other phrase. */
export const describeGroups = (codebook: Codebook, sentence: ParsedSentence, phrase: NounPhrase): Description[] => {
  const noun = sentence.tokens[phrase.head];
  if (noun === undefined || !phrase.plural || phrase.entity !== undefined) return [];
  const behind = countriesBehind(codebook, sentence, phrase.head);
  const over = behind.length > 0 ? [] : countriesOver(codebook, sentence, phrase.head);
  const owners = [...over, ...behind.map((country) => ({ country, word: phrase.words[0] ?? phrase.head }))];
  if (new Set(owners.map(({ country }) => country)).size < 2) return [];
  const title = codebook.titles.find([noun.lemma]);
  const body = codebook.bodies.find([noun.text.toLowerCase()]);
  if ((title ?? body) === undefined) return [];
  return owners.map(({ country, word }) => ({
    ...bare(codebook, { ...phrase, words: from(word, phrase.head) }, sentence),
    form: 'name',
    kind: 'group',
    name: `${noun.text} (${country.name})`,
    country,
    affiliation: country.name,
    sector: title?.entry.sector ?? body?.entry.sector ?? null,
  }));
};

/**
 * "The French and Turkish foreign ministers" are two people: one office of several countries, a role for each. Empty for
 * any other phrase.
 */
export const describeJointly = (codebook: Codebook, sentence: ParsedSentence, phrase: NounPhrase): Description[] => {
  const { head } = phrase;
  const noun = sentence.tokens[head];
  if (noun === undefined || !phrase.plural || codebook.isWord('unnamed', noun.text)) return [];
  const named = countriesOver(codebook, sentence, head);
  const [first] = named;
  const last = named.at(-1);
  if (first === undefined || last === undefined || first.country.id === last.country.id) return [];
  if (!codebook.isWord('definite', sentence.tokens[first.word - 1]?.text)) return [];
  const office = from(last.word + 1, head).map((word) => sentence.tokens[word]?.lemma ?? '');
  const found = codebook.titles.find(office);
  if (found?.entry.sector !== 'GOV') return [];
  return named.map(({ word, country }) => ({
    phrase: { ...phrase, words: from(word, head) },
    form: 'title',
    kind: 'person',
    name: `${sentence.tokens[word]?.text ?? ''} ${found.phrase}`,
    role: found.phrase,
    title: found.entry,
    titlePhrase: found.phrase,
    country,
    affiliation: country.name,
    sector: found.entry.sector,
  }));
};
