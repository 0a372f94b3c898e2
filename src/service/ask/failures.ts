import type { Kysely } from 'kysely';
import { FOREVER, type Tables } from '../../store/index.ts';
import type { Failure } from '../ledger.ts';

/** Inputs that could not be read, and have not been since, in the order in which that came out. */
export const listFailures = async (database: Kysely<Tables>): Promise<readonly Failure[]> => {
  const rows = await database
    .selectFrom('failures')
    .innerJoin('moments', 'moments.seq', 'failures.since')
    .select(['failures.name', 'failures.code', 'failures.message', 'moments.at'])
    .where('failures.until', '=', FOREVER)
    .orderBy('failures.since')
    .execute();
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
};
