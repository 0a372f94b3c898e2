import type { Transaction } from 'kysely';
import { FOREVER, type Tables } from '../../store/index.ts';
import { unpack } from '../packed.ts';
import { knownReport } from './add-report.ts';
import { projectReport } from './project-report.ts';

/** Places a report of the ledger anew, with the corrections that now hold. */
export const reproject = async (transaction: Transaction<Tables>, id: string, seq: number): Promise<void> => {
  const known = await knownReport(transaction, id);
  const current = await transaction
    .selectFrom('readouts')
    .select('body')
    .where('document', '=', id)
    .where('until', '=', FOREVER)
    .executeTakeFirst();
  if (known === undefined || current === undefined) return;
  await projectReport(
    transaction,
    { ...known, id, readout: unpack(current.body), isKnown: true, isCorrected: true },
    seq,
  );
};
