import type { Codebook, EventEntry } from '../../codebook/index.ts';
import { ancestors, dependents, type ParsedSentence, type Tree, treeOf } from '../../reading/index.ts';
import { type Evidence, type Span, toEvidence } from '../../text/index.ts';
import { indexBySpan, type NearIndex } from '../near.ts';
import { PEOPLE } from '../places/find-places.ts';
import type { ActorIndex, FoundStatement, ReadDocument } from '../reading-of.ts';
import type { Event, Place, Realis, SpeechAct, TimeExpression } from '../records.ts';
import { isStance } from '../statements/stance.ts';
import { isPlacing } from '../times/placing.ts';
import { type Repeat, repeatsOf } from './again.ts';
import { indexStatements, innermostOver, statementOfCue } from './asserted.ts';
import type { Candidate } from './candidate.ts';
import { contextsOf } from './contexts.ts';
import { datingOf } from './dating.ts';
import type { Given } from './given.ts';
import { deepSubjects } from './grammar.ts';
import { isIdle } from './idle.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { type Context, type Match, matchSentence } from './match.ts';
import { mergeEvents } from './merge.ts';
import { isDenied, isGoingTo } from './negation.ts';
import { groupsBefore } from './own-side.ts';
import { bodyBehind, type Parties, partiesOf, stateBehind } from './parties.ts';
import { isAsked } from './question.ts';
import { realisOf } from './realis.ts';
import { spokenEvents } from './spoken.ts';
import { belongingTo, topWord } from './surroundings.ts';
import { heldAgainst } from './touched.ts';
import type { SentenceWatch, Watch } from './watch.ts';
import { whenOf } from './when.ts';
import { locationsIn, whereOf } from './where.ts';
import { lemmaAt, markersOf, tokenAt, type Word } from './words.ts';

const inside = <Thing extends { readonly span: Span }>(things: NearIndex<Thing>, sentence: Span): Thing[] =>
  things.near(sentence).filter(({ span }) => span.start >= sentence.start && span.end <= sentence.end);

/** What is told as fact but lies ahead is planned; what others only believe will happen is expected. */
const settleRealis = (realis: Realis, ahead: boolean, match: Match, teller: FoundStatement | undefined): Realis => {
  const planned: Realis = realis === 'actual' && ahead ? 'planned' : realis;
  if (planned !== 'planned' || teller?.statement.attitude !== true) return planned;
  return teller.statement.speakers.some((id) => match.actors.includes(id)) ? 'planned' : 'expected';
};

/** The verb of an event: the trigger, or what carries it ("will not hold | talks"). */
const verbOf = ({ trigger, carrier }: Match['site']): Word => carrier?.word ?? trigger;

/** "Is not | going to | release": the word that "not" stands with; else the verb itself. */
const futureOf = (tree: Tree, verb: Word): Word => {
  const { head, deprel } = tokenAt(tree, verb);
  return deprel === 'xcomp' && isGoingTo(tree, head) ? head : verb;
};

/** "Will not release" is a refusal: the entry that says so, for the types that it lists. */
const refusalOf = ({ entry, site }: Match, lexicon: Lexicon): EventEntry | undefined => {
  const { tree } = site;
  const verb = verbOf(site);
  const ahead = dependents(tree, verb, 'aux').some((child) => {
    const found = lexicon.auxiliary(lemmaAt(tree, child));
    return found?.gives === 'planned' || found?.reported === 'planned';
  });
  if ((!ahead && futureOf(tree, verb) === verb) || !isDenied(lexicon.codebook, tree, futureOf(tree, verb)))
    return undefined;
  return lexicon.codebook.events.find(({ refusing }) => refusing?.includes(entry.type) === true);
};

/** What an event is and how it stands; what is asked about is possible at most. */
const standingOf = (match: Match, lexicon: Lexicon, reported: boolean): Pick<Match, 'entry'> & { realis: Realis } => {
  const { tree, trigger } = match.site;
  const told = match.entry.realis ?? realisOf(tree, trigger, lexicon, reported);
  if (told === 'conditional') return { entry: match.entry, realis: told };
  if (told !== 'negated') return { entry: match.entry, realis: isAsked(tree, trigger) ? 'possible' : told };
  const refusal = refusalOf(match, lexicon);
  return refusal === undefined ? { entry: match.entry, realis: told } : { entry: refusal, realis: 'actual' };
};

/** "She would not meet the king": who refuses, and whom the rest of the parties make the one refused. */
const refusedBy = (
  { site, actors, recipients }: Match,
  parties: Parties,
  lexicon: Lexicon,
): Pick<Match, 'actors' | 'recipients'> => {
  const who = [...new Set(deepSubjects(site.tree, verbOf(site), lexicon).flatMap(parties.of))];
  const rest = [...actors, ...recipients].filter((id) => !who.includes(id));
  const against = rest.length > 0 ? [] : heldAgainst(site, lexicon).flatMap(parties.of);
  const others = rest.length > 0 ? rest : against.filter((id) => !who.includes(id));
  return who.length === 0 ? { actors, recipients } : { actors: who, recipients: others };
};

