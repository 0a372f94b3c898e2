import type { Readout } from '../../readout/index.ts';
import type { Entry } from '../../store/index.ts';
import { reportId } from '../report-id.ts';
import type { CorrectEntry } from './entry.ts';

/** The report that an entry is about; null where it is about none. */
export const reportIn = ({ kind, data }: Entry): string | null => {
  if (kind === 'read') return reportId((data as { readout: Readout }).readout);
  if (kind !== 'correct') return null;
  const { change } = data as CorrectEntry;
  return 'anchor' in change ? change.anchor.document : null;
};
