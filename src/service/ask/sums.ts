import { type RawBuilder, sql } from 'kysely';
import type { Filter } from './filter.ts';
import type { AsOf } from './moment.ts';

/** What is kept as sums: how many records stand now, and what each entry changed of it. */
const kept = {
  days: { now: sql`daily`, changes: sql`daily_changes`, columns: sql`day, label` },
  pairs: { now: sql`pairs`, changes: sql`pair_changes`, columns: sql`source, target, label` },
} as const;

/**
 * Sums of records of a kind at a moment, in parts that are to be added up, without counting records one by one: for the past from what its
 * entries changed, or from what stands now without the changes since, whichever are fewer.
 */
export const sumsAt = (of: keyof typeof kept, kind: 'statement' | 'event', asOf: AsOf): RawBuilder<unknown> => {
  const { now, changes, columns } = kept[of];
  const standing = sql`select ${columns}, records from ${now} where kind = ${kind}`;
  if (asOf === null) return standing;
  const isLate = sql`${sql.lit(asOf)} > (select (min(seq) + max(seq)) / 2 from moments)`;
  const changed = sql`from ${changes} where kind = ${kind} and seq`;
  return sql`
    select ${columns}, records ${changed} <= ${sql.lit(asOf)} and not ${isLate}
    union all ${standing} and ${isLate}
    union all select ${columns}, -records ${changed} > ${sql.lit(asOf)} and ${isLate}`;
};

/** Filters that ask for nothing but acts or types are answered from sums. */
export const isPlain = ({ act: _, type: __, ...rest }: Filter): boolean =>
  Object.values(rest).every((value) => value === undefined || (Array.isArray(value) && value.length === 0));

/** Records of some acts or types; of any, where none are told. */
export const byLabel = (labels: readonly string[] | undefined): RawBuilder<boolean> =>
  labels === undefined || labels.length === 0
    ? sql<boolean>`true`
    : sql<boolean>`label in (${sql.join(labels.map((label) => sql`${label}`))})`;
