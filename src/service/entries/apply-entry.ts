import { type Apply, FOREVER, storable, toJson } from '../../store/index.ts';
import { addReport } from './add-report.ts';
import { correct, undo } from './correct.ts';
import type { CorrectEntry, FailEntry, ReadEntry, SetEntry, UndoEntry } from './entry.ts';

type Transaction = Parameters<Apply>[0];

const fail = async (transaction: Transaction, seq: number, { name, code, message }: FailEntry): Promise<void> => {
  await transaction
    .updateTable('failures')
    .set({ until: seq })
    .where('name', '=', storable(name))
    .where('until', '=', FOREVER)
    .execute();
  await transaction
    .insertInto('failures')
    .values({ name: storable(name), code, message: storable(message), since: seq, until: FOREVER })
    .execute();
};

const set = async (transaction: Transaction, seq: number, { kind, key, value }: SetEntry): Promise<void> => {
  await transaction
    .updateTable('settings')
    .set({ until: seq })
    .where('kind', '=', kind)
    .where('key', '=', key)
    .where('until', '=', FOREVER)
    .execute();
  if (value === null) return;
  await transaction
    .insertInto('settings')
    .values({ kind, key, value: toJson(value), since: seq, until: FOREVER })
    .execute();
};

/** Writes what an entry of the journal means. An entry of a kind that this program does not know is passed over. */
export const applyEntry: Apply = async (transaction, entry) => {
  // The journal holds what this room put there, each kind with its shape.
  const { kind, data, seq } = entry;
  if (kind === 'read') return addReport(transaction, entry, data as ReadEntry);
  if (kind === 'correct') return correct(transaction, entry, data as CorrectEntry);
  if (kind === 'undo') return undo(transaction, entry, data as UndoEntry);
  if (kind === 'fail') return fail(transaction, seq, data as FailEntry);
  if (kind === 'set') return set(transaction, seq, data as SetEntry);
};
