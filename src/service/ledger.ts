import type { NodeKind, RecordRef } from '../ledger/index.ts';
import type { EngineInfo, Readout } from '../readout/index.ts';
import type { Entry } from '../store/index.ts';
import type { Document } from '../text/index.ts';
import type { Count, CountedBy, Dyad, Totals } from './ask/counts.ts';
import type { Page, PageRequest } from './ask/cursor.ts';
import type { Diff } from './ask/diff.ts';
import type { DisputeWords } from './ask/dispute-words.ts';
import type { Filter } from './ask/filter.ts';
import type { CorrectionFilter, CorrectionItem, VersionItem } from './ask/history.ts';
import type { ActorLane } from './ask/lanes.ts';
import type { LinkKind, Network } from './ask/network.ts';
import type { News } from './ask/news.ts';
import type { MemberItem, NodeFilter, NodeItem } from './ask/nodes.ts';
import type { PlaceCounts } from './ask/places.ts';
import type { EventItem, RecordItem, StatementItem } from './ask/records.ts';
import type { ReportDetail, ReportFilter, ReportItem } from './ask/reports.ts';
import type { LedgerSpan } from './ask/span.ts';
import type { ActorTelling } from './ask/tellings.ts';
import type { Change } from './entries/entry.ts';
import type { DoubtFilter } from './review/doubtful.ts';
import type { ReviewProgress } from './review/progress.ts';
import type { DoubtfulItem } from './review/queue.ts';

/** A query: what is asked for, which page of it, and as of which moment (ISO 8601; null or absent: now). */
export interface Query<F> extends PageRequest {
  readonly filter?: F | undefined;
  readonly asOf?: string | null | undefined;
}

/** What came of adding a report. */
export interface Added {
  /** What the ledger calls it. */
  readonly id: string;
  /** `known`: this engine has read this report before, and nothing changed. */
  readonly outcome: 'added' | 'read again' | 'known';
}

/** An input that could not be read, and why. */
export interface Failure {
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly at: string;
}

/** What is decided: by whom, why, and what. */
export interface Decision {
  readonly author: string;
  readonly why: string | null;
  readonly change: Change;
}

/** Something was taken in: for those who listen. */
export interface Happened {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  /** The report that was read or corrected, where it is one. */
  readonly document: string | null;
}

/**
 * A ledger, whether its store is in this process or behind a server's API. What it gives rests on what reports say and on what
 * people decided; `asOf` asks what was known then.
 */
export interface Ledger {
  /** Takes a readout in. Resolves when it is safe. */
  readonly add: (name: string, readout: Readout) => Promise<Added>;
  /** Whether this engine's readout of this report is there already. */
  readonly has: (readout: Readout) => Promise<boolean>;
  /** The same before it is read: whether that engine has read this report already. */
  readonly knows: (document: Document, engine: EngineInfo) => Promise<boolean>;
  readonly fail: (name: string, code: string, message: string) => Promise<void>;
  readonly failures: () => Promise<readonly Failure[]>;
  /** Takes decisions in, all or none. Returns their ids. Throws `bad-correction`, `no-such-record`. */
  readonly correct: (decisions: readonly Decision[]) => Promise<readonly string[]>;
  /** Takes a decision back. Throws `no-such-correction`. */
  readonly undo: (correction: string, author: string, why: string | null) => Promise<void>;
  readonly corrections: (query: Query<CorrectionFilter>) => Promise<Page<CorrectionItem>>;
  readonly versions: (
    kind: 'statement' | 'event',
    document: string,
    record: string,
    asOf?: string | null,
  ) => Promise<readonly VersionItem[]>;
  readonly statements: (query: Query<Filter>) => Promise<Page<StatementItem>>;
  readonly events: (query: Query<Filter>) => Promise<Page<EventItem>>;
  /** Records by where they stand, with the words that they rest on; those that are not there are left out. In no order. */
  readonly records: (refs: readonly RecordRef[], asOf?: string | null) => Promise<readonly RecordItem[]>;
  readonly reports: (query: Query<ReportFilter>) => Promise<Page<ReportItem>>;
  readonly report: (id: string, asOf?: string | null) => Promise<ReportDetail | null>;
  readonly nodes: <K extends NodeKind>(kind: K, query: Query<NodeFilter>) => Promise<Page<NodeItem<K>>>;
  readonly node: <K extends NodeKind>(kind: K, id: string, asOf?: string | null) => Promise<NodeItem<K> | null>;
  readonly members: (kind: NodeKind, id: string, query?: Query<never>) => Promise<Page<MemberItem>>;
  /** What each side of a dispute said of it, the oldest first; null where there is no such dispute. */
  readonly disputeWords: (id: string, asOf?: string | null) => Promise<DisputeWords | null>;
  /** What reports say of an actor, the newest first, each with its words; the limit is 100 unless told. */
  readonly tellings: (actor: string, asOf?: string | null, limit?: number) => Promise<readonly ActorTelling[]>;
  /** Rows that somebody should look at, those most worth it first, each with the reasons. */
  readonly doubtful: (filter: DoubtFilter, limit?: number) => Promise<readonly DoubtfulItem[]>;
  /** How many such rows wait, and how many rows people decided on since a moment (ISO 8601; null: ever). */
  readonly reviewProgress: (filter: DoubtFilter, since: string | null) => Promise<ReviewProgress>;
  readonly counts: (kind: 'statement' | 'event', by: CountedBy, query: Query<Filter>) => Promise<readonly Count[]>;
  readonly dyads: (query: Query<Filter>) => Promise<readonly Dyad[]>;
  /** Where events are; `limit`: so many places at most. */
  readonly places: (query: Query<Filter>) => Promise<PlaceCounts>;
  /** Who acts on whom and speaks about whom, among the actors with most links, at most so many. */
  readonly network: (actors: number, kind: LinkKind | null, query: Query<Filter>) => Promise<Network>;
  /** A timeline with a lane an actor: those of the filter, or else so many of those whom most reports tell of. */
  readonly lanes: (by: CountedBy, most: number, query: Query<Filter>) => Promise<readonly ActorLane[]>;
  readonly totals: (asOf?: string | null) => Promise<Totals>;
  /** What changed in the records between two moments, or between what two engines read out of the same reports. */
  readonly diff: (a: string, b: string, page?: PageRequest) => Promise<Diff>;
  /** What was taken in after an entry: reports, disputes that opened or grew, what moved on the agenda. */
  readonly news: (after: number, asOf?: string | null) => Promise<News>;
  readonly setting: (kind: string) => Promise<readonly { readonly key: string; readonly value: unknown }[]>;
  readonly set: (kind: string, key: string, value: unknown) => Promise<void>;
  /** Everything that was taken in, after an entry: a backup. */
  readonly entries: (after: number) => AsyncIterable<Entry>;
  readonly restore: (entries: AsyncIterable<Entry>, progress: (seq: number) => void) => Promise<number>;
  /** What was taken in after an entry, the oldest first, at most so much. */
  readonly happenings: (after: number, limit: number) => Promise<readonly Happened[]>;
  /** The number of the last entry; 0 for an empty ledger. */
  readonly last: () => Promise<number>;
  /** The first and the last moment at which something was taken in. */
  readonly span: () => Promise<LedgerSpan>;
  /** Calls back after each entry, until the function that it returns is called. */
  readonly listen: (heard: (happened: Happened) => void) => () => void;
  readonly close: () => Promise<void>;
}
