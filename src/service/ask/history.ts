import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../store/index.ts';
import type { Change } from '../entries/entry.ts';
import { badCursor, fromCursor, limitOf, type Page, type PageRequest, toCursor } from './cursor.ts';
import { type AsOf, knownAt } from './moment.ts';

/** A decision of a person: what, who, when, why, and whether it holds. */
export interface CorrectionItem {
  readonly id: string;
  readonly at: string;
  readonly author: string;
  readonly why: string | null;
  readonly change: Change;
  /** `unanchored`: the engine in use finds no such record; it waits for one that does. */
  readonly state: 'applied' | 'unanchored' | 'undone';
  /** Who took it back, where that is known; when, and why. */
  readonly undoneBy: string | null;
  readonly undoneAt: string | null;
  readonly undoneWhy: string | null;
}

/** Which corrections are asked for. */
export interface CorrectionFilter {
  readonly document?: string | undefined;
  readonly record?: string | undefined;
  /** A node: what was decided of it, what it was merged from or into, what was split off it, and how it came to be split off. */
  readonly node?: string | undefined;
  readonly state?: string | undefined;
  readonly author?: string | undefined;
}

type Row = Omit<CorrectionItem, 'at' | 'undoneBy' | 'undoneAt' | 'undoneWhy'> & {
  readonly at: Date;
  readonly undone_by: string | null;
  readonly undone_at: Date | null;
  readonly undone_why: string | null;
  readonly since: number;
};

const isUndoneAt = (asOf: AsOf): RawBuilder<boolean> =>
  asOf === null ? sql<boolean>`c.undone_at is not null` : sql<boolean>`c.undone_at <= ${sql.lit(asOf)}`;

/** The state of a correction as it was known at an entry. */
const stateAt = (asOf: AsOf): RawBuilder<string> =>
  asOf === null
    ? sql<string>`c.state`
    : sql<string>`case when ${isUndoneAt(asOf)} then 'undone' when exists
        (select 1 from unanchored u where u.correction = c.id and ${knownAt(asOf, 'u')}) then 'unanchored' else 'applied' end`;

/** Decisions on a node: it is their subject or the other side of a merge, or what it holds was split off. */
const ofNode = (
  node: string,
  asOf: AsOf,
): RawBuilder<boolean> => sql<boolean>`c.document is null and (c.record = ${node}
    or c.change->>'from' = ${node}
    or (c.action = 'split' and exists (select 1 from members mine
      where mine.node = ${node} and mine.kind = c.kind and ${knownAt(asOf, 'mine')}
        and c.target->'here' @> jsonb_build_array(jsonb_build_object('document', mine.document, 'record', mine.record)))))`;

/** Corrections, the newest first. Undone ones are among them. */
export const listCorrections = async (
  database: Kysely<Tables>,
  { document, record, node, state, author }: CorrectionFilter,
  request: PageRequest,
  asOf: AsOf,
): Promise<Page<CorrectionItem>> => {
  const limit = limitOf(request);
  const where = [
    sql<boolean>`c.since <= ${asOf ?? Number.MAX_SAFE_INTEGER}`,
    ...(document === undefined ? [] : [sql<boolean>`c.document = ${document}`]),
    ...(record === undefined ? [] : [sql<boolean>`c.record = ${record}`]),
    ...(node === undefined ? [] : [ofNode(node, asOf)]),
    ...(state === undefined ? [] : [sql<boolean>`${stateAt(asOf)} = ${state}`]),
    ...(author === undefined ? [] : [sql<boolean>`c.author = ${author}`]),
  ];
  if (request.cursor !== null && request.cursor !== undefined) {
    const [since, id] = fromCursor(request.cursor, 2);
    if (!Number.isSafeInteger(since)) throw badCursor(request.cursor);
    where.push(sql<boolean>`(c.since, c.id) < (${Number(since)}::bigint, ${String(id)})`);
  }
  const { rows } = await sql<Row>`
    select c.id, m.at, c.author, c.why, c.change, ${stateAt(asOf)} as state,
      case when ${isUndoneAt(asOf)} then c.undone_author end as undone_by,
      case when ${isUndoneAt(asOf)} then c.undone_why end as undone_why,
      case when ${isUndoneAt(asOf)} then u.at end as undone_at, c.since
    from corrections c join moments m on m.seq = c.since left join moments u on u.seq = c.undone_at
    where ${sql.join(where, sql` and `)} order by c.since desc, c.id desc limit ${sql.lit(limit + 1)}`.execute(
    database,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ at, undone_by, undone_at, undone_why, since: _, ...row }) => ({
      ...row,
      at: at.toISOString(),
      undoneBy: undone_by,
      undoneAt: undone_at?.toISOString() ?? null,
      undoneWhy: undone_why,
    })),
    next: rows.length > limit && last !== undefined ? toCursor([Number(last.since), last.id]) : null,
  };
};

/** One version of a record: from when it stood so, until when, and what it was. */
export interface VersionItem {
  readonly from: string;
  readonly until: string | null;
  /** The engine whose readout it rests on: what it found, with the decisions of people on top. */
  readonly engine: string | null;
  readonly review: string;
  readonly record: unknown;
}

/** All that a record of a report has been in the ledger, the oldest first, as it was known at an entry. */
export const versionsOf = async (
  database: Kysely<Tables>,
  kind: 'statement' | 'event',
  document: string,
  record: string,
  asOf: AsOf = null,
): Promise<readonly VersionItem[]> => {
  const last = asOf ?? Number.MAX_SAFE_INTEGER;
  const table = sql.table(kind === 'statement' ? 'statements' : 'events');
  const { rows } = await sql<{
    from: Date;
    until: Date | null;
    engine: string | null;
    review: string;
    record: unknown;
  }>`
    select a.at as from, b.at as until, r.engine, t.review, t.record from ${table} t
    join moments a on a.seq = t.since left join moments b on b.seq = t.until and b.seq <= ${last}
    left join readouts r on r.document = t.document and r.since <= t.since and r.until > t.since
    where t.document = ${document} and t.id = ${record} and t.since <= ${last} order by t.since`.execute(database);
  return rows.map(({ from, until, ...row }) => ({
    ...row,
    from: from.toISOString(),
    until: until?.toISOString() ?? null,
  }));
};
