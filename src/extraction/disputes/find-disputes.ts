import type { Codebook, DisputeEntry } from '../../codebook/index.ts';
import { recordId, type Span } from '../../text/index.ts';
import type { ActorIndex, FoundStatement, ReadDocument } from '../reading-of.ts';
import type { Dispute, DisputeKind, Event } from '../records.ts';
import { type Claim, claimsOf, mentionsOf, type Telling } from './claims.ts';
import { contradictionsOf } from './contradictions.ts';
import { sidesOf } from './sides.ts';
import { disputeWordIn } from './wording.ts';

interface Given extends Telling {
  readonly read: ReadDocument;
  readonly byId: ReadonlyMap<string, FoundStatement>;
  readonly entries: readonly DisputeEntry[];
  readonly mentioned: (content: readonly Span[]) => string[];
}

/** What a denial takes for granted is not denied: that somebody accused, demanded or threatened. */
const SPOKEN: readonly Event['type'][] = ['ACCUSE', 'REQUEST', 'THREATEN'];

/**
 * CASE 1: a denial says that what its content tells did not happen. Who denies having asked or threatened somebody says nothing
 * of what was asked.
 */
const deniedEvents = (given: Given, { statement }: FoundStatement): Event[] => {
  const told = (given.toldBy.get(statement.id) ?? []).filter(({ realis }) => realis !== 'negated');
  const spoken = told.filter(({ type }) => SPOKEN.includes(type));
  const own = spoken.filter(({ actors }) => given.sameSide(actors, statement.speakers));
  return own.length > 0 ? own : told.filter((event) => !spoken.includes(event));
};

/** The denied event as a claim, by those of another side who tell it too. */
const toClaim = (given: Given, { id, trigger, assertedBy }: Event, { statement }: FoundStatement): Claim => {
  const tellers = assertedBy.flatMap((each) => given.byId.get(each)?.statement.speakers ?? []);
  const others = tellers.filter((teller) => !given.sameSide([teller], statement.speakers));
  return { id, by: others, about: [], at: trigger, accuses: true, isAct: false };
};

/** Is a denial of these events an answer to a claim: does the claim tell events of their kind, or speak of whom they touch? */
const isAbout = (given: Given, claim: Claim, denied: readonly Event[], { statement }: FoundStatement): boolean => {
  const types = (given.toldBy.get(claim.id) ?? []).map(({ type }) => type);
  if (denied.some(({ type }) => types.includes(type))) return true;
  const touched = given.mentioned(statement.content).filter((id) => !given.sameSide([id], statement.speakers));
  return given.sameSide(claim.about, touched);
};

/**
 * CASE 2: those spoken of answer. Of several accusations the nearest before the answer, else the first behind it. A denial may
 * also answer what was merely told, other words an act such as an arrest.
 */
const answered = (given: Given, { statement }: FoundStatement, claims: readonly Claim[]): Claim[] => {
  const fitting = claimsNear(claims, statement.cue.start).filter(
    ({ id, by, about }) =>
      id !== statement.id && given.sameSide(about, statement.speakers) && !given.sameSide(by, statement.speakers),
  );
  const accused = fitting.filter(({ accuses }) => accuses);
  const others = fitting.filter(({ accuses, isAct }) => !accuses && isAct === (statement.act !== 'deny'));
  const before = (among: readonly Claim[]): Claim | undefined =>
    among.filter(({ at }) => at.start < statement.cue.start).at(-1);
  const found = before(accused) ?? before(others) ?? accused[0];
  if (found === undefined) return [];
  const more = found.accuses && given.byId.has(found.id) ? fitting.filter((each) => isOneAttack(each, found)) : [];
  return [...new Set([...more, found])];
};

/** How many claims before and behind an answer are looked at. */
const REACH = 200;

/** The claims around a place of the text; they are sorted. */
const claimsNear = (claims: readonly Claim[], start: number): readonly Claim[] => {
  let [low, high] = [0, claims.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((claims[middle]?.at.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return claims.slice(Math.max(0, low - REACH), low + REACH);
};

/** How far apart two accusations of one accuser may stand so that one answer is to both. */
const ONE_BREATH = 600;

/** Did the same accuser say it shortly before, so that who rejects "the allegations" rejects both? */
const isOneAttack = (other: Claim, nearest: Claim): boolean =>
  other.at.start < nearest.at.start &&
  nearest.at.start - other.at.start < ONE_BREATH &&
  other.by.length > 0 &&
  other.by.join() === nearest.by.join();

const isRelated = (given: Given, { cue }: FoundStatement): boolean => {
  const block = given.read.sentences[cue.sentence]?.block ?? -1;
  return given.read.document.blocks[block]?.kind === 'related';
};

/** How a statement disputes something: it denies, or its words call another's words false or mere propaganda. */
const disputing = (given: Given, found: FoundStatement): DisputeKind | undefined => {
  const { parent } = found.statement;
  const outer = parent === null ? undefined : given.byId.get(parent);
  if (outer !== undefined && disputeWordIn(given.read, outer, given.entries) !== undefined) return undefined;
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
  const answers = answered(given, found, claims);
  if (denied.length === 0) return answers.map((claim) => toDispute(given, found, claim, kind));
  const fitting = answers.filter((claim) => given.byId.has(claim.id) && isAbout(given, claim, denied, found));
  const events = denied.map((event) => toClaim(given, event, found));
  return (fitting.length > 0 ? fitting : events).map((claim) => toDispute(given, found, claim, 'denies'));
};

const toldBy = (events: readonly Event[]): Map<string, Event[]> => {
  const map = new Map<string, Event[]>();
  for (const event of events) {
    for (const id of event.assertedBy) {
      const known = map.get(id);
      if (known === undefined) map.set(id, [event]);
      else known.push(event);
    }
  }
  return map;
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
  const byId = new Map(statements.map((each) => [each.statement.id, each]));
  const given: Given = {
    read,
    mentioned: mentionsOf(actors),
    actors,
    statements,
    byId,
    events,
    toldBy: toldBy(events),
    entries: codebook.disputes,
    sameSide: sidesOf(actors),
  };
  const claims = claimsOf(given);
  const found = [...statements.flatMap((each) => disputesBy(given, each, claims)), ...contradictionsOf(given)];
  return [...new Map(found.map((dispute) => [dispute.id, dispute])).values()];
};
