import type { Readout } from '../readout/index.ts';
import type { LedgerNode, NodeKind, RecordRef } from './node.ts';

/** A report that comes into the ledger: what was read from it, and where it comes from. */
export interface Arrival {
  readonly readout: Readout;
  /** The house that published it (`familyOf`); null where it is not known. */
  readonly publisher: string | null;
  /** The first report of the line of copies it belongs to (`SameIndex`); its own id where it begins one. */
  readonly origin: string;
  /** When it was added: an ISO 8601 instant. It stands in for the day of publication where that is not known. */
  readonly added: string;
}

/** That a record belongs to a node, and why. A report itself is a record of its situation, by the document's id. */
export interface Member extends RecordRef {
  readonly kind: NodeKind;
  readonly node: string;
  readonly reason: string;
}

/** That one node turned out to be another: whoever asks for `from` is answered with `to`, the older one. */
export interface Redirect {
  readonly kind: NodeKind;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** What a report changes: nodes that are new or changed, whole; the node of each of its records; nodes that became one. */
export interface Placement {
  readonly nodes: readonly LedgerNode[];
  readonly members: readonly Member[];
  readonly redirects: readonly Redirect[];
}

/** A record that a person decided about, with the node it belongs to now; null while its report is not placed. */
export interface RuledRecord extends RecordRef {
  readonly node: string | null;
}

/** What a person decided of two records: that they are one thing, or that they are two. It holds against all evidence. */
export interface Ruling {
  readonly kind: NodeKind;
  readonly verdict: 'together' | 'apart';
  readonly a: RuledRecord;
  readonly b: RuledRecord;
}

/** The rulings that concern a report and what its records may be compared with, oldest first: of two that clash, the later holds. */
export type Rulings = readonly Ruling[];
