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

/** In how many reports, by how many publishers' families, and from how many origins something is told. */
export interface Counts {
  readonly reports: number;
  readonly publishers: number;
  readonly origins: number;
}

/** What so many reports tell that they are not kept one by one: the last of them, and of their origins; all publishers. */
export interface Gathered {
  readonly documents: readonly string[];
  readonly publishers: readonly string[];
  readonly origins: readonly string[];
  readonly counts: Counts;
}

/** Who somebody is, according to the reports. The lists are bounded; the commonest values stay. */
export interface ActorSummary extends Gathered {
  readonly name: string;
  readonly kind: 'person' | 'organization' | 'country' | 'group';
  readonly names: readonly Dated<string>[];
  readonly roles: readonly Dated<string>[];
  readonly affiliations: readonly Dated<string>[];
  readonly codes: readonly Dated<string>[];
  /** Whether the reports give it a name of its own: "Ada Berg", not "the spokesman". */
  readonly isNamed: boolean;
  /** What pronouns tell of a person: "female", "male". */
  readonly genders: readonly Dated<string>[];
  /** "BGR/parliament": an institution of which a state has one; null for all others. */
  readonly institution: string | null;
  /** The situations it was last seen in, the latest first. */
  readonly situations: readonly string[];
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

/** A party to an event as parties are compared: nameless groups by what they are called, everybody by country and sector. */
export interface Party {
  readonly node: string;
  readonly side: 'actor' | 'recipient';
  readonly kind: ActorSummary['kind'];
  /** ISO 3166-1 alpha-3. */
  readonly country: string | null;
  readonly sector: string | null;
  /** The folded name of those who have no name of their own ("protester"); null for the named. */
  readonly label: string | null;
}

export interface EventSummary {
  readonly type: string;
  readonly mode: string | null;
  readonly realis: Realis;
  /** Actor nodes. */
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly when: When | null;
  /** Dates it was once planned for, before it was moved. */
  readonly formerly: readonly When[];
  /** Days under which it is looked up: half-open. */
  readonly span: { readonly first: string; readonly last: string };
  readonly place: { readonly name: string; readonly country: string | null; readonly isCountry: boolean } | null;
  /** Lemmas of the triggers. */
  readonly words: readonly string[];
  readonly parties: readonly Party[];
  /** The most telling words of the sentences that tell it. */
  readonly terms: readonly string[];
  /** Situations in which it is told. */
  readonly situations: readonly string[];
  /** Actors that assert it; empty where reporters do. */
  readonly assertedBy: readonly string[];
  readonly tellings: readonly Telling[];
  readonly counts: Counts;
}

export interface StatementSummary {
  readonly speakers: readonly string[];
  readonly act: string;
  /** The content's words as they are compared, of the fullest telling. */
  readonly shingles: readonly number[];
  /** The most telling words of the content. */
  readonly terms: readonly string[];
  /** Actors that the content speaks of. */
  readonly about: readonly string[];
  readonly isNegated: boolean;
  /** Whether no speaker is told by name. */
  readonly isUnnamed: boolean;
  /** Those for whom the speakers speak, and whom it speaks of: actor nodes, and countries where governments are meant. */
  readonly sides: { readonly by: readonly string[]; readonly about: readonly string[] };
  /** Days under which it is looked up. */
  readonly span: { readonly first: string; readonly last: string };
  /** The telling that stands first: its origin is kept. */
  readonly first: Telling;
  readonly tellings: readonly Telling[];
  readonly counts: Counts;
}

/** A record or a node that is disputed, or that disputes. */
export interface Side extends Telling {
  readonly kind: 'event' | 'statement';
  /** The event or statement node it belongs to. */
  readonly node: string;
  /** Actor nodes: the speakers of a statement, the actors of an event. */
  readonly who: readonly string[];
  /** The act of a statement, the type of an event. */
  readonly what: string;
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

/** One telling of an item: into which state it puts it. */
export type AgendaTelling = AgendaStep & Telling;

export interface AgendaSummary {
  /** The event node that is planned. */
  readonly event: string;
  /** The event's type. */
  readonly type: string;
  readonly who: readonly string[];
  readonly when: When | null;
  readonly place: string | null;
  readonly state: AgendaState;
  readonly steps: readonly AgendaStep[];
  /** All that put it on the agenda, or say what became of it. */
  readonly tellings: readonly AgendaTelling[];
  readonly counts: Counts;
}

export interface SituationSummary {
  readonly title: string;
  readonly first: string | null;
  readonly last: string | null;
  /** Mean weight of terms over its reports, the heaviest few hundred. */
  readonly terms: Readonly<Record<string, number>>;
  /** Days under which it is looked up: of publication, of adding where that is not known. */
  readonly span: { readonly first: string; readonly last: string };
  readonly actors: readonly string[];
  readonly publishers: readonly string[];
  readonly origins: readonly string[];
  /** Its reports; of many the latest. */
  readonly documents: readonly string[];
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

/**
 * Nodes that have one of `keys`, as they stand now; what stands for another by redirect is answered by the one it stands for.
 * With `most`, at most so many for each key suffice: those that changed last. A node's own id, and those it stands for, are keys of it.
 */
export type Lookup = <K extends NodeKind>(
  kind: K,
  keys: readonly string[],
  most?: number,
) => Promise<readonly LedgerNode<K>[]>;
