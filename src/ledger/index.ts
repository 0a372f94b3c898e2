/** The room of the ledger: finds for each record of a report the node it belongs to, across all reports. */
export type { Arrival, Member, Placement, Redirect, RuledRecord, Ruling, Rulings } from './arrival.ts';
export { speaksTo } from './disputes/speaks-to.ts';
export { withoutReport } from './gathered.ts';
export { joinNodes } from './join.ts';
export { createMemoryLedger, type MemoryLedger } from './memory.ts';
export type {
  ActorSummary,
  AgendaState,
  AgendaStep,
  AgendaSummary,
  Counts,
  Dated,
  DisputeSummary,
  EventSummary,
  LedgerNode,
  Lookup,
  NodeKind,
  Party,
  RecordRef,
  Side,
  SituationSummary,
  StatementSummary,
  SummaryOf,
  Telling,
  When,
} from './node.ts';
export { placeReport } from './place-report.ts';
export { aboutOf } from './statements/place-statements.ts';
export { countsOf as countTellings } from './tellings.ts';
export { recounted, withdrawReport } from './withdraw.ts';
