import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Served, serveLedger } from '../../src/api/index.ts';
import { applyEntry } from '../../src/service/entries/apply-entry.ts';
import { LocalLedger } from '../../src/service/index.ts';
import { openServer } from '../../src/store/index.ts';
import { numberedReadout } from '../support/made-readouts.ts';
import { hasServer, startServer, type TestServer } from '../support/postgres.ts';

// A database that is there and answers too late: statements that are cancelled, locks that others hold, no connection that is free.

const PATIENCE = 700;

describe.skipIf(!hasServer())('a busy PostgreSQL server', () => {
  let server: TestServer;
  let ledger: LocalLedger;
  let served: Served;
  let other: pg.Client;
  const faults: unknown[] = [];

  beforeAll(async () => {
    server = await startServer();
    ledger = new LocalLedger(
      await openServer({ url: server.url, apply: applyEntry, now: () => new Date(), patience: PATIENCE }),
    );
    await ledger.add('made-1', numberedReadout(1));
    served = await serveLedger({
      ledger,
      host: '127.0.0.1',
      port: 0,
      version: '0',
      read: null,
      audit: null,
      report: (error) => faults.push(error),
    });
    other = new pg.Client({ connectionString: server.url });
    await other.connect();
  }, 60_000);
  afterAll(async () => {
    await other.end();
    await served.close();
    await ledger.close();
    await server.stop();
  });

  const ask = (path: string, init?: RequestInit) => fetch(`${served.url}/api/v1${path}`, init);
  const put = (key: string) =>
    ask('/settings/query', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key, value: { title: key, kind: 'statements', filter: {} } }),
    });

  /** That an answer is the one for a busy ledger, and says nothing of the database. */
  const expectBusy = async (response: Response): Promise<void> => {
    const body = await response.text();
    expect([response.status, body]).toEqual([503, expect.stringContaining('ledger-busy')]);
    expect(Object.keys(JSON.parse(body))).toEqual(['ok', 'error']);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(body).not.toMatch(/postgres|statement|lock/);
    expect(faults.length).toBeGreaterThan(0);
  };

  /** Does something while another client holds a table or the right to add. */
  const whileHeld = async (what: string, use: () => Promise<void>): Promise<void> => {
    await other.query('begin');
    await other.query(what);
    try {
      await use();
    } finally {
      await other.query('rollback');
    }
  };

  test('cancels a question whose time is up', async () => {
    const name = new URL(server.url).pathname.slice(1);
    await other.query(`alter database "${name}" set statement_timeout = 300`);
    const slow = new LocalLedger(await openServer({ url: server.url, apply: applyEntry, now: () => new Date() }));
    await other.query(`alter database "${name}" reset statement_timeout`);
    await whileHeld('lock table statements', async () => {
      await expect(slow.statements({})).rejects.toMatchObject({ code: 'ledger-unavailable', data: { fault: 'busy' } });
      await expect(slow.statements({})).rejects.toThrow(/busy.*Ask again in a moment/s);
    });
    expect((await slow.statements({})).items).toHaveLength(1);
    await slow.close();
  });

  test('has no connection left', async () => {
    await whileHeld('lock table statements', async () => {
      const waiting = Array.from({ length: 8 }, () => ask('/statements').then((response) => response.status));
      await new Promise((later) => setTimeout(later, 200));
      await expectBusy(await ask('/totals'));
      await other.query('rollback');
      expect(new Set(await Promise.all(waiting))).toEqual(new Set([200]));
    });
    expect((await ask('/totals')).status).toBe(200);
  });

  test('adds for somebody else: nothing is taken in, and those who ask are answered meanwhile', async () => {
    const before = await ledger.last();
    await whileHeld('select pg_advisory_xact_lock(7320712)', async () => {
      const writing = Array.from({ length: 12 }, (_, number) => put(`query-${number}`));
      expect((await ask('/statements')).status).toBe(200);
      const [first] = writing;
      if (first !== undefined) await expectBusy(await first);
      await other.query('rollback');
      await Promise.all(writing);
    });
    expect(await ledger.last()).toBeGreaterThan(before);
    expect(await ledger.last()).toBeLessThan(before + 12);
    expect((await put('query-0')).status).toBeLessThan(300);
  });

  test('gives up one of two who wait for each other', async () => {
    const wait = (first: string, second: string) =>
      ledger.store.database.transaction().execute(async (transaction) => {
        await sql.raw(`select pg_advisory_xact_lock(${first})`).execute(transaction);
        await new Promise((later) => setTimeout(later, 100));
        await sql.raw(`select pg_advisory_xact_lock(${second})`).execute(transaction);
      });
    const [a, b] = await Promise.allSettled([wait('1', '2'), wait('2', '1')]);
    const failed = [a, b].filter((one) => one.status === 'rejected');
    expect(failed).toHaveLength(1);
    expect(failed[0]).toMatchObject({ reason: { code: 'ledger-unavailable', data: { fault: 'busy' } } });
  });
});
