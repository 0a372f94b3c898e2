import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pgliteDialect } from '../../src/store/embedded/pglite-dialect.ts';
import { PgliteThread } from '../../src/store/embedded/pglite-thread.ts';

let folder: string;
let database: Kysely<{ kept: { number: number; words: string | null; list: string[] } }>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'readout-thread-'));
  const thread = await PgliteThread.open(join(folder, 'pg'));
  database = new Kysely({ dialect: pgliteDialect(thread, folder) });
}, 60_000);

afterAll(async () => {
  await database.destroy();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  await sql`drop table if exists kept`.execute(database);
  await sql`create table kept (number bigint primary key, words text, list text[] not null default '{}')`.execute(
    database,
  );
});

const numbers = async (): Promise<readonly number[]> => {
  const rows = await database.selectFrom('kept').select('number').orderBy('number').execute();
  return rows.map(({ number }) => Number(number));
};

test('what is written in a transaction is seen by the next question in it, and is there after it', async () => {
  const seen = await database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('kept')
      .values({ number: 1, words: null, list: ['a"b', 'c,d', '{}'] })
      .execute();
    await transaction.insertInto('kept').values({ number: 2, words: "o'clock\\", list: [] }).execute();
    return transaction.selectFrom('kept').selectAll().orderBy('number').execute();
  });
  expect(seen).toEqual([
    { number: 1, words: null, list: ['a"b', 'c,d', '{}'] },
    { number: 2, words: "o'clock\\", list: [] },
  ]);
  expect(await numbers()).toEqual([1, 2]);
});

test('one statement with one set of parameters after another gives what belongs to each', async () => {
  const found = await database.transaction().execute(async (transaction) => {
    const all: unknown[] = [];
    for (let number = 0; number < 12; number += 1) {
      await transaction
        .insertInto('kept')
        .values({ number, words: `w${number}`, list: [] })
        .execute();
      const { rows } = await sql<{
        words: string;
      }>`select words from kept where number = any(${[number, 99]}::bigint[])`.execute(transaction);
      all.push(rows.map(({ words }) => words));
    }
    return all;
  });
  expect(found).toEqual(Array.from({ length: 12 }, (_, number) => [`w${number}`]));
});

test('what a statement that waits fails of, the transaction fails of, and nothing of it stays', async () => {
  const row = { number: 1, words: null, list: [] };
  const writing = database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('kept')
      .values({ ...row, number: 7 })
      .execute();
    await transaction.insertInto('kept').values(row).execute();
    await transaction.insertInto('kept').values(row).execute();
  });
  await expect(writing).rejects.toThrow('duplicate key');
  expect(await numbers()).toEqual([]);
  await database.transaction().execute((transaction) => transaction.insertInto('kept').values(row).execute());
  expect(await numbers()).toEqual([1]);
});

test('a rollback to a savepoint takes back what waits, and what failed, and the transaction goes on', async () => {
  const row = { number: 1, words: null, list: [] };
  await database.transaction().execute(async (transaction) => {
    await transaction.insertInto('kept').values(row).execute();
    await sql`savepoint here`.execute(transaction);
    await transaction
      .insertInto('kept')
      .values({ ...row, number: 2 })
      .execute();
    await transaction.insertInto('kept').values(row).execute();
    await sql`rollback to savepoint here`.execute(transaction);
    await transaction
      .insertInto('kept')
      .values({ ...row, number: 3 })
      .execute();
  });
  expect(await numbers()).toEqual([1, 3]);
});

test('a transaction that is given up leaves nothing, waiting or not', async () => {
  const given = database.transaction().execute(async (transaction) => {
    await transaction.insertInto('kept').values({ number: 1, words: null, list: [] }).execute();
    throw new Error('given up');
  });
  await expect(given).rejects.toThrow('given up');
  expect(await numbers()).toEqual([]);
});

test('what waits in a transaction that is given up is not run, whether the transaction was begun or not', async () => {
  // A sequence counts on whatever becomes of the transaction.
  await sql`create sequence told`.execute(database);
  const giveUp = (isBegun: boolean) =>
    database.transaction().execute(async (transaction) => {
      if (isBegun) await sql`select 1`.execute(transaction);
      await sql`insert into kept (number) select nextval('told')`.execute(transaction);
      throw new Error('given up');
    });
  await expect(giveUp(false)).rejects.toThrow('given up');
  await expect(giveUp(true)).rejects.toThrow('given up');
  const { rows } = await sql<{ next: string }>`select nextval('told') as next`.execute(database);
  expect(rows.map(({ next }) => Number(next))).toEqual([1]);
  await sql`drop sequence told`.execute(database);
  await database.insertInto('kept').values({ number: 5, words: null, list: [] }).execute();
  expect(await numbers()).toEqual([5]);
});

test('a parameter of the wrong type is refused with what the database says of it, again and again', async () => {
  for (let turn = 0; turn < 3; turn += 1)
    await expect(
      database.transaction().execute((transaction) => sql`select ${'x'}::bigint as n`.execute(transaction)),
    ).rejects.toMatchObject({ message: expect.stringContaining('bigint') });
});

test('a transaction in which something failed is not committed, though whoever ran it passed over the failure', async () => {
  const row = { number: 1, words: null, list: [] };
  const writing = database.transaction().execute(async (transaction) => {
    await transaction.insertInto('kept').values(row).execute();
    await transaction.insertInto('kept').values(row).execute();
    await sql`select 1`.execute(transaction).catch(() => {});
  });
  await expect(writing).rejects.toThrow('transaction is aborted');
  expect(await numbers()).toEqual([]);
});

test('of more statements than are kept all are answered, and the last ones stay', async () => {
  await database.transaction().execute(async (transaction) => {
    for (let turn = 0; turn < 2; turn += 1)
      for (let number = 0; number < 250; number += 1) {
        const { rows } = await sql`select ${turn}::int + ${sql.lit(number)} as sum`.execute(transaction);
        expect(rows).toEqual([{ sum: turn + number }]);
      }
  });
  const { rows } = await sql<{ kept: number; last: number }>`
    select count(*)::int as kept, count(*) filter (where statement like '%+ 249 as%')::int as last from pg_prepared_statements`.execute(
    database,
  );
  expect(rows).toEqual([{ kept: 200, last: 1 }]);
});

test('a statement whose table has changed fails once at most', async () => {
  const ask = () =>
    database
      .transaction()
      .execute((transaction) => transaction.selectFrom('kept').selectAll().where('number', '>', -1).execute());
  await database.insertInto('kept').values({ number: 1, words: null, list: [] }).execute();
  await ask();
  await sql`alter table kept add column more text default 'm'`.execute(database);
  await ask().catch(() => {});
  expect(await ask()).toEqual([{ number: 1, words: null, list: [], more: 'm' }]);
});
