import type { Codebook } from '../../codebook/index.ts';
import { dependents, type EntityKind, type ParsedSentence, treeOf } from '../../reading/index.ts';
import type { Description } from './description.ts';
import type { Doubtful } from './doubtful.ts';
import type { Finding } from './finding.ts';
import { genderInWords } from './gender.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { textOf } from './role.ts';
import { createRoster } from './roster.ts';

const KINDS: readonly (EntityKind | undefined)[] = ['organization', 'location', 'misc', 'norp', undefined];
const LONGEST = 3;

/** One capital and small letters behind it ("McKay"), no acronym. */
const PART = /^\p{Lu}[\p{L}'’-]*\p{Ll}\*?$/u;

const isPlaceUse = (codebook: Codebook, sentence: ParsedSentence, head: number): boolean =>
  dependents(treeOf(sentence), head, 'case').some((mark) =>
    codebook.isWord('place-prepositions', sentence.tokens[mark]?.lemma ?? ''),
  );

/** The words of a name that may be a person's, for all that the codebook knows. */
const nameOf = (
  codebook: Codebook,
  sentence: ParsedSentence,
  { entity, words, head, plural }: NounPhrase,
): number[] => {
  if (!KINDS.includes(entity?.kind) || plural || sentence.tokens[head]?.upos !== 'PROPN') return [];
  const own =
    entity === undefined
      ? [head, ...dependents(treeOf(sentence), head, 'flat')]
      : words.filter((word) => entity.first <= word && word <= entity.last);
  const texts = own.map((word) => sentence.tokens[word]?.text ?? '');
  const isPlain = texts.every((text) => PART.test(text)) && own.length > 0 && own.length <= LONGEST;
  if (!isPlain || dependents(treeOf(sentence), head, 'det').length > 0) return [];
  const name = texts.join(' ');
  const isKnown =
    codebook.nations.countryOf(name) !== undefined ||
    codebook.nations.organizationOf(name) !== undefined ||
    codebook.bodies.find(texts) !== undefined ||
    codebook.titles.find(texts) !== undefined;
  return isKnown ? [] : own;
};

const isNobodyKnown = (described: Description | undefined): boolean =>
  described === undefined ||
  (described.kind === 'organization' &&
    described.form === 'name' &&
    described.sector === null &&
    described.country === undefined);

/** What a phrase says if its name is a person's after all; `described` is what it is taken to say otherwise. */
export const describeMisread = (
  codebook: Codebook,
  sentence: ParsedSentence,
  phrase: NounPhrase,
  described: Description | undefined,
): Description | undefined => {
  if (!isNobodyKnown(described)) return undefined;
  const words = nameOf(codebook, sentence, phrase);
  if (words.length === 0) return undefined;
  return {
    phrase: { ...phrase, words },
    form: 'name',
    kind: 'person',
    name: textOf(sentence, words),
    role: null,
    title: undefined,
    titlePhrase: null,
    country: undefined,
    affiliation: null,
    sector: null,
    gender: genderInWords(codebook, sentence, phrase),
  };
};

/** Those who would bear such names, of names that stand nowhere as a place's; with a person named in full elsewhere, it is that person. */
export const findMisread = (finding: Finding, all: readonly Description[]): Doubtful[] => {
  const { codebook, sentences, roster } = finding;
  const places = new Set(
    all
      .filter(({ phrase }) => {
        const own = sentences[phrase.sentence];
        return own !== undefined && isPlaceUse(codebook, own, phrase.head);
      })
      .map(({ name }) => name),
  );
  const beside = createRoster();
  return all
    .filter(({ name }) => !places.has(name))
    .map((description) => ({
      sentence: description.phrase.sentence,
      head: description.phrase.head,
      entry: roster.known(description) ?? beside.enter(description),
      description,
    }));
};
