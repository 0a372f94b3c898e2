import type { Codebook } from '../../codebook/index.ts';
import { dependents, type ParsedSentence, treeOf, universal } from '../../reading/index.ts';
import { type Evidence, recordId, toEvidence } from '../../text/index.ts';
import type { ActorIndex, ReadDocument, TokenRef } from '../reading-of.ts';
import type { Actor } from '../records.ts';
import { type Description, describe } from './describe.ts';
import { describeParties } from './event-parties.ts';
import { describeJointly } from './joint-titles.ts';
import { findNounPhrases, isApposition, type NounPhrase } from './noun-phrase.ts';
import { antecedentOf, resolvePronoun, type Settled } from './pronouns.ts';
import { createRoster, type Entry, type Roster } from './roster.ts';
import { withSurnames } from './surnames.ts';

/** Does a country or capital stand here as a place ("in Venezuela") rather than as one who acts? */
const isPlaceUse = (codebook: Codebook, sentence: ParsedSentence, description: Description): boolean => {
  if (description.form !== 'country') return false;
  const { head } = description.phrase;
  const relation = universal(sentence.tokens[head]?.deprel ?? '');
  const cases = dependents(treeOf(sentence), head, 'case').map((mark) => sentence.tokens[mark]?.lemma ?? '');
  return (
    (relation === 'obl' || relation === 'nmod') && cases.some((mark) => codebook.isWord('place-prepositions', mark))
  );
};

interface Finding {
  readonly roster: Roster;
  readonly settled: Settled[];
  readonly byWord: Map<string, Entry[]>;
  /** Roles alone that fitted nobody yet: a dek may say "the adviser" before the story names him. */
  readonly pending: Description[];
  /** One office of several countries: settled when all who may hold it are known. */
  readonly joint: Description[];
  readonly sentences: readonly ParsedSentence[];
}

const keyOf = (sentence: number, word: number): string => `${sentence}:${word}`;

const settle = (finding: Finding, description: Description, entry: Entry): void => {
  const { sentence, head } = description.phrase;
  finding.settled.push({ sentence, head, entry });
  finding.byWord.set(keyOf(sentence, head), [entry]);
};

/** CASE 1: a name or country enters the roster, or joins the entry that it names. */
const settleName = (finding: Finding, description: Description): void =>
  settle(finding, description, finding.roster.enter(description));

/** The one candidate, or the one of several that was mentioned within two sentences. */
const onlyOne = (finding: Finding, fitting: readonly Entry[], sentence: number): Entry | undefined => {
  if (fitting.length === 1) return fitting[0];
  const recent = fitting.filter((entry) =>
    finding.settled.some((each) => each.entry === entry && sentence - each.sentence <= 2 && each.sentence <= sentence),
  );
  return recent.length === 1 ? recent[0] : undefined;
};

const join = (finding: Finding, description: Description, entry: Entry): void => {
  finding.roster.mention(entry, description);
  settle(finding, description, entry);
};

/** CASE 2: a role alone joins the one actor that has it; it waits where nobody has it yet. */
const settleTitle = (finding: Finding, description: Description): void => {
  const fitting = finding.roster.withTitle(description);
  const only = onlyOne(finding, fitting, description.phrase.sentence);
  if (only !== undefined) join(finding, description, only);
  else if (fitting.length === 0) finding.pending.push(description);
};

/** CASE 2, once the whole text is read: with a country or body of its own, a role may be an actor without a name. */
const settlePending = (finding: Finding): void => {
  for (const description of finding.pending) {
    const fitting = finding.roster.withTitle(description);
    if (fitting.length === 1 && fitting[0] !== undefined) join(finding, description, fitting[0]);
    else if (fitting.length === 0 && description.country !== undefined && description.titlePhrase !== 'counterpart')
      settleName(finding, description);
  }
};

/** CASE 2 for "the French and Turkish ministers": each is who holds that office, or somebody without a name. */
const settleJoint = (finding: Finding): void => {
  for (const description of finding.joint) {
    const { sentence, head } = description.phrase;
    const before = finding.byWord.get(keyOf(sentence, head)) ?? [];
    const [only, second] = finding.roster.withTitle(description);
    const isOne = only !== undefined && second === undefined;
    if (isOne) join(finding, description, only);
    else settleName(finding, description);
    finding.byWord.set(keyOf(sentence, head), [...before, ...(finding.byWord.get(keyOf(sentence, head)) ?? [])]);
  }
};

