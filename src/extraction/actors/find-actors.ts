import { type Codebook, codeOn } from '../../codebook/index.ts';
import { dependents, type ParsedSentence, treeOf } from '../../reading/index.ts';
import { type Document, datelineSpan, type Evidence, recordId, toEvidence } from '../../text/index.ts';
import type { ActorIndex, ReadDocument, TokenRef } from '../reading-of.ts';
import type { Actor, Place } from '../records.ts';
import { otherNames } from './also-known.ts';
import { codeOf, formatCode, type Mention } from './code.ts';
import { toWordCode } from './code-words.ts';
import { countryAgain } from './country-again.ts';
import { describe } from './describe.ts';
import { asCountry, type Description } from './description.ts';
import { describeParties } from './event-parties.ts';
import { enter, entriesAt, entryAt, type Finding, join, startFinding, type Weighing } from './finding.ts';
import { genderOfName } from './gender.ts';
import { describeGround } from './ground.ts';
import { groupAgain, type NamedGroup } from './group-again.ts';
import { describeGroups, describeJointly } from './joint-titles.ts';
import { lendCountries } from './lend-countries.ts';
import { describeMisread, findMisread } from './misread.ts';
import { findNamesakes } from './namesakes.ts';
import { findNounPhrases, nameBehind } from './noun-phrase.ts';
import { settleOwners } from './owners.ts';
import { findSpeakers } from './quoting.ts';
import type { Entry } from './roster.ts';
import { SALIENCE } from './salience-weights.ts';
import { nameHeads, settleNames, settleOffices, settleRoles } from './settle.ts';
import { settlePlurals } from './settle-plurals.ts';
import { settlePronouns } from './settle-pronouns.ts';
import { withSurnames } from './surnames.ts';
import type { Told } from './told.ts';

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

/** Sectors that stand alone: bodies between states and campaigners of many countries belong to none. */
const OF_NO_COUNTRY = /^(?:IGO|NGO)\b/;

/** The code of an actor on the day that the report came out. */
const codeOfEntry = (codebook: Codebook, { best, role, country, sector, affiliation }: Entry, day: string | null) => {
  const ofMany = country === undefined && OF_NO_COUNTRY.test(sector ?? '');
  const [first = null, ...sectors] = (sector ?? '').split(' ').filter((part) => part !== '');
  const mention: Mention = {
    name: best.name,
    kind: best.kind,
    role: role?.role ?? null,
    country: ofMany ? first : country === undefined ? null : toWordCode(codeOn(country, day)).country,
    sector: ofMany ? sectors.join(' ') || null : sector,
    former: role?.former === true,
  };
  return formatCode(codeOf(codebook, mention, best.kind === 'country' ? '' : (affiliation ?? ''), day));
};

const toActor = (read: ReadDocument, codebook: Codebook, entry: Entry): Actor => {
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
    code: codeOfEntry(codebook, entry, read.document.published),
    mentions,
  };
};

/** Those joined to a word by "and", or to the name that stands for it: "old rival | Norland and Sudmark |". */
const namedBeside = (finding: Finding, own: ParsedSentence, { sentence, token }: TokenRef): number[] => {
  const tree = treeOf(own);
  const [entry] = entriesAt(finding, sentence, token);
  const names = dependents(tree, token, 'appos').filter(
    (name) => name - token === 1 && entry !== undefined && entriesAt(finding, sentence, name).includes(entry),
  );
  return [token, ...names].flatMap((word) => dependents(tree, word, 'conj'));
};

/** The word that names whom a title before it means: "the minister | Ada Berg |"; any other word is itself. */
const namedAt = (finding: Finding, own: ParsedSentence, { sentence, token }: TokenRef): number =>
  entryAt(finding, sentence, token) === undefined ? (nameBehind(treeOf(own), token) ?? token) : token;

/** Where one word refers to several: a coordination ("Russia and Cuba") answers for all its members. */
const members = (finding: Finding, { sentence, token }: TokenRef): Entry[] => {
  const own = finding.sentences[sentence];
  const words =
    own === undefined
      ? [token]
      : [namedAt(finding, own, { sentence, token }), ...namedBeside(finding, own, { sentence, token })];
  return [...new Set(words.flatMap((word) => entriesAt(finding, sentence, word)))];
};

const HEADINGS = new Set(['heading', 'dek']);

const hasDeterminer = (sentence: ParsedSentence, head: number): boolean =>
  dependents(treeOf(sentence), head, 'det', 'nummod').length > 0;

/**
 * Everything that noun phrases say of actors, sentence by sentence; who took a picture is no part of the story, nor is where it was
 * filed. Headings leave articles out: "Minister resigns" is the minister.
 */