/**
 * The other mention of the same event: one of its type that a noun with "is" or "would be" is said of, or the verb that carries
 * it ("convened | a meeting").
 */
const otherMentionOf = ({ entry, site }: Match, matches: readonly Match[], read: ReadDocument): Evidence | null => {
  const { tree, trigger, carrier } = site;
  const isSaid = dependents(tree, trigger, 'cop').length > 0;
  const above = [...(isSaid ? ancestors(tree, trigger) : []), ...(carrier === null ? [] : [carrier.word])];
  const found = matches.find((other) => other.entry.type === entry.type && above.includes(other.site.trigger));
  const token = found === undefined ? undefined : tree.sentence.tokens[found.site.trigger];
  return token === undefined ? null : toEvidence(read.document.text, token);
};

/** "The meeting": a noun that only points at a happening told before. */
const isAgain = ({ entry, site: { tree, trigger } }: Match, { codebook }: Lexicon): boolean => {
  if (entry.type !== 'CONSULT' || tokenAt(tree, trigger).upos !== 'NOUN') return false;
  const below = (tree.children[trigger] ?? []).filter(
    (child) => !/^(?:case|punct|cc|conj)/.test(tokenAt(tree, child).deprel),
  );
  const [article, ...others] = below;
  return article !== undefined && others.length === 0 && codebook.isWord('pointing', lemmaAt(tree, article));
};

/** "The", "his", "Norland's" before a noun. */
const pointersOf = (tree: Tree, noun: Word, codebook: Codebook): Word[] =>
  dependents(tree, noun, 'nmod:poss', 'det').filter(
    (word) => tokenAt(tree, word).deprel !== 'det' || codebook.isWord('pointing', lemmaAt(tree, word)),
  );

/** "His arrest", "after he was arrested": what is taken for granted rather than told. */
const isGranted = ({ site: { tree, trigger } }: Match, { codebook }: Lexicon): boolean => {
  const { upos, deprel } = tokenAt(tree, trigger);
  if (upos !== 'VERB') return upos === 'NOUN' && pointersOf(tree, trigger, codebook).length > 0;
  return deprel === 'advcl' && markersOf(tree, trigger).some((mark) => codebook.isWord('temporal-conjunctions', mark));
};

/** Acts of those who answer to what another did. */
const ANSWERS: readonly SpeechAct[] = ['refuse', 'praise', 'criticize'];

/** "Rejected | its offer": who answers to something takes it for granted, and does not tell it. */
const isAnswered = ({ statement }: FoundStatement, match: Match, lexicon: Lexicon): boolean =>
  ANSWERS.includes(statement.act) &&
  match.site.tree.sentence.tokens[match.site.trigger]?.upos === 'NOUN' &&
  isGranted(match, lexicon);

const mannerOf = (match: Match, lexicon: Lexicon): Pick<Candidate, 'isAgain' | 'isGranted' | 'isPlain'> => ({
  isAgain: isAgain(match, lexicon),
  isGranted: isGranted(match, lexicon),
  isPlain: false,
});

/** A candidate, unless it tells of nothing done. */
const telling = (given: Given, match: Match, candidate: Candidate, watch: SentenceWatch | undefined): Candidate[] => {
  const isNamed = (id: string): boolean => {
    const { kind = 'group', name = '' } = given.actors.actors.find((actor) => actor.id === id) ?? {};
    return kind !== 'group' && /^\p{Lu}/u.test(name);
  };
  if (!isIdle(match, candidate, isNamed, given.lexicon)) return [candidate];
  watch?.(match.site.trigger, match.entry, { kind: 'idle' });
  return [];
};

/** The same act done once more: "in May and | again | in June". */
const repeated = ({ read }: Given, told: Candidate, { trigger, time }: Repeat): Candidate => ({
  ...told,
  trigger: toEvidence(read.document.text, trigger),
  time: time.id,
  sameAs: null,
});

/** What the patterns are told of a sentence. */
const contextFor = (given: Given, sentence: ParsedSentence, index: number, places: readonly Place[]): Context => {
  const tree = treeOf(sentence);
  const placeWords = new Set(places.map(({ span }) => topWord(sentence, span)));
  const said = given.near.statements.byCue.near(sentence);
  const own = said.filter(({ cue, statement }) => cue.sentence === index && !statement.attitude);
  const acts = new Map(own.map(({ cue, statement }) => [cue.token, statement.act]));
  const people = new Set(given.actors.actors.filter(({ kind }) => kind === 'person').map(({ id }) => id));
  const { watch: tell } = given;
  return {
    lexicon: given.lexicon,
    parties: partiesOf(tree, index, given.known),
    grounded: partiesOf(tree, index, { ...given.known, actors: withGrounds(given.actors) }),
    isPlace: (word) => placeWords.has(word),
    isPerson: (id) => people.has(id),
    stateOf: (id) => stateBehind(given.actors, id),
    actAt: (word) => acts.get(word),
    watch: tell === undefined ? undefined : (word, entry, verdict) => tell({ sentence: index, word, entry, verdict }),
  };
};

