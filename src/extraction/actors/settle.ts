import type { Codebook } from '../../codebook/index.ts';
import { dependents, type ParsedSentence, treeOf, universal } from '../../reading/index.ts';
import type { Description } from './description.ts';
import { enter, entriesAt, entryAt, type Finding, join, refer, settledNear } from './finding.ts';
import { isApposition } from './noun-phrase.ts';
import { isOwned } from './owners.ts';
import type { Entry } from './roster.ts';
import type { Told } from './told.ts';

/** How many sentences back a role alone looks for the one of several whom it means. */
const NEAR = 2;

/** Does a country or capital stand here as a place ("in Venezuela") rather than as one who acts? */
const isPlaceUse = (codebook: Codebook, { sentence, description }: Told): boolean => {
  if (description.form !== 'country') return false;
  const { head } = description.phrase;
  const relation = universal(sentence.tokens[head]?.deprel ?? '');
  const cases = dependents(treeOf(sentence), head, 'case').map((mark) => sentence.tokens[mark]?.lemma ?? '');
  return (
    (relation === 'obl' || relation === 'nmod') && cases.some((mark) => codebook.isWord('place-prepositions', mark))
  );
};

/** Of several, the only one who was a subject in the nearest sentence before in which any was. */
const lastSubject = (finding: Finding, fitting: readonly Entry[], sentence: number): Entry | undefined => {
  for (let back = 1; back <= NEAR; back += 1) {
    const own = finding.sentences[sentence - back];
    const subjects = (finding.settledIn[sentence - back] ?? [])
      .filter(({ entry, head }) => fitting.includes(entry) && universal(own?.tokens[head]?.deprel ?? '') === 'nsubj')
      .map(({ entry }) => entry);
    if (subjects.length > 0) return new Set(subjects).size === 1 ? subjects[0] : undefined;
  }
  return undefined;
};

/** The one candidate, or the one of several that was mentioned within two sentences. */
const onlyOne = (finding: Finding, fitting: readonly Entry[], sentence: number): Entry | undefined => {
  if (fitting.length === 1) return fitting[0];
  const near = new Set(settledNear(finding, sentence, NEAR).map(({ entry }) => entry));
  const recent = fitting.filter((entry) => near.has(entry));
  return recent.length === 1 ? recent[0] : lastSubject(finding, recent, sentence);
};

/** "The ministry", "the aid group": a body named before, not a new one. */
const isBodyAlone = (codebook: Codebook, { sentence, description }: Told): boolean => {
  const head = sentence.tokens[description.phrase.head];
  const isKnownWord = codebook.isWord('body-again', head?.lemma) && head?.upos === 'NOUN';
  return (
    isKnownWord &&
    (description.kind === 'organization' || !description.phrase.plural) &&
    description.kind !== 'person' &&
    description.phrase.definite &&
    description.country === undefined
  );
};

/** An apposition to a settled phrase refers to the same actor ("Ada Berg, the minister"). */
const apposedTo = (finding: Finding, { sentence, description }: Told): Entry | undefined => {
  const { phrase, kind } = description;
  const token = sentence.tokens[phrase.head];
  if (token === undefined || kind !== 'person' || !isApposition(treeOf(sentence), phrase.head)) return undefined;
  const entry = entryAt(finding, phrase.sentence, token.head);
  return entry?.best.kind === 'person' && mayBeSame(entry, description) ? entry : undefined;
};

/** Whom "and" joins a phrase to is somebody else: "the president and | the leader of the opposition". */
const joinedTo = (finding: Finding, { sentence, description }: Told): Entry | undefined => {
  const { phrase } = description;
  const token = sentence.tokens[phrase.head];
  return token?.deprel === 'conj' ? entryAt(finding, phrase.sentence, token.head) : undefined;
};

/** Two names side by side are two people, unless one has no name yet ("the minister, Ada Berg"). */
const mayBeSame = (entry: Entry, description: Description): boolean =>
  entry.best.form !== 'name' || description.form !== 'name';

const isOfRole = (codebook: Codebook, told: Told): boolean =>
  told.description.form === 'title' || isBodyAlone(codebook, told);

/** CASE 1: a name or country enters the roster, or joins the entry that it names. */
export const settleNames = (finding: Finding, all: readonly Told[]): void => {
  const { codebook } = finding;
  for (const told of all) {
    const { description } = told;
    if (description.form === 'pronoun' || isOwned(told)) continue;
    if (isOfRole(codebook, told) || isPlaceUse(codebook, told)) continue;
    const apposed = apposedTo(finding, told);
    if (apposed === undefined) enter(finding, description);
    else join(finding, description, apposed);
  }
};

/** Offices of which a text knows one holder: "the president" without a country is still somebody. */
const OFFICES = new Set(['head-of-state', 'head-of-government', 'deputy', 'minister', 'body', 'party']);

/** May a role alone be an actor without a name: does it have a country, or is it an office that somebody holds? */
const mayStandAlone = ({ sentence, description }: Told): boolean => {
  const { phrase, country, title, titlePhrase } = description;
  if (titlePhrase === 'counterpart') return false;
  if (country !== undefined) return true;
  const isPredicate = dependents(treeOf(sentence), phrase.head, 'cop').length > 0;
  const isOne = universal(sentence.tokens[phrase.head]?.deprel ?? '') === 'nsubj' && !isPredicate;
  return isOne && phrase.definite && OFFICES.has(title?.id ?? '');
};

