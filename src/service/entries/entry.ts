import type { NodeKind, RecordRef } from '../../ledger/index.ts';
import type { Readout } from '../../readout/index.ts';
import type { Evidence } from '../../text/index.ts';

/** A report was read. */
export interface ReadEntry {
  /** The file or address that it was read from. */
  readonly name: string;
  readonly readout: Readout;
}

/** An input could not be read; it can be tried again. */
export interface FailEntry {
  readonly name: string;
  readonly code: string;
  readonly message: string;
}

export type RecordKind = 'statement' | 'event';

/** The words that a record rests on, by which it is found again in what a newer engine reads out of the same text. */
export interface Anchor extends RecordRef {
  readonly kind: RecordKind;
  /** The cue of a statement, the trigger of an event. */
  readonly evidence: Evidence;
}

/** What is said of a record: that it is right, that it is wrong, or how it is to read. */
export interface RecordCorrection {
  readonly action: 'accept' | 'reject' | 'edit';
  readonly anchor: Anchor;
  /** With `edit`, fields and what they are to be (`editableFields`). */
  readonly change: Readonly<Record<string, unknown>>;
}

/** What is said of a node of the ledger. */
export interface NodeCorrection {
  readonly action: 'accept-node' | 'reject-node' | 'edit-node';
  readonly kind: NodeKind;
  readonly node: string;
  readonly change: Readonly<Record<string, unknown>>;
}

/** Two nodes are one. */
export interface MergeCorrection {
  readonly action: 'merge';
  readonly kind: NodeKind;
  readonly into: string;
  readonly from: string;
}

/** Some members of a node are something else. */
export interface SplitCorrection {
  readonly action: 'split';
  readonly kind: NodeKind;
  readonly node: string;
  readonly members: readonly RecordRef[];
}

export type Change = RecordCorrection | NodeCorrection | MergeCorrection | SplitCorrection;

/** A person decided something: who, and why. When is the entry's time. */
export interface CorrectEntry {
  readonly id: string;
  readonly author: string;
  readonly why: string | null;
  readonly change: Change;
}

/** A person took a decision back. */
export interface UndoEntry {
  readonly id: string;
  readonly author: string;
  readonly why: string | null;
  /** The correction that no longer holds. */
  readonly correction: string;
}

/** A setting was made, changed, or with null taken away. */
export interface SetEntry {
  readonly kind: string;
  readonly key: string;
  readonly value: unknown;
}
