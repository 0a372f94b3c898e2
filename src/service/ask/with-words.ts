import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../store/index.ts';
import { allOf, holds } from './conditions.ts';
import { knownAt } from './moment.ts';
import { behind, kindOf, type RowsAsked } from './rows-asked.ts';

/** A month, as years times twelve, and how many records it holds, as far as they are counted. */
interface Month {
  readonly month: number;
  readonly records: number;
}

/** The months in which records of a kind stand, the newest first. */
const monthsOf = async (database: Kysely<Tables>, { table, after, asOf }: RowsAsked): Promise<readonly Month[]> => {
  const last = after === null ? sql`true` : sql`day <= ${after.at.slice(0, 10)}::date`;
  // The counts of days tell of now; what was known once may lie in months that hold nothing any more.
  const source =
    asOf === null
      ? sql`select date_trunc('month', day::timestamp) as month, sum(records)::int as records
          from daily where kind = ${kindOf(table)} and records > 0 and ${last} group by 1`
      : sql`select distinct date_trunc('month', at at time zone 'UTC') as month, 0 as records from documents`;
  const { rows } = await sql<Month>`
    select (extract(year from month) * 12 + extract(month from month) - 1)::int as month, records
    from (${source}) as months order by 1 desc`.execute(database);
  return rows;
};

/** The months of this size together, then twice as many, and so on. */
function* growing(months: readonly Month[]): Generator<readonly Month[]> {
  for (let from = 0, size = 1; from < months.length; from += size, size *= 2) yield months.slice(from, from + size);
}

/** Months or labels as words of the index, of which one must be there. */
const anyOf = (names: readonly string[]): string =>
  `(${names.map((name) => `'~${name.replace(/[^\w-]/g, '')}'`).join(' | ')})`;

/** Whether the index of words leads to a row, with other words of the index beside those that are looked for. */
const isLedTo = (text: string, beside: readonly string[]): RawBuilder<boolean> => {
  const query = sql`websearch_to_tsquery('english', ${text})`;
  const whole = beside.length === 0 ? query : sql`(${query} && ${sql.lit(beside.join(' & '))}::tsquery)`;
  return sql<boolean>`numnode(${query}) > 0 and t.search @@ ${whole}`;
};

/** In a month of more records than these a common word has so many rows that reading them all takes too long. */
const MANY = 100_000;
/** Of such months, so many of the newest rows are read as they come before the index of words is asked. */
const NEWEST = 3000;

/** Whether it pays to look through the newest rows. Several labels have no index in the order of time. */
const isForNewest = ({ labels }: RowsAsked, months: readonly Month[]): boolean =>
  (labels === null || labels.length === 1) && months.slice(0, 2).some(({ records }) => records > MANY);

/** The newest rows that hold the words, with at most one label, among the newest of all; null where these are not enough. */
export const amongNewest = async (
  database: Kysely<Tables>,
  asked: RowsAsked,
  text: string,
): Promise<readonly number[] | null> => {
  const { table, asOf, limit, labels, conditions } = asked;
  const label = sql.ref(`t.${table === 'statements' ? 'act' : 'type'}`);
  const newest = [
    knownAt(asOf, 't'),
    ...(labels === null ? [] : [sql<boolean>`${label} = ${labels[0]}`]),
    ...behind(asked, 't'),
  ];
  const { rows } = await sql<{ row: number }>`
    select t.row from (
      select t.* from ${sql.table(table)} t where ${allOf(newest)} order by t.at desc, t.row desc limit ${sql.lit(NEWEST)}) as t
    where ${holds(text)} and ${allOf(conditions)} order by t.at desc, t.row desc limit ${sql.lit(limit)}`.execute(
    database,
  );
  return rows.length < limit ? null : rows.map(({ row }) => Number(row));
};

/** So many rows are read whatever their month, to see whether there are more. */
const FEW = 500;

/** The newest rows that hold the words, where no more than a few hold them at all; null where there are more. */
export const amongFew = async (
  database: Kysely<Tables>,
  { table, limit, labels, conditions }: RowsAsked,
  text: string,
): Promise<readonly number[] | null> => {
  const label = labels === null ? [] : [anyOf(labels)];
  // Materialized, so that the way is chosen as if all of them were read, and is left when there are enough.
  const { rows } = await sql<{ row: number }>`
    with found as materialized (
      select t.row, t.at from ${sql.table(table)} t where ${isLedTo(text, label)} and ${allOf(conditions)}),
    few as (select row, at from found limit ${sql.lit(FEW + 1)})
    select row from few order by at desc, row desc`.execute(database);
  return rows.length > FEW ? null : rows.slice(0, limit).map(({ row }) => Number(row));
};

/** Steps through the months after which it is asked whether there are only few rows. */
const STEPS = 2;

/** The newest rows that hold the words, joined with months inside the index, from the newest on, until there are enough. */
const byMonths = async (
  database: Kysely<Tables>,
  asked: RowsAsked,
  text: string,
  months: readonly Month[],
): Promise<readonly number[]> => {
  const { table, limit, labels, conditions } = asked;
  const label = labels === null ? [] : [anyOf(labels)];
  const found: number[] = [];
  let steps = 0;
  for (const some of growing(months)) {
    if (steps === STEPS) {
      const few = await amongFew(database, asked, text);
      if (few !== null) return few;
    }
    steps += 1;
    const beside = [anyOf(some.map(({ month }) => String(month))), ...label];
    // Ordered outside: the order of time is no way to the words, however few rows are asked for.
    const { rows } = await sql<{ row: number }>`
      select row from (
        select t.row, t.at from ${sql.table(table)} t where ${isLedTo(text, beside)} and ${allOf(conditions)} offset 0) as led
      order by at desc, row desc limit ${sql.lit(limit - found.length)}`.execute(database);
    found.push(...rows.map(({ row }) => Number(row)));
    if (found.length >= limit) break;
  }
  return found;
};

/**
 * The newest rows that hold the words, by their numbers. `conditions` of what is asked hold all that it asks beside the words. A common
 * word has more rows than can be read in time, and a rare one is in none of the newest: hence three ways, of which all give the same.
 */
export const rowsWithWords = async (
  database: Kysely<Tables>,
  asked: RowsAsked,
  text: string,
): Promise<readonly number[]> => {
  const months = await monthsOf(database, asked);
  const newest = isForNewest(asked, months) ? await amongNewest(database, asked, text) : null;
  return newest ?? (await byMonths(database, asked, text, months));
};
