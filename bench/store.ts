import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openEngine } from '../src/cli/index.ts';
import { listInputs, readReports } from '../src/intake/index.ts';
import { readDocument } from '../src/readout/index.ts';
import { type Filter, isServer, LocalLedger, openStore } from '../src/service/index.ts';

// How fast a large ledger answers: npm run bench:store -- [STATEMENTS] [FOLDER|postgres://…]
//
// Reads the example reports (or those of READOUT_BENCH_REPORTS), adds them, and multiplies their rows inside the database, each copy
// with ids, days, publishers and words of its own, until there are as many statements. Then asks, and prints the 50th and 95th
// percentile of what each question takes. A ledger that is large enough already is asked as it is.

const [, , wanted = '1000000', given] = process.argv;
const place = given ?? mkdtempSync(join(tmpdir(), 'readout-bench-'));
const ledger = new LocalLedger(
  await openStore({ place, command: 'bench', now: () => new Date(), tell: console.error }),
);
const { database } = ledger.store;

const run = (text: string) => sql.raw(text).execute(database);

const statements = async (): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from statements`.execute(database);
  return Number(rows[0]?.n ?? 0);
};

const addExamples = async (): Promise<void> => {
  const engine = await openEngine(null);
  const { paths } = await listInputs([process.env.READOUT_BENCH_REPORTS ?? 'examples/reports']);
  for (const path of paths)
    for await (const item of readReports(path, {})) {
      if (item.kind !== 'report') continue;
      const { readout } = await readDocument(item.document, engine, { asOf: null });
      await ledger.add(path, readout);
    }
};

/** Words with the frequencies of a language, one set for each copy: the first are in every third row, the last in few. */
const fill = (row: string): string =>
  `' w' || (power(1000, random()))::int || ' w' || (power(1000000, random()))::int || ' c' || ${row}`;

const columns = `act, attitude, quotation, speakers, channels, source, cue, addressee, said_start, said_end, country, parent, node, situation,
  origin, family, review, rule, record`;
/** Reports lie this many minutes apart, so that a million statements are some years. */
const APART = 47;

const multiply = async (from: number, to: number): Promise<void> => {
  const id = (column: string): string => `substr(md5(${column} || g), 1, 32) || substr(${column}, 33)`;
  const series = `generate_series(${from}, ${to}) as g`;
  await run(`insert into documents (id, since, name, url, title, publisher, family, agency, language, published, at, origin, likeness, words, search)
    select ${id('id')}, since, name, url || g, title, 'Paper ' || g % 40, 'paper' || g % 40, agency, language, published, at - g * interval '${APART} minutes',
      ${id('origin')}, likeness, words, search from base_documents, ${series}`);
  await run(`with made as (
      insert into statements (id, document, since, at, content, ${columns})
      select id, ${id('document')}, since, at - g * interval '${APART} minutes', content || ${fill('g')}, ${columns} from base_statements, ${series}
      returning row, at, act, speakers, since)
    insert into participants (kind, role, actor, label, at, row, since) select 'statement', 'speaker', actor, act, at, row, since from made, unnest(speakers) as actor`);
};

/** Copies that are made in one statement. */
const AT_ONCE = 200;

const grow = async (): Promise<void> => {
  await addExamples();
  await run('create table base_documents as select * from documents');
  await run('create table base_statements as select * from statements');
  const each = await statements();
  const copies = Math.ceil(Number(wanted) / each);
  for (let from = 1; from <= copies; from += AT_ONCE) {
    await multiply(from, Math.min(copies, from + AT_ONCE - 1));
    console.error(`${Math.min(copies, from + AT_ONCE - 1)} of ${copies} copies of ${each} statements`);
  }
  await run('truncate daily');
  await run(
    `insert into daily select 'statement', (at at time zone 'UTC')::date, act, count(*)::int from statements group by 2, 3`,
  );
  await run('vacuum analyze');
};

const percentile = (times: readonly number[], share: number): string =>
  (times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0)
    .toFixed(0)
    .padStart(6);

const TIMES = 60;

const measure = async (name: string, ask: (index: number) => Promise<unknown>): Promise<void> => {
  const times: number[] = [];
  for (let index = 0; index < TIMES; index += 1) {
    const started = performance.now();
    await ask(index);
    times.push(performance.now() - started);
  }
  console.log(`${name.padEnd(44)} p50 ${percentile(times, 0.5)} ms   p95 ${percentile(times, 0.95)} ms`);
};

const actorsOf = async (): Promise<readonly string[]> => {
  const { rows } = await sql<{
    actor: string;
  }>`select actor from participants group by 1 order by count(*) desc limit 60`.execute(database);
  return rows.map(({ actor }) => actor);
};

const acts = ['say', 'deny', 'warn', 'accuse', 'demand', 'announce', 'request', 'promise'];
const words = [
  'talks',
  'minister',
  'border',
  'w2',
  'w9',
  'w40',
  'w300',
  'w5000',
  'w70000',
  'w800000',
  'c77',
  'talks w3',
  'border or w12',
  '"foreign minister"',
  'w7 -talks',
];
const pick = <T>(list: readonly T[], index: number): T => list[(index * 7) % list.length] as T;

const ask = async (): Promise<void> => {
  const actors = await actorsOf();
  const page = (filter: Filter) => ledger.statements({ filter, limit: 50 });
  const years = ['2021-01-01', '2022-06-01', '2023-03-01', '2024-09-01', '2025-05-01'];
  await page({});
  await measure('page of 50', () => page({}));
  await measure('page of 50, by act', (index) => page({ act: [pick(acts, index)] }));
  await measure('page of 50, by actor', (index) => page({ actor: [pick(actors, index)] }));
  await measure('page of 50, by actor and act', (index) =>
    page({ actor: [pick(actors, index)], act: [pick(acts, index + 1)] }),
  );
  await measure('page of 50, until a day', (index) => page({ until: pick(years, index) }));
  await measure('page of 50, by country', () => page({ country: ['USA'] }));
  await measure('full-text search', (index) => page({ text: pick(words, index) }));
  await measure('full-text search, by act', (index) => page({ text: pick(words, index), act: [pick(acts, index)] }));
  await measure('counts by week', () => ledger.counts('statement', 'week', {}));
  await measure('counts by week, by act', (index) =>
    ledger.counts('statement', 'week', { filter: { act: [pick(acts, index)] } }),
  );
  await measure('counts by week, by actor', (index) =>
    ledger.counts('statement', 'week', { filter: { actor: [pick(actors, index)] } }),
  );
  await measure('totals', () => ledger.totals());
};

if ((await statements()) < Number(wanted)) await grow();
console.log(`${await statements()} statements, ${isServer(place) ? 'PostgreSQL' : 'embedded'}`);
await ask();
await ledger.close();
if (given === undefined && existsSync(place)) rmSync(place, { recursive: true, force: true });
