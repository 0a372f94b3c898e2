import type { Codebook, Country, TitleSet } from '../../codebook/index.ts';
import { dependents, type ParsedSentence, treeOf } from '../../reading/index.ts';
import type { ActorKind } from '../records.ts';
import type { NounPhrase } from './noun-phrase.ts';

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
}

const textOf = (sentence: ParsedSentence, words: readonly number[]): string => {
  let text = '';
  let end = -1;
  for (const word of words) {
    const token = sentence.tokens[word];
    if (token === undefined) continue;
    text += (end >= 0 && token.start > end ? ' ' : '') + token.text;
    end = token.end;
  }
  return text;
};

const ARTICLES = new Set([
  'the',
  'a',
  'an',
  'any',
  'some',
  'no',
  'these',
  'those',
  'this',
  'that',
  'all',
  'more',
  'many',
  'several',
  'other',
]);

const withoutArticle = (sentence: ParsedSentence, words: readonly number[]): number[] =>
  words.slice(
    Math.max(
      0,
      words.findIndex((word) => !ARTICLES.has(sentence.tokens[word]?.text.toLowerCase() ?? '')),
    ),
  );

interface Role {
  readonly role: string;
  readonly title: TitleSet;
  readonly titlePhrase: string;
  readonly country: Country | undefined;
  readonly affiliation: string | null;
}

const NEVER_IN_ROLE = new Set(['the', 'a', 'an', 'his', 'her', 'its', 'their', "'s", '’s', ',', 'former', 'then']);

/** Reads words such as "White House national security adviser" as a role with its country or body. */
const readRole = (
  codebook: Codebook,
  sentence: ParsedSentence,
  words: readonly number[],
  country: Country | undefined,
): Role | undefined => {
  const tokens = words.map((word) => sentence.tokens[word]?.text ?? '');
  const found = codebook.titles.find(tokens, true);
  if (found === undefined) return undefined;
  const spent = new Set<number>();
  let affiliation: string | null = null;
  for (const entity of sentence.entities) {
    if (!words.includes(entity.first) || entity.kind === 'person' || entity.kind === 'date') continue;
    const inside = words.filter((word) => entity.first <= word && word <= entity.last);
    const text = textOf(sentence, inside);
    if (codebook.titles.find(text.split(' ')) !== undefined) continue;
    affiliation = text;
    for (const word of inside) spent.add(word);
  }
  const kept = words.filter(
    (word) => !spent.has(word) && !NEVER_IN_ROLE.has(sentence.tokens[word]?.text.toLowerCase() ?? ''),
  );
  const role = textOf(sentence, kept);
  return role === ''
    ? undefined
    : { role, title: found.entry, titlePhrase: found.phrase, country, affiliation: country?.name ?? affiliation };
};

/** The role that an apposition gives: "Ada Berg, the foreign minister of Norland". */
const apposedRole = (
  codebook: Codebook,
  sentence: ParsedSentence,
  phrases: readonly NounPhrase[],
  head: number,
): Role | undefined => {
  for (const word of dependents(treeOf(sentence), head, 'appos')) {
    const phrase = phrases.find((other) => other.head === word);
    const role =
      phrase === undefined
        ? undefined
        : readRole(codebook, sentence, withoutArticle(sentence, phrase.words), phrase.country?.country);
    if (role !== undefined) return role;
  }
  return undefined;
};

/** The role that a name is an apposition to: "Secretary of State Ada Berg", "his lawyer, Ada Berg". */
const headRole = (
  codebook: Codebook,
  sentence: ParsedSentence,
  phrases: readonly NounPhrase[],
  head: number,
): Role | undefined => {
  const token = sentence.tokens[head];
  if (token?.deprel !== 'appos') return undefined;
  const above = phrases.find((phrase) => phrase.head === token.head);
  if (above === undefined || above.entity?.kind === 'person') return undefined;
  return readRole(codebook, sentence, withoutArticle(sentence, above.words), above.country?.country);
};

const describePerson = (
  codebook: Codebook,
  sentence: ParsedSentence,
  phrases: readonly NounPhrase[],
  phrase: NounPhrase,
): Description => {
  const { entity } = phrase;
  const inName = (word: number): boolean => entity !== undefined && entity.first <= word && word <= entity.last;
  const nameWords = phrase.words.filter(inName);
  const before = withoutArticle(
    sentence,
    phrase.words.filter((word) => !inName(word)),
  );
  const role =
    readRole(codebook, sentence, before, phrase.country?.country) ??
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
    country: role?.country ?? phrase.country?.country,
    affiliation: role?.affiliation ?? null,
    sector: role?.title.sector ?? null,
  };
};

const GOVERNMENT = new Set([
  'government',
  'administration',
  'regime',
  'authorities',
  'leadership',
  'cabinet',
  'presidency',
  'officials',
]);
const UNNAMED = new Set([
  'official',
  'officials',
  'analyst',
  'analysts',
  'source',
  'sources',
  'expert',
  'experts',
  'people',
  'many',
  'some',
  'others',
  'reporter',
  'reporters',
  'journalists',
  'observers',
  'critics',
  'witnesses',
  'aide',
  'aides',
  'diplomats',
  'diplomat',
]);

