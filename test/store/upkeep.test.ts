import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { LocalLedger } from '../../src/service/index.ts';
import { upkeepOf } from '../../src/store/embedded/upkeep.ts';
import { openTestLedger } from '../support/ledger.ts';
import { numberedReadout } from '../support/made-readouts.ts';

/** How many rows the planner of questions believes that tables have; -1 where nobody has counted. */
const counted = async ({ store }: LocalLedger): Promise<Record<string, number>> => {
  const { rows } = await sql<{ name: string; rows: number }>`
    select relname as name, reltuples::int as rows from pg_class where relname in ('moments', 'nodes', 'statements')`.execute(
    store.database,
  );
  return Object.fromEntries(rows.map(({ name, rows: number }) => [name, number]));
};

test('the tables of an embedded ledger are counted as it grows, so that questions are planned for what is there', {
  timeout: 120_000,
}, async () => {
  const { ledger, done } = await openTestLedger();
  for (let number = 0; number < 39; number += 1) await ledger.add(`made-${number}`, numberedReadout(number));
  expect((await counted(ledger)).moments).toBe(-1);
  await ledger.add('made-39', numberedReadout(39));
  const { moments, nodes, statements } = await counted(ledger);
  expect(moments).toBe(40);
  expect(nodes).toBeGreaterThan(40);
  expect(statements).toBe(40);
  for (let number = 40; number < 159; number += 1) await ledger.add(`made-${number}`, numberedReadout(number));
  expect((await counted(ledger)).moments).toBe(40);
  await ledger.add('made-159', numberedReadout(159));
  expect((await counted(ledger)).moments).toBe(160);
  await done();
});

test('tables that cannot be seen to stop nobody, and are seen to some entries later', async () => {
  const { ledger, done } = await openTestLedger();
  const { database } = ledger.store;
  await ledger.add('made-1', numberedReadout(1));
  const upkeep = upkeepOf(database);
  await sql`alter table fingerprints rename to elsewhere`.execute(database);
  await upkeep(40);
  await sql`alter table elsewhere rename to fingerprints`.execute(database);
  const counted = async () =>
    (await sql`select reltuples::int as rows from pg_class where relname = 'fingerprints'`.execute(database)).rows;
  await upkeep(79);
  expect(await counted()).toEqual([{ rows: -1 }]);
  await upkeep(80);
  expect(await counted()).not.toEqual([{ rows: -1 }]);
  await done();
});
