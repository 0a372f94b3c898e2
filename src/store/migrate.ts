import { readdir, readFile } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import { ReadoutError } from '../text/index.ts';
import type { Tables } from './tables.ts';

/** A step of the schema: `migrations/0001-ledger.sql` is number 1. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

const folder = new URL('./migrations/', import.meta.url);

/** All steps, in order. */
export const migrations = async (): Promise<readonly Migration[]> => {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => ({
      number: Number.parseInt(name.slice(0, 4), 10),
      name: name.slice(5, -4),
      sql: await readFile(new URL(name, folder), 'utf8'),
    })),
  );
};

/** Cuts a script into its statements; scripts hold no semicolon inside quotes or functions. */
const statementsOf = (script: string): readonly string[] =>
  script
    .replace(/^\s*--.*$/gm, '')
    .split(/;\s*\n/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');

const run = async (database: Kysely<Tables>, { number, name, sql: script }: Migration): Promise<void> => {
  for (const statement of statementsOf(script)) await sql.raw(statement).execute(database);
  await sql`insert into migrations (number, name) values (${number}, ${name})`.execute(database);
};

const newer = (number: number, known: number): ReadoutError =>
  new ReadoutError(
    'ledger-newer',
    `This ledger was written by a newer Readout: its schema is number ${number}, this program knows ${known}. Update Readout.`,
    { number, known },
  );

/**
 * Brings a database to the newest schema, each step in a transaction of its own, once however many processes try.
 * Throws `ledger-newer` where the database is ahead of this program.
 */
export const migrate = async (database: Kysely<Tables>): Promise<void> => {
  const steps = await migrations();
  await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(7320711)`.execute(transaction);
    await sql`create table if not exists migrations (number integer primary key, name text not null)`.execute(
      transaction,
    );
    const { rows } = await sql<{ number: number }>`select number from migrations`.execute(transaction);
    const done = new Set(rows.map(({ number }) => number));
    const known = steps.at(-1)?.number ?? 0;
    const last = Math.max(0, ...done);
    if (last > known) throw newer(last, known);
    // Not only those behind the last: steps that were written at the same time may come into use in any order.
    for (const step of steps.filter(({ number }) => !done.has(number))) await run(transaction, step);
  });
};
