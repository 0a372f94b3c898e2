import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../store/index.ts';
import { type Asked, allOf, type Drive, holds } from './conditions.ts';
import { knownAt } from './moment.ts';
import { behind, kindOf, type RowsAsked } from './rows-asked.ts';
import { rowsWithWords } from './with-words.ts';

type Fragment = RawBuilder<unknown>;
type Conditions = Asked['conditions'];

const oneOf = (values: readonly string[]): Fragment => sql`(${sql.join(values.map((value) => sql`${value}`))})`;

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

/** The newest rows that hold the words. */
const withWords = async (database: Kysely<Tables>, asked: RowsAsked, text: string): Promise<Fragment> => {
  const { drive } = asked;
  const conditions = [...asked.conditions, ...(drive === null ? [] : [takesPart(asked, drive)]), ...behind(asked, 't')];
  const found = await rowsWithWords(database, { ...asked, conditions }, text);
  return inOrder({ ...asked, after: null }, [sql<boolean>`t.row = any(${[...found]}::bigint[])`]);
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
