import type { RecordItem } from '../api/record.ts';
import type { EventItem, StatementItem } from '../api/schema.ts';
import { startOf } from '../records/marks.ts';

/** Statements and events of a report as they come in its text. */
export const rowsInOrder = (
  statements: readonly StatementItem[],
  events: readonly EventItem[],
): readonly RecordItem[] => [...statements, ...events].toSorted((a, b) => startOf(a) - startOf(b));
