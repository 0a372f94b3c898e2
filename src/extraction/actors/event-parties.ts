import type { Codebook, NamedCountry } from '../../codebook/index.ts';
import { dependents, entityAt, type ParsedSentence, subtree, type Tree, treeOf } from '../../reading/index.ts';
import { lemmasAt, prepositionOf, tokenAt, type Word } from '../events/words.ts';
import { eventWordsOf, isParty, OWNING } from './beside-event.ts';
import type { Description } from './description.ts';
import type { NounPhrase } from './noun-phrase.ts';

const phraseOf = (sentence: ParsedSentence, index: number, head: Word, words: readonly Word[]): NounPhrase => ({
  sentence: index,
  head,
  words,
  entity: undefined,
  country: undefined,
  definite: false,
  plural: sentence.tokens[head]?.feats.Number === 'Plur',
});

const wordsBetween = (first: Word, last: Word): Word[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);

const textOf = (sentence: ParsedSentence, words: readonly Word[]): string => {
  const parts = words.map((word) => sentence.tokens[word]);
  return parts
    .map((token, i) =>
      token === undefined ? '' : (i > 0 && token.start > (parts[i - 1]?.end ?? 0) ? ' ' : '') + token.text,
    )
    .join('');
};

/** A country that words name. */
const countryAt = (
  codebook: Codebook,
  sentence: ParsedSentence,
  index: number,
  head: Word,
  words: readonly Word[],
): Description | undefined => {
  const country = codebook.nations.countryOf(textOf(sentence, words))?.country;
  if (country === undefined) return undefined;
  return {
    phrase: phraseOf(sentence, index, head, words),
    form: 'country',
    kind: 'country',
    name: country.name,
    role: null,
    title: undefined,
    titlePhrase: null,
    country,
    affiliation: null,
    sector: 'GOV',
  };
};

/** A country that an adjective or a name in any position names ("the Turkish offensive", "missiles from Russia"). */
const describeCountry = (
  codebook: Codebook,
  sentence: ParsedSentence,
  index: number,
  head: Word,
): Description | undefined => {
  const entity = entityAt(sentence, head);
  const words = entity === undefined ? [head] : wordsBetween(entity.first, entity.last);
  return countryAt(codebook, sentence, index, head, words);
};

/** Is one person or body meant ("a soldier", "the court", "French lawyer"), and not an idea ("to justice") or a modifier? */
const isOne = (tree: Tree, head: Word): boolean =>
  tokenAt(tree, head).deprel !== 'compound' && dependents(tree, head, 'det', 'nmod:poss', 'amod', 'nummod').length > 0;

/** "ICE returned the paintings": a body by its initials, where the sentence has small letters too. */
const isAcronym = (codebook: Codebook, tree: Tree, head: Word): boolean => {
  const { text } = tokenAt(tree, head);
  if (!/^\p{Lu}{2,6}$/u.test(text) || codebook.isWord('common-acronyms', text.toLowerCase())) return false;
  return tree.sentence.tokens.some((token) => /^\p{Ll}{4}/u.test(token.text));
};

/** What kind of party a word without a name stands for; undefined where it stands for none. */
const kindOf = (
  codebook: Codebook,
  tree: Tree,
  head: Word,
): { readonly kind: Description['kind']; readonly sector: string | null } | undefined => {
  const lemmas = lemmasAt(tree, head);
  const plural = tokenAt(tree, head).feats.Number === 'Plur';
  // "A | migrant | shelter" is that of many.
  const isMany = tokenAt(tree, head).deprel === 'compound';
  const collective = isMany || lemmas.some((lemma) => codebook.isWord('collectives', lemma));
  const title = lemmas
    .map((lemma) => codebook.titles.find([lemma])?.entry.sector)
    .find((sector) => sector !== undefined);
  // "At times", "the post": what names newspapers is a word like others in small letters.
  const isWord =
    lemmas.some((lemma) => codebook.isWord('press-names', lemma)) && /^\p{Ll}/u.test(tokenAt(tree, head).text);
  const body = isWord
    ? undefined
    : lemmas.map((lemma) => codebook.bodies.find([lemma])?.entry).find((entry) => entry !== undefined);
  const listed = lemmas.some((lemma) => codebook.isWord('unnamed-parties', lemma));
  if (isAcronym(codebook, tree, head)) return { kind: 'organization', sector: null };
  if (title === undefined && body === undefined && !listed && (isMany || !collective)) return undefined;
  const sector = title ?? (body === undefined ? 'CVL' : body.sector);
  if (plural || collective) return { kind: 'group', sector };
  if (!isOne(tree, head)) return undefined;
  // "A country" is many.
  if (lemmas.some((lemma) => codebook.isWord('lands', lemma))) return { kind: 'group', sector };
  return { kind: title === undefined && body !== undefined ? 'organization' : 'person', sector };
};

/** "The Northern Herald | newspaper": the noun only says what the name before it is, which is the party. */
const isNamedBefore = (codebook: Codebook, tree: Tree, head: Word): boolean =>
  codebook.isWord('body-again', tokenAt(tree, head).text.toLowerCase()) &&
  dependents(tree, head, 'compound').some((word) => entityAt(tree.sentence, word)?.kind === 'organization');