const tellAll = ({ codebook, sentences }: Finding, document: Document, misread: Description[]): Told[][] => {
  const filed = datelineSpan(document)?.start;
  return sentences.map((sentence, index) => {
    if (document.blocks[sentence.block]?.kind === 'credit' || sentence.start === filed) return [];
    const isHeading = HEADINGS.has(document.blocks[sentence.block]?.kind ?? '');
    const phrases = findNounPhrases(codebook, sentence, index).map((phrase) =>
      isHeading && !phrase.plural && !hasDeterminer(sentence, phrase.head) ? { ...phrase, definite: true } : phrase,
    );
    return phrases.flatMap((phrase): Told[] => {
      const jointly = describeJointly(codebook, sentence, phrase);
      if (jointly.length > 0) return jointly.map((description) => ({ sentence, description, isJoint: true }));
      const groups = describeGroups(codebook, sentence, phrase);
      if (groups.length > 0) return groups.map((description) => ({ sentence, description, isJoint: false }));
      const description = describe(codebook, sentence, phrases, phrase);
      const other = describeMisread(codebook, sentence, phrase, description);
      if (other !== undefined) misread.push(other);
      return description === undefined ? [] : [{ sentence, description, isJoint: false }];
    });
  });
};

/** Who takes part in events without a name of their own, or is named in passing. */
const settleParties = (finding: Finding, document: Document, places: readonly Place[]): void => {
  const groups: NamedGroup[] = [];
  for (const [index, sentence] of finding.sentences.entries()) {
    const isKnown = (word: number): boolean =>
      entryAt(finding, index, namedAt(finding, sentence, { sentence: index, token: word })) !== undefined;
    for (const unnamed of describeParties(finding.codebook, sentence, index, isKnown)) {
      const country = countryAgain(finding.codebook, finding.sentences, unnamed);
      const party = country === undefined ? unnamed : asCountry(unnamed, country);
      const again = groupAgain(finding.codebook, groups, party, sentence);
      if (again === undefined) enter(finding, party);
      else join(finding, party, again);
      const entry = entryAt(finding, index, party.phrase.head);
      const isHeadline = HEADINGS.has(document.blocks[sentence.block]?.kind ?? '');
      if (entry !== undefined && party.kind === 'group') groups.push({ entry, description: party, isHeadline });
    }
    for (const ground of describeGround(finding.codebook, sentence, index, places, isKnown)) enter(finding, ground);
  }
};

/** A full name says whether a man or a woman bears it; a lone name only suggests it, for it may be a surname. */
const suggestGender = (codebook: Codebook, entry: Entry): void => {
  const suggested = genderOfName(codebook, entry.best.name);
  if (entry.best.name.includes(' ')) entry.gender ??= suggested;
  else entry.leaning = suggested;
};

const SHIPPED: Weighing = { weights: SALIENCE };

/**
 * The actors of a document, with every mention that the text settles, and who each noun phrase refers to. Of its places those
 * that something is done to are actors too.
 */
export const findActors = (
  read: ReadDocument,
  codebook: Codebook,
  places: readonly Place[] = [],
  weighing: Weighing = SHIPPED,
): ActorIndex => {
  const sentences = withSurnames(read.sentences);
  const finding = startFinding(codebook, sentences, findSpeakers(codebook, read.document, sentences), weighing);
  const misread: Description[] = [];
  const told = tellAll(finding, read.document, misread);
  for (const named of told.flatMap((own) => otherNames(codebook, own))) finding.roster.alsoCalled(named);
  for (const own of told) settleNames(finding, own);
  for (const entry of finding.roster.entries) suggestGender(codebook, entry);
  for (const own of told) settleOffices(finding, own);
  nameHeads(finding);
  finding.doubtful.push(...findMisread(finding, misread));
  for (const { entry } of finding.doubtful) suggestGender(codebook, entry);
  finding.doubtful.push(...findNamesakes(finding));
  for (const own of told) {
    settleRoles(finding, own);
    settlePronouns(finding, own);
    settlePlurals(finding, own);
    settleOwners(finding, own);
  }
  nameHeads(finding);
  lendCountries(finding);
  settleParties(finding, read.document, places);
  // Again, for those whom only events made known: "Rights groups called for his release. | They | said …".
  for (const own of told) settlePlurals(finding, own);
  const actors = finding.roster.entries.map((entry) => toActor(read, codebook, entry));
  const idOf = (entry: Entry): string => actors[entry.number]?.id ?? '';
  const grounds = new Set(finding.roster.entries.filter(({ best }) => best.isGround === true).map(idOf));
  const at = (ref: TokenRef, isGround: boolean): string[] =>
    members(finding, ref)
      .map(idOf)
      .filter((id) => grounds.has(id) === isGround);
  return {
    actors,
    actorsAt: (ref) => at(ref, false),
    grounds: { ids: grounds, at: (ref) => at(ref, true) },
  };
};
