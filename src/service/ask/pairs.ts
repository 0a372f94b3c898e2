import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../store/index.ts';
import { allOf, conditionsOf, type RecordTable } from './conditions.ts';
import type { Filter } from './filter.ts';
import { conditionsIn } from './find-rows.ts';
import type { AsOf } from './moment.ts';
import { isPlain, labelsOf, oneOf, sumsAt } from './sums.ts';

const sides = {
  events: sql`t.type as label, count(*)::int as records from events t, unnest(t.actors) as first, unnest(t.recipients) as second`,
  statements: sql`t.act as label, count(*)::int as records from statements t, unnest(t.speakers) as first, unnest(t.about) as second`,
} as const;

/**
 * Who acts on whom (events) or speaks about whom (statements), as rows name them, by type or act: `source`, `target`, `label`, `records`,
 * in parts that are to be added up. Null where none can match.
 */
export const pairsIn = async (
  database: Kysely<Tables>,
  table: RecordTable,
  filter: Filter,
  asOf: AsOf,
): Promise<RawBuilder<unknown> | null> => {
  if (isPlain(filter)) {
    const kind = table === 'statements' ? 'statement' : 'event';
    const labels = labelsOf(kind, filter);
    return labels === null ? null : sumsAt('pairs', sql`s.kind = ${kind} and ${oneOf(sql`s.label`, labels)}`, asOf);
  }
  const asked = await conditionsOf(database, table, filter, asOf);
  if (asked === null) return null;
  return sql`select first as source, second as target, ${sides[table]}
    where ${allOf(conditionsIn({ ...asked, table, asOf }))} group by first, second, label`;
};
