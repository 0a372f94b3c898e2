import { type Kysely, type RawBuilder, sql } from 'kysely';
import { toJson } from './storable.ts';
import type { Tables } from './tables.ts';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A row as JSON with the names of its columns; lists go into array columns, objects into JSON columns. */
export type JsonRow = Readonly<Record<string, unknown>>;

/** The columns of rows as a list in SQL. */
const columnsOf = (row: JsonRow): RawBuilder<unknown> => sql.raw(Object.keys(row).map(quoted).join(', '));

/** Inserting rows of a table, whatever their number, as a statement or a part of one; PostgreSQL takes the columns out of JSON. */
export const insertOf = (table: keyof Tables, rows: readonly JsonRow[]): RawBuilder<unknown> => {
  const [first] = rows;
  if (first === undefined) return sql`select 1`;
  const columns = columnsOf(first);
  const name = sql.raw(quoted(table));
  return sql`insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, ${toJson(rows)}::jsonb)`;
};

/** Inserts rows of a table in one statement. */
export const insertRows = async (
  database: Kysely<Tables>,
  table: keyof Tables,
  rows: readonly JsonRow[],
): Promise<void> => {
  if (rows.length > 0) await insertOf(table, rows).execute(database);
};
