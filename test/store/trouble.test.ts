import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveLedger } from '../../src/api/index.ts';
import { LocalLedger, openStore, reportId } from '../../src/service/index.ts';
import { emptyLedgerFolder } from '../support/ledger.ts';
import { numberedReadout } from '../support/made-readouts.ts';
import { hasServer, startServer, type TestServer } from '../support/postgres.ts';

// What the machine may do to a ledger: no room, no right, no connection. What was acknowledged stays, and the error says what to do.

const writer = fileURLToPath(new URL('../support/ledger-writer.ts', import.meta.url));
const bin = fileURLToPath(new URL('../../bin/readout.js', import.meta.url));
const open = async (place: string): Promise<LocalLedger> =>
  new LocalLedger(await openStore({ place, command: 'test', now: () => new Date(), boot: 'test' }));

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-trouble-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A disk of so many megabytes in memory; null where none may be mounted. */
const smallDisk = (megabytes: number): string | null => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const folder = newFolder();
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  return status === 0 ? folder : null;
};

const disk = smallDisk(64);
afterAll(() => {
  if (disk !== null) execFileSync('umount', ['-l', disk]);
});

/** Takes what room is left on a disk but for so many kilobytes. */
const fill = (folder: string, leave: number): void => {
  const free = execFileSync('df', ['-k', '--output=avail', folder], { encoding: 'utf8' }).split('\n')[1];
  writeFileSync(join(folder, 'filler'), Buffer.alloc((Number(free) - leave) * 1024));
};

test.skipIf(disk === null)(
  'a full disk loses nothing that was acknowledged, and is told as such',
  { timeout: 240_000 },
  async () => {
    const folder = join(disk ?? '', 'ledger');
    cpSync(await emptyLedgerFolder(), folder, { recursive: true });
    fill(disk ?? '', 2000);
    const child = spawn(process.execPath, [writer, folder, '1'], { stdio: 'pipe' });
    const [out, err]: [string[], string[]] = [[], []];
    child.stdout.on('data', (chunk) => out.push(String(chunk)));
    child.stderr.on('data', (chunk) => err.push(String(chunk)));
    await new Promise((ended) => child.once('close', ended));
    expect(err.join('')).toMatch(/the disk has no room left|the journal could not be written/);
    expect(err.join('')).toContain('What was acknowledged is safe');
    const acknowledged = out.join('').match(/(?<=report )\w+/g) ?? [];
    expect(acknowledged.length).toBeGreaterThan(0);
    // It cannot be opened there as it is, and says why; nothing is thrown away for it.
    rmSync(join(disk ?? '', 'filler'));
    const ledger = await open(folder);
    for (const id of acknowledged) expect(await ledger.report(id)).not.toBeNull();
    await ledger.add('more', numberedReadout(500));
    await ledger.close();
  },
);

test.skipIf(process.platform === 'win32')('a folder that is read only is told as such', async () => {
  const above = newFolder();
  const report = join(above, 'report.txt');
  writeFileSync(report, 'Norland Warns\n\nNORDHAVN, March 2, 2026 (Reuters) - Norland warned Sudmark on Monday.\n');
  chmodSync(above, 0o755);
  const isRoot = process.getuid?.() === 0;
  const place = join(above, 'ledger');
  if (isRoot) chownSync(above, 0, 0);
  else chmodSync(above, 0o555);
  const { status, stderr } = spawnSync(process.execPath, [bin, 'add', report, '--ledger', place], {
    encoding: 'utf8',
    env: { ...process.env, HOME: '/nonexistent' },
    ...(isRoot ? { uid: 65534, gid: 65534 } : {}),
  });
  if (!isRoot) chmodSync(above, 0o755);
  expect(status).toBe(1);
  expect(stderr).toContain('no ledger can be opened there');
  expect(stderr).toContain('Name a folder that you may write to');
  expect(stderr).not.toContain('something went wrong inside');
});

test.skipIf(process.platform === 'win32')(
  'a journal that is removed while it is open takes nothing in any more',
  async () => {
    const folder = await emptyLedgerFolder();
    folders.push(folder);
    const ledger = await open(folder);
    await ledger.add('one', numberedReadout(1));
    rmSync(join(folder, 'journal'), { recursive: true });
    const adding = ledger.add('two', numberedReadout(2));
    await expect(adding).rejects.toMatchObject({ code: 'journal-unwritable' });
    await expect(adding).rejects.toThrow(/journal.*removed while it was open/s);
    expect(await ledger.report(reportId(numberedReadout(2)))).toBeNull();
    await ledger.close();
  },
);

describe.skipIf(!hasServer() || (process.env.DATABASE_URL ?? '') !== '')(
  'a PostgreSQL server that crashes and comes back',
  () => {
    let server: TestServer;
    beforeAll(async () => {
      server = await startServer();
    });
    afterAll(() => server.stop());

    test('is told as away, with 503 over the API, and what was acknowledged is there again', {
      timeout: 180_000,
    }, async () => {
      const ledger = await open(server.url);
      const faults: unknown[] = [];
      const served = await serveLedger({
        ledger,
        host: '127.0.0.1',
        port: 0,
        version: '0',
        read: null,
        audit: null,
        report: (error) => faults.push(error),
      });
      for (const number of [1, 2]) await ledger.add(`made-${number}`, numberedReadout(number));
      await server.crash?.();
      await expect(ledger.add('three', numberedReadout(3))).rejects.toMatchObject({ code: 'ledger-unavailable' });
      await expect(ledger.statements({})).rejects.toThrow(/does not answer.*Check that its server runs/s);
      const response = await fetch(`${served.url}/api/v1/totals`);
      expect(response.status).toBe(503);
      const body = await response.text();
      expect(JSON.parse(body)).toMatchObject({ ok: false, error: { code: 'ledger-unavailable' } });
      expect(body).not.toContain('postgres');
      expect(faults.length).toBeGreaterThan(0);
      await server.restart();
      expect((await ledger.totals()).reports).toBe(2);
      expect((await ledger.add('three', numberedReadout(3))).outcome).toBe('added');
      expect((await fetch(`${served.url}/api/v1/totals`)).status).toBe(200);
      await served.close();
      await ledger.close();
    });
  },
);
