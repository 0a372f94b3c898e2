import { type Kysely, sql } from 'kysely';
import type { NodeKind, SummaryOf } from '../../ledger/index.ts';
import type { Review, Tables } from '../../store/index.ts';
import { redirectsOf, withAliases } from './aliases.ts';
import { badCursor, fromCursor, limitOf, type Page, type PageRequest, toCursor } from './cursor.ts';
import { isToldIn } from './in-situation.ts';
import { type AsOf, beginOf, knownAt } from './moment.ts';
import { isAbout, namedNodes } from './named.ts';
import { madeName } from './node-names.ts';
import { type NodeOrder, type OrderedRow, orderings, startOf } from './node-order.ts';
import { type ActorName, actorNames } from './records.ts';

/** A node of the ledger as it is shown. */
export interface NodeItem<K extends NodeKind = NodeKind> {
  readonly kind: K;
  readonly id: string;
  readonly name: string;
  /** The newest report that says something of it. */
  readonly at: string;
  readonly review: Review;
  readonly counts: { readonly reports: number; readonly publishers: number; readonly origins: number };
  readonly summary: SummaryOf[K];
  /** The actors that its summary names by id. */
  readonly actors: readonly ActorName[];
}

/** Which nodes are asked for. */
export interface NodeFilter {
  /** Part of a name; the likest first. Disputes and what is planned are found by the names of those they are about. */
  readonly name?: string | undefined;
  /** With this actor among those it names. */
  readonly actor?: string | undefined;
  /** Told of in a report of this situation. */
  readonly situation?: string | undefined;
  /** At least so many reports. */
  readonly reports?: number | undefined;
  readonly review?: readonly Review[] | undefined;
  /** Of the agenda: what has not ended by then, and what begins before this. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** The newest first unless told; where a name is asked for, by likeness. */
  readonly order?: NodeOrder | undefined;
}

type Row = OrderedRow & {
  readonly name: string;
  readonly review: Review;
  readonly publishers: number;
  readonly origins: number;
  readonly summary: unknown;
};

const idsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** The actors that a summary names: in its lists of speakers, actors, recipients, parties and those it is about. */
const actorsIn = (summary: unknown): readonly string[] => {
  const fields = new Map(Object.entries(summary ?? {}));
  return ['speakers', 'actors', 'recipients', 'parties', 'who'].flatMap((field) => idsIn(fields.get(field)));
};

/** Those by whose names it is called. */
const actorsNaming = (summary: unknown): readonly string[] => {
  const { claim, counters } = (summary ?? {}) as Partial<SummaryOf['dispute']>;
  return [...(claim?.who ?? []), ...(counters ?? []).flatMap(({ who }) => who)];
};

const toItems = async <K extends NodeKind>(
  database: Kysely<Tables>,
  kind: K,
  rows: readonly Row[],
  asOf: AsOf,
): Promise<readonly NodeItem<K>[]> => {
  const names = await actorNames(
    database,
    [...new Set(rows.flatMap(({ summary }) => [...actorsIn(summary), ...actorsNaming(summary)]))],
    asOf,
  );
  const nameOf = (actor: string): string => names.get(actor)?.name ?? '';
  return rows.map(({ id, name, at, review, reports, publishers, origins, summary }) => ({
    kind,
    id,
    // The tables hold what the ledger's room made.
    name: madeName(kind, summary as SummaryOf[K], nameOf) ?? name,
    at: at.toISOString(),
    review,
    counts: { reports, publishers, origins },
    summary: summary as SummaryOf[K],
    actors: [
      ...new Map(actorsIn(summary).map((actor) => [actor, names.get(actor) ?? { id: actor, name: '' }])).values(),
    ],
  }));
};

const dayOf = (moment: string): string => beginOf(moment).toISOString().slice(0, 10);

const conditions = async (
  database: Kysely<Tables>,
  kind: NodeKind,
  { actor, situation, reports, review, from, until }: NodeFilter,
  asOf: AsOf,
) => {
  const mentions = actor === undefined ? [] : [isAbout(await withAliases(database, 'actor', [actor], asOf))];
  return [
    sql<boolean>`n.kind = ${kind}`,
    knownAt(asOf, 'n'),
    ...mentions,
    ...(situation === undefined ? [] : [await isToldIn(database, kind, situation, asOf)]),
    ...(reports === undefined ? [] : [sql<boolean>`n.reports >= ${reports}`]),
    // Days and moments both begin with the day. An end is no part of what it ends.
    ...(from === undefined
      ? []
      : [
          sql<boolean>`(${startOf} collate "C" >= ${dayOf(from)} or (n.summary->'when'->>'end') collate "C" > ${dayOf(from)})`,
        ]),
    ...(until === undefined ? [] : [sql<boolean>`${startOf} collate "C" < ${dayOf(until)}`]),
    ...(review === undefined || review.length === 0
      ? [sql<boolean>`n.review <> 'rejected'`]
      : [sql<boolean>`n.review in (${sql.join(review.map((one) => sql`${one}`))})`]),
  ];
};

