import { type Kysely, sql } from 'kysely';
import { countAnew } from './count-anew.ts';
import { statementsIn } from './grown-ledger.ts';

// biome-ignore lint/suspicious/noExplicitAny: any store's tables
type Database = Kysely<any>;

/** Every so many copies have actors, disputes, plans of their own; the others tell of those that are known. */
const RENEWED = 20;
/** As of statements: copies lie so many minutes apart, and were taken in with entries of their own. */
const APART = 47;
const ENTRIES = 100;
/** Copies that are made in one statement. */
const AT_ONCE = 200;

const idOf = (column: string): string => `substr(md5(${column} || g), 1, 32) || substr(${column}, 33)`;
const actorsOf = (column: string): string =>
  `case when g % ${RENEWED} = 0 then array(select ${idOf('a')} from unnest(${column}) as a) else ${column} end`;
const kept = `type, mode, contexts, realis, trigger, starts, ends, grain, place, country, latitude, longitude, place_id, precision,
  asserted_by, statement, situation, origin, family, review, rule, sentence, record`;

const multiply = async (database: Database, series: string): Promise<void> => {
  const at = `at - g * interval '${APART} minutes'`;
  await sql
    .raw(`with made as (
      insert into events (id, document, node, since, at, actors, recipients, ${kept})
      select id, ${idOf('document')}, ${idOf('node')}, since - g * ${ENTRIES}, ${at}, ${actorsOf('actors')}, ${actorsOf('recipients')}, ${kept} from base_events, ${series}
      returning row, at, type, actors, recipients, since),
    parts as (select row, at, type, since, 'actor' as role, unnest(actors) as actor from made
      union all select row, at, type, since, 'recipient', unnest(recipients) from made)
    insert into participants (kind, role, actor, label, at, row, since) select 'event', role, actor, type, at, row, since from parts`)
    .execute(database);
  await sql
    .raw(`insert into nodes (kind, id, since, name, at, reports, publishers, origins, keys, review, summary)
    select kind, ${idOf('id')}, since - g * ${ENTRIES}, case when name = '' then '' else name || ' of ' || substr(md5(g::text), 1, 5) end,
      ${at}, reports, publishers, origins, keys, review, summary from base_nodes, ${series} where g % ${RENEWED} = 0`)
    .execute(database);
};

/**
 * Multiplies the events and nodes of a ledger whose statements were grown, as often as these: with ids and days of their own, and now and
 * then with actors, disputes and plans of their own.
 */
export const growEvents = async (database: Database, tell: (message: string) => void): Promise<void> => {
  await sql.raw('create table base_events as select * from events where since > 0').execute(database);
  await sql
    .raw(
      'create table base_nodes as select *, (select max(seq) from moments) as last from nodes where until = 9223372036854775807',
    )
    .execute(database);
  // The first entry that a node had was moved before all others: its copies begin with theirs.
  await sql.raw('update base_nodes set since = last where since <= 0').execute(database);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from statements where since > 0`.execute(
    database,
  );
  const copies = Math.ceil((await statementsIn(database)) / Number(rows[0]?.n ?? 1)) - 1;
  for (let from = 1; from <= copies; from += AT_ONCE) {
    const to = Math.min(copies, from + AT_ONCE - 1);
    await multiply(database, `generate_series(${from}, ${to}) as g`);
    tell(`events of ${to} of ${copies} copies`);
  }
  await sql.raw('drop table base_events').execute(database);
  await sql.raw('drop table base_nodes').execute(database);
  await countAnew(database);
};
