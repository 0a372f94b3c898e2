import type { Kysely } from 'kysely';
import { FOREVER, type Tables } from '../../store/index.ts';

/** The engine whose readout of a report is in use; null where the ledger does not hold the report. */
export const engineOf = async (database: Kysely<Tables>, report: string): Promise<string | null> => {
  const row = await database
    .selectFrom('readouts')
    .select('engine')
    .where('document', '=', report)
    .where('until', '=', FOREVER)
    .executeTakeFirst();
  return row?.engine ?? null;
};
