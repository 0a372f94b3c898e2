import type { Codebook, Country, Organization, TitleSet } from '../../codebook/index.ts';
import { dependents, type Entity, entityAt, type ParsedSentence, treeOf } from '../../reading/index.ts';
import type { ActorKind } from '../records.ts';
import { type Gender, genderInWords } from './gender.ts';
import { appositionsOf, countryIn, type NounPhrase } from './noun-phrase.ts';
import { apposedRole, headRole, readRole, textOf, withoutDeterminer } from './role.ts';

/** What a noun phrase says of an actor, before anybody asks who it is. */
export interface Description {
  readonly phrase: NounPhrase;
  /** `name` a proper name · `title` a role alone ("the minister") · `country` · `pronoun`. */
  readonly form: 'name' | 'title' | 'country' | 'pronoun';
  readonly kind: ActorKind;
  /** The name without titles, or the words of the phrase without an article. */
  readonly name: string;
  /** The title, as in the text, without the country or body it belongs to. */
  readonly role: string | null;
  readonly title: TitleSet | undefined;
  /** Last words of the title as the codebook knows them: "foreign minister". */
  readonly titlePhrase: string | null;
  readonly country: Country | undefined;
  readonly affiliation: string | null;
  /** PLOVER sector, where the words say it. */
  readonly sector: string | null;
  /** Whether the words say that a man or a woman is meant. */
  readonly gender?: Gender | undefined;
}

const LONGEST_BODY = 6;

const describePerson = (
  codebook: Codebook,
  sentence: ParsedSentence,
  phrases: readonly NounPhrase[],
  phrase: NounPhrase,
): Description => {
  const { entity } = phrase;
  const inName = (word: number): boolean => entity !== undefined && entity.first <= word && word <= entity.last;
  const nameWords = phrase.words.filter(inName);
  const before = withoutDeterminer(
    codebook,
    sentence,
    phrase.words.filter((word) => !inName(word)),
  );
  const country = countryIn(codebook, sentence, before)?.country;
  const role =
    readRole(codebook, sentence, before, country) ??
    apposedRole(codebook, sentence, phrases, phrase.head) ??
    headRole(codebook, sentence, phrases, phrase.head);
  return {
    phrase,
    form: 'name',
    kind: 'person',
    name: textOf(sentence, nameWords),
    role: role?.role ?? null,
    title: role?.title,
    titlePhrase: role?.titlePhrase ?? null,
    country: role?.country ?? country,
    affiliation: role?.affiliation ?? null,
    sector: role?.title.sector ?? null,
  };
};

const bare = (
  codebook: Codebook,
  phrase: NounPhrase,
  sentence: ParsedSentence,
): Omit<Description, 'form' | 'kind' | 'sector'> => ({
  phrase,
  name: textOf(sentence, withoutDeterminer(codebook, sentence, phrase.words)),
  role: null,
  title: undefined,
  titlePhrase: null,
  country: phrase.country?.country,
  affiliation: phrase.country?.country.name ?? null,
});

const describeCountry = (codebook: Codebook, sentence: ParsedSentence, phrase: NounPhrase): Description | undefined => {
  const head = sentence.tokens[phrase.head];
  const base = bare(codebook, phrase, sentence);
  const asCountry = (country: Country): Description => ({
    ...base,
    form: 'country',
    kind: 'country',
    name: country.name,
    country,
    affiliation: null,
    sector: 'GOV',
  });
  if (codebook.isWord('government', head?.lemma) && phrase.country !== undefined)
    return asCountry(phrase.country.country);
  const named = codebook.nations.countryOf(base.name);
  if (named === undefined) return undefined;
  if (named.match !== 'demonym') return asCountry(named.country);
  if (phrase.definite) return asCountry(named.country);
  return phrase.plural ? { ...base, form: 'name', kind: 'group', country: named.country, sector: 'CVL' } : undefined;
};

