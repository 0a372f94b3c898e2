import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../store/index.ts';
import { allOf, conditionsOf, type RecordTable } from './conditions.ts';
import type { Filter } from './filter.ts';
import { conditionsIn } from './find-rows.ts';
import type { AsOf } from './moment.ts';
import { byLabel, isPlain, sumsAt } from './sums.ts';

const sides = {
  events: sql`t.type as label, count(*)::int as records from events t, unnest(t.actors) as first, unnest(t.recipients) as second`,
  statements: sql`t.act as label, count(*)::int as records from statements t, unnest(t.speakers) as first, unnest(t.about) as second`,
} as const;

/** The acts or types that a filter asks for; null where it asks of the other table. */
const labelsIn = (table: RecordTable, { act, type }: Filter): readonly string[] | null => {
  const [own, other] = table === 'statements' ? [act, type] : [type, act];
  return (other?.length ?? 0) > 0 ? null : (own ?? []);
};

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
    const labels = labelsIn(table, filter);
    const kind = table === 'statements' ? 'statement' : 'event';
    if (labels === null) return null;
    // Added up here already: there are far fewer pairs than changes.
    return sql`select source, target, label, sum(records)::int as records from (${sumsAt('pairs', kind, asOf)}) as sums
      where ${byLabel(labels)} group by 1, 2, 3`;
  }
  const asked = await conditionsOf(database, table, filter, asOf);
  if (asked === null) return null;
  return sql`select first as source, second as target, ${sides[table]}
    where ${allOf(conditionsIn({ ...asked, table, asOf }))} group by first, second, label`;
};
