import { type Kysely, type RawBuilder, sql } from 'kysely';
import { storable, type Tables } from '../../store/index.ts';
import { withAliases } from './aliases.ts';
import type { Filter } from './filter.ts';
import { type AsOf, beginOf, knownAt } from './moment.ts';

export type RecordTable = 'statements' | 'events';
type Condition = RawBuilder<boolean>;

const oneOf = (column: string, values: readonly string[] | undefined): readonly Condition[] =>
  values === undefined || values.length === 0
    ? []
    : [sql<boolean>`t.${sql.ref(column)} in (${sql.join(values.map((value) => sql`${value}`))})`];

const equals = (column: string, value: string | undefined): readonly Condition[] =>
  value === undefined ? [] : [sql<boolean>`t.${sql.ref(column)} = ${value}`];

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
    : [...oneOf('type', filter.type), ...oneOf('realis', filter.realis), ...oneOf('place_id', filter.place)];

/** What a filter asks only of the other table leaves nothing of this one. */
const isOfOther = (table: RecordTable, { act, channel, attitude, type, realis, place }: Filter): boolean =>
  table === 'statements'
    ? [type, realis, place].some((values) => (values?.length ?? 0) > 0)
    : (act?.length ?? 0) > 0 || channel !== undefined || attitude !== undefined;

/** Actors by whom rows are found: the rows are those in which one of them has one of the roles. */
export interface Drive {
  readonly actors: readonly string[];
  readonly roles: readonly string[];
}

/** What a filter asks of rows called `t`. */
export interface Asked {
  readonly conditions: readonly Condition[];
  /** Who must take part; null where it does not matter. */
  readonly drive: Drive | null;
  /** What is to be found, as a search engine is asked. */
  readonly text: string | null;
  /** The acts or types of which one must hold; null where any may. */
  readonly labels: readonly string[] | null;
}

const overlaps = (column: string, actors: readonly string[]): Condition =>
  sql<boolean>`t.${sql.ref(column)} && ${[...actors]}::text[]`;

/** Who must take part: one list of actors finds the rows, another is a condition on them. */
const takingPart = async (
  database: Kysely<Tables>,
  table: RecordTable,
  { actor, dyad }: Filter,
  asOf: AsOf,
): Promise<Pick<Asked, 'conditions' | 'drive'>> => {
  const among = actor === undefined || actor.length === 0 ? null : await withAliases(database, 'actor', actor, asOf);
  const anyRole = table === 'statements' ? ['speakers'] : ['actors', 'recipients'];
  const all = ['speaker', 'actor', 'recipient'];
  if (dyad === undefined) return { conditions: [], drive: among === null ? null : { actors: among, roles: all } };
  const first = await withAliases(database, 'actor', [dyad[0]], asOf);
  const second = await withAliases(database, 'actor', [dyad[1]], asOf);
  const conditions = [
    overlaps(table === 'events' ? 'recipients' : 'about', second),
    ...(among === null
      ? []
      : [
          sql<boolean>`(${sql.join(
            anyRole.map((column) => overlaps(column, among)),
            sql` or `,
          )})`,
        ]),
  ];
  return { conditions, drive: { actors: first, roles: ['speaker', 'actor'] } };
};

/** When what a row called `t` tells of begins; where it tells no time, when its report was published. */
export const beginsOf = (table: RecordTable): RawBuilder<Date> =>
  table === 'statements' ? sql<Date>`coalesce(t.said_start, t.at)` : sql<Date>`coalesce(t.starts, t.at)`;

/** Stretches of time that are asked for, half-open: when reports were published, and when what they tell of begins. */
const inTime = (table: RecordTable, { from, until, when_from, when_until }: Filter): readonly Condition[] => [
  ...(from === undefined ? [] : [sql<boolean>`t.at >= ${beginOf(from)}`]),
  ...(until === undefined ? [] : [sql<boolean>`t.at < ${beginOf(until)}`]),
  ...(when_from === undefined ? [] : [sql<boolean>`${beginsOf(table)} >= ${beginOf(when_from)}`]),
  ...(when_until === undefined ? [] : [sql<boolean>`${beginsOf(table)} < ${beginOf(when_until)}`]),
];

/**
 * What a filter asks of rows called `t`; null where none can match. What people rejected is left out unless it is asked for.
 */
export const conditionsOf = async (
  database: Kysely<Tables>,
  table: RecordTable,
  filter: Filter,
  asOf: AsOf,
): Promise<Asked | null> => {
  if (isOfOther(table, filter)) return null;
  const { text, country, origins, review, document, record, situation, node } = filter;
  const kind = table === 'statements' ? 'statement' : 'event';
  const labels = table === 'statements' ? filter.act : filter.type;
  const { conditions, drive } = await takingPart(database, table, filter, asOf);
  return {
    drive,
    text: text === undefined || text.trim() === '' ? null : storable(text),
    labels: labels === undefined || labels.length === 0 ? null : labels,
    conditions: [
      knownAt(asOf, 't'),
      ...conditions,
      ...onTable(table, filter),
      ...oneOf('country', country),
      ...inTime(table, filter),
      ...(origins === undefined || origins <= 1
        ? []
        : [
            sql<boolean>`t.node in (select n.id from nodes n where n.kind = ${kind} and n.origins >= ${origins} and ${knownAt(asOf, 'n')})`,
          ]),
      ...(review === undefined || review.length === 0
        ? [sql<boolean>`t.review <> 'rejected'`]
        : oneOf('review', review)),
      ...equals('document', document),
      ...equals('id', record),
      ...(situation === undefined
        ? []
        : oneOf('situation', await withAliases(database, 'situation', [situation], asOf))),
      ...(node === undefined ? [] : oneOf('node', await withAliases(database, kind, [node], asOf))),
    ],
  };
};

/** Conditions joined. */
export const allOf = (conditions: readonly Condition[]): Condition =>
  sql<boolean>`${sql.join([...conditions], sql` and `)}`;

/** Whether a row holds what is looked for. */
export const holds = (text: string): Condition => sql<boolean>`t.search @@ websearch_to_tsquery('english', ${text})`;
