import { type Kysely, sql } from 'kysely';
import type { RecordRef } from '../../ledger/index.ts';
import type { Tables } from '../../store/index.ts';
import { allOf, conditionsOf, type RecordTable } from '../ask/conditions.ts';
import { limitOf } from '../ask/cursor.ts';
import { type RecordItem, recordsByRef } from '../ask/records.ts';
import { type DoubtFilter, isDoubtful, reasonsOf, tablesOf } from './doubtful.ts';
import { doubts } from './doubts.ts';

/** A row that somebody should look at, and why. */
export interface DoubtfulItem {
  readonly item: RecordItem;
  readonly reasons: readonly { readonly reason: string; readonly words: string }[];
}

/** So many of the newest doubtful rows of a kind are weighed against each other; older ones come when these are decided. */
const WEIGHED = 500;

interface Row extends RecordRef {
  readonly at: Date;
  readonly reasons: readonly string[];
}

const byReason = new Map(doubts.map((doubt) => [doubt.reason, doubt]));

const weightOf = ({ reasons }: Row): number =>
  reasons.reduce((sum, reason) => sum + (byReason.get(reason)?.weight ?? 0), 0);

/** The newest doubtful rows of a table that nobody has decided on. */
const newestOf = async (
  database: Kysely<Tables>,
  table: RecordTable,
  { type, act, reason, document }: DoubtFilter,
): Promise<readonly Row[]> => {
  const asked = await conditionsOf(database, table, { type, act, document, review: ['none'] }, null);
  if (asked === null) return [];
  const where = allOf([...asked.conditions, isDoubtful(table, reason)]);
  const { rows } = await sql<Row>`
    select t.document, t.id as record, t.at, ${reasonsOf(table)} as reasons from ${sql.table(table)} t
    where ${where} order by t.at desc, t.row desc limit ${sql.lit(WEIGHED)}`.execute(database);
  return rows;
};

const keyOf = (document: string, record: string): string => `${document} ${record}`;

/**
 * The rows that are most worth a look: those with the weightiest reasons first, of equals the newest. Only of what nobody has
 * decided on, and only among the newest doubtful rows of each kind (`WEIGHED`).
 */
export const reviewQueue = async (
  database: Kysely<Tables>,
  filter: DoubtFilter,
  limit: number | undefined,
): Promise<readonly DoubtfulItem[]> => {
  const found: Row[] = [];
  for (const table of tablesOf(filter)) found.push(...(await newestOf(database, table, filter)));
  const first = found
    .toSorted((a, b) => weightOf(b) - weightOf(a) || b.at.getTime() - a.at.getTime())
    .slice(0, limitOf({ limit }));
  const items = new Map(
    (await recordsByRef(database, first, null)).map((item) => [keyOf(item.report.id, item.id), item]),
  );
  return first.flatMap(({ document, record, reasons }) => {
    const item = items.get(keyOf(document, record));
    if (item === undefined) return [];
    return [{ item, reasons: reasons.map((reason) => ({ reason, words: byReason.get(reason)?.words ?? '' })) }];
  });
};
