import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../store/index.ts';
import { type Asked, allOf, type Drive, holds, type RecordTable } from './conditions.ts';
import { type AsOf, knownAt } from './moment.ts';

/** Rows of a page: which, of what table, from where on. */
export interface RowsAsked extends Asked {
  readonly table: RecordTable;
  readonly asOf: AsOf;
  readonly limit: number;
  /** The last row of the page before. */
  readonly after: { readonly at: string; readonly row: number } | null;
}

type Fragment = RawBuilder<unknown>;
type Conditions = Asked['conditions'];

const kindOf = (table: RecordTable): 'statement' | 'event' => (table === 'statements' ? 'statement' : 'event');

const oneOf = (values: readonly string[]): Fragment => sql`(${sql.join(values.map((value) => sql`${value}`))})`;

const behind = ({ after }: RowsAsked, table: string): Conditions =>
  after === null
    ? []
    : [
        sql<boolean>`(${sql.ref(`${table}.at`)}, ${sql.ref(`${table}.row`)}) < (${after.at}::timestamptz, ${after.row}::bigint)`,
      ];

const newest = ({ limit }: RowsAsked): Fragment => sql`order by t.at desc, t.row desc limit ${sql.lit(limit)}`;

/** The newest rows, in the order of an index. */
const inOrder = (asked: RowsAsked, conditions: Conditions): Fragment =>
  sql`select t.* from ${sql.table(asked.table)} t where ${allOf([...conditions, ...behind(asked, 't')])} ${newest(asked)}`;

/** Participants that are one of the actors, in one of the roles, with one of the labels. */
export const participantsIn = (
  { table, asOf, labels }: Pick<RowsAsked, 'table' | 'asOf' | 'labels'>,
  { roles }: Drive,
): Conditions => [
  sql<boolean>`p.kind = ${kindOf(table)}`,
  sql<boolean>`p.role in ${oneOf(roles)}`,
  ...(labels === null ? [] : [sql<boolean>`p.label in ${oneOf(labels)}`]),
  knownAt(asOf, 'p'),
];

/** The newest rows of some actors: for each of them, and each label that is asked for, in the order of an index; then the newest of all. */
const byActor = (asked: RowsAsked, drive: Drive): Fragment => {
  const { table, limit, conditions, labels } = asked;
  // A row stands there once for each role of the actor.
  const enough = sql.lit(limit * drive.roles.length);
  const each = labels === null ? sql`` : sql`cross join unnest(${[...labels]}::text[]) as l(label)`;
  const isEach = labels === null ? sql`true` : sql`p.label = l.label`;
  const where = [...participantsIn({ ...asked, labels: null }, drive), ...conditions, ...behind(asked, 'p')];
  return sql`
    select t.* from ${sql.table(table)} t where t.row in (
      select found.row from unnest(${[...drive.actors]}::text[]) as a(actor) ${each} cross join lateral (
        select p.row from participants p join ${sql.table(table)} t on t.row = p.row
        where p.actor = a.actor and ${isEach} and ${allOf(where)}
        order by p.at desc, p.row desc limit ${enough}) as found)
    ${newest(asked)}`;
};

/** Whether one of the actors has one of the roles in a row. */
const takesPart = (asked: RowsAsked, drive: Drive): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from participants p where p.row = t.row and p.actor = any(${[...drive.actors]}::text[])
    and ${allOf(participantsIn(asked, drive))})`;

/** The rows in which one of the actors has one of the roles. */
export const rowsOf = (asked: Pick<RowsAsked, 'table' | 'asOf' | 'labels'>, drive: Drive): Fragment =>
  sql`select p.row from participants p where p.actor = any(${[...drive.actors]}::text[]) and ${allOf(participantsIn(asked, drive))}`;

/** The months, as years times twelve, in which records of a kind stand, the newest first. */
const monthsOf = async (database: Kysely<Tables>, { table, after, asOf }: RowsAsked): Promise<readonly number[]> => {
  const last = after === null ? sql`true` : sql`day <= ${after.at.slice(0, 10)}::date`;
  // The counts of days tell of now; what was known once may lie in months that hold nothing any more.
  const source =
    asOf === null
      ? sql`select distinct date_trunc('month', day::timestamp) as month from daily where kind = ${kindOf(table)} and records > 0 and ${last}`
      : sql`select distinct date_trunc('month', at at time zone 'UTC') as month from documents`;
  const { rows } = await sql<{ month: number }>`
    select (extract(year from month) * 12 + extract(month from month) - 1)::int as month from (${source}) as months order by 1 desc`.execute(
    database,
  );
  return rows.map(({ month }) => Number(month));
};

/** The months of this size together, then twice as many, and so on. */
function* growing(months: readonly number[]): Generator<readonly number[]> {
  for (let from = 0, size = 1; from < months.length; from += size, size *= 2) yield months.slice(from, from + size);
}

/** Months or labels as words of the index, of which one must be there. */
const anyOf = (names: readonly string[]): string =>
  names.map((name) => `'~${name.replace(/[^\w-]/g, '')}'`).join(' | ');

/**
 * The newest rows that hold the words. The words and months are joined inside the index, from the newest months on, until there
 * are enough rows.
 */
const withWords = async (database: Kysely<Tables>, asked: RowsAsked, text: string): Promise<Fragment> => {
  const { table, limit, drive, labels } = asked;
  const conditions = [...asked.conditions, ...(drive === null ? [] : [takesPart(asked, drive)]), ...behind(asked, 't')];
  const found: number[] = [];
  for (const months of growing(await monthsOf(database, asked))) {
    const among = sql.lit(`(${anyOf(months.map(String))})${labels === null ? '' : ` & (${anyOf(labels)})`}`);
    const { rows } = await sql<{ row: number }>`
      select t.row from ${sql.table(table)} t
      where numnode(websearch_to_tsquery('english', ${text})) > 0
        and t.search @@ (websearch_to_tsquery('english', ${text}) && ${among}::tsquery) and ${allOf(conditions)}
      order by t.at desc, t.row desc limit ${sql.lit(limit - found.length)}`.execute(database);
    found.push(...rows.map(({ row }) => Number(row)));
    if (found.length >= limit) break;
  }
  return inOrder({ ...asked, after: null }, [sql<boolean>`t.row = any(${found}::bigint[])`]);
};

/** A query that gives the newest rows that are asked for. */
export const findRows = async (database: Kysely<Tables>, asked: RowsAsked): Promise<Fragment> => {
  if (asked.text !== null) return withWords(database, asked, asked.text);
  return asked.drive === null ? inOrder(asked, asked.conditions) : byActor(asked, asked.drive);
};

/** The conditions of what is asked, all of them, for counting. */
export const conditionsIn = (asked: Asked & Pick<RowsAsked, 'table' | 'asOf'>): Conditions => [
  ...asked.conditions,
  ...(asked.text === null ? [] : [holds(asked.text)]),
  ...(asked.drive === null ? [] : [sql<boolean>`t.row in (${rowsOf(asked, asked.drive)})`]),
];
