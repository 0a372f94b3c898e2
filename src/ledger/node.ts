import type { Realis } from '../readout/index.ts';

/**
 * What the ledger keeps across reports. A node gathers records of many readouts: the mentions of one actor, the tellings of
 * one event, the repetitions of one statement, a claim with its denial, an item on the agenda, the reports of one situation.
 */
export type NodeKind = 'actor' | 'event' | 'statement' | 'dispute' | 'agenda' | 'situation';

/** A record of one readout: the readout's own id, and the report it stands in. */
export interface RecordRef {
  readonly document: string;
  readonly record: string;
}

/** A value with the time from which, and until which, reports bear it out: days of publication, ISO 8601. */
export interface Dated<T> {
  readonly value: T;
  readonly first: string | null;
  readonly last: string | null;
  /** In how many reports. */
  readonly reports: number;
  /** The record that gave it first. */
  readonly from: RecordRef;
}

/** Who somebody is, according to the reports. The lists are bounded; the commonest values stay. */
export interface ActorSummary {
  readonly name: string;
  readonly kind: 'person' | 'organization' | 'country' | 'group';
  readonly names: readonly Dated<string>[];
  readonly roles: readonly Dated<string>[];
  readonly affiliations: readonly Dated<string>[];
  readonly codes: readonly Dated<string>[];
}

/** In how many reports, by how many publishers' families, and from how many origins something is told. */
export interface Counts {
  readonly reports: number;
  readonly publishers: number;
  readonly origins: number;
}

/** One telling: which record of which report, whose, from which origin. */
export interface Telling extends RecordRef {
  readonly published: string | null;
  readonly publisher: string | null;
  readonly origin: string;
}

/** When something is: a TIMEX3 value and the days it can lie between (ISO 8601, half-open), null where the text leaves it open. */
export interface When {
  readonly value: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly grain: string;
}

export interface EventSummary {
  readonly type: string;
  readonly mode: string | null;
  readonly realis: Realis;
  /** Actor nodes. */
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly when: When | null;
  readonly place: { readonly name: string; readonly country: string | null } | null;
  /** Lemmas of the triggers. */
  readonly words: readonly string[];
  readonly tellings: readonly Telling[];
  readonly counts: Counts;
}

export interface StatementSummary {
  readonly speakers: readonly string[];
  readonly act: string;
  /** The content's words as they are compared, of the fullest telling. */
  readonly shingles: readonly number[];
  /** The telling that stands first: its origin is kept. */
  readonly first: Telling;
  readonly tellings: readonly Telling[];
  readonly counts: Counts;
}

/** A record or a node that is disputed, or that disputes. */
export interface Side extends RecordRef {
  readonly kind: 'event' | 'statement';
  /** The event or statement node it belongs to. */
  readonly node: string;
  readonly published: string | null;
}

export interface DisputeSummary {
  readonly kind: 'denies' | 'contradicts' | 'disputes-characterization';
  readonly claim: Side;
  readonly counters: readonly Side[];
  readonly parties: readonly string[];
}

export type AgendaState = 'scheduled' | 'postponed' | 'rescheduled' | 'cancelled' | 'held' | 'did not happen';

/** How an item came into a state, with the record that says so. */
export interface AgendaStep extends RecordRef {
  readonly state: AgendaState;
  readonly when: When | null;
  readonly published: string | null;
}

export interface AgendaSummary {
  /** The event node that is planned. */
  readonly event: string;
  readonly who: readonly string[];
  readonly when: When | null;
  readonly place: string | null;
  readonly state: AgendaState;
  readonly steps: readonly AgendaStep[];
}

export interface SituationSummary {
  readonly title: string;
  readonly first: string | null;
  readonly last: string | null;
  /** Weighted terms of its reports, the heaviest few hundred. */
  readonly terms: Readonly<Record<string, number>>;
  readonly actors: readonly string[];
  readonly counts: Counts;
}

export interface SummaryOf {
  readonly actor: ActorSummary;
  readonly event: EventSummary;
  readonly statement: StatementSummary;
  readonly dispute: DisputeSummary;
  readonly agenda: AgendaSummary;
  readonly situation: SituationSummary;
}

/** A node as it is stored. `id` comes from its first record and never changes; `keys` are what it can be looked up by. */
export interface LedgerNode<K extends NodeKind = NodeKind> {
  readonly kind: K;
  readonly id: string;
  readonly keys: readonly string[];
  readonly summary: SummaryOf[K];
}

/** Nodes that have one of `keys`, as they stand now; what stands for another by redirect is answered by the one it stands for. */
export type Lookup = <K extends NodeKind>(kind: K, keys: readonly string[]) => Promise<readonly LedgerNode<K>[]>;
