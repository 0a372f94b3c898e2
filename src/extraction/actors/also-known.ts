import type { Codebook } from '../../codebook/index.ts';
import { ancestors, dependents, entityAt, type ParsedSentence, treeOf, universal } from '../../reading/index.ts';
import type { Description } from './description.ts';
import { isSamePerson, keyOf } from './same-name.ts';
import type { Told } from './told.ts';

/** A name, and whom its report also calls so. */
export interface OtherName {
  readonly other: Description;
  readonly bearer: Description;
}

/** A person or body by a name, not by a noun ("the aid group"), which only the text around it gives a name. */
const isName = ({ sentence, description: { form, kind, phrase } }: Told): boolean =>
  form === 'name' && (kind === 'person' || kind === 'organization') && sentence.tokens[phrase.head]?.upos === 'PROPN';

/** The noun by which a phrase gives a name ("his nickname, | Toto"); -1 where it does so without. */
const namingNounOf = (codebook: Codebook, sentence: ParsedSentence, head: number): number => {
  const above = sentence.tokens[head]?.head ?? -1;
  const { lemma, upos } = sentence.tokens[above] ?? {};
  return upos === 'NOUN' && codebook.isWord('other-names', lemma) ? above : -1;
};

/** The verb by which a phrase gives a name: "known | as Daesh", "known by his nickname | Toto", "nicknamed | Toto"; -1 for other phrases. */
const namingVerbOf = (codebook: Codebook, sentence: ParsedSentence, head: number): number => {
  const noun = namingNounOf(codebook, sentence, head);
  const top = noun < 0 ? head : noun;
  const { deprel = '', head: above = -1 } = sentence.tokens[top] ?? {};
  const verb = sentence.tokens[above];
  if (verb?.feats.VerbForm !== 'Part') return -1;
  if (codebook.isWord('naming-so', verb.lemma)) return ['obj', 'xcomp'].includes(universal(deprel)) ? above : -1;
  if (!codebook.isWord('knowing-as', verb.lemma) || universal(deprel) !== 'obl') return -1;
  const marks = dependents(treeOf(sentence), top, 'case').map((mark) => sentence.tokens[mark]?.lemma);
  return marks.includes('as') || (noun >= 0 && marks.includes('by')) ? above : -1;
};

/** Words that may stand between somebody and the verb that gives another name: ", who is also | known". */
const BETWEEN = ['PUNCT', 'ADV', 'AUX', 'PRON', 'DET'];

/** The last word before a verb that is more than a mark, an adverb or "who is"; -1 if none is. */
const wordBefore = (sentence: ParsedSentence, verb: number): number => {
  let at = verb - 1;
  while (at >= 0 && BETWEEN.includes(sentence.tokens[at]?.upos ?? '')) at -= 1;
  return at;
};

/** Who is told of in the words that a clause is about: by its tree, or else right before it. */
const bearerOf = (sentence: ParsedSentence, names: readonly Told[], verb: number): Description | undefined => {
  const before = wordBefore(sentence, verb);
  const entity = entityAt(sentence, before);
  const above = ancestors(treeOf(sentence), verb);
  const isMeant = (head: number): boolean =>
    entity === undefined ? above.includes(head) : entity.first <= head && head <= entity.last;
  return names.find(({ description }) => isMeant(description.phrase.head))?.description;
};

/**
 * The other names that a sentence gives those whom it names: "the General Service, known as | Shin |", "Berg, better known as | Toto |".
 *
 * @param own What phrases of the sentence say of actors.
 */
export const otherNames = (codebook: Codebook, own: readonly Told[]): OtherName[] => {
  const names = own.filter(isName);
  return names.flatMap(({ sentence, description }) => {
    const verb = namingVerbOf(codebook, sentence, description.phrase.head);
    if (verb < 0) return [];
    const bearer = bearerOf(sentence, names, verb);
    return bearer !== undefined && bearer.name !== description.name ? [{ other: description, bearer }] : [];
  });
};

/** The one of the other names that a name is, or is the end of: "Toto", and "Golan" for "Abu Golan". */
export const otherNamed = (others: readonly OtherName[], named: Description): OtherName | undefined => {
  const ofKind = others.filter(({ other }) => other.kind === named.kind);
  const exact = ofKind.find(({ other }) => keyOf(other.name) === keyOf(named.name));
  if (exact !== undefined || named.kind !== 'person') return exact;
  const alike = ofKind.filter(({ other }) => isSamePerson(other.name, named.name));
  return alike.length === 1 ? alike[0] : undefined;
};

/** What a phrase says of the bearer of its name: a nickname alone does not tell a person from a body, who bears it does. */
export const asBearer = (description: Description, { bearer }: OtherName): Description => {
  const named = { ...description, name: bearer.name };
  return bearer.kind === description.kind ? named : { ...named, kind: bearer.kind, sector: null };
};
