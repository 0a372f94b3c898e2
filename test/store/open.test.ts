import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { applyEntry } from '../../src/service/entries/apply-entry.ts';
import { examine, LocalLedger, openStore } from '../../src/service/index.ts';
import { PgliteThread } from '../../src/store/embedded/pglite-thread.ts';
import { type Apply, type EmbeddedStore, openEmbedded } from '../../src/store/index.ts';
import { emptyLedgerFolder } from '../support/ledger.ts';
import { numberedReadout } from '../support/made-readouts.ts';

const open = (folder: string, apply: Apply = applyEntry): Promise<EmbeddedStore> =>
  openEmbedded({ folder, apply, command: 'test', now: () => new Date(), boot: 'test' });

const add = (store: EmbeddedStore, number: number) =>
  store.commit([{ kind: 'read', data: { name: `made-${number}`, readout: numberedReadout(number) } }]);

/** Applies all but two entries, of which the program and the database can make nothing. */
const failing: Apply = async (transaction, entry) => {
  await applyEntry(transaction, entry);
  if (entry.seq === 2) throw new TypeError('this program knows no such thing');
  if (entry.seq === 3) await sql`select 1 / 0`.execute(transaction);
};

test('entries that cannot be applied any more are passed over, kept and told', { timeout: 120_000 }, async () => {
  const folder = await emptyLedgerFolder();
  const first = await open(folder);
  for (const number of [1, 2, 3, 4]) await add(first, number);
  await first.close();
  rmSync(join(folder, 'pg-state.json'));
  const store = await open(folder, failing);
  expect((await new LocalLedger(store).totals()).reports).toBe(2);
  expect((await add(store, 5))[0]?.seq).toBe(5);
  const findings = await examine(store, () => {});
  expect(findings.find(({ what }) => what === 'entries')).toMatchObject({
    state: 'bad',
    message: expect.stringMatching(/2 \(read\): this program.*3 \(read\): division by zero/),
  });
  expect(findings.filter(({ state }) => state === 'bad').map(({ what }) => what)).toEqual(['entries']);
  const kept: number[] = [];
  for await (const { seq } of store.entriesAfter(0)) kept.push(seq);
  expect(kept).toEqual([1, 2, 3, 4, 5]);
  await store.close();
  rmSync(folder, { recursive: true });
});

test('what got into the journal and not into the tables, because the commit failed, is there with the next entry', async () => {
  const folder = await emptyLedgerFolder();
  let isFirst = true;
  const store = await open(folder, async (transaction, { kind, seq }) => {
    if (kind !== 'odd') return;
    await sql`create table if not exists odd (n integer unique deferrable initially deferred)`.execute(transaction);
    await sql`insert into odd values (${seq})`.execute(transaction);
    if (isFirst) await sql`insert into odd values (${seq})`.execute(transaction);
    isFirst = false;
  });
  const odd = [{ kind: 'odd', data: {} }];
  await expect(store.commit(odd)).rejects.toThrow('odd');
  expect((await store.commit(odd)).map(({ seq }) => seq)).toEqual([2]);
  const { rows } = await sql<{ n: number }>`select n from odd order by n`.execute(store.database);
  expect(rows.map(({ n }) => n)).toEqual([1, 2]);
  await store.close();
  rmSync(folder, { recursive: true });
});

test('a refused entry leaves no trace, and the next one takes its number', async () => {
  const folder = await emptyLedgerFolder();
  const store = await open(folder, async (transaction) => {
    await sql`select 1 / 0`.execute(transaction);
  });
  await expect(add(store, 1)).rejects.toThrow('division by zero');
  expect(await store.database.selectFrom('moments').select('seq').execute()).toEqual([]);
  await store.close();
  const again = await open(folder);
  expect((await add(again, 1)).map(({ seq }) => seq)).toEqual([1]);
  await again.close();
  rmSync(folder, { recursive: true });
});

test('a folder with other things in it is left alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-other-'));
  mkdirSync(join(folder, 'pg'));
  writeFileSync(join(folder, 'pg', 'mine.txt'), 'mine');
  await expect(open(folder)).rejects.toMatchObject({ code: 'no-ledger' });
  expect(readdirSync(folder)).toEqual(['pg']);
  expect(readFileSync(join(folder, 'pg', 'mine.txt'), 'utf8')).toBe('mine');
});

test('a place that cannot be a folder is told in words', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-other-'));
  writeFileSync(join(folder, 'file'), '');
  for (const place of [join(folder, 'file'), join(folder, 'file', 'below')])
    await expect(open(place)).rejects.toMatchObject({ code: 'ledger-unopened' });
});

test('tables that hold more than the journal are not thrown away', { timeout: 60_000 }, async () => {
  const folder = await emptyLedgerFolder();
  const early = mkdtempSync(join(tmpdir(), 'readout-early-'));
  const store = await open(folder);
  await add(store, 1);
  await store.close();
  cpSync(join(folder, 'journal'), early, { recursive: true });
  const later = await open(folder);
  await add(later, 2);
  await later.close();
  const whole = mkdtempSync(join(tmpdir(), 'readout-whole-'));
  cpSync(join(folder, 'journal'), whole, { recursive: true });
  rmSync(join(folder, 'journal'), { recursive: true });
  cpSync(early, join(folder, 'journal'), { recursive: true });
  await expect(open(folder)).rejects.toMatchObject({ code: 'journal-incomplete', data: { applied: 2, last: 1 } });
  expect(existsSync(join(folder, 'pg'))).toBe(true);
  cpSync(whole, join(folder, 'journal'), { recursive: true });
  const again = await open(folder);
  expect((await new LocalLedger(again).totals()).reports).toBe(2);
  await again.close();
  rmSync(folder, { recursive: true });
});

test('closing twice closes once, and leaves the folder to whoever opened it between', async () => {
  const folder = await emptyLedgerFolder();
  const store = await open(folder);
  await store.close();
  const other = await open(folder);
  await store.close();
  expect(existsSync(join(folder, 'owner.json'))).toBe(true);
  await expect(open(folder)).rejects.toMatchObject({ code: 'ledger-in-use' });
  await other.close();
  rmSync(folder, { recursive: true });
});

test('a database whose thread has ended says so and lets nobody wait', async () => {
  const folder = await emptyLedgerFolder();
  const thread = await PgliteThread.open(join(folder, 'pg'));
  await thread.close();
  await expect(thread.query('select 1')).rejects.toThrow('has ended');
  await thread.close();
  rmSync(folder, { recursive: true });
});

test('a backup goes only into a ledger that holds nothing', async () => {
  const folder = await emptyLedgerFolder();
  const store = await openStore({ place: folder, command: 'test', now: () => new Date(), boot: 'test' });
  const entries = async function* () {
    const at = '2026-11-01T00:00:00.000Z';
    yield { seq: 1, at, kind: 'read', data: { name: 'made', readout: numberedReadout(1) } };
  };
  expect(await store.restore(entries(), () => {})).toBe(1);
  await expect(store.restore(entries(), () => {})).rejects.toMatchObject({ code: 'ledger-not-empty' });
  await store.close();
  rmSync(folder, { recursive: true });
});
