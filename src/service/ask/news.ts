import { isDeepStrictEqual } from 'node:util';
import { type Kysely, sql } from 'kysely';
import type { SummaryOf } from '../../ledger/index.ts';
import type { Tables } from '../../store/index.ts';
import { type AsOf, knownAt } from './moment.ts';
import { findNodes, type NodeItem } from './nodes.ts';
import { type ReportItem, reportsAfter } from './reports.ts';

/** Kinds of nodes of which it is told that they are new or have changed. */
type Told = 'dispute' | 'agenda';

/** A node that is new, or says something else than it did. */
export interface NodeNews<K extends Told> {
  readonly change: 'new' | 'changed';
  /** What it said of itself before; null where it is new. */
  readonly before: SummaryOf[K] | null;
  readonly item: NodeItem<K>;
}

/** What a ledger took in after an entry. */
export interface News {
  readonly after: number;
  /** When that entry was taken in; null where there is no such entry. */
  readonly afterAt: string | null;
  /** The last entry that this tells of. */
  readonly last: number;
  readonly lastAt: string | null;
  /** How many there are of each; the lists below end earlier. */
  readonly counts: Readonly<Record<'reports' | 'statements' | 'events' | 'disputes' | 'agenda', number>>;
  /** Those taken in last first. */
  readonly reports: readonly ReportItem[];
  readonly disputes: readonly NodeNews<'dispute'>[];
  readonly agenda: readonly NodeNews<'agenda'>[];
}

const SHOWN = 20;
/** Nodes that are compared with what they were. */
const COMPARED = 1000;

/** What of a summary is told as a change: of a dispute who holds what against which claim, of the agenda its state and time. */
const telling: { readonly [K in Told]: (summary: SummaryOf[K]) => unknown } = {
  dispute: ({ kind, claim, counters }) => [kind, claim.node, new Set(counters.map(({ node }) => node))],
  agenda: ({ state, when }) => [state, when?.start ?? null, when?.end ?? null],
};

type Pair<K extends Told> = { readonly id: string; readonly before: SummaryOf[K] | null; readonly now: SummaryOf[K] };

const changedNodes = async <K extends Told>(
  database: Kysely<Tables>,
  kind: K,
  after: number,
  asOf: AsOf,
): Promise<{ readonly total: number; readonly shown: readonly NodeNews<K>[] }> => {
  const { rows } = await sql<Pair<K>>`
    select n.id, n.summary as now, b.summary as before from nodes n
    left join nodes b on b.kind = n.kind and b.id = n.id and ${knownAt(after, 'b')}
    where n.kind = ${kind} and ${knownAt(asOf, 'n')} and n.since > ${after} and n.review <> 'rejected'
    order by n.since desc, n.id limit ${sql.lit(COMPARED)}`.execute(database);
  const isNews = ({ before, now }: Pair<K>): boolean =>
    before === null || !isDeepStrictEqual(telling[kind](before), telling[kind](now));
  const news = rows.filter(isNews);
  const shown = news.slice(0, SHOWN);
  const items = await findNodes(
    database,
    kind,
    shown.map(({ id }) => id),
    asOf,
  );
  return {
    total: news.length,
    shown: shown.flatMap(({ id, before }) => {
      const item = items.get(id);
      return item === undefined ? [] : [{ change: before === null ? 'new' : 'changed', before, item } as const];
    }),
  };
};

interface Counted {
  readonly reports: number;
  readonly statements: number;
  readonly events: number;
  readonly last: number | null;
  readonly after_at: Date | null;
  readonly last_at: Date | null;
}

/** Records of reports that are new: what was only read or placed anew is none. */
const countNew = async (database: Kysely<Tables>, after: number, asOf: AsOf): Promise<Counted> => {
  const until = asOf ?? Number.MAX_SAFE_INTEGER;
  const records = (kind: 'statement' | 'event') => sql`
    (select coalesce(sum(records), 0)::int from report_changes where taken > ${after} and seq <= ${until} and kind = ${kind})`;
  const { rows } = await sql<Counted>`
    select (select count(*)::int from documents where since > ${after} and since <= ${until}) as reports,
      ${records('statement')} as statements, ${records('event')} as events,
      (select max(seq) from moments where seq <= ${until}) as last,
      (select at from moments where seq <= ${until} order by seq desc limit 1) as last_at,
      (select at from moments where seq = ${after}) as after_at`.execute(database);
  return rows[0] ?? { reports: 0, statements: 0, events: 0, last: null, after_at: null, last_at: null };
};

/** What was taken in after an entry, up to a moment: reports, disputes that opened or grew, what moved on the agenda. */
export const newsAfter = async (database: Kysely<Tables>, after: number, asOf: AsOf): Promise<News> => {
  const { reports, statements, events, last, after_at, last_at } = await countNew(database, after, asOf);
  const disputes = await changedNodes(database, 'dispute', after, asOf);
  const agenda = await changedNodes(database, 'agenda', after, asOf);
  return {
    after,
    afterAt: after_at?.toISOString() ?? null,
    last: Number(last ?? 0),
    lastAt: last_at?.toISOString() ?? null,
    counts: { reports, statements, events, disputes: disputes.total, agenda: agenda.total },
    reports: await reportsAfter(database, after, SHOWN, asOf),
    disputes: disputes.shown,
    agenda: agenda.shown,
  };
};
