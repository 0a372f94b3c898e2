import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../store/index.ts';
import { type Asked, allOf, conditionsOf, type RecordTable } from './conditions.ts';
import type { Filter } from './filter.ts';
import { conditionsIn } from './find-rows.ts';
import type { AsOf } from './moment.ts';
import { asksOnly, isPlain, labelsOf, oneOf, sumsAt } from './sums.ts';

const sides = {
  events: sql`t.type as label, count(*)::int as records from events t, unnest(t.actors) as first, unnest(t.recipients) as second`,
  statements: sql`t.act as label, count(*)::int as records from statements t, unnest(t.speakers) as first, unnest(t.about) as second`,
} as const;

/** Records in which more than two take part: migrations/0014-ways-to-rare-rows.sql has a way to them by who does. */
const crowds = {
  events: {
    taking: sql`(t.actors || t.recipients)`,
    isCrowd: sql<boolean>`cardinality(t.actors) > 0 and cardinality(t.recipients) > 0 and cardinality(t.actors) + cardinality(t.recipients) > 2`,
  },
  statements: {
    taking: sql`t.speakers`,
    isCrowd: sql<boolean>`cardinality(t.speakers) > 1 and cardinality(t.about) > 0`,
  },
} as const;

/** The pairs of records in which some actors take part: those that they are one of, and of crowds those of the others. */
const ofActors = (
  table: RecordTable,
  { conditions, labels }: Asked,
  actors: readonly string[],
  asOf: AsOf,
): RawBuilder<unknown> => {
  const isOne = (column: RawBuilder<unknown>): RawBuilder<boolean> =>
    sql<boolean>`${column} = any(${[...actors]}::text[])`;
  // Those of whom a statement is about take no part in it.
  const isOwn = (source: RawBuilder<unknown>, target: RawBuilder<unknown>) =>
    table === 'events' ? sql<boolean>`(${isOne(source)} or ${isOne(target)})` : isOne(source);
  const own = [
    sql<boolean>`s.kind = ${table === 'events' ? 'event' : 'statement'}`,
    isOwn(sql`s.source`, sql`s.target`),
    oneOf(sql`s.label`, labels ?? []),
  ];
  const { taking, isCrowd } = crowds[table];
  const others = [...conditions, isCrowd, sql<boolean>`${taking} && ${[...actors]}::text[]`];
  return sql`
    ${sumsAt('pairs', allOf(own), asOf)}
    union all select first, second, ${sides[table]}
    where ${allOf(others)} and not ${isOwn(sql`first`, sql`second`)} group by first, second, label`;
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
    const kind = table === 'statements' ? 'statement' : 'event';
    const labels = labelsOf(kind, filter);
    return labels === null ? null : sumsAt('pairs', sql`s.kind = ${kind} and ${oneOf(sql`s.label`, labels)}`, asOf);
  }
  const asked = await conditionsOf(database, table, filter, asOf);
  if (asked === null) return null;
  if (asked.drive !== null && asksOnly(filter, ['actor', 'act', 'type']))
    return ofActors(table, asked, asked.drive.actors, asOf);
  return sql`select first as source, second as target, ${sides[table]}
    where ${allOf(conditionsIn({ ...asked, table, asOf }))} group by first, second, label`;
};
