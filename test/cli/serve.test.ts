import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.ts';
import { sending } from '../support/api.ts';
import { emptyLedgerFolder } from '../support/ledger.ts';
import { testTerminal } from '../support/terminal.ts';

const bin = fileURLToPath(new URL('../../bin/readout.js', import.meta.url));

let ledger = '';
let server: ChildProcess;
let url = '';
let complaint = '';

const call = async (...words: readonly string[]) => {
  const terminal = testTerminal();
  const code = await run([...words, '--ledger', ledger], terminal);
  return { code, out: terminal.written(), err: terminal.complained() };
};

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) => child.once('close', (code) => done(code)));

beforeAll(async () => {
  ledger = await emptyLedgerFolder();
  server = spawn(process.execPath, [bin, 'serve', '--ledger', ledger, '--port', '0'], { stdio: 'pipe' });
  server.stderr?.on('data', (chunk) => {
    complaint += chunk;
  });
  url = await new Promise((done, refuse) => {
    server.stdout?.once('data', (chunk) => done(String(chunk).trim()));
    server.once('close', () => refuse(new Error(complaint)));
  });
});
afterAll(() => {
  server.kill('SIGKILL');
  rmSync(ledger, { recursive: true, force: true });
});

describe('while a server has a ledger open', () => {
  test('it says where, for people and for other commands', () => {
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(JSON.parse(readFileSync(join(ledger, 'owner.json'), 'utf8'))).toMatchObject({
      url,
      command: 'readout serve',
    });
  });

  test('other commands go through it', async () => {
    const report = join(ledger, '..', `serve-${process.pid}.txt`);
    writeFileSync(
      report,
      'Norland Warns Sudmark\n\nNORDHAVN, March 2, 2026 (Reuters) - Norland warned Sudmark on Monday not to move its troops.\n',
    );
    expect(await call('add', report)).toMatchObject({ code: 0 });
    const { items } = (await (await fetch(`${url}/api/v1/reports`)).json()) as { readonly items: readonly unknown[] };
    expect(items).toHaveLength(1);
    const found = await call('search', 'troops');
    expect(found).toMatchObject({ code: 0 });
    expect(found.out).toContain('Norland');
    rmSync(report);
  });

  test('it gives tokens', async () => {
    const { code, out } = await call('serve', '--new-token', 'reader', '--token-name', 'ann');
    expect(code).toBe(0);
    const headers = { authorization: `Bearer ${out.trim()}` };
    expect((await fetch(`${url}/api/v1/totals`, { headers })).status).toBe(200);
    expect((await fetch(`${url}/api/v1/tokens`, { headers })).status).toBe(403);
  });

  test('writes are noted in the ledger’s folder', async () => {
    await fetch(`${url}/api/v1/settings/watch`, sending('PUT', { key: 'a', value: 1 }));
    const lines = readFileSync(join(ledger, 'audit.jsonl'), 'utf8').trim().split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      who: 'local',
      method: 'PUT',
      path: '/api/v1/settings/watch',
      status: 200,
    });
  });

  test('readout mcp asks it', async () => {
    const client = new Client({ name: 'test', version: '0' });
    const args = [bin, 'mcp', '--ledger', ledger];
    await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: 'ignore' }));
    const { structuredContent } = await client.callTool({ name: 'search', arguments: { text: 'troops' } });
    expect(JSON.stringify(structuredContent)).toContain('not to move its troops');
    await client.close();
  });

  test('told to end, it ends cleanly, with streams open, and the ledger can be opened again', async () => {
    const stream = await fetch(`${url}/api/v1/stream`);
    server.kill('SIGTERM');
    expect(await ended(server)).toBe(0);
    await stream.text().catch(() => undefined);
    expect(complaint).not.toContain('failed');
    expect(await call('search', 'troops')).toMatchObject({ code: 0 });
  });
});

test.each([
  [['serve', '--port', 'x'], '--port'],
  [['serve', '--port', '70000'], '--port'],
  [['serve', '--new-token', 'king'], 'reader, analyst, admin'],
])('%o is refused in words', async (words, expected) => {
  const { code, err } = await call(...words);
  expect(code).toBe(2);
  expect(err).toContain(expected);
});
