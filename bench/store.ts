import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openEngine } from '../src/cli/index.ts';
import { listInputs, readReports } from '../src/intake/index.ts';
import { readDocument } from '../src/readout/index.ts';
import { type Filter, isServer, LocalLedger, openStore } from '../src/service/index.ts';
import { grow, statementsIn } from './grown-ledger.ts';

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

if ((await statementsIn(database)) < Number(wanted)) {
  await addExamples();
  await grow(database, Number(wanted), console.error);
}
console.log(`${await statementsIn(database)} statements, ${isServer(place) ? 'PostgreSQL' : 'embedded'}`);
await ask();
await ledger.close();
if (given === undefined && existsSync(place)) rmSync(place, { recursive: true, force: true });
