import type { EventEntry } from '../../codebook/index.ts';
import { type Tree, treeOf } from '../../reading/index.ts';
import { sentenceAt } from '../near.ts';
import type { FoundStatement } from '../reading-of.ts';
import { innermostOver } from './asserted.ts';
import type { Candidate } from './candidate.ts';
import type { Given } from './given.ts';
import { surfaceSubjects } from './grammar.ts';
import { bodyBehind, partiesOf } from './parties.ts';
import { topWord } from './surroundings.ts';
import { isClause, lemmaAt } from './words.ts';

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

/** Whom a statement touches: those it is about and those whom its events touch; a promise, only those who are given something. */
const touchedBy = (given: Given, own: readonly Candidate[], found: FoundStatement): string[] =>
  found.statement.act === 'promise'
    ? own.filter(({ type }) => GIVING.includes(type)).flatMap(({ recipients }) => recipients)
    : [...aboutWhom(given, found), ...own.flatMap(({ recipients }) => recipients)];

const toCandidate = (
  given: Given,
  told: ReadonlyMap<string, readonly Candidate[]>,
  found: FoundStatement,
  entry: EventEntry,
): Candidate | undefined => {
  const { statement, cue } = found;
  const selves = [...statement.speakers, ...statement.speakers.map((id) => bodyBehind(given.actors, id))];
  const own = ownIn(told, found, selves);
  const recipients = [...new Set(touchedBy(given, own, found))].filter((id) => !selves.includes(id));
  if (statement.speakers.length === 0 || recipients.length === 0) return undefined;
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
    sameAs: null,
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
    const entry = given.lexicon.codebook.events.find((each) => each.acts?.includes(statement.act) === true);
    return entry === undefined ? [] : (toCandidate(given, byTeller, found, entry) ?? []);
  });
};