/** What an office is over, where the words say it by a noun: "the leader | of his choir", not "of the country". */
const realmOf = (codebook: Codebook, { sentence, description }: Told): string | undefined => {
  const tree = treeOf(sentence);
  const noun = dependents(tree, description.phrase.head, 'nmod').find(
    (word) =>
      sentence.tokens[word]?.upos === 'NOUN' &&
      dependents(tree, word, 'case').some((mark) => codebook.isWord('belonging', sentence.tokens[mark]?.lemma)),
  );
  const lemma = noun === undefined ? undefined : sentence.tokens[noun]?.lemma;
  return lemma === undefined || codebook.isWord('realms', lemma) ? undefined : lemma;
};

/** May an office over this be the one that somebody is known to hold: does its title name the same? */
const isOver = ({ role }: Entry, realm: string | undefined): boolean =>
  realm === undefined || role?.role?.toLowerCase().includes(realm.toLowerCase()) === true;

/**
 * CASE 2: a role alone joins the one actor that has it, wherever the text names him. Where nobody has it, it is an actor
 * without a name if it has a country or body of its own.
 */
const settleTitle = (finding: Finding, told: Told): void => {
  const { description } = told;
  const beside = joinedTo(finding, told);
  const realm = realmOf(finding.codebook, told);
  const fitting = finding.roster.withTitle(description).filter((entry) => entry !== beside && isOver(entry, realm));
  const only = apposedTo(finding, told) ?? onlyOne(finding, fitting, description.phrase.sentence);
  if (only !== undefined) join(finding, description, only);
  else if (fitting.length === 0 && mayStandAlone(told)) enter(finding, description);
};

/** CASE 2 for "the French and Turkish ministers": each is who holds that office, or somebody without a name. */
const settleJoint = (finding: Finding, description: Description): void => {
  const [only, second] = finding.roster.withTitle(description);
  if (only !== undefined && second === undefined) join(finding, description, only);
  else enter(finding, description);
};

/** CASE 2 for several ("the ministers"): the group that the text named so last; where none was, a group of their own if they are told apart. */
const settleSeveral = (finding: Finding, { description }: Told): void => {
  const { sentence, words } = description.phrase;
  const fitting = finding.roster.withTitles(description);
  const near = settledNear(finding, sentence, sentence).filter(({ entry }) => fitting.includes(entry));
  const last = near.findLast(({ sentence: own, head }) => own < sentence || head < description.phrase.head);
  if (last !== undefined) join(finding, description, last.entry);
  else if (fitting.length === 0 && words.length > 2) enter(finding, description);
};

/** CASE 3: a word for a body joins the one body that it may mean. An army or police that nobody named before is one itself. */
const settleBody = (finding: Finding, { sentence, description }: Told): void => {
  const head = sentence.tokens[description.phrase.head]?.text ?? description.name;
  const fitting = finding.roster.withWord({ ...description, name: head });
  const only = onlyOne(finding, fitting, description.phrase.sentence);
  if (only !== undefined) join(finding, description, only);
  else if (fitting.length === 0 && finding.codebook.isWord('group-singular', head)) enter(finding, description);
};

/** Roles with a country of their own ("Norland's president"), once all names of the document are known. */
export const settleOffices = (finding: Finding, all: readonly Told[]): void => {
  for (const told of all) {
    const { form, country } = told.description;
    if (told.isJoint) settleJoint(finding, told.description);
    else if (form === 'title' && country !== undefined) settleTitle(finding, told);
  }
};

/** Roles and bodies that only the text around them tells apart ("the president"), once all offices are known. */
export const settleRoles = (finding: Finding, all: readonly Told[]): void => {
  for (const told of all) {
    const { form, country, kind } = told.description;
    if (form === 'title' && kind === 'group') settleSeveral(finding, told);
    else if (form === 'title' && country === undefined) settleTitle(finding, told);
    else if (!isOwned(told) && isBodyAlone(finding.codebook, told)) settleBody(finding, told);
  }
};

/** Those whom an apposition names: one, or all of a list behind a noun in the plural ("three members, | Ada Berg, Tor Dahl | …"). */
const namedBy = (finding: Finding, sentence: ParsedSentence, index: number, word: number): Entry[] => {
  const token = sentence.tokens[word];
  const isSeveral = sentence.tokens[token?.head ?? -1]?.feats.Number === 'Plur';
  const words = isSeveral ? [word, ...dependents(treeOf(sentence), word, 'conj')] : [word];
  const entries = words.flatMap((each) => entriesAt(finding, index, each));
  return isSeveral && entries.length < 2 ? [] : entries;
};

/** A noun that an apposition names ("his lawyer, Ada Berg", "host country Norland") refers to whom it names. */
export const nameHeads = (finding: Finding): void => {
  for (const { sentence, head, entry } of finding.settledIn.flat()) {
    const own = finding.sentences[sentence];
    const token = own?.tokens[head];
    if (own === undefined || token === undefined || entry.best.kind === 'group') continue;
    if (!isApposition(treeOf(own), head) || entryAt(finding, sentence, token.head) !== undefined) continue;
    for (const named of namedBy(finding, own, sentence, head)) refer(finding, sentence, token.head, named);
  }
};
