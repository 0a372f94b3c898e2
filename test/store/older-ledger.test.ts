import { rmSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import type { Readout } from '../../src/readout/index.ts';
import { LocalLedger, openStore, reportId } from '../../src/service/index.ts';
import { FOREVER } from '../../src/store/index.ts';
import { dumpTables } from '../support/dump.ts';
import { emptyLedgerFolder } from '../support/ledger.ts';
import { numberedReadout } from '../support/made-readouts.ts';

// Ledgers that an earlier program wrote, opened by this one.

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

let second = 0;
const now = (): Date => {
  second += 1;
  return new Date(Date.UTC(2026, 10, 1) + second * 1000);
};
const open = async (folder: string): Promise<LocalLedger> =>
  new LocalLedger(await openStore({ place: folder, command: 'test', now, boot: 'test' }));

/** A readout in which one acts on the other. */
const actingReadout = (number: number, engine?: string): Readout => {
  const readout = numberedReadout(number, engine);
  const events = readout.events.map((event) => ({
    ...event,
    actors: event.actors.slice(0, 1),
    recipients: event.actors.slice(1),
  }));
  return { ...readout, events };
};

/** A ledger in which reports came, were read again and lost a record, and people rejected, changed their minds, edited and merged. */
const withHistory = async (): Promise<{ folder: string; ledger: LocalLedger }> => {
  const folder = await emptyLedgerFolder();
  folders.push(folder);
  const ledger = await open(folder);
  for (let number = 1; number <= 4; number += 1) await ledger.add(`made-${number}`, actingReadout(number));
  const decide = async (number: number, action: 'reject' | 'edit', change: Record<string, string> = {}) => {
    const readout = numberedReadout(number);
    const [record] = readout.statements;
    if (record === undefined) throw new Error('no statement');
    const anchor = { kind: 'statement' as const, document: reportId(readout), record: record.id, evidence: record.cue };
    const [id = ''] = await ledger.correct([{ author: 'ann', why: null, change: { action, anchor, change } }]);
    return id;
  };
  await decide(1, 'reject');
  await ledger.undo(await decide(2, 'reject'), 'ann', null);
  await decide(3, 'edit', { act: 'warn' });
  await ledger.add('made-4', { ...actingReadout(4, 'en-newer'), statements: [], events: [] });
  const { items } = await ledger.nodes('actor', {});
  const [into = '', from = ''] = items.map(({ id }) => id);
  await ledger.correct([{ author: 'ann', why: null, change: { action: 'merge', kind: 'actor', into, from } }]);
  return { folder, ledger };
};

/** Takes back what later migrations did: the tables are as the seventh left them. */
const asBefore = async ({ store: { database } }: LocalLedger): Promise<void> => {
  await sql`drop table daily_pasts`.execute(database);
  await sql`alter table daily drop column number, drop column first, drop column last`.execute(database);
  await sql`drop table pairs, pair_pasts, lanes, lane_pasts, sites, site_pasts, report_changes`.execute(database);
  await sql`drop index nodes_name_past, events_crowd, statements_crowd, statements_source_missing, statements_odd_length`.execute(
    database,
  );
  await sql`drop index events_on_itself, events_against_time, events_alone, events_nobody_undergoes, events_time_open`.execute(
    database,
  );
  await sql`alter table corrections drop column undone_author, drop column undone_why`.execute(database);
  await sql`alter table nodes drop constraint nodes_pkey`.execute(database);
  await sql`alter table nodes add primary key (kind, id, since)`.execute(database);
  await sql`delete from migrations where number > 7`.execute(database);
};

const moments = async ({ store: { database } }: LocalLedger): Promise<readonly string[]> =>
  (await database.selectFrom('moments').select('at').orderBy('seq').execute()).map(({ at }) => at.toISOString());

/** What is counted at every moment, and what stands in the tables. */
const told = async (ledger: LocalLedger) => {
  const counts = [];
  for (const asOf of await moments(ledger))
    counts.push([
      await ledger.totals(asOf),
      await ledger.counts('statement', 'day', { asOf }),
      await ledger.counts('event', 'week', { asOf }),
      await ledger.network(50, null, { asOf }),
      await ledger.dyads({ asOf }),
      await ledger.lanes('month', 5, { asOf }),
      await ledger.places({ asOf }),
      await ledger.news(1, asOf),
      (await ledger.nodes('actor', { asOf })).items,
    ]);
  return { counts, tables: await dumpTables(ledger) };
};

test('a ledger with a history is counted at every moment as it was, and goes on', { timeout: 120_000 }, async () => {
  const { folder, ledger } = await withHistory();
  const meant = await told(ledger);
  expect(new Set(meant.counts.map(([totals]) => JSON.stringify(totals))).size).toBeGreaterThan(6);
  await asBefore(ledger);
  await ledger.close();
  const again = await open(folder);
  // Who took a decision back was not kept in the tables then.
  const corrections = meant.tables.corrections?.map((row) =>
    row.replace('"undone_author": "ann"', '"undone_author": null'),
  );
  expect(corrections).not.toEqual(meant.tables.corrections);
  expect(await told(again)).toEqual({ ...meant, tables: { ...meant.tables, corrections } });
  await again.add('made-5', numberedReadout(5));
  const last = (await moments(again)).at(-1) ?? '';
  expect(await again.totals(last)).toEqual(await again.totals());
  await again.close();
});

test('counts are those of the rows one by one, at every moment', async () => {
  const { ledger } = await withHistory();
  for (const [index, asOf] of (await moments(ledger)).entries()) {
    const seq = index + 1;
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from statements
      where since <= ${seq} and until > ${seq} and review <> 'rejected'`.execute(ledger.store.database);
    expect((await ledger.totals(asOf)).statements, String(seq)).toBe(rows[0]?.n);
  }
  await ledger.close();
});

test('versions of nodes that end with one entry, or that stand at once, are put in order', {
  timeout: 120_000,
}, async () => {
  const { folder, ledger } = await withHistory();
  await asBefore(ledger);
  const { database } = ledger.store;
  const version = (id: string, since: number, until: number | string) =>
    sql`insert into nodes (kind, id, since, until, name, at, reports, publishers, origins, keys, review, summary)
      select kind, ${id}, ${since}::bigint, ${until}::bigint, name, at, reports, publishers, origins, keys, review, summary
      from nodes where kind = 'event' limit 1`.execute(database);
  await version('odd', 1, 4);
  await version('odd', 3, 4);
  await version('odd', 4, 4);
  await version('odd', 5, FOREVER);
  await version('odd', 6, FOREVER);
  await ledger.close();
  const again = await open(folder);
  const { rows } = await sql`select since, until::text from nodes where id = 'odd' order by since`.execute(
    again.store.database,
  );
  expect(rows).toEqual([
    { since: 1, until: '3' },
    { since: 3, until: '4' },
    { since: 5, until: '6' },
    { since: 6, until: String(FOREVER) },
  ]);
  await again.close();
});
