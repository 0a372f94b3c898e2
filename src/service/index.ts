/** The room of the service: the verbs that people have on a ledger. */

export { openPoster, type Poster, reportEndings } from '../intake/index.ts';
export type {
  ActorSummary,
  AgendaState,
  AgendaStep,
  AgendaSummary,
  Counts,
  DisputeSummary,
  EventSummary,
  NodeKind,
  RecordRef,
  Side,
  SituationSummary,
  StatementSummary,
  SummaryOf,
  Telling,
  When,
} from '../ledger/index.ts';
export {
  BAD_TEXT,
  DatabaseError,
  type Entry,
  expectStorable,
  isStorable,
  isStorableValue,
  type Owner,
  type Review,
} from '../store/index.ts';
export type { Count, CountedBy, Dyad, Totals } from './ask/counts.ts';
export { counted } from './ask/counts.ts';
export type { Page, PageRequest } from './ask/cursor.ts';
export type { Diff, Difference } from './ask/diff.ts';
export type { DisputeWords, Wording } from './ask/dispute-words.ts';
export type { Filter } from './ask/filter.ts';
export type { CorrectionFilter, CorrectionItem, VersionItem } from './ask/history.ts';
export type { ActorLane, LaneCount } from './ask/lanes.ts';
export { instantOf } from './ask/moment.ts';
export type { Link, LinkedActor, LinkKind, Network } from './ask/network.ts';
export type { News, NodeNews } from './ask/news.ts';
export { nodeOrders } from './ask/node-order.ts';
export type { MemberItem, NodeFilter, NodeItem } from './ask/nodes.ts';
export type { EventTally, PlaceCount, PlaceCounts } from './ask/places.ts';
export type { ActorName, EventItem, RecordItem, ReportName, StatementItem } from './ask/records.ts';
export type { ReportDetail, ReportFilter, ReportItem } from './ask/reports.ts';
export type { LedgerSpan } from './ask/span.ts';
export type { ActorTelling } from './ask/tellings.ts';
export { backupLines, entriesIn } from './backup.ts';
export { type Attempt, type Delivery, type DeliveryBook, deliveryBook, type KeptDelivery } from './delivery-book.ts';
export { engineName } from './entries/add-report.ts';
export { eventEdit, nodeEdit, statementEdit } from './entries/edits.ts';
export type {
  Anchor,
  Change,
  MergeCorrection,
  NodeCorrection,
  RecordCorrection,
  SplitCorrection,
} from './entries/entry.ts';
export { examine, type Finding } from './examine.ts';
export type { Added, Decision, Failure, Happened, Ledger, Query } from './ledger.ts';
export { LocalLedger } from './local-ledger.ts';
export { type Looked, type LookForNew, lookWith } from './look-for-new.ts';
export { isServer, openStore, type Where } from './open-store.ts';
export { type Posted, type ReadPosted, type ReadPostedItem, readPostedWith } from './read-posted.ts';
export { openReadQueue, queueReport, type Worked, workOn } from './read-queue.ts';
export { reportId } from './report-id.ts';
export type { DoubtFilter } from './review/doubtful.ts';
export { doubtReasons } from './review/doubts.ts';
export type { ReviewProgress } from './review/progress.ts';
export type { DoubtfulItem } from './review/queue.ts';
