import { spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { LocalLedger, openStore } from '../../src/service/index.ts';
import { doubledRows } from '../support/doubled-rows.ts';
import { emptyLedgerFolder } from '../support/ledger.ts';

/** How often to crash: few times in every run of the tests, many with READOUT_CRASHES=200. */
const KILLS = Number(process.env.READOUT_CRASHES ?? 8);
const CUTS = Math.max(3, Math.round(KILLS / 4));

const writer = fileURLToPath(new URL('../support/ledger-writer.ts', import.meta.url));

/** Numbers that look random and are the same each time. */
const dice = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

interface Acknowledged {
  readonly reports: string[];
  readonly corrections: string[];
}

/** Lets a process write until `after` acknowledgements and some milliseconds more, then kills it. */
const writeAndKill = async (
  folder: string,
  first: number,
  boot: string,
  after: number,
  more: number,
): Promise<Acknowledged> => {
  const child = spawn(process.execPath, [writer, folder, String(first), boot], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  child.stdout.on('data', (chunk) => {
    const before = output.split('\n').length;
    output += chunk;
    if (before <= after + 1 && output.split('\n').length > after + 1) setTimeout(() => child.kill('SIGKILL'), more);
  });
  await ended;
  expect(complaint).toBe('');
  // A last line without its end was still being said.
  const lines = output.slice(0, output.lastIndexOf('\n') + 1).split('\n');
  const named = (kind: string): string[] =>
    lines.filter((line) => line.startsWith(kind)).map((line) => line.slice(kind.length));
  return { reports: named('report '), corrections: named('correction ') };
};

const open = async (folder: string, boot: string): Promise<LocalLedger> =>
  new LocalLedger(await openStore({ place: folder, command: 'test', now: () => new Date(), boot }));

/** What a ledger holds, from its tables and by its search index. */
const holdings = async (ledger: LocalLedger) => {
  const { database } = ledger.store;
  const reports = await database.selectFrom('documents').select('id').execute();
  const corrections = await database.selectFrom('corrections').select('id').execute();
  const found = new Set<string>();
  for (let cursor: string | null = null; ; ) {
    const page = await ledger.statements({ filter: { text: 'headway' }, limit: 1000, cursor });
    for (const item of page.items) found.add(item.report.id);
    cursor = page.next;
    if (cursor === null) break;
  }
  return { reports: reports.map(({ id }) => id), corrections: corrections.map(({ id }) => id), found };
};

const expectAll = async (folder: string, boot: string, acknowledged: Acknowledged): Promise<number> => {
  const ledger = await open(folder, boot);
  const { reports, corrections, found } = await holdings(ledger);
  expect(new Set(reports).size).toBe(reports.length);
  expect(acknowledged.reports.filter((id) => !reports.includes(id))).toEqual([]);
  expect(acknowledged.corrections.filter((id) => !corrections.includes(id))).toEqual([]);
  expect(reports.filter((id) => !found.has(id))).toEqual([]);
  await ledger.close();
  return reports.length;
};

test(`nothing that was acknowledged is lost to kill -9, ${KILLS} times at random`, {
  timeout: 60_000 + KILLS * 10_000,
}, async () => {
  const folder = await emptyLedgerFolder();
  const random = dice(7);
  const all: Acknowledged = { reports: [], corrections: [] };
  let first = 0;
  for (let turn = 0; turn < KILLS; turn += 1) {
    const { reports, corrections } = await writeAndKill(folder, first, 'test', Math.floor(random() * 8), random() * 60);
    all.reports.push(...reports);
    all.corrections.push(...corrections);
    first += reports.length + 1;
  }
  expect(all.reports.length).toBeGreaterThan(KILLS);
  expect(await expectAll(folder, 'test', all)).toBeGreaterThanOrEqual(all.reports.length);
  rmSync(folder, { recursive: true });
});

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/**
 * What a power cut leaves: of the database's files, which are never synced, some as they were before, some cut short or gone; of
 * the journal, all that was synced, and rubbish behind it.
 */
const cutPower = (folder: string, before: string, random: () => number): void => {
  for (const path of filesOf(join(folder, 'pg'))) {
    const fate = random();
    const old = path.replace(folder, before);
    if (fate < 0.2) rmSync(path);
    else if (fate < 0.4) truncateSync(path, Math.floor(statSync(path).size * random()));
    else if (fate < 0.7 && statSync(old, { throwIfNoEntry: false }) !== undefined) cpSync(old, path);
  }
  const journal = filesOf(join(folder, 'journal')).toSorted().at(-1) ?? '';
  appendFileSync(
    journal,
    Buffer.from(Array.from({ length: Math.floor(random() * 3000) }, () => Math.floor(random() * 256))),
  );
};

test(`nothing that was acknowledged is lost to a power cut, ${CUTS} times`, {
  timeout: 60_000 + CUTS * 40_000,
}, async () => {
  const folder = await emptyLedgerFolder();
  const random = dice(11);
  const all: Acknowledged = { reports: [], corrections: [] };
  let first = 0;
  for (let turn = 0; turn < CUTS; turn += 1) {
    const before = mkdtempSync(join(tmpdir(), 'readout-before-'));
    cpSync(folder, before, { recursive: true });
    const { reports, corrections } = await writeAndKill(
      folder,
      first,
      `run ${turn}`,
      2 + Math.floor(random() * 4),
      random() * 60,
    );
    all.reports.push(...reports);
    all.corrections.push(...corrections);
    first += reports.length + 1;
    cutPower(folder, before, random);
    rmSync(before, { recursive: true });
    await expectAll(folder, `run ${turn + 1}`, all);
    writeFileSync(join(folder, 'pg-state.json'), JSON.stringify({ boot: `run ${turn + 1}`, synced: false }));
  }
  rmSync(folder, { recursive: true });
});

/** A process that writes until it is killed, or is told that another has the ledger. */
const writing = (folder: string, first: number) => {
  const child = spawn(process.execPath, [writer, folder, String(first), 'test'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { output: '', complaint: '' };
  child.stdout.on('data', (chunk) => {
    said.output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.complaint += chunk;
  });
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const says = (lines: number): Promise<void> =>
    new Promise((done) => {
      const look = (): void => {
        if (said.output.split('\n').length > lines) done();
      };
      child.stdout.on('data', look);
      child.once('close', () => done());
      look();
    });
  return { child, said, ended, says };
};

const reportsIn = (output: string): readonly string[] =>
  output
    .slice(0, output.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line.startsWith('report '))
    .map((line) => line.slice('report '.length));

/** That the rows of a ledger are those of its reports, each once: every made report has one statement and one event of two actors. */
const expectEachOnce = async (folder: string, acknowledged: readonly string[]): Promise<void> => {
  const ledger = await open(folder, 'test');
  const { reports } = await holdings(ledger);
  expect(acknowledged.filter((id) => !reports.includes(id))).toEqual([]);
  const totals = await ledger.totals();
  expect([totals.reports, totals.statements, totals.events]).toEqual([reports.length, reports.length, reports.length]);
  expect(await doubledRows(ledger)).toEqual([]);
  await ledger.close();
};

test('twenty processes that want the ledger another writes are told who has it, and nothing is lost or doubled', {
  timeout: 240_000,
}, async () => {
  const folder = await emptyLedgerFolder();
  const owner = writing(folder, 0);
  await owner.says(3);
  for (let turn = 0; turn < 20; turn += 4) {
    const others = Array.from({ length: 4 }, (_, each) => writing(folder, turn + each));
    await Promise.all(others.map(({ ended }) => ended));
    for (const { said } of others) {
      expect(said.output).toBe('');
      expect(said.complaint).toContain('ledger-in-use');
      expect(said.complaint).toContain(`process ${owner.child.pid}`);
    }
  }
  const before = reportsIn(owner.said.output).length;
  await owner.says(before * 2 + 4);
  owner.child.kill('SIGKILL');
  await owner.ended;
  expect(owner.said.complaint).toBe('');
  expect(reportsIn(owner.said.output).length).toBeGreaterThan(before);
  await expectEachOnce(folder, reportsIn(owner.said.output));
  rmSync(folder, { recursive: true });
});

test(`of two processes that open one ledger at once one gets it, ${CUTS} times`, {
  timeout: 60_000 + CUTS * 15_000,
}, async () => {
  const folder = await emptyLedgerFolder();
  const acknowledged: string[] = [];
  for (let turn = 0; turn < CUTS; turn += 1) {
    // Both would add the same reports, some of which are there already.
    const both = [writing(folder, turn * 2), writing(folder, turn * 2)];
    const loser = await Promise.race(both.map(async (each) => each.ended.then(() => each)));
    const [winner] = both.filter((each) => each !== loser);
    if (winner === undefined) throw new Error('no winner');
    expect(loser.said.output).toBe('');
    expect(loser.said.complaint).toContain('ledger-in-use');
    await winner.says(5);
    winner.child.kill('SIGKILL');
    await winner.ended;
    expect(winner.said.complaint).toBe('');
    expect(reportsIn(winner.said.output).length).toBeGreaterThan(0);
    acknowledged.push(...reportsIn(winner.said.output));
  }
  await expectEachOnce(folder, acknowledged);
  rmSync(folder, { recursive: true });
});
