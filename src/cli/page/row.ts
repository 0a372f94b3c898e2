import type { Event, Statement } from '../../readout/index.ts';
import type { Reason } from './reason.ts';
import type { Excerpt } from './view.ts';

/** A span of the report with its words. */
export type Evidence = Statement['cue'];

/** One row of a page, ready to be set in any format. */
export interface Row {
  readonly id: string;
  readonly number: number;
  /** A word or two that stand out: the act, the type, the day. */
  readonly label: string;
  /** Who, or what. */
  readonly title: string;
  readonly notes: readonly string[];
  /** The words of the report that it rests on, with what stands around them. */
  readonly excerpts: readonly Excerpt[];
  /** What is highlighted for it in the report. */
  readonly evidence: readonly Evidence[];
  readonly reason: Reason | null;
}

/** Rows under a heading; a page is a list of these. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** Rows in groups; a group without a title stands alone. */
  readonly groups: readonly Group[];
  /** What stands there if there are no rows. */
  readonly empty: string;
}

/** Rows under a smaller heading. */
export interface Group {
  readonly title: string | null;
  readonly rows: readonly Row[];
}

/** How many rows a section has. */
export const rowCount = ({ groups }: Section): number => groups.reduce((sum, { rows }) => sum + rows.length, 0);

/** "ACCUSE" or, with a mode, "PROTEST/demo". */
export const eventLabel = ({ type, mode }: Event): string => (mode === null ? type : `${type}/${mode}`);
