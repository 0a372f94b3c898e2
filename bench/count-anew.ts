import { type Kysely, sql } from 'kysely';
import { migrate } from '../src/store/index.ts';

/** Migrations that make sums from the rows of a ledger. */
const making = [8, 11, 12, 13];

/** Makes all sums over the rows of a ledger anew, as an older ledger gets them: rows that were made inside the database are in none. */
// biome-ignore lint/suspicious/noExplicitAny: any store's tables
export const countAnew = async (database: Kysely<any>): Promise<void> => {
  await sql
    .raw('drop table daily_pasts, pairs, pair_pasts, lanes, lane_pasts, sites, site_pasts, report_changes')
    .execute(database);
  await sql.raw('delete from daily').execute(database);
  await sql.raw('alter table daily drop column number, drop column first, drop column last').execute(database);
  await sql`delete from migrations where number = any(${making}::int[])`.execute(database);
  await migrate(database);
  await sql.raw('vacuum analyze').execute(database);
};
