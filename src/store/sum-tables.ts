import type { Generated } from 'kysely';
import type { Count, Json } from './columns.ts';

export interface ReportChangesTable {
  /** The entry with which the report was taken in. */
  taken: Count;
  seq: Count;
  kind: 'statement' | 'event';
  records: number;
}

/** A sum that keeps what it was (migrations/0012-sums-with-their-past.sql). */
interface Summed {
  number: Generated<Count>;
  records: number;
  /** The entries that changed it first and last. */
  first: Count;
  last: Count;
}

/** What a sum was, from the entry that made it so to the one that changed it. */
export interface PastTable {
  number: Count;
  since: Count;
  until: Count;
  records: number;
}

export interface DailyTable extends Summed {
  kind: 'statement' | 'event';
  day: string;
  label: string;
}

export interface PairsTable extends Summed {
  kind: 'statement' | 'event';
  source: string;
  target: string;
  label: string;
}

export interface LanesTable extends Summed {
  actor: string;
  kind: 'statement' | 'event';
  day: string;
  label: string;
  realis: string;
  undated: number;
}

export interface LanePastsTable extends PastTable {
  undated: number;
}

export interface SitesTable extends Summed {
  site: Json;
  type: string;
  realis: string;
}
