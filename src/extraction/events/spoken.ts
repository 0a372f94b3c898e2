import type { EventEntry } from '../../codebook/index.ts';
import { dependents, type Tree, treeOf } from '../../reading/index.ts';
import type { Evidence } from '../../text/index.ts';
import { sentenceAt } from '../near.ts';
import type { FoundStatement } from '../reading-of.ts';
import type { SpeechAct } from '../records.ts';
import { verdictAt, verdictOf } from '../statements/verdict.ts';
import { innermostOver } from './asserted.ts';
import type { Candidate } from './candidate.ts';
import type { Given } from './given.ts';
import { deepSubjects, surfaceSubjects } from './grammar.ts';
import { bodyBehind, partiesOf } from './parties.ts';
import { topWord } from './surroundings.ts';
import { isClause, lemmaAt, markersOf } from './words.ts';

/** Acts that a verdict on somebody may be. */
const VERDICTS: readonly SpeechAct[] = ['accuse', 'criticize', 'praise'];

const isVerdict = ({ statement }: FoundStatement): boolean =>
  VERDICTS.includes(statement.act) || statement.act === 'claim';

/** Whom the content of a statement is about: the subject of its main clause ("Norland must withdraw"). */
const aboutWhom = (given: Given, found: FoundStatement): string[] => {
  const [first] = found.content;
  if (first === undefined) return [];
  const index = sentenceAt(given.read.sentences, first.start);
  const sentence = given.read.sentences[index];
  if (sentence === undefined) return [];
  const tree: Tree = treeOf(sentence);
  const top = topWord(sentence, first);
  if (top < 0 || !isClause(tree, top)) return [];
  const { of } = partiesOf(tree, index, given.known);
  const verdict = verdictAt(given.lexicon.codebook, sentence, top);
  if (verdict !== undefined && isVerdict(found)) return [...of(verdict.about)];
  return surfaceSubjects(tree, top, given.lexicon).flatMap(of);
};

/** What somebody is promised: to meet or to ask them is a plan, no promise. */
const GIVING: readonly Candidate['type'][] = ['RETREAT', 'CONCEDE', 'AID', 'SUPPORT', 'COOPERATE'];

/** What those who speak do themselves among the events told in a statement. */
const ownIn = (
  told: ReadonlyMap<string, readonly Candidate[]>,
  { statement }: FoundStatement,
  selves: readonly string[],
): Candidate[] => (told.get(statement.id) ?? []).filter(({ actors }) => actors.some((id) => selves.includes(id)));

const HOSTILE: readonly Candidate['type'][] = ['PROTEST', 'ASSAULT', 'SANCTION', 'COERCE', 'MOBILIZE'];

/** "If Norland strikes, we will retaliate": whose doing a hostile act depends on. */
const ofCondition = (given: Given, { trigger }: Candidate): string[] => {
  const index = sentenceAt(given.read.sentences, trigger.start);
  const sentence = given.read.sentences[index];
  if (sentence === undefined) return [];
  const tree = treeOf(sentence);
  const word = sentence.tokens.findIndex(({ start }) => start === trigger.start);
  const { of } = partiesOf(tree, index, given.known);
  return dependents(tree, word, 'advcl')
    .filter((clause) => markersOf(tree, clause).includes('if'))
    .flatMap((clause) => deepSubjects(tree, clause, given.lexicon).flatMap(of));
};

const FORETELLING: readonly SpeechAct[] = ['warn', 'promise'];

/** What those who speak threaten to do: something hostile if another does not yield, or that they warn of or promise. */
const threatsIn = (own: readonly Candidate[], { statement }: FoundStatement): Candidate[] =>
  own.filter(
    ({ type, realis }) =>
      HOSTILE.includes(type) &&
      (realis === 'conditional' || (realis === 'planned' && FORETELLING.includes(statement.act))),
  );

/** Whom a statement touches: those it is about and those whom its events touch; a promise, only those who are given something. */
const touchedBy = (given: Given, own: readonly Candidate[], found: FoundStatement): string[] => {
  const threats = threatsIn(own, found);
  if (threats.length > 0) return threats.flatMap((threat) => [...threat.recipients, ...ofCondition(given, threat)]);
  const touched = (events: readonly Candidate[]): string[] => events.flatMap(({ recipients }) => recipients);
  const declaration = declarationOf(given, own, found);
  if (declaration !== undefined)
    return touched(own.filter(({ type }) => declaration.declaring?.includes(type) === true));
  if (found.statement.act === 'promise') return touched(own.filter(({ type }) => GIVING.includes(type)));
  return [...aboutWhom(given, found), ...touched(own)];
};

