import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectLedger, makeToken, serveLedger } from '../../src/api/index.ts';
import { run } from '../../src/cli/index.ts';
import { type Change, type Entry, LocalLedger, openStore, reportId } from '../../src/service/index.ts';
import { FileJournal } from '../../src/store/embedded/file-journal.ts';
import { dumpTables } from '../support/dump.ts';
import { emptyLedgerFolder } from '../support/ledger.ts';
import { numberedReadout } from '../support/made-readouts.ts';
import { hasServer, startServer, type TestServer } from '../support/postgres.ts';
import { testTerminal } from '../support/terminal.ts';

const open = async (place: string): Promise<LocalLedger> =>
  new LocalLedger(await openStore({ place, command: 'test', now: () => new Date() }));

/** Uses a ledger and closes it. */
const using = async <T>(place: string, use: (ledger: LocalLedger) => Promise<T>): Promise<T> => {
  const ledger = await open(place);
  try {
    return await use(ledger);
  } finally {
    await ledger.close();
  }
};

const ofStatement = (number: number, action: 'accept' | 'reject' | 'edit', change = {}): Change => {
  const readout = numberedReadout(number);
  const [statement] = readout.statements;
  if (statement === undefined) throw new Error('made without a statement');
  return {
    action,
    anchor: { kind: 'statement', document: reportId(readout), record: statement.id, evidence: statement.cue },
    change,
  };
};

/** Everything that a ledger can be given: reports of two engines, decisions of each kind, settings of each kind, a failure. */
const fill = async (ledger: LocalLedger): Promise<void> => {
  for (let number = 1; number <= 6; number += 1) await ledger.add(`made-${number}`, numberedReadout(number));
  const decide = async (change: Change): Promise<string> =>
    (await ledger.correct([{ author: 'Ann \u{1F600}', why: 'Seen.\nTwice.', change }]))[0] ?? '';
  await decide(ofStatement(1, 'edit', { act: 'warn' }));
  await decide(ofStatement(2, 'reject'));
  const undone = await decide(ofStatement(3, 'accept'));
  await ledger.undo(undone, 'bob', 'a slip');
  await ledger.correct([
    { author: 'ann', why: null, change: ofStatement(4, 'accept') },
    { author: 'ann', why: null, change: ofStatement(5, 'accept') },
  ]);
  const [ada] = (await ledger.nodes('actor', { filter: { name: 'Ada Berg' } })).items;
  const [olav] = (await ledger.nodes('actor', { filter: { name: 'Olav Rask' } })).items;
  if (ada === undefined || olav === undefined) throw new Error('no actors');
  const members = [{ document: reportId(numberedReadout(5)), record: 'actor-berg-5' }];
  await decide({ action: 'split', kind: 'actor', node: ada.id, members });
  await decide({ action: 'merge', kind: 'actor', into: ada.id, from: olav.id });
  await decide({ action: 'edit-node', kind: 'actor', node: ada.id, change: { name: 'A. Berg' } });
  const newer = numberedReadout(4, 'en-newer');
  await ledger.add('made-4', { ...newer, statements: [], text: newer.text });
  await ledger.fail('odd.html', 'not-a-report', 'odd.html holds no report.');
  await ledger.set('query', 'talks', { title: 'Talks', kind: 'events', filter: { text: 'talks' } });
  await ledger.set('query', 'gone', { title: 'Gone', kind: 'events', filter: {} });
  await ledger.set('query', 'gone', null);
  await ledger.set('webhook', 'here', { url: 'https://hook.example/', query: null, secret: 'whsec_AAAA', made: '' });
  await makeToken(ledger, 'analyst', 'ann', new Date());
};

/** An entry that no program of today writes and none can apply: of a correction that sets what it cannot. */
const unapplied = (seq: number, at: string): Entry => ({
  seq,
  at,
  kind: 'correct',
  data: {
    id: 'of-another-version',
    author: 'ann',
    why: null,
    change: { ...ofStatement(6, 'edit'), change: { speakers: 'A. Berg' } },
  },
});

let source = '';
let backup = '';
const folders: string[] = [];

/** A command on a ledger, which must do what it was asked. */
const called = async (...words: readonly string[]): Promise<string> => {
  const terminal = testTerminal();
  expect(await run(words, terminal), terminal.complained()).toBe(0);
  return terminal.complained();
};

const newFolder = async (): Promise<string> => {
  const folder = await emptyLedgerFolder();
  folders.push(folder);
  return folder;
};

const entriesOf = async (ledger: LocalLedger): Promise<readonly Entry[]> => {
  const entries: Entry[] = [];
  for await (const entry of ledger.entries(0)) entries.push(entry);
  return entries;
};

const whole = async (ledger: LocalLedger) => ({ entries: await entriesOf(ledger), tables: await dumpTables(ledger) });

beforeAll(async () => {
  source = await newFolder();
  await using(source, fill);
  const journal = await FileJournal.open(join(source, 'journal'));
  await journal.append([unapplied(journal.last() + 1, new Date().toISOString())]);
  await journal.close();
  // What comes behind it is taken in.
  await using(source, (ledger) => ledger.add('made-7', numberedReadout(7)));
  backup = join(source, 'backup.gz');
  await called('backup', backup, '--ledger', source);
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test('the ledger that is backed up holds one of everything', async () => {
  const { totals, corrections, tables } = await using(source, async (ledger) => ({
    totals: await ledger.totals(),
    corrections: (await ledger.corrections({ limit: 100 })).items,
    tables: await dumpTables(ledger),
  }));
  expect(totals).toMatchObject({ reports: 7, passedOver: 1, unanchored: 1, failures: 1 });
  expect(new Set(corrections.map(({ state }) => state))).toEqual(new Set(['applied', 'unanchored', 'undone']));
  expect(new Set(corrections.map(({ change }) => change.action)).size).toBe(6);
  expect(tables.settings).toHaveLength(4);
});

test('it is restored into a folder, to the last row, and what cannot be applied is told again', async () => {
  const folder = await newFolder();
  const told = await called('restore', backup, '--ledger', folder);
  expect(told).toContain('1 of the entries could not be applied');
  expect(await using(folder, whole)).toEqual(await using(source, whole));
});

test('it is restored through a server, which refuses entries that no ledger writes', async () => {
  const folder = await newFolder();
  const ledger = await open(folder);
  const served = await serveLedger({
    ledger,
    host: '127.0.0.1',
    port: 0,
    version: '0',
    read: null,
    audit: null,
    report: () => undefined,
  });
  const remote = await connectLedger(served.url);
  await using(source, (from) => remote.restore(from.entries(0), () => undefined));
  expect(await whole(ledger)).toEqual(await using(source, whole));
  await remote.close();
  await served.close();
  await ledger.close();
});

describe.skipIf(!hasServer())('on a PostgreSQL server', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  test('it moves there and back into a folder, and is the same ledger', { timeout: 180_000 }, async () => {
    await called('restore', backup, '--ledger', server.url);
    const before = await using(source, whole);
    const there = await using(server.url, whole);
    expect(there.entries).toEqual(before.entries);
    expect(there.tables).toEqual(before.tables);
    const again = join(source, 'again.gz');
    await called('backup', again, '--ledger', server.url);
    const folder = await newFolder();
    await called('restore', again, '--ledger', folder);
    expect(await using(folder, whole)).toEqual(before);
  });
});
