import type { Codebook, DisputeEntry } from '../../codebook/index.ts';
import { recordId, type Span } from '../../text/index.ts';
import type { ActorIndex, FoundStatement, ReadDocument } from '../reading-of.ts';
import type { Dispute, DisputeKind, Event } from '../records.ts';
import { sidesOf } from './sides.ts';
import { disputeWordIn } from './wording.ts';

interface Given {
  readonly read: ReadDocument;
  readonly statements: readonly FoundStatement[];
  readonly events: readonly Event[];
  readonly entries: readonly DisputeEntry[];
  /** Do two actors speak for the same side: the same actor, or of the same country's government? */
  readonly sameSide: (one: readonly string[], other: readonly string[]) => boolean;
}

/** Something said that may be disputed: an accusation, a claim. */
interface Claim {
  readonly id: string;
  readonly by: readonly string[];
  /** Whom it is about. */
  readonly about: readonly string[];
  readonly at: Span;
}

const ACCUSING = new Set(['accuse', 'claim', 'criticize', 'threaten']);

/** What can be answered: events of accusing, and statements that accuse or claim. */
const claimsOf = ({ events, statements }: Given): Claim[] => {
  const accusations = events.filter(({ type }) => type === 'ACCUSE');
  const told = accusations.map(
    (event): Claim => ({
      id: event.statement ?? event.id,
      by: event.actors,
      about: event.recipients,
      at: event.trigger,
    }),
  );
  const known = new Set(told.map(({ id }) => id));
  const said = statements.flatMap(({ statement }): Claim[] => {
    if (known.has(statement.id) || statement.attitude || !ACCUSING.has(statement.act)) return [];
    const inside = events.filter(({ assertedBy }) => assertedBy.includes(statement.id));
    return [
      { id: statement.id, by: statement.speakers, about: inside.flatMap(({ actors }) => actors), at: statement.cue },
    ];
  });
  return [...told, ...said];
};

/** CASE 1: a denial says that what its content tells did not happen. */
const deniedEvents = (given: Given, { statement }: FoundStatement): Claim[] =>
  given.events
    .filter(({ assertedBy, realis }) => assertedBy.includes(statement.id) && realis !== 'negated')
    .map(({ id, actors, trigger }) => ({ id, by: actors, about: [], at: trigger }));

/** CASE 2: the accused answer. Of several accusations the nearest before the answer, else the first behind it. */
const answered = (given: Given, { statement }: FoundStatement, claims: readonly Claim[]): Claim[] => {
  const fitting = claims.filter(
    ({ id, by, about }) =>
      id !== statement.id && given.sameSide(about, statement.speakers) && !given.sameSide(by, statement.speakers),
  );
  const before = fitting.filter(({ at }) => at.start < statement.cue.start);
  const nearest = before.at(-1) ?? fitting[0];
  return nearest === undefined ? [] : [nearest];
};

const isRelated = (given: Given, { cue }: FoundStatement): boolean => {
  const block = given.read.sentences[cue.sentence]?.block ?? -1;
  return given.read.document.blocks[block]?.kind === 'related';
};

/** How a statement disputes something: it denies, or its words call another's words false or mere propaganda. */
const disputing = (given: Given, found: FoundStatement): DisputeKind | undefined => {
  const worded = disputeWordIn(given.read, found, given.entries);
  if (found.statement.act === 'deny') return worded?.kind ?? 'denies';
  if (found.statement.attitude) return undefined;
  return worded?.kind;
};

const toDispute = (given: Given, found: FoundStatement, claim: Claim, kind: DisputeKind): Dispute => ({
  id: recordId(given.read.id, 'dispute', [found.statement.cue, claim.at]),
  claim: claim.id,
  counter: found.statement.id,
  kind,
  parties: [...new Set([...found.statement.speakers, ...claim.by])],
});

const disputesBy = (given: Given, found: FoundStatement, claims: readonly Claim[]): Dispute[] => {
  const kind = disputing(given, found);
  if (kind === undefined) return [];
  const denied = found.statement.act === 'deny' && !isRelated(given, found) ? deniedEvents(given, found) : [];
  if (denied.length > 0) return denied.map((claim) => toDispute(given, found, claim, 'denies'));
  return answered(given, found, claims).map((claim) => toDispute(given, found, claim, kind));
};

/**
 * The disputes within a document: a denial and what it denies; an accusation and the words of the accused that call it false,
 * also where those stand in the headline of a related article.
 */
export const findDisputes = (
  read: ReadDocument,
  actors: ActorIndex,
  statements: readonly FoundStatement[],
  events: readonly Event[],
  codebook: Codebook,
): Dispute[] => {
  const given: Given = { read, statements, events, entries: codebook.disputes, sameSide: sidesOf(actors) };
  const claims = claimsOf(given);
  const found = statements.flatMap((each) => disputesBy(given, each, claims));
  return [...new Map(found.map((dispute) => [dispute.id, dispute])).values()];
};
