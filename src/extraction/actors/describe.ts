import type { Codebook, NamedCountry } from '../../codebook/index.ts';
import { dependents, type Entity, entityAt, type ParsedSentence, treeOf } from '../../reading/index.ts';
import { bodyOfStatesIn } from './body-of.ts';
import { describeTitle } from './describe-title.ts';
import { asCountry, bare, type Description } from './description.ts';
import { genderInWords } from './gender.ts';
import { countryIn, type NounPhrase } from './noun-phrase.ts';
import { apposedRole, headRole, readRole, textOf, withoutDeterminer } from './role.ts';

/** The country named right before a title that the parser took apart from it: "| Norland | President Ada Berg". */
const countryBefore = (
  codebook: Codebook,
  sentence: ParsedSentence,
  title: readonly number[],
): NamedCountry | undefined => {
  const [first = 0] = title;
  if (first === 0 || codebook.titles.find(title.map((word) => sentence.tokens[word]?.text ?? '')) === undefined)
    return undefined;
  const entity = entityAt(sentence, first - 1);
  const words = sentence.tokens.slice(entity?.first ?? first - 1, first).map(({ text }) => text);
  return sentence.tokens[first - 1]?.upos === 'PROPN' ? codebook.nations.countryOf(words.join(' ')) : undefined;
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
  const before = withoutDeterminer(
    codebook,
    sentence,
    phrase.words.filter((word) => !inName(word)),
  );
  const country = (countryIn(codebook, sentence, before) ?? countryBefore(codebook, sentence, before))?.country;
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
    former: role?.former === true,
  };
};

const describeCountry = (codebook: Codebook, sentence: ParsedSentence, phrase: NounPhrase): Description | undefined => {
  const head = sentence.tokens[phrase.head];
  const base = bare(codebook, phrase, sentence);
  if (codebook.isWord('government', head?.lemma) && phrase.country !== undefined)
    return asCountry(base, phrase.country.country);
  const named = codebook.nations.countryOf(base.name);
  if (named === undefined) return undefined;
  if (named.match !== 'demonym') return asCountry(base, named.country);
  // "The French", and "French claim" where the claim is theirs.
  if (phrase.definite || head?.deprel === 'nmod:poss') return asCountry(base, named.country);
  return phrase.plural ? { ...base, form: 'name', kind: 'group', country: named.country, sector: 'CVL' } : undefined;
};

/** "G7 members", "the EU countries": all the members of a body of states are that body; some of them are not. */
const describeMembers = (codebook: Codebook, sentence: ParsedSentence, phrase: NounPhrase): Description | undefined => {
  const head = sentence.tokens[phrase.head];
  if (!phrase.plural || !codebook.isWord('members', head?.lemma)) return undefined;
  const isSome = dependents(treeOf(sentence), phrase.head, 'nummod', 'det', 'amod').some(
    (word) => sentence.tokens[word]?.upos === 'NUM' || codebook.isWord('quantifiers', sentence.tokens[word]?.text),
  );
  const body = bodyOfStatesIn(codebook, sentence, phrase.words);
  if (isSome || body === undefined) return undefined;
  const base = { ...bare(codebook, phrase, sentence), country: undefined, affiliation: null };
  return { ...base, form: 'name', kind: 'organization', name: body.name, sector: body.code };
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
  const isAgain = phrase.definite && (!grouped || codebook.isWord('body-again', body.phrase));
  const settled = phrase.country !== undefined || names.length > 1 || isAgain;
  if (!settled) return undefined;
  return { ...base, form: 'name', kind: grouped ? 'group' : 'organization', sector: body.entry.sector };
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
    former: role.former,
  };
};

/** Can this be a name? One has a capital and does not begin with a preposition or conjunction ("and Security"). */
const isName = (sentence: ParsedSentence, { kind, first, last }: Entity): boolean => {
  if (kind !== 'person' && kind !== 'organization') return true;
  const upos = sentence.tokens[first]?.upos;
  if (upos === 'ADP' || upos === 'CCONJ') return false;
  return kind === 'organization' || sentence.tokens.slice(first, last + 1).some(({ text }) => /\p{Lu}/u.test(text));
};

/** The words of a name, where nothing but adjectives, articles and nouns stands before it ("the mighty | Norland |", "old foe | Norland |"). */
const nameAlone = (sentence: ParsedSentence, { entity, words }: NounPhrase): number[] => {
  const inName = (word: number): boolean => entity !== undefined && entity.first <= word && word <= entity.last;
  const isPlain = words.every(
    (word) => inName(word) || ['ADJ', 'DET', 'NOUN'].includes(sentence.tokens[word]?.upos ?? ''),
  );
  return isPlain ? words.filter(inName) : [];
};

/** A "person" whose name the codebook has as a body's, country's or capital's; of several words only as a country's own name. */
const describeKnown = (codebook: Codebook, sentence: ParsedSentence, phrase: NounPhrase): Description | undefined => {
  const words = withoutDeterminer(codebook, sentence, phrase.words);
  if (codebook.nations.organizationOf(textOf(sentence, words)) !== undefined)
    return describeBody(codebook, sentence, phrase);
  if (words.length === 1) return describeCountry(codebook, sentence, phrase);
  const name = nameAlone(sentence, phrase);
  const isCountry = codebook.nations.countryOf(textOf(sentence, name))?.match === 'name';
  return isCountry ? describeCountry(codebook, sentence, { ...phrase, words: name }) : undefined;
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
    describeMembers(codebook, sentence, phrase) ??
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