/** "The ministry", "the aid group": a body named before, not a new one. */
const isBodyAlone = (codebook: Codebook, description: Description, sentence: ParsedSentence): boolean => {
  const head = sentence.tokens[description.phrase.head];
  const isKnownWord = codebook.isWord('body-again', head?.lemma) && head?.upos === 'NOUN';
  return (
    isKnownWord &&
    description.kind === 'organization' &&
    description.phrase.definite &&
    description.country === undefined
  );
};

const settleBody = (finding: Finding, description: Description, sentence: ParsedSentence): void => {
  const head = sentence.tokens[description.phrase.head]?.text ?? description.name;
  const only = onlyOne(finding, finding.roster.withWord({ ...description, name: head }), description.phrase.sentence);
  if (only !== undefined) join(finding, description, only);
};

/** CASE 3: a pronoun joins its antecedent, where one stands out. */
const settlePronoun = (codebook: Codebook, finding: Finding, description: Description): void => {
  const { sentence, head } = description.phrase;
  const own = finding.sentences[sentence];
  if (own === undefined) return;
  const relative = description.name.toLowerCase() === 'who' ? antecedentOf(own, head) : undefined;
  const entry =
    relative === undefined
      ? resolvePronoun(codebook, finding.sentences, description, finding.settled)
      : finding.byWord.get(keyOf(sentence, relative))?.[0];
  if (entry === undefined) return;
  join(finding, description, entry);
};

/** An apposition to a settled phrase refers to the same actor ("Ada Berg, the minister"). */
const isApposed = (sentence: ParsedSentence, phrase: NounPhrase, finding: Finding): Entry | undefined => {
  const token = sentence.tokens[phrase.head];
  if (token === undefined || !isApposition(treeOf(sentence), phrase.head)) return undefined;
  return finding.byWord.get(keyOf(phrase.sentence, token.head))?.[0];
};

/** Two names side by side are two people, unless one has no name yet ("the minister, Ada Berg"). */
const mayBeSame = (entry: Entry, description: Description): boolean =>
  entry.best.form !== 'name' || description.form !== 'name';

const settlePhrase = (
  codebook: Codebook,
  finding: Finding,
  sentence: ParsedSentence,
  phrases: readonly NounPhrase[],
  phrase: NounPhrase,
): void => {
  const jointly = describeJointly(codebook, sentence, phrase);
  finding.joint.push(...jointly);
  const description = jointly.length > 0 ? undefined : describe(codebook, sentence, phrases, phrase);
  if (description === undefined) return;
  const apposed = isApposed(sentence, phrase, finding);
  if (
    apposed !== undefined &&
    description.kind === 'person' &&
    apposed.best.kind === 'person' &&
    mayBeSame(apposed, description)
  ) {
    join(finding, description, apposed);
  } else if (description.form === 'pronoun') settlePronoun(codebook, finding, description);
  else if (description.form === 'title') settleTitle(finding, description);
  else if (isBodyAlone(codebook, description, sentence)) settleBody(finding, description, sentence);
  else if (!isPlaceUse(codebook, sentence, description)) settleName(finding, description);
};

/** A role that an apposition names ("his lawyer, Ada Berg") refers to whom it names. */
const nameHeads = (finding: Finding): void => {
  for (const { sentence, head, entry } of [...finding.settled]) {
    const own = finding.sentences[sentence];
    const token = own?.tokens[head];
    if (own === undefined || token === undefined || entry.best.kind !== 'person') continue;
    if (!isApposition(treeOf(own), head)) continue;
    const above = keyOf(sentence, token.head);
    if (!finding.byWord.has(above)) finding.byWord.set(above, [entry]);
  }
};

/** CASE 4: who takes part in events without a name of their own, or is named in passing. */
const settleParties = (codebook: Codebook, finding: Finding): void => {
  for (const [index, sentence] of finding.sentences.entries()) {
    const isKnown = (word: number): boolean => finding.byWord.has(keyOf(index, word));
    for (const description of describeParties(codebook, sentence, index, isKnown)) settleName(finding, description);
  }
};

const LENDERS = new Set(['head-of-state', 'head-of-government', 'deputy', 'minister']);
const BORROWERS = new Set(['opposition', 'party', 'legislator', 'rebel']);

