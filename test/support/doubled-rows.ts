import { type RawBuilder, sql } from 'kysely';
import type { LocalLedger } from '../../src/service/index.ts';
import { FOREVER } from '../../src/store/index.ts';

/** What of each table is there once at any moment. */
const keys: Readonly<Record<string, RawBuilder<unknown>>> = {
  statements: sql`concat_ws(' ', document, id)`,
  events: sql`concat_ws(' ', document, id)`,
  readouts: sql`document`,
  nodes: sql`concat_ws(' ', kind, id)`,
  members: sql`concat_ws(' ', kind, document, record)`,
};

/** The rows that stand more than once in the tables of a ledger: "statements 1f2e… statement-7". */
export const doubledRows = async ({ store }: LocalLedger): Promise<readonly string[]> => {
  const doubled: string[] = [];
  for (const [table, key] of Object.entries(keys)) {
    const { rows } = await sql<{ key: string }>`select ${key} as key from ${sql.table(table)}
      where until = ${FOREVER}::bigint group by 1 having count(*) > 1`.execute(store.database);
    doubled.push(...rows.map((row) => `${table} ${row.key}`));
  }
  return doubled;
};