/** The body of several states that a run of words names: "the | African Union | Commission", "EU | foreign ministers". */
const bodyOfStatesIn = (
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

/** "On Facebook", "his social media post": where something was said is nobody; the company that runs it may be. */
const isNetwork = (
  codebook: Codebook,
  sentence: ParsedSentence,
  { head, entity }: NounPhrase,
  words: readonly string[],
): boolean => {
  if (codebook.channels.find(words)?.entry.id !== 'network') return false;
  const isOblique = ['obl', 'nmod'].includes(sentence.tokens[head]?.deprel ?? '');
  return entity === undefined || (isOblique && dependents(treeOf(sentence), head, 'case').length > 0);
};

/** A phrase headed by a word for a body: "the Security Council", "Russia's foreign ministry", "opposition lawmakers". */
const describeBody = (codebook: Codebook, sentence: ParsedSentence, phrase: NounPhrase): Description | undefined => {
  const base = bare(codebook, phrase, sentence);
  const names = base.name.split(' ');
  const organization = codebook.nations.organizationOf(base.name);
  if (organization !== undefined)
    return {
      ...base,
      form: 'name',
      kind: 'organization',
      name: organization.name,
      country: undefined,
      affiliation: null,
      sector: organization.code,
    };
  if (phrase.entity === undefined && (phrase.words.at(-1) ?? 0) > phrase.head) return undefined;
  if (isNetwork(codebook, sentence, phrase, names)) return undefined;
  const body = codebook.bodies.find(names);
  if (phrase.entity?.kind === 'organization') {
    const ofStates = bodyOfStatesIn(codebook, sentence, phrase.words);
    return {
      ...base,
      form: 'name',
      kind: 'organization',
      sector: ofStates?.code ?? body?.entry.sector ?? codebook.bodies.find(names, true)?.entry.sector ?? null,
    };
  }
  if (body === undefined) return undefined;
  const grouped = phrase.plural || codebook.isWord('group-singular', body.phrase);
  const settled = phrase.country !== undefined || names.length > 1 || (phrase.definite && !grouped);
  if (!settled) return undefined;
  return { ...base, form: 'name', kind: grouped ? 'group' : 'organization', sector: body.entry.sector };
};

/** "The leader of the opposition" is the opposition leader. */
const turnedTitle = (
  codebook: Codebook,
  sentence: ParsedSentence,
  { head }: NounPhrase,
): ReturnType<Codebook['titles']['find']> => {
  const title = sentence.tokens[head]?.lemma ?? '';
  return dependents(treeOf(sentence), head, 'nmod')
    .map((word) => codebook.titles.find([sentence.tokens[word]?.lemma ?? '', title]))
    .find((found) => found?.phrase.endsWith(` ${title}`) === true);
};

/** A role alone: "the minister", "Sudmark's foreign minister", "opposition lawmakers". */
const describeTitle = (codebook: Codebook, sentence: ParsedSentence, phrase: NounPhrase): Description | undefined => {
  const head = sentence.tokens[phrase.head];
  if (head === undefined || codebook.isWord('unnamed', head.text)) return undefined;
  const isNamed = appositionsOf(treeOf(sentence), phrase.head).some((word) =>
    sentence.entities.some((entity) => entity.kind === 'person' && entity.first <= word && word <= entity.last),
  );
  if (isNamed) return undefined;
  const words = withoutDeterminer(codebook, sentence, phrase.words);
  const lemmas = words.map((word) => (word === phrase.head ? head.lemma : (sentence.tokens[word]?.text ?? '')));
  const found = turnedTitle(codebook, sentence, phrase) ?? codebook.titles.find(lemmas);
  if (found === undefined) return undefined;
  const role = readRole(codebook, sentence, words, phrase.country?.country)?.role ?? found.phrase;
  const base = {
    ...bare(codebook, phrase, sentence),
    role,
    title: found.entry,
    titlePhrase: found.phrase,
    sector: found.entry.sector,
  };
  if (!phrase.plural)
    return phrase.definite || phrase.country !== undefined ? { ...base, form: 'title', kind: 'person' } : undefined;
  if (words.length < 2) return undefined;
  const ofStates = bodyOfStatesIn(codebook, sentence, phrase.words);
  const affiliation = base.affiliation ?? ofStates?.name ?? null;
  return { ...base, form: 'name', kind: 'group', role: null, affiliation, sector: ofStates?.code ?? base.sector };
};

/** A name that the network marks as no entity: a person where a title or a second name part says so. */
const describeUnmarked = (
  codebook: Codebook,
  sentence: ParsedSentence,
  phrases: readonly NounPhrase[],
  phrase: NounPhrase,
): Description | undefined => {
  const head = sentence.tokens[phrase.head];
  if (head?.upos !== 'PROPN' || phrase.entity !== undefined) return undefined;
  const parts = [phrase.head, ...dependents(treeOf(sentence), phrase.head, 'flat')];
  const inPerson = (word: number): boolean => entityAt(sentence, word)?.kind === 'person';
  if (parts.some(inPerson)) return undefined;
  const role = apposedRole(codebook, sentence, phrases, phrase.head);
  if (role === undefined && parts.length < 2) return undefined;
  const base = {
    ...bare(codebook, phrase, sentence),
    name: textOf(sentence, parts),
    form: 'name',
    kind: 'person',
  } as const;
  if (role === undefined) return { ...base, sector: null };
  return {
    ...base,
    role: role.role,
    title: role.title,
    titlePhrase: role.titlePhrase,
    country: role.country,
    affiliation: role.affiliation,
    sector: role.title.sector,
  };
};

/** Can this be a name? One has a capital and does not begin with a preposition or conjunction ("and Security"). */
const isName = (sentence: ParsedSentence, { kind, first, last }: Entity): boolean => {
  if (kind !== 'person' && kind !== 'organization') return true;
  const upos = sentence.tokens[first]?.upos;
  if (upos === 'ADP' || upos === 'CCONJ') return false;
  return kind === 'organization' || sentence.tokens.slice(first, last + 1).some(({ text }) => /\p{Lu}/u.test(text));
};

/** A "person" whose name the codebook has as a body's or capital's. */
const describeKnown = (codebook: Codebook, sentence: ParsedSentence, phrase: NounPhrase): Description | undefined => {
  const words = withoutDeterminer(codebook, sentence, phrase.words);
  if (codebook.nations.organizationOf(textOf(sentence, words)) !== undefined)
    return describeBody(codebook, sentence, phrase);
  return words.length === 1 ? describeCountry(codebook, sentence, phrase) : undefined;
};

const describeWords = (
  codebook: Codebook,
  sentence: ParsedSentence,
  phrases: readonly NounPhrase[],
  phrase: NounPhrase,
): Description | undefined => {
  const head = sentence.tokens[phrase.head];
  if (head === undefined) return undefined;
  if (head.upos === 'PRON') {
    if (!codebook.isWord('actor-pronouns', head.text)) return undefined;
    return { ...bare(codebook, phrase, sentence), form: 'pronoun', kind: 'person', name: head.text, sector: null };
  }
  if (phrase.entity !== undefined && !isName(sentence, phrase.entity)) return undefined;
  if (phrase.entity?.kind === 'person')
    return describeKnown(codebook, sentence, phrase) ?? describePerson(codebook, sentence, phrases, phrase);
  if (phrase.entity !== undefined && ['date', 'money', 'product'].includes(phrase.entity.kind)) return undefined;
  return (
    describeCountry(codebook, sentence, phrase) ??
    describeBody(codebook, sentence, phrase) ??
    describeTitle(codebook, sentence, phrase) ??
    describeUnmarked(codebook, sentence, phrases, phrase)
  );
};

/** What a noun phrase says of an actor; undefined where it names none. */
export const describe = (
  codebook: Codebook,
  sentence: ParsedSentence,
  phrases: readonly NounPhrase[],
  phrase: NounPhrase,
): Description | undefined => {
  if (codebook.isWord('negations', sentence.tokens[phrase.words[0] ?? phrase.head]?.text)) return undefined;
  const description = describeWords(codebook, sentence, phrases, phrase);
  if (description?.kind !== 'person' || description.form === 'pronoun') return description;
  return { ...description, gender: genderInWords(codebook, sentence, phrase) };
};
