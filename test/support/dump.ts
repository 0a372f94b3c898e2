import { type RawBuilder, sql } from 'kysely';
import type { LocalLedger } from '../../src/service/index.ts';

const tables = [
  'moments',
  'documents',
  'readouts',
  'failures',
  'statements',
  'events',
  'participants',
  'report_changes',
  'nodes',
  'node_keys',
  'members',
  'redirects',
  'corrections',
  'unanchored',
  'passed_over',
  'settings',
  'fingerprints',
];

/** Sums that keep what they were. Their numbers are names within one database only: what was is told with what it is of. */
const sums = { daily: 'daily_pasts', pairs: 'pair_pasts', lanes: 'lane_pasts', sites: 'site_pasts' } as const;

const jsonOf = async ({ store }: LocalLedger, query: RawBuilder<unknown>): Promise<readonly string[]> => {
  const { rows } = await sql<{ json: string }>`select json::text as json from (${query}) as t(json)`.execute(
    store.database,
  );
  return rows.map(({ json }) => json).sort();
};

/** All rows of all tables of a ledger, in an order of their own. */
export const dumpTables = async (ledger: LocalLedger): Promise<Record<string, readonly string[]>> => {
  const all: Record<string, readonly string[]> = {};
  for (const table of tables) all[table] = await jsonOf(ledger, sql`select to_jsonb(t) from ${sql.table(table)} t`);
  for (const [table, pasts] of Object.entries(sums)) {
    all[table] = await jsonOf(ledger, sql`select to_jsonb(t) - 'number' from ${sql.table(table)} t`);
    all[pasts] = await jsonOf(
      ledger,
      sql`select (to_jsonb(p) - 'number') || jsonb_build_object('of', to_jsonb(t) - 'number') from ${sql.table(table)} t join ${sql.table(pasts)} p using (number)`,
    );
  }
  return all;
};
