import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../store/index.ts';
import type { Happened } from '../ledger.ts';

/** What was taken in after an entry, the oldest first, at most so much of it. */
export const listHappenings = async (
  database: Kysely<Tables>,
  after: number,
  limit: number,
): Promise<readonly Happened[]> => {
  const { rows } = await sql<{ seq: number; at: Date; kind: string; document: string | null }>`
    select m.seq, m.at, m.kind, coalesce(r.document, c.document) as document
    from (select seq, at, kind from moments where seq > ${after} order by seq limit ${sql.lit(limit)}) m
    left join readouts r on r.since = m.seq left join corrections c on c.since = m.seq
    order by m.seq`.execute(database);
  return rows.map(({ seq, at, kind, document }) => ({ seq: Number(seq), at: at.toISOString(), kind, document }));
};

/** The number of the last entry; 0 for an empty ledger. */
export const lastEntry = async (database: Kysely<Tables>): Promise<number> => {
  const { rows } = await sql<{ seq: number | null }>`select max(seq) as seq from moments`.execute(database);
  return Number(rows[0]?.seq ?? 0);
};
