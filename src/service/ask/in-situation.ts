import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { NodeKind } from '../../ledger/index.ts';
import type { Tables } from '../../store/index.ts';
import { withAliases } from './aliases.ts';
import { type AsOf, knownAt } from './moment.ts';

/** The ids of the reports that tell of a situation, or of what was merged with it. */
export const reportsIn = async (
  database: Kysely<Tables>,
  situation: string,
  asOf: AsOf,
): Promise<RawBuilder<unknown>> => {
  const nodes = await withAliases(database, 'situation', [situation], asOf);
  return sql`select m.document from members m
    where m.kind = 'situation' and m.node = any(${[...nodes]}::text[]) and ${knownAt(asOf, 'm')}`;
};

/** Whether a node of a kind, called `n`, is told of in a report of a situation. */
export const isToldIn = async (
  database: Kysely<Tables>,
  kind: NodeKind,
  situation: string,
  asOf: AsOf,
): Promise<RawBuilder<boolean>> =>
  // What was merged keeps its members, and so stands there for what it was merged into.
  sql<boolean>`n.id in (select coalesce(r.target, t.node) from members t
    left join redirects r on r.kind = t.kind and r.source = t.node and ${knownAt(asOf, 'r')}
    where t.kind = ${kind} and ${knownAt(asOf, 't')} and t.document in (${await reportsIn(database, situation, asOf)}))`;
