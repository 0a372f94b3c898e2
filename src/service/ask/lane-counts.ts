import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../store/index.ts';
import { allOf, beginsOf, conditionsOf, type RecordTable } from './conditions.ts';
import type { CountedBy } from './counts.ts';
import type { Filter } from './filter.ts';
import { conditionsIn } from './find-rows.ts';
import { type AsOf, beginOf, knownAt } from './moment.ts';
import { asksOnly, labelsOf, oneOf, sumsAt } from './sums.ts';

type Fragment = RawBuilder<unknown>;

/** Whose lanes are asked for, and of what. */
export interface LanesAsked {
  /** Every actor that has a lane, and those who were merged into it: in whose lane it is told. The actor of a lane stands first. */
  readonly led: ReadonlyMap<string, string>;
  /** What else is asked for: actors are those of the lanes. */
  readonly filter: Filter;
  readonly by: CountedBy;
  readonly asOf: AsOf;
}

const kinds = ['event', 'statement'] as const;
const tables = { event: 'events', statement: 'statements' } as const satisfies Record<string, RecordTable>;

const columns = {
  event: {
    label: sql`t.type`,
    realis: sql`t.realis`,
    isUndated: sql`t.starts is null`,
    actors: sql`t.actors || t.recipients`,
  },
  statement: { label: sql`t.act`, realis: sql`''`, isUndated: sql`t.said_start is null`, actors: sql`t.speakers` },
} as const;

/** Actors with their lanes and their places in the list of them. */
const ledBy = (led: LanesAsked['led'], name: 'l' | 'e' = 'l'): Fragment =>
  sql`unnest(${[...led.keys()]}::text[], ${[...led.values()]}::text[]) with ordinality as ${sql.ref(name)}(id, lane, place)`;

/** Records of actors by time, one by one: those of which something holds, each counted in one of its ways. */
const rowsOf = async (
  database: Kysely<Tables>,
  { led, filter, by, asOf }: LanesAsked,
  holds: (kind: (typeof kinds)[number]) => RawBuilder<boolean>,
  counted: Fragment,
): Promise<readonly Fragment[]> => {
  const parts: Fragment[] = [];
  for (const kind of kinds) {
    const table = tables[kind];
    const asked = await conditionsOf(database, table, filter, asOf);
    if (asked === null) continue;
    const { label, realis, isUndated } = columns[kind];
    parts.push(sql`
      select l.lane, date_trunc(${sql.lit(by)}, ${beginsOf(table)} at time zone 'UTC') as start, ${sql.lit(kind)} as kind, ${label} as label, ${realis} as realis,
        ${counted} as records, ${counted} filter (where ${isUndated}) as undated
      from ${ledBy(led)} join participants p on p.actor = l.id and p.kind = ${kind} and ${knownAt(asOf, 'p')}
      join ${sql.table(table)} t on t.row = p.row
      where ${holds(kind)} and ${allOf(conditionsIn({ ...asked, table, asOf }))} group by 1, 2, 4, 5`);
  }
  return parts;
};

/** Records of actors by time, one by one. */
const counted = (database: Kysely<Tables>, asked: LanesAsked): Promise<readonly Fragment[]> =>
  rowsOf(database, asked, () => sql<boolean>`true`, sql`count(distinct t.row)`);

/** What sums hold twice, to be taken off: a record in which two take part who are one by now. */
const doubled = (database: Kysely<Tables>, asked: LanesAsked): Promise<readonly Fragment[]> =>
  rowsOf(
    database,
    asked,
    (kind) => sql<boolean>`exists (select 1 from ${ledBy(asked.led, 'e')}
      where e.lane = l.lane and e.place < l.place and e.id = any(${columns[kind].actors}))`,
    sql`-count(distinct (l.id, t.row))`,
  );

/** The day of a moment that is the beginning of one. */
const dayOf = (moment: Date): string | null =>
  moment.getTime() % 86_400_000 === 0 ? moment.toISOString().slice(0, 10) : null;

/** What a filter asks of sums of lanes; null where they do not tell it. */
const ofSums = (filter: Filter, led: LanesAsked['led']): RawBuilder<boolean> | null => {
  if (!asksOnly(filter, ['act', 'type', 'realis', 'when_from', 'when_until'])) return null;
  const [from, until] = [filter.when_from, filter.when_until].map((each) =>
    each === undefined ? '' : dayOf(beginOf(each)),
  );
  if (from === null || until === null) return null;
  const isAny = {
    event: labelsOf('event', filter),
    statement: (filter.realis?.length ?? 0) > 0 ? null : labelsOf('statement', filter),
  };
  const ofKinds = kinds.flatMap((kind) => {
    const labels = isAny[kind];
    if (labels === null) return [];
    const realis = kind === 'event' ? oneOf(sql`s.realis`, filter.realis) : sql`true`;
    return [sql`(s.kind = ${kind} and ${oneOf(sql`s.label`, labels)} and ${realis})`];
  });
  return allOf([
    sql<boolean>`s.actor = any(${[...led.keys()]}::text[])`,
    ofKinds.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(ofKinds, sql` or `)})`,
    ...(from === '' ? [] : [sql<boolean>`s.day >= ${from}::date`]),
    ...(until === '' ? [] : [sql<boolean>`s.day < ${until}::date`]),
  ]);
};

/** Records of actors by time, in parts that are to be added up: `lane`, `start`, `kind`, `label`, `realis`, `records`, `undated`. */
export const lanesIn = async (database: Kysely<Tables>, asked: LanesAsked): Promise<readonly Fragment[]> => {
  const { led, filter, by, asOf } = asked;
  const holds = ofSums(filter, led);
  if (holds === null) return counted(database, asked);
  const isOne = new Set(led.values()).size === led.size;
  // Added up before it is asked in whose lane they are: PostgreSQL thinks that few are, and would sort them.
  return [
    sql`select l.lane, s.start, s.kind, s.label, s.realis, s.records, s.undated
      from ${ledBy(led)} join (
        select actor, date_trunc(${sql.lit(by)}, day::timestamp) as start, kind, label, realis, sum(records) as records, sum(undated) as undated
        from (${sumsAt('lanes', holds, asOf)}) as days group by 1, 2, 3, 4, 5) as s on s.actor = l.id`,
    ...(isOne ? [] : await doubled(database, asked)),
  ];
};
