import type { Evidence } from '../text/index.ts';

/** What kind of thing an actor is. */
export type ActorKind = 'person' | 'organization' | 'country' | 'group';

/** A person, organization, country or group that speaks, acts or is acted on. */
export interface Actor {
  readonly id: string;
  /** Its fullest form in the document. */
  readonly name: string;
  readonly kind: ActorKind;
  /** The title the text gives ("National Security Adviser"). */
  readonly role: string | null;
  /** Country or organization. */
  readonly affiliation: string | null;
  /** PLOVER style: ISO 3166-1 alpha-3 country and sector, "USA GOV". */
  readonly code: string | null;
  readonly mentions: readonly Evidence[];
}

export type TimeType = 'DATE' | 'TIME' | 'DURATION' | 'SET';
export type TimeGrain =
  | 'second'
  | 'minute'
  | 'hour'
  | 'part-of-day'
  | 'day'
  | 'weekend'
  | 'week'
  | 'month'
  | 'season'
  | 'quarter'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'
  | 'unknown';
export type TimeKind = 'exact' | 'approximate' | 'range' | 'unresolved';
export type TimeAnchor = 'publication' | 'dateline' | 'utterance' | 'event' | 'none';

/** A time expression (TIMEX3). `value` is null where the text leaves it open. */
export interface TimeExpression {
  readonly id: string;
  readonly span: Evidence;
  readonly type: TimeType;
  readonly value: string | null;
  readonly grain: TimeGrain;
  readonly kind: TimeKind;
  readonly anchor: TimeAnchor;
  readonly rule: string;
}

export type PlacePrecision = 'town' | 'region' | 'country';

/** A place that the text names. */
export interface Place {
  readonly id: string;
  readonly span: Evidence;
  readonly name: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  /** How exactly it is known where that is: a town, or only somewhere in a region or country; null where nothing is known. */
  readonly precision: PlacePrecision | null;
  readonly gazetteer: string | null;
  readonly rule: string;
}

export type Quotation = 'direct' | 'indirect' | 'mixed';
export type SpeechAct =
  | 'say'
  | 'claim'
  | 'accuse'
  | 'deny'
  | 'confirm'
  | 'warn'
  | 'threaten'
  | 'promise'
  | 'demand'
  | 'request'
  | 'announce'
  | 'ask'
  | 'praise'
  | 'criticize'
  | 'apologize'
  | 'refuse'
  | 'decline';

/** Where a statement was made. */
export interface Channel {
  readonly name: string;
  readonly span: Evidence;
}

/** One act of communication that the text attributes to a source. */
export interface Statement {
  readonly id: string;
  readonly source: Evidence | null;
  readonly speakers: readonly string[];
  readonly cue: Evidence;
  readonly content: readonly Evidence[];
  readonly quotation: Quotation;
  readonly act: SpeechAct;
  readonly attitude: boolean;
  readonly channel: readonly Channel[];
  readonly addressee: Evidence | null;
  readonly time: string | null;
  readonly place: string | null;
  readonly parent: string | null;
  readonly rule: string;
}

export type EventType =
  | 'AGREE'
  | 'CONSULT'
  | 'SUPPORT'
  | 'CONCEDE'
  | 'COOPERATE'
  | 'AID'
  | 'RETREAT'
  | 'REQUEST'
  | 'ACCUSE'
  | 'REJECT'
  | 'THREATEN'
  | 'PROTEST'
  | 'SANCTION'
  | 'MOBILIZE'
  | 'COERCE'
  | 'ASSAULT'
  | 'OCCASION';
export type Realis = 'actual' | 'planned' | 'expected' | 'possible' | 'requested' | 'conditional' | 'negated';

/** One thing that actors do, did, will do, may do or are said to do (PLOVER). */
export interface Event {
  readonly id: string;
  readonly type: EventType;
  readonly mode: string | null;
  readonly contexts: readonly string[];
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly trigger: Evidence;
  readonly mentions: readonly Evidence[];
  readonly realis: Realis;
  readonly assertedBy: readonly string[];
  /** The statement that is this event, where the event is a speech act. */
  readonly statement: string | null;
  readonly time: string | null;
  readonly place: string | null;
  readonly rule: string;
}

export type AgendaState = 'scheduled' | 'postponed' | 'rescheduled' | 'cancelled' | 'held' | 'did not happen';

/** A planned or expected event at or after publication. */
export interface AgendaItem {
  readonly id: string;
  readonly event: string;
  readonly when: { readonly value: string | null; readonly grain: TimeGrain; readonly kind: TimeKind | 'unscheduled' };
  readonly where: string | null;
  readonly who: readonly string[];
  readonly state: AgendaState;
}

export type DisputeKind = 'denies' | 'contradicts' | 'disputes-characterization';

/** Two records that cannot both hold, or a record and its denial. */
export interface Dispute {
  readonly id: string;
  /** The event or statement that is disputed. */
  readonly claim: string;
  /** The statement that disputes it. */
  readonly counter: string;
  readonly kind: DisputeKind;
  readonly parties: readonly string[];
}

/** Something the reader of a readout should know about how it came to be. */
export interface Warning {
  readonly code: string;
  readonly message: string;
  readonly span: Evidence | null;
}
