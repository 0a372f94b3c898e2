import { type RawBuilder, sql } from 'kysely';
import type { Filter } from './filter.ts';
import type { AsOf } from './moment.ts';

/** Sums that keep what they were (migrations/0012-sums-with-their-past.sql). */
const kept = {
  daily: { pasts: sql`daily_pasts`, key: sql`s.day, s.label`, numbers: ['records'] },
  pairs: { pasts: sql`pair_pasts`, key: sql`s.source, s.target, s.label`, numbers: ['records'] },
  lanes: {
    pasts: sql`lane_pasts`,
    key: sql`s.actor, s.kind, s.day, s.label, s.realis`,
    numbers: ['records', 'undated'],
  },
  sites: { pasts: sql`site_pasts`, key: sql`s.site, s.type, s.realis`, numbers: ['records'] },
} as const;

/**
 * Sums over records as they were at a moment, each once: those called `s` of which something holds. Most were not changed after the moment,
 * or not before it; of the others it is looked up what they were.
 */
export const sumsAt = (of: keyof typeof kept, holds: RawBuilder<boolean>, asOf: AsOf): RawBuilder<unknown> => {
  const { pasts, key, numbers } = kept[of];
  const valuesOf = (table: string) => sql.join(numbers.map((number) => sql.ref(`${table}.${number}`)));
  const standing = sql`select ${key}, ${valuesOf('s')} from ${sql.table(of)} s where ${holds}`;
  if (asOf === null) return standing;
  const at = sql.lit(asOf);
  return sql`
    ${standing} and s.last <= ${at}
    union all select ${key}, ${valuesOf('p')} from ${sql.table(of)} s cross join lateral (
      select * from ${pasts} p where p.number = s.number and p.until > ${at} order by p.until limit 1) as p
    where ${holds} and s.first <= ${at} and s.last > ${at}`;
};

const isNone = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

/** Whether a filter asks for nothing but some of its fields. */
export const asksOnly = (filter: Filter, fields: readonly (keyof Filter)[]): boolean =>
  Object.entries(filter).every(([field, value]) => isNone(value) || fields.some((each) => each === field));

/** Filters that ask for nothing but acts or types are answered from sums. */
export const isPlain = (filter: Filter): boolean => asksOnly(filter, ['act', 'type']);

/** The acts or types of records of a kind that a filter asks for, none for any; null where it asks for the other kind. */
export const labelsOf = (kind: 'statement' | 'event', { act, type }: Filter): readonly string[] | null => {
  const [own, other] = kind === 'statement' ? [act, type] : [type, act];
  return (other?.length ?? 0) > 0 ? null : (own ?? []);
};

/** One of some values; any, where none are told. */
export const oneOf = (column: RawBuilder<unknown>, values: readonly string[] | undefined): RawBuilder<boolean> =>
  values === undefined || values.length === 0
    ? sql<boolean>`true`
    : sql<boolean>`${column} in (${sql.join(values.map((value) => sql`${value}`))})`;