const bare = (phrase: NounPhrase, sentence: ParsedSentence): Omit<Description, 'form' | 'kind' | 'sector'> => ({
  phrase,
  name: textOf(sentence, withoutArticle(sentence, phrase.words)),
  role: null,
  title: undefined,
  titlePhrase: null,
  country: phrase.country?.country,
  affiliation: phrase.country?.country.name ?? null,
});

const describeCountry = (codebook: Codebook, sentence: ParsedSentence, phrase: NounPhrase): Description | undefined => {
  const head = sentence.tokens[phrase.head];
  const base = bare(phrase, sentence);
  const asCountry = (country: Country): Description => ({
    ...base,
    form: 'country',
    kind: 'country',
    name: country.name,
    country,
    affiliation: null,
    sector: 'GOV',
  });
  if (GOVERNMENT.has(head?.lemma ?? '') && head?.lemma !== 'official' && phrase.country !== undefined)
    return asCountry(phrase.country.country);
  const named = codebook.nations.countryOf(base.name);
  if (named === undefined) return undefined;
  if (named.match !== 'demonym') return asCountry(named.country);
  if (phrase.definite) return asCountry(named.country);
  return phrase.plural ? { ...base, form: 'name', kind: 'group', country: named.country, sector: 'CVL' } : undefined;
};

/** A phrase headed by a word for a body: "the Security Council", "Russia's foreign ministry", "opposition lawmakers". */
const describeBody = (codebook: Codebook, sentence: ParsedSentence, phrase: NounPhrase): Description | undefined => {
  const base = bare(phrase, sentence);
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
  const body = codebook.bodies.find(names);
  if (phrase.entity?.kind === 'organization') {
    return {
      ...base,
      form: 'name',
      kind: 'organization',
      sector: body?.entry.sector ?? codebook.bodies.find(names, true)?.entry.sector ?? null,
    };
  }
  if (body === undefined) return undefined;
  const grouped = phrase.plural || ['police', 'military', 'army', 'opposition'].includes(body.phrase);
  const settled = phrase.country !== undefined || names.length > 1 || (phrase.definite && !grouped);
  if (!settled) return undefined;
  return { ...base, form: 'name', kind: grouped ? 'group' : 'organization', sector: body.entry.sector };
};

/** A role alone: "the minister", "Sudmark's foreign minister", "opposition lawmakers". */
const describeTitle = (codebook: Codebook, sentence: ParsedSentence, phrase: NounPhrase): Description | undefined => {
  const head = sentence.tokens[phrase.head];
  if (head === undefined || UNNAMED.has(head.text.toLowerCase())) return undefined;
  const isNamed = dependents(treeOf(sentence), phrase.head, 'appos').some((word) =>
    sentence.entities.some((entity) => entity.kind === 'person' && entity.first <= word && word <= entity.last),
  );
  if (isNamed) return undefined;
  const words = withoutArticle(sentence, phrase.words);
  const lemmas = words.map((word) => (word === phrase.head ? head.lemma : (sentence.tokens[word]?.text ?? '')));
  const found = codebook.titles.find(lemmas);
  if (found === undefined) return undefined;
  const role = readRole(codebook, sentence, words, phrase.country?.country)?.role ?? found.phrase;
  const base = {
    ...bare(phrase, sentence),
    role,
    title: found.entry,
    titlePhrase: found.phrase,
    sector: found.entry.sector,
  };
  if (!phrase.plural)
    return phrase.definite || phrase.country !== undefined ? { ...base, form: 'title', kind: 'person' } : undefined;
  return words.length > 1 ? { ...base, form: 'name', kind: 'group', role: null } : undefined;
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
  const role = apposedRole(codebook, sentence, phrases, phrase.head);
  if (role === undefined && parts.length < 2) return undefined;
  const base = { ...bare(phrase, sentence), name: textOf(sentence, parts), form: 'name', kind: 'person' } as const;
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

const PRONOUNS = new Set([
  'he',
  'she',
  'they',
  'it',
  'him',
  'her',
  'them',
  'his',
  'their',
  'its',
  'himself',
  'herself',
  'who',
  'themselves',
  'itself',
  'i',
  'we',
  'my',
  'our',
  'me',
  'us',
]);

/** What a noun phrase says of an actor; undefined where it names none. */
export const describe = (
  codebook: Codebook,
  sentence: ParsedSentence,
  phrases: readonly NounPhrase[],
  phrase: NounPhrase,
): Description | undefined => {
  const head = sentence.tokens[phrase.head];
  if (head === undefined) return undefined;
  if (head.upos === 'PRON') {
    if (!PRONOUNS.has(head.text.toLowerCase())) return undefined;
    return { ...bare(phrase, sentence), form: 'pronoun', kind: 'person', name: head.text, sector: null };
  }
  if (phrase.entity?.kind === 'person') return describePerson(codebook, sentence, phrases, phrase);
  if (phrase.entity !== undefined && ['date', 'money', 'product'].includes(phrase.entity.kind)) return undefined;
  return (
    describeCountry(codebook, sentence, phrase) ??
    describeBody(codebook, sentence, phrase) ??
    describeTitle(codebook, sentence, phrase) ??
    describeUnmarked(codebook, sentence, phrases, phrase)
  );
};
