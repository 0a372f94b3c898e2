import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../store/index.ts';
import { type Asked, allOf, type Drive, type RecordTable } from './conditions.ts';
import { type AsOf, knownAt } from './moment.ts';

/** More rows than these hold a word that is everywhere: those with it are then met soon among the newest. */
const RARE = 2000;

/** Rows of a page: which, of what table, from where on. */
export interface RowsAsked extends Asked {
  readonly table: RecordTable;
  readonly asOf: AsOf;
  readonly limit: number;
  /** The last row of the page before. */
  readonly after: { readonly at: string; readonly row: number } | null;
}

type Fragment = RawBuilder<unknown>;

const kindOf = (table: RecordTable): 'statement' | 'event' => (table === 'statements' ? 'statement' : 'event');

const behind = ({ after }: RowsAsked, table: string): readonly RawBuilder<boolean>[] =>
  after === null
    ? []
    : [
        sql<boolean>`(${sql.ref(`${table}.at`)}, ${sql.ref(`${table}.row`)}) < (${after.at}::timestamptz, ${after.row}::bigint)`,
      ];

const newest = ({ limit }: RowsAsked): Fragment => sql`order by t.at desc, t.row desc limit ${sql.lit(limit)}`;

/** The newest rows, in the order of an index. */
const inOrder = (asked: RowsAsked, conditions: Asked['conditions']): Fragment =>
  sql`select t.* from ${sql.table(asked.table)} t where ${allOf([...conditions, ...behind(asked, 't')])} ${newest(asked)}`;

/** The newest rows of some actors: for each of them in the order of the index by actor, then the newest of all. */
const byActor = (asked: RowsAsked, { actors, roles }: Drive, conditions: Asked['conditions']): Fragment => {
  const { table, asOf, limit } = asked;
  // A row stands there once for each role of the actor.
  const enough = sql.lit(limit * roles.length);
  return sql`
    select t.* from ${sql.table(table)} t where t.row in (
      select found.row from unnest(${[...actors]}::text[]) as a(actor) cross join lateral (
        select p.row from participants p join ${sql.table(table)} t on t.row = p.row
        where p.actor = a.actor and p.kind = ${kindOf(table)} and p.role in (${sql.join(roles.map((role) => sql`${role}`))})
          and ${knownAt(asOf, 'p')} and ${allOf([...conditions, ...behind(asked, 'p')])}
        order by p.at desc, p.row desc limit ${enough}) as found)
    ${newest(asked)}`;
};

/** The rows that hold the words, where they are few; null where they are many. */
const fewWith = async (
  database: Kysely<Tables>,
  table: RecordTable,
  words: RawBuilder<boolean>,
): Promise<readonly number[] | null> => {
  const { rows } = await sql<{ row: number }>`
    select t.row from ${sql.table(table)} t where ${words} limit ${sql.lit(RARE + 1)}`.execute(database);
  return rows.length > RARE ? null : rows.map(({ row }) => Number(row));
};

/**
 * A query that gives the newest rows that are asked for. Words that few rows hold lead to them; words that many hold are looked
 * for among the newest, where they are met soon.
 */
export const findRows = async (database: Kysely<Tables>, asked: RowsAsked): Promise<Fragment> => {
  const { table, words, drive } = asked;
  const conditions = [...asked.conditions];
  if (words !== null) {
    const few = await fewWith(database, table, words);
    if (few !== null) {
      const among = sql<boolean>`t.row = any(${few}::bigint[])`;
      return inOrder(asked, [...conditions, among, ...(drive === null ? [] : [takesPart(asked, drive)])]);
    }
    conditions.push(words);
  }
  return drive === null ? inOrder(asked, conditions) : byActor(asked, drive, conditions);
};

/** Whether one of the actors has one of the roles in a row. */
export const takesPart = (
  { table, asOf }: Pick<RowsAsked, 'table' | 'asOf'>,
  { actors, roles }: Drive,
): RawBuilder<boolean> =>
  sql<boolean>`exists (
    select 1 from participants p where p.kind = ${kindOf(table)} and p.row = t.row and p.actor = any(${[...actors]}::text[])
      and p.role in (${sql.join(roles.map((role) => sql`${role}`))}) and ${knownAt(asOf, 'p')})`;

/** The rows in which one of the actors has one of the roles. */
export const rowsOf = (
  { table, asOf }: Pick<RowsAsked, 'table' | 'asOf'>,
  { actors, roles }: Drive,
): RawBuilder<unknown> =>
  sql`select p.row from participants p where p.kind = ${kindOf(table)} and p.actor = any(${[...actors]}::text[])
    and p.role in (${sql.join(roles.map((role) => sql`${role}`))}) and ${knownAt(asOf, 'p')}`;
