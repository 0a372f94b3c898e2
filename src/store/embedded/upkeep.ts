import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** Tables that grow with every report. */
const growing = [
  'moments',
  'documents',
  'readouts',
  'statements',
  'events',
  'participants',
  'daily',
  'pairs',
  'lanes',
  'sites',
  'nodes',
  'node_keys',
  'members',
  'fingerprints',
] as const satisfies readonly (keyof Tables)[];

/** A ledger of fewer entries needs no care. */
const FEWEST = 40;

/** In a smaller ledger everything is found soon: it waits for four times its entries, a larger one for twice. */
const LARGE = 600;

/** How many entries there were when the tables were last seen to: what PostgreSQL then noted of their size. */
const seenTo = async (database: Kysely<Tables>): Promise<number> => {
  const { rows } = await sql<{ entries: number }>`
    select reltuples::float8 as entries from pg_class where oid = 'moments'::regclass`.execute(database);
  return Math.max(0, Number(rows[0]?.entries ?? 0));
};

/**
 * What a server does by itself and an embedded database does not: when a ledger has grown to a multiple the tables are counted, so that
 * questions are planned for what is there, and cleared of what is dead, so that indexes can answer alone (VACUUM ANALYZE).
 *
 * @returns To be called after entries were committed, with the number of the last one. It never rejects: the entries are safe already, and
 * tables that could not be seen to are slow at worst. It is tried again some entries later.
 */
export const upkeepOf = (database: Kysely<Tables>): ((seq: number) => Promise<void>) => {
  let next: number | null = null;
  const nextAfter = (entries: number): number => Math.max(FEWEST, (entries < LARGE ? 4 : 2) * entries);
  const see = async (seq: number): Promise<void> => {
    next ??= nextAfter(await seenTo(database));
    if (seq < next) return;
    // Table by table, so that whoever asks meanwhile waits for one of them only.
    for (const table of growing) await sql`vacuum analyze ${sql.table(table)}`.execute(database);
    next = nextAfter(seq);
  };
  return async (seq) => {
    if (seq < (next ?? 0)) return;
    await see(seq).catch(() => {
      next = seq + FEWEST;
    });
  };
};
