import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * The schema that a database really has, as text that can be compared: columns with their types, keys and indexes, in the order
 * of their names. The same on every server and in the embedded database.
 */
export const describeSchema = async (database: Kysely<Tables>): Promise<string> => {
  const { rows: columns } = await sql<{ table: string; column: string; type: string; rest: string }>`
    select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
      concat_ws(' ', case when a.attnotnull then 'not null' end, case when a.attidentity <> '' then 'identity' end,
        case when a.attgenerated <> '' then 'generated' end, 'default ' || case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end) as rest
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attnum`.execute(database);
  const { rows: indexes } = await sql<{ table: string; definition: string }>`
    select tablename as table, indexdef as definition from pg_indexes where schemaname = 'public' order by tablename, indexname`.execute(
    database,
  );
  const byTable = Map.groupBy(columns, ({ table }) => table);
  return [...byTable]
    .map(([table, of]) =>
      [
        table,
        ...of.map(({ column, type, rest }) => `  ${[column, type, rest].filter((part) => part !== '').join(' ')}`),
        ...indexes.filter((index) => index.table === table).map(({ definition }) => `  ${definition}`),
        '',
      ].join('\n'),
    )
    .join('\n');
};