/** A claim that is a verdict on somebody: "contended that they are hostile" (where the cue is plain, the act says so already). */
const verdictIn = (given: Given, { statement, content: [first] }: FoundStatement): SpeechAct | undefined => {
  const sentence =
    first === undefined ? undefined : given.read.sentences[sentenceAt(given.read.sentences, first.start)];
  if (first === undefined || sentence === undefined || statement.act !== 'claim') return undefined;
  return verdictOf(given.lexicon.codebook, sentence, topWord(sentence, first));
};

/** Acts of statements that only tell: what is announced with them may be a threat. */
const PLAIN: readonly FoundStatement['statement']['act'][] = ['say', 'announce', 'confirm', 'promise'];

/** "Said that it will attack": the pattern that takes the announcement of an own act of this type for an event. */
const declarationOf = (
  given: Given,
  own: readonly Candidate[],
  { statement }: FoundStatement,
): EventEntry | undefined =>
  PLAIN.includes(statement.act)
    ? given.lexicon.codebook.events.find(({ declaring }) =>
        own.some(({ type, realis }) => realis === 'planned' && declaring?.includes(type) === true),
      )
    : undefined;

/** The pattern whose event a statement is: by what it announces, a threat or a verdict by what it tells, any other by its act. */
const entryOf = (given: Given, own: readonly Candidate[], found: FoundStatement): EventEntry | undefined => {
  const declaration = declarationOf(given, own, found);
  if (declaration !== undefined) return declaration;
  const act = threatsIn(own, found).length > 0 ? 'threaten' : (verdictIn(given, found) ?? found.statement.act);
  return given.lexicon.codebook.events.find((each) => each.acts?.includes(act) === true);
};

/** "Criticized them, | saying …": the words of the same act as the verb above tells. */
const sameActAs = (
  given: Given,
  all: readonly Candidate[],
  type: Candidate['type'],
  { cue, statement }: FoundStatement,
): Evidence | null => {
  const tokens = given.read.sentences[cue.sentence]?.tokens ?? [];
  const { head = -1, deprel } = tokens[cue.token] ?? {};
  if (deprel !== 'advcl' || tokens[head] === undefined) return null;
  const { start } = tokens[head];
  const above = all.find(
    (each) =>
      each.type === type && each.trigger.start === start && each.actors.some((id) => statement.speakers.includes(id)),
  );
  return above?.trigger ?? null;
};

const toCandidate = (
  given: Given,
  all: readonly Candidate[],
  told: ReadonlyMap<string, readonly Candidate[]>,
  found: FoundStatement,
): Candidate | undefined => {
  const { statement, cue } = found;
  const selves = [...statement.speakers, ...statement.speakers.map((id) => bodyBehind(given.actors, id))];
  const own = ownIn(told, found, selves);
  const entry = entryOf(given, own, found);
  if (entry === undefined) return undefined;
  const recipients = [...new Set(touchedBy(given, own, found))].filter((id) => !selves.includes(id));
  const isDeclared = entry.declaring !== undefined;
  if (statement.speakers.length === 0 || (recipients.length === 0 && !isDeclared)) return undefined;
  // "Norland said it would not sign": the refusal is told by the words that refuse.
  if (own.some(({ type, realis }) => type === entry.type && realis === 'actual')) return undefined;
  const sentence = given.read.sentences[cue.sentence];
  const teller = innermostOver(statement.cue, given.near.statements, found);
  const kind = sentence === undefined ? undefined : given.read.document.blocks[sentence.block]?.kind;
  return {
    type: entry.type,
    mode: entry.mode ?? null,
    contexts: entry.contexts ?? [],
    actors: statement.speakers,
    recipients,
    trigger: statement.cue,
    lemma: sentence === undefined ? '' : lemmaAt(treeOf(sentence), cue.token),
    realis: 'actual',
    assertedBy: teller === undefined ? [] : [teller.statement.id],
    statement: statement.id,
    time: statement.time,
    place: statement.place,
    rule: entry.id,
    sameAs: sameActAs(given, all, entry.type, found),
    isAgain: false,
    isPlain: true,
    isGranted: false,
    isHeadline: kind === 'heading' || kind === 'dek',
  };
};

/** Speech acts that are events though their cue does not say so: "must withdraw", he said. Those already told are left out. */
export const spokenEvents = (given: Given, told: readonly Candidate[]): Candidate[] => {
  const known = new Set(told.map((candidate) => candidate.statement));
  const byTeller = new Map<string, Candidate[]>();
  for (const candidate of told) {
    for (const id of candidate.assertedBy) byTeller.set(id, [...(byTeller.get(id) ?? []), candidate]);
  }
  return given.statements.flatMap((found) => {
    const { statement, cue } = found;
    if (statement.attitude || known.has(statement.id)) return [];
    const sentence = given.read.sentences[cue.sentence];
    if (sentence !== undefined && given.read.document.blocks[sentence.block]?.kind === 'related') return [];
    return toCandidate(given, told, byTeller, found) ?? [];
  });
};
