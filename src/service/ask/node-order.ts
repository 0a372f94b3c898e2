import { type RawBuilder, sql } from 'kysely';
import { badCursor, fromCursor, momentIn, type Position } from './cursor.ts';

/** In what order nodes come: the newest first, those that most reports tell of, or, of the agenda, by when they are, the first or the last first. */
export const nodeOrders = ['newest', 'reports', 'when', 'latest'] as const;
export type NodeOrder = (typeof nodeOrders)[number];

/** What nodes called `n` are ordered by, and where in that order one stands. */
interface Ordering {
  readonly by: RawBuilder<unknown>;
  /** Those behind the last one of a page. Throws `bad-cursor`. */
  readonly behind: (cursor: string) => RawBuilder<boolean>;
  readonly positionOf: (row: OrderedRow) => Position;
}

/** What is needed of a row to know where it stands. */
export interface OrderedRow {
  readonly id: string;
  readonly at: Date;
  readonly reports: number;
  readonly starts: string | null;
}

/** When an item of the agenda begins, as its summary writes it; nothing where it has no day. */
export const startOf = sql<string>`(n.summary->'when'->>'start')`;
const UNDATED = '~';

const byReports = (cursor: string): RawBuilder<boolean> => {
  const [reports, id] = fromCursor(cursor, 2);
  if (!Number.isSafeInteger(reports)) throw badCursor(cursor);
  return sql<boolean>`(n.reports, n.id) < (${Number(reports)}::int, ${String(id)})`;
};

const byLast = (cursor: string): RawBuilder<boolean> => {
  const [start, id] = fromCursor(cursor, 2);
  return sql<boolean>`(coalesce(${startOf}, '') collate "C", n.id) < (${String(start)}, ${String(id)})`;
};

const byStart = (cursor: string): RawBuilder<boolean> => {
  const [start, id] = fromCursor(cursor, 2);
  return sql<boolean>`(coalesce(${startOf}, ${UNDATED}) collate "C", n.id) > (${String(start)}, ${String(id)})`;
};

/** The orders by name. */
export const orderings: Readonly<Record<NodeOrder, Ordering>> = {
  newest: {
    by: sql`n.at desc, n.id desc`,
    behind: (cursor) => {
      const { at, key } = momentIn(cursor);
      return sql<boolean>`(n.at, n.id) < (${at}::timestamptz, ${String(key)})`;
    },
    positionOf: ({ at, id }) => [at.toISOString(), id],
  },
  reports: {
    by: sql`n.reports desc, n.id desc`,
    behind: byReports,
    positionOf: ({ reports, id }) => [reports, id],
  },
  when: {
    by: sql`coalesce(${startOf}, ${UNDATED}) collate "C", n.id`,
    behind: byStart,
    positionOf: ({ starts, id }) => [starts ?? UNDATED, id],
  },
  latest: {
    by: sql`coalesce(${startOf}, '') collate "C" desc, n.id desc`,
    behind: byLast,
    positionOf: ({ starts, id }) => [starts ?? '', id],
  },
};
