import { type RawBuilder, sql } from 'kysely';
import type { RecordTable } from '../ask/conditions.ts';
import { type Doubt, doubts } from './doubts.ts';

/** Which rows of the queue are asked for. */
export interface DoubtFilter {
  readonly kind?: 'statement' | 'event' | undefined;
  /** Types of events; then no statement is asked for. */
  readonly type?: readonly string[] | undefined;
  /** Acts of statements; then no event is asked for. */
  readonly act?: readonly string[] | undefined;
  /** Only rows that are doubtful for one of these. */
  readonly reason?: readonly string[] | undefined;
  /** Only of this report. */
  readonly document?: string | undefined;
}

/** The tables that a filter asks of. */
export const tablesOf = ({ kind, type, act }: DoubtFilter): readonly RecordTable[] =>
  (['statements', 'events'] as const).filter(
    (table) =>
      (kind === undefined || kind === (table === 'statements' ? 'statement' : 'event')) &&
      (table === 'statements' ? (type?.length ?? 0) === 0 : (act?.length ?? 0) === 0),
  );

/** The reasons that a filter asks about, of those that rows of a table can have. */
const askedOf = (table: RecordTable, reason: DoubtFilter['reason']): readonly Doubt[] =>
  doubts.filter((doubt) => doubt.of.includes(table) && (reason === undefined || reason.includes(doubt.reason)));

/** Whether a row called `t` is doubtful, for one of the reasons that are asked for. */
export const isDoubtful = (table: RecordTable, reason: DoubtFilter['reason']): RawBuilder<boolean> => {
  const asked = askedOf(table, reason).map(({ holds }) => holds);
  return asked.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(asked, sql` or `)})`;
};

/** All reasons for which a row called `t` is doubtful, as an array of their names. */
export const reasonsOf = (table: RecordTable): RawBuilder<readonly string[]> =>
  sql<readonly string[]>`array_remove(array[${sql.join(
    doubts
      .filter(({ of }) => of.includes(table))
      .map(({ reason, holds }) => sql`case when ${holds} then ${sql.lit(reason)} end`),
  )}]::text[], null)`;