/**
 * An opposition or party leader without a country has that of the government people beside him, where his sentence names
 * those of one country only.
 */
const lendCountries = (finding: Finding): void => {
  for (const entry of finding.roster.entries) {
    if (entry.country !== undefined || entry.affiliation !== null || !BORROWERS.has(entry.role?.title?.id ?? ''))
      continue;
    const own = new Set(finding.settled.filter((each) => each.entry === entry).map((each) => each.sentence));
    const beside = finding.settled.filter(
      (each) =>
        own.has(each.sentence) &&
        LENDERS.has(each.entry.role?.title?.id ?? '') &&
        each.entry.best.phrase.country !== undefined,
    );
    const near = beside.filter((each) =>
      entry.mentions.some(({ phrase }) => phrase.sentence === each.sentence && each.head < phrase.head),
    );
    const nearest = near.sort((a, b) => b.head - a.head)[0];
    if (nearest !== undefined) entry.country = nearest.entry.country;
  }
};

const evidenceOf = (read: ReadDocument, { phrase, form, kind }: Description): Evidence => {
  const { tokens } = read.sentences[phrase.sentence] ?? { tokens: [] };
  const inEntity = form === 'name' && kind === 'person' && phrase.entity !== undefined;
  const words = inEntity
    ? phrase.words.filter(
        (word) => phrase.entity !== undefined && phrase.entity.first <= word && word <= phrase.entity.last,
      )
    : phrase.words;
  const start = tokens[words[0] ?? phrase.head]?.start ?? 0;
  return toEvidence(read.document.text, { start, end: tokens[words.at(-1) ?? phrase.head]?.end ?? start });
};

const codeOf = (entry: Entry): string | null => {
  if (entry.best.kind === 'organization' && entry.sector !== null && entry.country === undefined) return entry.sector;
  if (entry.country === undefined) return entry.sector === 'IGO' || entry.sector === 'NGO' ? entry.sector : null;
  return entry.sector === null ? entry.country.id : `${entry.country.id} ${entry.sector}`;
};

const toActor = (read: ReadDocument, entry: Entry): Actor => {
  const mentions = entry.mentions
    .map((description) => evidenceOf(read, description))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const [first] = mentions;
  return {
    id: recordId(read.id, 'actor', first === undefined ? [] : [first], String(entry.number)),
    name: entry.best.name,
    kind: entry.best.kind,
    role: entry.role?.role ?? null,
    affiliation: entry.affiliation ?? entry.country?.name ?? null,
    code: codeOf(entry),
    mentions,
  };
};

/** Where one word refers to several: a coordination ("Russia and Cuba") answers for all its members. */
const members = (finding: Finding, ref: TokenRef): Entry[] => {
  const sentence = finding.sentences[ref.sentence];
  const own = finding.byWord.get(keyOf(ref.sentence, ref.token)) ?? [];
  if (sentence === undefined) return own;
  const others = dependents(treeOf(sentence), ref.token, 'conj').flatMap(
    (word) => finding.byWord.get(keyOf(ref.sentence, word)) ?? [],
  );
  return [...new Set([...own, ...others])];
};

/** The actors of a document, with every mention that the text settles, and who each noun phrase refers to. */
export const findActors = (read: ReadDocument, codebook: Codebook): ActorIndex => {
  const finding: Finding = {
    roster: createRoster(codebook),
    settled: [],
    byWord: new Map(),
    pending: [],
    joint: [],
    sentences: withSurnames(read.sentences),
  };
  for (const [index, sentence] of finding.sentences.entries()) {
    const phrases = findNounPhrases(codebook, sentence, index);
    const isPronoun = ({ head }: NounPhrase): boolean => sentence.tokens[head]?.upos === 'PRON';
    for (const phrase of phrases) if (!isPronoun(phrase)) settlePhrase(codebook, finding, sentence, phrases, phrase);
    for (const phrase of phrases) if (isPronoun(phrase)) settlePhrase(codebook, finding, sentence, phrases, phrase);
  }
  settlePending(finding);
  settleJoint(finding);
  nameHeads(finding);
  lendCountries(finding);
  settleParties(codebook, finding);
  const actors = finding.roster.entries.map((entry) => toActor(read, entry));
  return { actors, actorsAt: (ref) => members(finding, ref).map((entry) => actors[entry.number]?.id ?? '') };
};
