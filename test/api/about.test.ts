import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codebookInUse } from '../../src/cli/serving/codebook-in-use.ts';
import { serveTestLedger, type TestApi } from '../support/api.ts';
import { shippedEngine } from '../support/engine.ts';
import { ledgerCommands } from '../support/ledger-commands.ts';

let api: TestApi;
beforeAll(async () => {
  api = await serveTestLedger({ codebook: codebookInUse, now: () => new Date('2026-03-02T12:00:00Z') });
});
afterAll(() => api.done());

test('a server says who asks it', async () => {
  expect((await api.json('/api/v1/about')).item).toMatchObject({
    version: '0.0.0',
    caller: { name: 'local', role: 'admin', isLocal: true },
    adding: null,
  });
});

test('the codebook that it tells of is the one that its engine reads with', async () => {
  const { item } = (await api.json('/api/v1/codebook')) as { readonly item: Awaited<ReturnType<typeof codebookInUse>> };
  expect(item.engine).toEqual((await shippedEngine()).info);
  expect(item.types.map(({ type }) => type)).toContain('OCCASION');
  expect(item.types.every(({ entries }) => entries > 0)).toBe(true);
  const { items } = (await api.json('/api/v1/codebook/events?text=ACCUSE/')) as {
    readonly items: readonly { id: string }[];
  };
  expect(items.length).toBeGreaterThan(3);
  expect(items.every(({ id }) => id.startsWith('accuse/'))).toBe(true);
  expect((await api.ask('/api/v1/codebook/none')).status).toBe(404);
});

const { called } = ledgerCommands();

test('a backup that was downloaded is restored by the command', async () => {
  const response = await api.ask('/api/v1/backup');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="readout-2026-03-02T1200.backup.gz"');
  const folder = mkdtempSync(join(tmpdir(), 'readout-backup-'));
  writeFileSync(join(folder, 'saved.gz'), new Uint8Array(await response.arrayBuffer()));
  const { code, err } = await called(['restore', join(folder, 'saved.gz')]);
  expect([code, err]).toEqual([0, expect.stringContaining('1 report')]);
  rmSync(folder, { recursive: true, force: true });
});
