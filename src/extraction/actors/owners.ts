import { dependents, treeOf, universal } from '../../reading/index.ts';
import { answererOf } from './binding.ts';
import type { Description } from './description.ts';
import { enter, entryAt, type Finding, join, settledNear } from './finding.ts';
import { commands } from './in-clause.ts';
import { isApposition } from './noun-phrase.ts';
import type { Entry } from './roster.ts';
import type { Told } from './told.ts';

const isBody = ({ best }: Entry): boolean => best.kind === 'organization' || best.kind === 'country';

/** The possessive pronoun of a noun ("| her | office"), or -1. */
const ownerOf = ({ sentence }: Told, noun: number): number =>
  dependents(treeOf(sentence), noun, 'nmod:poss').find((word) => sentence.tokens[word]?.upos === 'PRON') ?? -1;

/** The noun of a person's role: the phrase's own, or the one that it is an apposition to or has ("its spokesman, Ada Berg"). */
const roleNouns = ({ sentence, description }: Told): number[] => {
  const { head } = description.phrase;
  const tree = treeOf(sentence);
  const above = isApposition(tree, head) ? [sentence.tokens[head]?.head ?? -1] : [];
  return [head, ...above, ...dependents(tree, head, 'appos')];
};

/**
 * The body that "its" means: the subject of a clause around it, else the only body named before it in the sentence, else the
 * subject of the sentence before.
 */
const bodyMeant = (finding: Finding, index: number, word: number): Entry | undefined => {
  const own = finding.sentences[index];
  const answerer = own === undefined ? -1 : answererOf(finding.codebook, own, word);
  const isBefore = (head: number): boolean => head < word && head !== answerer;
  const before = finding.settledIn[index]?.filter(({ entry, head }) => isBody(entry) && isBefore(head)) ?? [];
  const around = before.filter(({ head }) => own !== undefined && commands(own, word, head)).map(({ entry }) => entry);
  const inSentence = new Set(around.length > 0 ? around : before.map(({ entry }) => entry));
  const [only, second] = inSentence;
  return only === undefined ? subjectBefore(finding, index) : second === undefined ? only : undefined;
};

/** The only body that was a subject in the sentence before. */
const lastSubject = (finding: Finding, index: number): Entry | undefined => {
  const before = finding.sentences[index - 1];
  if (before === undefined) return undefined;
  const subjects = settledNear(finding, index, 1).filter(
    ({ sentence, head, entry }) =>
      sentence === index - 1 && isBody(entry) && universal(before.tokens[head]?.deprel ?? '') === 'nsubj',
  );
  return new Set(subjects.map(({ entry }) => entry)).size === 1 ? subjects[0]?.entry : undefined;
};

/** The same, in the same paragraph. */
const subjectBefore = (finding: Finding, index: number): Entry | undefined => {
  const [own, before] = [finding.sentences[index], finding.sentences[index - 1]];
  return own?.block === before?.block ? lastSubject(finding, index) : undefined;
};

/** Is "it" the subject of a verb of saying ("| It | also said")? Then a body speaks. */
const isSource = ({ codebook }: Finding, { sentence, description }: Told): boolean => {
  const token = sentence.tokens[description.phrase.head];
  if (!codebook.isWord('it', token?.text) || universal(token?.deprel ?? '') !== 'nsubj') return false;
  const verb = sentence.tokens[token?.head ?? -1];
  return verb?.upos === 'VERB' && codebook.cues.ofVerb(verb.lemma).length > 0;
};

/** "It" and "its", where a body is meant. */
const settleIt = (finding: Finding, told: Told): void => {
  const { sentence, head } = told.description.phrase;
  if (entryAt(finding, sentence, head) !== undefined) return;
  const speaks = isSource(finding, told);
  if (!speaks && !isIts(finding, told, head)) return;
  const meant = bodyMeant(finding, sentence, head) ?? (speaks ? lastSubject(finding, sentence) : undefined);
  if (meant !== undefined) join(finding, told.description, meant);
};

const isIts = (finding: Finding, told: Told, word: number): boolean =>
  finding.codebook.isWord('its', told.sentence.tokens[word]?.text);

/** Whom the possessive pronoun of a noun means; "its" is settled here, because only bodies and people are looked for. */
const settledOwner = (finding: Finding, all: readonly Told[], told: Told, noun: number): Entry | undefined => {
  const word = ownerOf(told, noun);
  const { sentence } = told.description.phrase;
  if (word < 0) return undefined;
  const known = entryAt(finding, sentence, word);
  if (known !== undefined || !isIts(finding, told, word)) return known;
  const meant = bodyMeant(finding, sentence, word);
  const pronoun = all.find(({ description }) => description.form === 'pronoun' && description.phrase.head === word);
  if (meant !== undefined && pronoun !== undefined) join(finding, pronoun.description, meant);
  return meant;
};

/** A body that a possessive pronoun gives to somebody ("her office"); it has no name before its owner is known. */
export const isOwned = (told: Told): boolean => {
  const { kind, phrase } = told.description;
  return (
    (kind === 'organization' || kind === 'group') && phrase.entity === undefined && ownerOf(told, phrase.head) >= 0
  );
};

const ownedName = (told: Told, owner: Entry): string => {
  const word = ownerOf(told, told.description.phrase.head);
  const noun = told.description.phrase.words
    .filter((each) => each > word)
    .map((each) => told.sentence.tokens[each]?.text ?? '')
    .join(' ');
  return `${owner.best.name}'s ${noun}`;
};

const affiliationOf = ({ best, country, affiliation }: Entry): string | null =>
  best.kind === 'organization' ? best.name : (country?.name ?? affiliation);

const settleOwned = (finding: Finding, all: readonly Told[], told: Told): void => {
  const { description } = told;
  const owner = settledOwner(finding, all, told, description.phrase.head);
  const named: Description =
    owner === undefined
      ? description
      : {
          ...description,
          name: ownedName(told, owner),
          country: description.country ?? owner.country,
          affiliation: description.affiliation ?? affiliationOf(owner),
        };
  enter(finding, named);
};

/** A person whose role is somebody's ("its spokesman", "her envoy") belongs to whom or what that one belongs to. */
const lendAffiliation = (finding: Finding, all: readonly Told[], told: Told): void => {
  const { phrase, title, titlePhrase } = told.description;
  const entry = entryAt(finding, phrase.sentence, phrase.head);
  if (entry === undefined || title === undefined || entry.country !== undefined || entry.affiliation !== null) return;
  const owner =
    roleNouns(told)
      .map((noun) => settledOwner(finding, all, told, noun))
      .find((each) => each !== undefined && each !== entry) ??
    (finding.codebook.isWord('mouthpieces', titlePhrase ?? '') ? subjectBefore(finding, phrase.sentence) : undefined);
  if (owner === undefined || titlePhrase === 'counterpart') return;
  entry.affiliation = affiliationOf(owner);
  entry.country = owner.country;
};

/** What possessive pronouns settle, once the pronouns of the sentence are known: owned bodies, and people of somebody's. */
export const settleOwners = (finding: Finding, all: readonly Told[]): void => {
  for (const told of all) {
    if (told.description.form === 'pronoun') continue;
    if (isOwned(told)) settleOwned(finding, all, told);
    else if (told.description.kind === 'person') lendAffiliation(finding, all, told);
  }
  for (const told of all) if (told.description.form === 'pronoun') settleIt(finding, told);
};
