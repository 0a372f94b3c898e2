import { type Kysely, sql } from 'kysely';
import { countAnew } from './count-anew.ts';

// biome-ignore lint/suspicious/noExplicitAny: any store's tables
type Database = Kysely<any>;

/** How many statements a ledger holds. */
export const statementsIn = async (database: Database, table = 'statements'): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(database);
  return Number(rows[0]?.n ?? 0);
};

/** Words with the frequencies of a language, one set for each copy: the first are in every third row, the last in few. */
const fill = (row: string): string =>
  `' w' || (power(1000, random()))::int || ' w' || (power(1000000, random()))::int || ' c' || ${row}`;

const columns = `act, attitude, quotation, speakers, channels, source, cue, addressee, said_start, said_end, country, parent, node, situation,
  origin, family, review, rule, record, about`;
/** Reports lie this many minutes apart, so that a million statements are some years. */
const APART = 47;
/** Every copy was taken in with entries of its own, before those of the ledger: more than the ledger has. */
const ENTRIES = 100;

const multiply = async (database: Database, from: number, to: number): Promise<void> => {
  const id = (column: string): string => `substr(md5(${column} || g), 1, 32) || substr(${column}, 33)`;
  const since = `since - g * ${ENTRIES}`;
  const series = `generate_series(${from}, ${to}) as g`;
  await sql
    .raw(`insert into moments (seq, at, kind)
    select seq - g * ${ENTRIES}, (select min(at) from base_moments) - g * interval '${APART} minutes' + seq * interval '1 second', kind
    from base_moments, ${series}`)
    .execute(database);
  await sql
    .raw(`insert into documents (id, since, name, url, title, publisher, family, agency, language, published, at, origin, likeness, words, search)
    select ${id('id')}, ${since}, name, url || g, title, 'Paper ' || g % 40, 'paper' || g % 40, agency, language, published, at - g * interval '${APART} minutes',
      ${id('origin')}, likeness, words, search from base_documents, ${series}`)
    .execute(database);
  await sql
    .raw(`with made as (
      insert into statements (id, document, since, at, content, ${columns})
      select id, ${id('document')}, ${since}, at - g * interval '${APART} minutes', content || ${fill('g')}, ${columns} from base_statements, ${series}
      returning row, at, act, speakers, since)
    insert into participants (kind, role, actor, label, at, row, since) select 'statement', 'speaker', actor, act, at, row, since from made, unnest(speakers) as actor`)
    .execute(database);
};

/** Copies that are made in one statement. */
const AT_ONCE = 200;

/**
 * Multiplies the reports and statements of a ledger inside the database, each copy with ids, days, publishers and words of its own, until
 * there are as many statements as wanted. They are in no sum yet.
 */
export const growStatements = async (
  database: Database,
  wanted: number,
  tell: (message: string) => void,
): Promise<void> => {
  // Of a ledger that was grown before, what it had at first.
  await sql.raw('create table base_documents as select * from documents where since > 0').execute(database);
  await sql.raw('create table base_moments as select * from moments where seq > 0').execute(database);
  await sql.raw('create table base_statements as select * from statements where since > 0').execute(database);
  const each = await statementsIn(database, 'base_statements');
  const copies = Math.ceil(wanted / each) - 1;
  const first = Math.round((await statementsIn(database)) / each);
  for (let from = first; from <= copies; from += AT_ONCE) {
    const to = Math.min(copies, from + AT_ONCE - 1);
    await multiply(database, from, to);
    tell(`${to} of ${copies} copies of ${each} statements`);
  }
  // Those that the copies are about were known from the first of them.
  await sql
    .raw(`update nodes n set since = (select min(seq) from moments)
    where since = (select min(since) from nodes o where o.kind = n.kind and o.id = n.id)`)
    .execute(database);
  await sql.raw('drop table base_moments').execute(database);
  await sql.raw('drop table base_documents').execute(database);
  await sql.raw('drop table base_statements').execute(database);
};

/** The same, and counts them. */
export const grow = async (database: Database, wanted: number, tell: (message: string) => void): Promise<void> => {
  await growStatements(database, wanted, tell);
  await countAnew(database);
};
