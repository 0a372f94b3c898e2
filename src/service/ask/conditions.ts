import { type Kysely, type RawBuilder, sql } from 'kysely';
import { FOREVER, type Tables } from '../../store/index.ts';
import { withAliases } from './aliases.ts';
import type { Filter } from './filter.ts';
import { type AsOf, instantOf, knownAt } from './moment.ts';

export type RecordTable = 'statements' | 'events';
type Condition = RawBuilder<boolean>;

const oneOf = (column: string, values: readonly string[] | undefined): readonly Condition[] =>
  values === undefined || values.length === 0
    ? []
    : [sql<boolean>`t.${sql.ref(column)} in (${sql.join(values.map((value) => sql`${value}`))})`];

const equals = (column: string, value: string | undefined): readonly Condition[] =>
  value === undefined ? [] : [sql<boolean>`t.${sql.ref(column)} = ${value}`];

/** Rows in which one of the actors takes part, in one of the roles. */
const takesPart = (table: RecordTable, actors: readonly string[], roles: readonly string[], asOf: AsOf): Condition => {
  const kind = table === 'statements' ? 'statement' : 'event';
  return sql<boolean>`t.row in (
    select p.row from participants p where p.kind = ${kind} and p.actor in (${sql.join(actors.map((one) => sql`${one}`))})
      and p.role in (${sql.join(roles.map((one) => sql`${one}`))}) and ${knownAt(asOf, 'p')})`;
};

/** The day after what a moment means, or the moment itself: where a half-open stretch ends. */
const endOf = (text: string): Date => (text.length === 10 ? new Date(`${text}T00:00:00Z`) : instantOf(text));

const onTable = (table: RecordTable, filter: Filter): readonly Condition[] =>
  table === 'statements'
    ? [
        ...oneOf('act', filter.act),
        ...(filter.attitude === undefined ? [] : [sql<boolean>`t.attitude = ${filter.attitude}`]),
        ...(filter.channel === undefined
          ? []
          : [
              sql<boolean>`exists (select 1 from unnest(t.channels) as c where c ilike ${`%${filter.channel.replace(/[\\%_]/g, '\\$&')}%`})`,
            ]),
      ]
    : [...oneOf('type', filter.type), ...oneOf('realis', filter.realis)];

/** What a filter asks only of the other table leaves nothing of this one. */
const isOfOther = (table: RecordTable, { act, channel, attitude, type, realis }: Filter): boolean =>
  table === 'statements'
    ? (type?.length ?? 0) > 0 || (realis?.length ?? 0) > 0
    : (act?.length ?? 0) > 0 || channel !== undefined || attitude !== undefined;

const actorConditions = async (
  database: Kysely<Tables>,
  table: RecordTable,
  { actor, dyad }: Filter,
  asOf: AsOf,
): Promise<readonly Condition[]> => {
  const conditions: Condition[] = [];
  const all = ['speaker', 'actor', 'recipient'];
  if (actor !== undefined && actor.length > 0)
    conditions.push(takesPart(table, await withAliases(database, 'actor', actor, asOf), all, asOf));
  if (dyad !== undefined) {
    const [first, second] = dyad;
    conditions.push(takesPart(table, await withAliases(database, 'actor', [first], asOf), ['speaker', 'actor'], asOf));
    if (table === 'events')
      conditions.push(takesPart(table, await withAliases(database, 'actor', [second], asOf), ['recipient'], asOf));
  }
  return conditions;
};

/**
 * The conditions of a filter on rows called `t`; null where none can hold. What people rejected is left out unless it is
 * asked for.
 */
export const conditionsOf = async (
  database: Kysely<Tables>,
  table: RecordTable,
  filter: Filter,
  asOf: AsOf,
): Promise<readonly Condition[] | null> => {
  if (isOfOther(table, filter)) return null;
  const { text, country, from, until, origins, review, document, situation, node } = filter;
  const kind = table === 'statements' ? 'statement' : 'event';
  return [
    knownAt(asOf, 't'),
    ...(text === undefined || text.trim() === ''
      ? []
      : [sql<boolean>`t.search @@ websearch_to_tsquery('english', ${text})`]),
    ...(await actorConditions(database, table, filter, asOf)),
    ...onTable(table, filter),
    ...oneOf('country', country),
    ...(from === undefined ? [] : [sql<boolean>`t.at >= ${endOf(from)}`]),
    ...(until === undefined ? [] : [sql<boolean>`t.at < ${endOf(until)}`]),
    ...(origins === undefined || origins <= 1
      ? []
      : [
          sql<boolean>`t.node in (select n.id from nodes n where n.kind = ${kind} and n.origins >= ${origins} and n.until = ${sql.lit(FOREVER)}::bigint)`,
        ]),
    ...(review === undefined || review.length === 0 ? [sql<boolean>`t.review <> 'rejected'`] : oneOf('review', review)),
    ...equals('document', document),
    ...equals('situation', situation),
    ...(node === undefined ? [] : oneOf('node', await withAliases(database, kind, [node], asOf))),
  ];
};

/** Conditions joined. */
export const allOf = (conditions: readonly Condition[]): Condition =>
  sql<boolean>`${sql.join([...conditions], sql` and `)}`;
