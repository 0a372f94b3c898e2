import { sql } from 'kysely';
import type { Asked, RecordTable } from './conditions.ts';
import type { AsOf } from './moment.ts';

/** Rows of a page: which, of what table, from where on. */
export interface RowsAsked extends Asked {
  readonly table: RecordTable;
  readonly asOf: AsOf;
  readonly limit: number;
  /** The last row of the page before. */
  readonly after: { readonly at: string; readonly row: number } | null;
}

/** What rows of a table are called among participants and in counts. */
export const kindOf = (table: RecordTable): 'statement' | 'event' => (table === 'statements' ? 'statement' : 'event');

/** The condition that rows stand behind the page before. */
export const behind = ({ after }: RowsAsked, table: string): Asked['conditions'] =>
  after === null
    ? []
    : [
        sql<boolean>`(${sql.ref(`${table}.at`)}, ${sql.ref(`${table}.row`)}) < (${after.at}::timestamptz, ${after.row}::bigint)`,
      ];