const toCandidates = (given: Given, sentence: ParsedSentence, index: number): Candidate[] => {
  const { read, lexicon } = given;
  const tree = treeOf(sentence);
  const places = inside(given.near.places, sentence).filter(({ rule }) => rule !== PEOPLE);
  const context = contextFor(given, sentence, index, places);
  const { parties, watch } = context;
  const matches = matchSentence(tree, context);
  const times = inside(given.near.times, sentence).filter(isPlacing);
  const timesOf = datingOf(matches, times, lexicon);
  const repeats = repeatsOf(matches, times, lexicon);
  const placesOf = belongingTo(matches, locationsIn(sentence, places, lexicon.codebook), lexicon);
  const kind = read.document.blocks[sentence.block]?.kind;
  const toCandidate = (match: Match): Candidate => {
    const { trigger: word } = match.site;
    const token = sentence.tokens[word];
    const trigger: Evidence = toEvidence(read.document.text, token ?? sentence);
    const own = statementOfCue(trigger, index, word, given.near.statements);
    const teller = innermostOver(trigger, given.near.statements, own);
    const { entry, realis } = standingOf(match, lexicon, teller !== undefined);
    const said = own === undefined ? undefined : given.times.filter(({ id }) => id === own.statement.time);
    const dated = timesOf(match, said).map((times) =>
      whenOf(match, times, read.document.published, { inStory: kind === 'paragraph', realis }),
    );
    const { actors, recipients } = entry === match.entry ? match : refusedBy(match, parties, lexicon);
    return {
      type: entry.type,
      mode: entry.mode ?? null,
      contexts: [...new Set([...(entry.contexts ?? []), ...contextsOf(match, lexicon)])],
      actors,
      recipients,
      trigger,
      lemma: lemmaAt(tree, word),
      realis: settleRealis(realis, dated[0]?.ahead ?? false, match, teller),
      assertedBy: teller === undefined || isAnswered(teller, match, lexicon) ? [] : [teller.statement.id],
      statement: own?.statement.id ?? null,
      time: dated.find(({ time }) => time !== undefined)?.time?.id ?? null,
      place: whereOf(match, placesOf(match))?.id ?? own?.statement.place ?? null,
      rule: entry.id,
      sameAs: otherMentionOf(match, matches, read),
      ...mannerOf(match, lexicon),
      isHeadline: kind === 'heading' || kind === 'dek',
    };
  };
  return matches.flatMap((match) =>
    telling(given, match, toCandidate(match), watch).flatMap((told) => [
      told,
      ...repeats(match).map((each) => repeated(given, told, each)),
    ]),
  );
};

/** The actors with the places that something may be done to. */
const withGrounds = (index: ActorIndex): ActorIndex => ({
  ...index,
  actorsAt: (ref) => [...index.actorsAt(ref), ...index.grounds.at(ref)],
});

/** Blocks whose words tell of this report's events; those of a related article belong to another report. */
const isTold = (read: ReadDocument, sentence: ParsedSentence): boolean => {
  const kind = read.document.blocks[sentence.block]?.kind;
  return kind !== 'related' && kind !== 'credit';
};

/**
 * The events of a document: what the patterns of the codebook find in its trees, with parties, realis, time, place and the
 * statements that tell of them. Mentions of one happening are one event. `watch` is told of each pattern that is tried.
 */
export const findEvents = (
  read: ReadDocument,
  actors: ActorIndex,
  times: readonly TimeExpression[],
  places: readonly Place[],
  all: readonly FoundStatement[],
  codebook: Codebook,
  watch?: Watch,
): Event[] => {
  const statements = all.filter(({ statement }) => !isStance(statement));
  const near = {
    statements: indexStatements(statements),
    times: indexBySpan(times, ({ span }) => [span]),
    places: indexBySpan(places, ({ span }) => [span]),
  };
  const speakersOver = (span: Span): readonly string[] =>
    innermostOver(span, near.statements, undefined)?.statement.speakers ?? [];
  const isPrivate = (lemma: string): boolean => codebook.isWord('private-people', lemma);
  const isWeapon = (lemma: string): boolean => codebook.isWord('weapons', lemma);
  const known = { actors, codebook, speakersOver, groupsBefore: groupsBefore(read, actors), isPrivate, isWeapon };
  const given: Given = { read, actors, times, places, statements, near, lexicon: lexiconOf(codebook), known, watch };
  const told = read.sentences.flatMap((sentence, index) =>
    isTold(read, sentence) ? toCandidates(given, sentence, index) : [],
  );
  const candidates = [...told, ...spokenEvents(given, told)].sort((a, b) => a.trigger.start - b.trigger.start);
  const values = new Map(times.map((time) => [time.id, time.value]));
  return mergeEvents(read.id, candidates, {
    readTime: (time) => values.get(time) ?? null,
    bodyOf: (actor) => bodyBehind(actors, actor),
    isUmbrella: (lemma) => codebook.isWord('umbrella-conflicts', lemma),
  });
};
