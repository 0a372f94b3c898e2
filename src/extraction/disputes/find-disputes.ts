import type { Codebook } from '../../codebook/index.ts';
import type { ActorIndex, FoundStatement, ReadDocument } from '../reading-of.ts';
import type { Dispute, DisputeKind, Event } from '../records.ts';
import { answered, type Given, repeatedIn, toDispute } from './answers.ts';
import { type Claim, claimsOf, mentionsOf } from './claims.ts';
import { contradictionsOf } from './contradictions.ts';
import { continuedDenials, contrasts, verdictsOnReplies } from './rejoinders.ts';
import { sidesOf } from './sides.ts';
import { disputeWordIn } from './wording.ts';

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
  return {
    id,
    by: others,
    about: [],
    at: trigger,
    accuses: true,
    isAct: false,
    isOrder: false,
    topics: () => new Set(),
  };
};

/** Is a denial of these events an answer to a claim: does the claim tell events of their kind, or speak of whom they touch? */
const isAbout = (given: Given, claim: Claim, denied: readonly Event[], { statement }: FoundStatement): boolean => {
  const types = (given.toldBy.get(claim.id) ?? []).map(({ type }) => type);
  if (denied.some(({ type }) => types.includes(type))) return true;
  const touched = given.mentioned(statement.content).filter((id) => !given.sameSide([id], statement.speakers));
  return given.sameSide(claim.about, touched);
};

const isRelated = (given: Given, { cue }: FoundStatement): boolean => {
  const block = given.read.sentences[cue.sentence]?.block ?? -1;
  return given.read.document.blocks[block]?.kind === 'related';
};

/** How a statement disputes something: it denies, or its words call another's words false or mere propaganda. */
const disputing = (given: Given, found: FoundStatement): DisputeKind | undefined => {
  const { parent } = found.statement;
  const outer = parent === null ? undefined : given.byId.get(parent);
  if (outer !== undefined && disputeWordIn(given.read, outer, given.codebook.disputes) !== undefined) return undefined;
  const worded = disputeWordIn(given.read, found, given.codebook.disputes);
  if (found.statement.act === 'deny') return worded?.kind ?? 'denies';
  if (found.statement.attitude) return undefined;
  return worded?.kind;
};

const disputesBy = (given: Given, found: FoundStatement, claims: readonly Claim[]): Dispute[] => {
  const kind = disputing(given, found);
  if (kind === undefined) return [];
  const denied = found.statement.act === 'deny' && !isRelated(given, found) ? deniedEvents(given, found) : [];
  const answers = answered(given, found, claims);
  if (denied.length === 0) return answers.map((claim) => toDispute(given, found, claim, kind));
  const repeated = repeatedIn(given, found, answers);
  const fitting = answers.filter(
    (claim) => given.byId.has(claim.id) && (repeated.includes(claim) || isAbout(given, claim, denied, found)),
  );
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

/** Each pair of claim and counter once, told by the first rule that found it. */
const onePerPair = (disputes: readonly Dispute[]): Dispute[] => {
  const pairs = new Map<string, Dispute>();
  for (const dispute of disputes) {
    const pair = `${dispute.claim} ${dispute.counter}`;
    if (!pairs.has(pair)) pairs.set(pair, dispute);
  }
  return [...pairs.values()];
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
    codebook,
    sameSide: sidesOf(actors),
  };
  const claims = claimsOf(given);
  const answers = statements.flatMap((each) => disputesBy(given, each, claims));
  const found = [
    ...answers,
    ...continuedDenials(given, answers, claims),
    ...contradictionsOf(given),
    ...verdictsOnReplies(given),
    ...contrasts(given),
  ];
  return onePerPair(found);
};
