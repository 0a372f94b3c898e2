import type { Codebook } from '../../codebook/index.ts';
import { dependents, type ParsedSentence, treeOf } from '../../reading/index.ts';
import { bodyBehind, bodyOfStatesIn } from './body-of.ts';
import { bare, type Description } from './description.ts';
import { appositionsOf, type NounPhrase } from './noun-phrase.ts';
import { readRole, textOf, withoutDeterminer } from './role.ts';

type Found = ReturnType<Codebook['titles']['find']>;

/** "The leader of the opposition" is the opposition leader. */
const turnedTitle = (codebook: Codebook, sentence: ParsedSentence, head: number): Found => {
  const title = sentence.tokens[head]?.lemma ?? '';
  return dependents(treeOf(sentence), head, 'nmod')
    .map((word) => codebook.titles.find([sentence.tokens[word]?.lemma ?? '', title]))
    .find((found) => found?.phrase.endsWith(` ${title}`) === true);
};

/** The title that the words of a phrase end with, whatever country or body stands among them: "top | U.S. | diplomat". */
const titleOf = (
  codebook: Codebook,
  sentence: ParsedSentence,
  { head }: NounPhrase,
  words: readonly number[],
): Found => {
  const lemmas = words.flatMap((word) => {
    const token = sentence.tokens[word];
    if (token === undefined) return [];
    if (word === head) return [token.lemma];
    const { countryOf, organizationOf } = codebook.nations;
    return countryOf(token.text) === undefined && organizationOf(token.text) === undefined ? [token.text] : [];
  });
  return turnedTitle(codebook, sentence, head) ?? codebook.titles.find(lemmas);
};

/** Several of a title: "EU foreign ministers", "senior diplomats from the African Union"; "the ministers" are some met before. */
const describeSeveral = (
  codebook: Codebook,
  sentence: ParsedSentence,
  base: Description,
  words: readonly number[],
): Description | undefined => {
  const { phrase } = base;
  const ofStates = bodyOfStatesIn(codebook, sentence, phrase.words);
  const behind = ofStates === undefined ? bodyBehind(codebook, sentence, phrase) : undefined;
  const affiliation = base.affiliation ?? ofStates?.name ?? behind?.name ?? null;
  const group = { ...base, kind: 'group', role: null, affiliation } as const;
  const isUnnamed = codebook.isWord('unnamed', sentence.tokens[phrase.head]?.text);
  if (affiliation === null && phrase.definite) return { ...group, form: 'title' };
  if (affiliation === null && (isUnnamed || words.length < 2)) return undefined;
  const sector = ofStates?.code ?? behind?.sector ?? base.sector;
  if (behind === undefined) return { ...group, form: 'name', sector };
  const first = words[0] ?? phrase.head;
  const named = sentence.tokens.flatMap((_, word) => (first <= word && word <= behind.last ? [word] : []));
  return { ...group, form: 'name', sector, name: textOf(sentence, named), phrase: { ...phrase, words: named } };
};

/** Whom nobody knows by this word: "officials"; "analysts" and "diplomats" only where the text does not say whose. */
const isNobody = (codebook: Codebook, sentence: ParsedSentence, { head, plural }: NounPhrase): boolean => {
  const word = sentence.tokens[head]?.text;
  return codebook.isWord('unnamed', word) && !(plural && codebook.isWord('unnamed-alone', word));
};

/** A role alone: "the minister", "Sudmark's foreign minister", "opposition lawmakers". */
export const describeTitle = (
  codebook: Codebook,
  sentence: ParsedSentence,
  phrase: NounPhrase,
): Description | undefined => {
  const words = withoutDeterminer(codebook, sentence, phrase.words);
  const found = titleOf(codebook, sentence, phrase, words);
  if (found === undefined) return undefined;
  const isTop = found.phrase.includes(' ');
  if (!isTop && isNobody(codebook, sentence, phrase)) return undefined;
  const isNamed = appositionsOf(treeOf(sentence), phrase.head).some((word) =>
    sentence.entities.some((entity) => entity.kind === 'person' && entity.first <= word && word <= entity.last),
  );
  if (isNamed) return undefined;
  const read = readRole(codebook, sentence, words, phrase.country?.country);
  const role = read?.role ?? found.phrase;
  const base: Description = {
    ...bare(codebook, phrase, sentence),
    form: 'title',
    kind: 'person',
    role,
    title: found.entry,
    titlePhrase: found.phrase,
    sector: found.entry.sector,
    former: read?.former === true,
  };
  if (phrase.plural) return describeSeveral(codebook, sentence, base, words);
  return phrase.definite || phrase.country !== undefined ? base : undefined;
};
