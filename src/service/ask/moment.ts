import { type Kysely, sql } from 'kysely';
import { FOREVER, type Tables } from '../../store/index.ts';
import { ReadoutError } from '../../text/index.ts';

/** The entry up to which something is asked; null for what is known now. */
export type AsOf = number | null;

/** What was known at an entry: rows that had begun by then and had not ended. */
export const knownAt = (asOf: AsOf, table = '') => {
  const column = (name: string) => sql.ref(table === '' ? name : `${table}.${name}`);
  return asOf === null
    ? sql<boolean>`${column('until')} = ${sql.lit(FOREVER)}::bigint`
    : sql<boolean>`${column('since')} <= ${sql.lit(asOf)} and ${column('until')} > ${sql.lit(asOf)}`;
};

const moment = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/** Whether a text is written as a moment. */
export const isMoment = (text: string): boolean => moment.test(text.trim());

/** The instant that an ISO 8601 moment means: a day alone is its end, and a time without a zone is UTC. */
export const instantOf = (text: string): Date => {
  const iso = text.trim().replace(' ', 'T');
  const full = iso.length === 10 ? `${iso}T23:59:59.999Z` : /(?:Z|[+-]\d\d:?\d\d)$/.test(iso) ? iso : `${iso}Z`;
  const instant = new Date(full);
  if (!moment.test(text.trim()) || Number.isNaN(instant.getTime()))
    throw new ReadoutError('bad-moment', `"${text}" is no moment; write it like 2019-04-28, or 2019-04-28T18:00Z.`, {
      text,
    });
  return instant;
};

/** Where a stretch that is given by a moment begins or, half-open, ends: a day alone is its beginning. */
export const beginOf = (text: string): Date => {
  const instant = instantOf(text);
  return text.trim().length === 10 ? new Date(`${text.trim()}T00:00:00Z`) : instant;
};

/** The last entry taken in by a moment; 0 where there was none yet. */
export const entryAt = async (database: Kysely<Tables>, text: string): Promise<number> => {
  const row = await database
    .selectFrom('moments')
    .select('seq')
    .where('at', '<=', instantOf(text))
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? 0;
};