/** Nodes of a kind: by likeness where a name is asked for, else those with the newest reports first. */
export const listNodes = async <K extends NodeKind>(
  database: Kysely<Tables>,
  kind: K,
  filter: NodeFilter,
  request: PageRequest,
  asOf: AsOf,
): Promise<Page<NodeItem<K>>> => {
  const limit = limitOf(request);
  const named = await namedNodes(database, kind, filter.name, asOf);
  const where = [...(await conditions(database, kind, filter, asOf)), ...named.where];
  const { by, behind, positionOf } = orderings[filter.order ?? 'newest'];
  if (request.cursor !== null && request.cursor !== undefined) where.push(behind(request.cursor));
  const order =
    filter.name === undefined ? by : sql`similarity(n.name, ${filter.name}) desc, n.reports desc, n.at desc, n.id desc`;
  const { rows } = await sql<Row>`
    select n.id, n.name, n.at, n.review, n.reports, n.publishers, n.origins, n.summary, ${startOf} as starts from ${named.from} n
    where ${sql.join(where, sql` and `)} order by ${order} limit ${sql.lit(limit + 1)}`.execute(database);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const isMore = rows.length > limit && filter.name === undefined && last !== undefined;
  return {
    items: await toItems(database, kind, page, asOf),
    next: isMore ? toCursor(positionOf(last)) : null,
  };
};

/** One node, or the one it was merged into; null where there is none. */
export const findNode = async <K extends NodeKind>(
  database: Kysely<Tables>,
  kind: K,
  id: string,
  asOf: AsOf,
): Promise<NodeItem<K> | null> => {
  const end = (await redirectsOf(database, kind, [id], asOf)).get(id) ?? id;
  return (await findNodes(database, kind, [end], asOf)).get(end) ?? null;
};

/** Nodes of a kind by their ids; those that are not there are left out. */
export const findNodes = async <K extends NodeKind>(
  database: Kysely<Tables>,
  kind: K,
  ids: readonly string[],
  asOf: AsOf,
): Promise<ReadonlyMap<string, NodeItem<K>>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Row>`
    select n.id, n.name, n.at, n.review, n.reports, n.publishers, n.origins, n.summary, ${startOf} as starts from nodes n
    where n.kind = ${kind} and n.id = any(${[...ids]}::text[]) and ${knownAt(asOf, 'n')}`.execute(database);
  return new Map((await toItems(database, kind, rows, asOf)).map((item) => [item.id, item]));
};

/** A record that belongs to a node, and why. */
export interface MemberItem {
  readonly document: string;
  readonly record: string;
  readonly reason: string;
}

/** Where a page of members ended: the entry, report and record of its last one. */
const memberIn = (cursor: string) => {
  const [since, document, record] = fromCursor(cursor, 3);
  if (!Number.isSafeInteger(since) || typeof document !== 'string' || typeof record !== 'string')
    throw badCursor(cursor);
  return sql<boolean>`(since, document, record) > (${Number(since)}::bigint, ${document}, ${record})`;
};

/** The records that belong to a node, in the order in which they came, with what was merged into it. */
export const membersOf = async (
  database: Kysely<Tables>,
  kind: NodeKind,
  id: string,
  request: PageRequest,
  asOf: AsOf,
): Promise<Page<MemberItem>> => {
  const limit = limitOf(request);
  const behind =
    request.cursor === null || request.cursor === undefined ? sql<boolean>`true` : memberIn(request.cursor);
  const rows = await database
    .selectFrom('members')
    .select(['document', 'record', 'reason', 'since'])
    .where('kind', '=', kind)
    .where('node', 'in', [...(await withAliases(database, kind, [id], asOf))])
    .where(knownAt(asOf))
    .where(behind)
    .orderBy('since')
    .orderBy('document')
    .orderBy('record')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ document, record, reason }) => ({ document, record, reason })),
    next: rows.length > limit && last !== undefined ? toCursor([Number(last.since), last.document, last.record]) : null,
  };
};
