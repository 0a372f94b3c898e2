import type { EventItem, StatementItem } from './schema.ts';

/** A row of a report: a statement or an event. */
export type RecordItem = StatementItem | EventItem;

/** Where a record stands. */
export interface Ref {
  readonly document: string;
  readonly record: string;
}

/** The key of a record among those of several reports. */
export const refKey = ({ document, record }: Ref): string => `${document} ${record}`;
