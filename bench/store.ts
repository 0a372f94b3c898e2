import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openEngine } from '../src/cli/index.ts';
import { listInputs, readReports } from '../src/intake/index.ts';
import { readDocument } from '../src/readout/index.ts';
import { type Filter, isServer, LocalLedger, openStore } from '../src/service/index.ts';
import { growEvents } from './grown-events.ts';
import { growStatements, statementsIn } from './grown-ledger.ts';

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

const percentile = (times: readonly number[], share: number): string =>
  (times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0)
    .toFixed(0)
    .padStart(6);

const TIMES = 60;
/** A question that takes long is asked less often: after so many milliseconds in all, when it was asked some times. */
const LONG = 15_000;
const FEWEST = 7;

const measure = async (name: string, ask: (index: number) => Promise<unknown>): Promise<void> => {
  const times: number[] = [];
  const begun = performance.now();
  for (let index = 0; index < TIMES && (index < FEWEST || performance.now() - begun < LONG); index += 1) {
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

/** The moment in the middle of the ledger, and its number. */
const middle = async (): Promise<{ seq: number; at: string }> => {
  const { rows } = await sql<{ seq: number; at: Date }>`
    select seq, at from moments where seq >= (select (min(seq) + max(seq)) / 2 from moments) order by seq limit 1`.execute(
    database,
  );
  const [{ seq, at } = { seq: 0, at: new Date(0) }] = rows;
  return { seq: Number(seq), at: at.toISOString() };
};

const names = ['Berg', 'minister', 'mar', 'President of', 'Reuters', 'zzz', 'the foreign ministry'];

/** What the pages of the app ask for at once. */
const askSummed = async (): Promise<void> => {
  const actors = await actorsOf();
  const { at, seq } = await middle();
  const filters = (index: number): Filter => pick([{}, { type: ['CONSULT'] }, { from: '2024-01-01' }], index);
  for (const [when, asOf] of [
    ['', null],
    [', as of the middle', at],
  ] as const) {
    await measure(`places${when}`, (index) => ledger.places({ filter: filters(index), asOf }));
    await measure(`places of an actor${when}`, (index) =>
      ledger.places({ filter: { actor: [pick(actors, index)] }, asOf }),
    );
    await measure(`network${when}`, () => ledger.network(50, null, { asOf }));
    await measure(`network of an actor${when}`, (index) =>
      ledger.network(50, null, { filter: { actor: [pick(actors, index)] }, asOf }),
    );
    await measure(`network of the busiest actor${when}`, () =>
      ledger.network(50, null, { filter: { actor: actors.slice(0, 1) }, asOf }),
    );
    await measure(`lanes by month${when}`, () => ledger.lanes('month', 8, { asOf }));
    await measure(`lanes by day, of a year${when}`, () =>
      ledger.lanes('day', 8, { filter: { from: '2025-01-01', until: '2026-01-01' }, asOf }),
    );
    await measure(`dyads${when}`, () => ledger.dyads({ asOf }));
    await measure(`totals${when}`, () => ledger.totals(asOf));
    for (const kind of ['actor', 'dispute', 'agenda'] as const) {
      await measure(`page of 50 of kind ${kind}${when}`, () => ledger.nodes(kind, { limit: 50, asOf }));
      await measure(`${kind} by name${when}`, (index) =>
        ledger.nodes(kind, { filter: { name: pick(names, index) }, limit: 50, asOf }),
      );
    }
  }
  await measure('review', () => ledger.doubtful({}, 50));
  await measure('review, of a type', () => ledger.doubtful({ type: ['CONSULT'] }, 50));
  await measure('review, acts on itself', () => ledger.doubtful({ reason: ['acts-on-itself'] }, 50));
  await measure('review, odd length', () => ledger.doubtful({ reason: ['odd-length'] }, 50));
  await measure('how far the review is', () => ledger.reviewProgress({}, null));
  await measure('news after the last entry but ten', async () => ledger.news((await ledger.last()) - 10));
  await measure('news of half the ledger', () => ledger.news(seq));
  await measure('news, all', () => ledger.news(0));
};

if ((await statementsIn(database)) < Number(wanted)) {
  await addExamples();
  await growStatements(database, Number(wanted), console.error);
  await growEvents(database, console.error);
}
console.log(
  `${await statementsIn(database)} statements, ${await statementsIn(database, 'events')} events, ${isServer(place) ? 'PostgreSQL' : 'embedded'}`,
);
await ask();
await askSummed();
await ledger.close();
if (given === undefined && existsSync(place)) rmSync(place, { recursive: true, force: true });
