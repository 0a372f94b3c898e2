/** The room of extraction: finds the actors, times, places, statements, events, agenda and disputes of one document. */

export { type ActorCode, codeOf, formatCode, type Mention } from './actors/code.ts';
export { findActors } from './actors/find-actors.ts';
export { findAgenda } from './agenda/find-agenda.ts';
export { findDisputes } from './disputes/find-disputes.ts';
export { findEvents } from './events/find-events.ts';
export { realisOfWord } from './events/told.ts';
export { type Attempt, attemptsOf, type Unmatched } from './events/unmatched.ts';
export type { Noticed, Verdict, Watch } from './events/watch.ts';
export { type WhyRealis, whyRealis } from './events/why-realis.ts';
export { findPlaces, locateNames } from './places/find-places.ts';
export { distance } from './places/resolve.ts';
export type { ActorIndex, FoundStatement, ReadDocument, TokenRef } from './reading-of.ts';
export type {
  Actor,
  ActorKind,
  AgendaItem,
  AgendaState,
  Channel,
  Dispute,
  DisputeKind,
  Event,
  EventType,
  Place,
  PlacePrecision,
  Quotation,
  Realis,
  SpeechAct,
  Statement,
  TimeAnchor,
  TimeExpression,
  TimeGrain,
  TimeKind,
  TimeType,
  Warning,
} from './records.ts';
export { withClaimNouns } from './statements/claim-nouns.ts';
export { findStatements } from './statements/find-statements.ts';
export { isStance } from './statements/stance.ts';
export { findTimes, type TimeCodebook } from './times/find-times.ts';
export { grainOf, type Interval, intervalOf } from './times/interval.ts';
export { clauseTense, type Tense, type TenseWords } from './times/tense.ts';
