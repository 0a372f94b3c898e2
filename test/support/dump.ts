import { sql } from 'kysely';
import type { LocalLedger } from '../../src/service/index.ts';

const tables = [
  'moments',
  'documents',
  'readouts',
  'failures',
  'statements',
  'events',
  'participants',
  'daily',
  'daily_changes',
  'pairs',
  'pair_changes',
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

/** All rows of all tables of a ledger, in an order of their own. */
export const dumpTables = async ({ store }: LocalLedger): Promise<Record<string, readonly string[]>> => {
  const all: Record<string, readonly string[]> = {};
  for (const table of tables) {
    const { rows } = await sql<{ json: string }>`select to_jsonb(t)::text as json from ${sql.table(table)} t`.execute(
      store.database,
    );
    all[table] = rows.map(({ json }) => json).sort();
  }
  return all;
};
