import type { Kysely } from 'kysely';
import type { NodeKind } from '../../ledger/index.ts';
import type { Tables } from '../../store/index.ts';
import { type AsOf, knownAt } from './moment.ts';

/** Nodes with all that they stand for: what was merged into them, and what they were merged into. */
export const withAliases = async (
  database: Kysely<Tables>,
  kind: NodeKind,
  ids: readonly string[],
  asOf: AsOf,
): Promise<readonly string[]> => {
  if (ids.length === 0) return [];
  const forward = await database
    .selectFrom('redirects')
    .select('target')
    .where('kind', '=', kind)
    .where('source', 'in', ids)
    .where(knownAt(asOf))
    .execute();
  const ends = [...ids, ...forward.map(({ target }) => target)];
  const back = await database
    .selectFrom('redirects')
    .select('source')
    .where('kind', '=', kind)
    .where('target', 'in', ends)
    .where(knownAt(asOf))
    .execute();
  return [...new Set([...ends, ...back.map(({ source }) => source)])];
};

/** What each node stands for, where it is not itself. */
export const redirectsOf = async (
  database: Kysely<Tables>,
  kind: NodeKind,
  ids: readonly string[],
  asOf: AsOf,
): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await database
    .selectFrom('redirects')
    .select(['source', 'target'])
    .where('kind', '=', kind)
    .where('source', 'in', ids)
    .where(knownAt(asOf))
    .execute();
  return new Map(rows.map(({ source, target }) => [source, target]));
};