/** The one country that a noun belongs to by what stands behind it: "the people | of Norland", "fishermen | from Norland", "an army base | in Norland". */
const homeOf = (codebook: Codebook, sentence: ParsedSentence, head: Word): NamedCountry | undefined => {
  const tree = treeOf(sentence);
  const { deprel, head: above } = tokenAt(tree, head);
  const isOfBase = deprel === 'compound';
  const isOwner = (word: Word): boolean =>
    OWNING.has(prepositionOf(tree, word)) || (isOfBase && prepositionOf(tree, word) === 'in');
  const [home, ...others] = dependents(tree, isOfBase ? above : head, 'nmod').filter(isOwner);
  if (home === undefined || others.length > 0 || dependents(tree, home, 'conj').length > 0) return undefined;
  const entity = entityAt(sentence, home);
  return codebook.nations.countryOf(textOf(sentence, wordsBetween(entity?.first ?? home, entity?.last ?? home)));
};

/** A group or person without a name, by a word that the codebook knows for one: "rebels", "a Mexican journalist". */
const describeUnnamed = (
  codebook: Codebook,
  sentence: ParsedSentence,
  index: number,
  head: Word,
): Description | undefined => {
  const tree = treeOf(sentence);
  const kind = kindOf(codebook, tree, head);
  const isNone = dependents(tree, head, 'det').some((word) => codebook.isWord('negations', tokenAt(tree, word).text));
  if (kind === undefined || isNone || isNamedBefore(codebook, tree, head)) return undefined;
  const owners = dependents(tree, head, 'nmod:poss').filter((word) => tokenAt(tree, word).upos === 'PROPN');
  const before = [...owners, ...dependents(tree, head, 'amod', 'compound')].filter((word) => word < head);
  const words = wordsBetween(Math.min(head, ...before), head);
  const country =
    words
      .map((word) => codebook.nations.countryOf(sentence.tokens[word]?.text ?? ''))
      .find((found) => found !== undefined) ?? homeOf(codebook, sentence, head);
  return {
    phrase: phraseOf(sentence, index, head, words),
    form: 'name',
    kind: kind.kind,
    name: textOf(sentence, words),
    role: null,
    title: undefined,
    titlePhrase: null,
    country: country?.country,
    affiliation: country?.country.name ?? null,
    sector: kind.sector,
  };
};

/** A body named before the noun for its people: "national security council | principals", "White House | advisers". */
const describeBodyBefore = (
  codebook: Codebook,
  sentence: ParsedSentence,
  index: number,
  head: Word,
): Description | undefined => {
  const words = subtree(treeOf(sentence), head).filter((word) => word <= head);
  const country = countryAt(codebook, sentence, index, head, words);
  if (country !== undefined) return country;
  if (codebook.isWord('quarters', tokenAt(treeOf(sentence), tokenAt(treeOf(sentence), head).head).lemma))
    return describeUnnamed(codebook, sentence, index, head);
  const name = textOf(sentence, words);
  const isGovernment = words.length > 1 && codebook.isWord('government', tokenAt(treeOf(sentence), head).lemma);
  const found = codebook.bodies.find(name.split(' '));
  if (found === undefined || !(found.phrase.includes(' ') || isGovernment)) return undefined;
  return {
    phrase: phraseOf(sentence, index, head, words),
    form: 'name',
    kind: 'organization',
    name,
    role: null,
    title: undefined,
    titlePhrase: null,
    country: undefined,
    affiliation: null,
    sector: found.entry.sector,
  };
};

/** "The Prime Minister", "two Christians": a noun with a capital, which is no name. */
const isWrittenLarge = (sentence: ParsedSentence, word: Word): boolean => {
  const tree = treeOf(sentence);
  const isCounted = dependents(tree, word, 'det', 'nummod').length > 0;
  return tokenAt(tree, word).upos === 'PROPN' && isCounted && entityAt(sentence, word) === undefined;
};

const describeParty = (
  codebook: Codebook,
  sentence: ParsedSentence,
  index: number,
  word: Word,
): Description | undefined => {
  const country = describeCountry(codebook, sentence, index, word);
  if (country !== undefined) return country;
  const { deprel, upos } = tokenAt(treeOf(sentence), word);
  if (deprel === 'compound') return describeBodyBefore(codebook, sentence, index, word);
  const isNoun = upos === 'NOUN' || isWrittenLarge(sentence, word);
  return isNoun && deprel !== 'amod' ? describeUnnamed(codebook, sentence, index, word) : undefined;
};

/** "Officials", "analysts": nobody is named by them, unless it is told whose they are ("U.S. officials"). */
const isNobody = (codebook: Codebook, tree: Tree, word: Word): boolean =>
  codebook.isWord('unnamed', tokenAt(tree, word).lemma) &&
  !dependents(tree, word, 'amod', 'compound', 'nmod').some(
    (child) => child < word && codebook.nations.countryOf(tokenAt(tree, child).text) !== undefined,
  );

/**
 * Parties to events that are no actors yet: countries in adjectives or behind prepositions, and groups and people without a
 * name. `isKnown` says whether a word already refers to an actor.
 */
export const describeParties = (
  codebook: Codebook,
  sentence: ParsedSentence,
  index: number,
  isKnown: (word: Word) => boolean,
): Description[] => {
  const tree = treeOf(sentence);
  const events = eventWordsOf(codebook);
  return [...sentence.tokens.keys()].flatMap((word) => {
    const { upos } = tokenAt(tree, word);
    if (isKnown(word) || (upos !== 'NOUN' && upos !== 'PROPN' && upos !== 'ADJ')) return [];
    if (isNobody(codebook, tree, word) || !isParty(tree, word, events)) return [];
    return describeParty(codebook, sentence, index, word) ?? [];
  });
};
