import { type Kysely, sql } from 'kysely';
import { toJson } from './storable.ts';
import type { Tables } from './tables.ts';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A row as JSON with the names of its columns; lists go into array columns, objects into JSON columns. */
export type JsonRow = Readonly<Record<string, unknown>>;

/** Inserts rows of a table in one statement, whatever their number; PostgreSQL takes the columns out of JSON. */
export const insertRows = async (
  database: Kysely<Tables>,
  table: keyof Tables,
  rows: readonly JsonRow[],
): Promise<void> => {
  const [first] = rows;
  if (first === undefined) return;
  const columns = sql.raw(Object.keys(first).map(quoted).join(', '));
  const name = sql.raw(quoted(table));
  await sql`insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, ${toJson(rows)}::jsonb)`.execute(
    database,
  );
};

/** The same, giving back a column of the rows inserted, by another. */
export const insertReturning = async (
  database: Kysely<Tables>,
  table: 'statements' | 'events',
  rows: readonly JsonRow[],
): Promise<ReadonlyMap<string, number>> => {
  const [first] = rows;
  if (first === undefined) return new Map();
  const columns = sql.raw(Object.keys(first).map(quoted).join(', '));
  const name = sql.raw(quoted(table));
  const { rows: inserted } = await sql<{ id: string; row: number }>`
    insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, ${toJson(rows)}::jsonb)
    returning id, row`.execute(database);
  return new Map(inserted.map(({ id, row }) => [id, Number(row)]));
};
