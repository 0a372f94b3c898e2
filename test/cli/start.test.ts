import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserCommand } from '../../examples/start/open-browser.ts';
import { optionsOf } from '../../examples/start/options.ts';
import { emptyLedgerFolder } from '../support/ledger.ts';

/** Each start reads all examples, which takes long on a busy machine. */
const PATIENCE = 300_000;
const root = fileURLToPath(new URL('../../', import.meta.url));

/** What is written to standard error but for progress, and for what is made. */
const complaints = (stderr: string): string =>
  stderr.replace(/^readout: (?:reading|making|building|the examples have changed|ending)[^\n]*\n/gm, '');

interface Started {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  /** The address that is printed. */
  readonly url: () => Promise<string>;
  readonly code: Promise<number | null>;
}

const start = (...words: readonly string[]): Started => {
  const child = spawn(process.execPath, ['examples/start.ts', ...words], { cwd: root, stdio: 'pipe' });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const code = new Promise<number | null>((done) => child.once('close', done));
  const url = async (): Promise<string> => {
    await expect.poll(() => /http:\S+/.exec(out)?.[0], { timeout: 200_000, message: err }).toBeTruthy();
    return /http:\S+/.exec(out)?.[0] ?? '';
  };
  return { child, out: () => out, err: () => err, url, code };
};

let ledger: string;
let taken: Server;
beforeAll(async () => {
  ledger = await emptyLedgerFolder();
  taken = createServer();
  taken.on('error', () => {});
  taken.listen(7400, '127.0.0.1');
});
afterAll(() => {
  taken.close();
  for (const each of [ledger, `${ledger}-before`]) rmSync(each, { recursive: true, force: true });
});

const totals = async (url: string): Promise<unknown> => (await fetch(`${url}api/v1/totals`)).json();

test(
  'npm start prints rows, serves the examples on a port that is free, and ends when nobody is connected any more',
  async () => {
    const { child, out, err, url, code } = start('--ledger', ledger, '--quiet', '3');
    const address = await url();
    const leaving = new AbortController();
    await fetch(`${address}api/v1/stream`, { signal: leaving.signal });
    expect(out()).toContain('Try next:');
    expect(out()).toMatch(/07-talks-agreed\.txt +\d+ +\d+ +\d+ +\d+/);
    expect(address).not.toContain(':7400/');
    const page = await (await fetch(address)).text();
    expect(page).toContain('<script type="module"');
    await delay(4500);
    expect(await totals(address)).toMatchObject({ item: { reports: 7 } });
    expect(child.exitCode).toBeNull();
    leaving.abort();
    expect(await code).toBe(0);
    expect(complaints(err())).toBe('');
  },
  PATIENCE,
);

test(
  'with --stay it keeps on until Ctrl-C, a second start names the first, and a ledger of former examples is put aside',
  async () => {
    writeFileSync(join(ledger, '.made-from'), 'other reports');
    const first = start('--ledger', ledger, '--quiet', '0', '--stay');
    const address = await first.url();
    expect(existsSync(join(`${ledger}-before`, 'journal'))).toBe(true);
    expect(first.err()).toContain('the examples have changed');
    const second = start('--ledger', ledger);
    expect(await second.code).toBe(0);
    expect(second.out()).toContain(`served already: ${address}`);
    expect(await totals(address)).toMatchObject({ item: { reports: 7 } });
    first.child.kill('SIGINT');
    expect(await first.code).toBe(0);
    expect(complaints(first.err())).toBe('');
  },
  PATIENCE,
);

test('with --rows it prints rows and ends', () => {
  const started = spawnSync(process.execPath, ['examples/start.ts', '--rows'], { cwd: root, encoding: 'utf8' });
  expect(complaints(started.stderr)).toBe('');
  expect(started.status).toBe(0);
  expect(started.stdout).toContain('Try next:');
  expect(started.stdout).toContain('07-talks-agreed.txt');
  expect(started.stdout).not.toContain('http:');
});

describe('words behind npm start', () => {
  const usual = { rows: false, stay: false, quiet: 60, ledger: null };
  test.each([
    [[], usual],
    [['--stay'], { ...usual, stay: true }],
    [['--rows'], { ...usual, rows: true }],
    [['--quiet', '5'], { ...usual, quiet: 5 }],
    [['--ledger', 'a'], { ...usual, ledger: 'a' }],
    [['--quiet'], null],
    [['--quiet', 'long'], null],
    [['reports/'], null],
    [['--rowz'], null],
  ])('%j → %j', (words, expected) => expect(optionsOf(words)).toEqual(expected));
});

describe('a browser is opened only where a person has a screen', () => {
  const screen = { DISPLAY: ':0' };
  test.each<readonly [NodeJS.Platform, boolean, Record<string, string>, readonly string[] | null]>([
    ['linux', true, screen, ['xdg-open']],
    ['linux', true, { WAYLAND_DISPLAY: 'wayland-0' }, ['xdg-open']],
    ['linux', true, {}, null],
    ['linux', false, screen, null],
    ['linux', true, { ...screen, CI: 'true' }, null],
    ['linux', true, { ...screen, BROWSER: 'none' }, null],
    ['linux', true, { ...screen, SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, ['xdg-open']],
    ['darwin', true, {}, ['open']],
    ['darwin', true, { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, null],
    ['win32', true, {}, ['cmd', '/c', 'start', '']],
  ])('%s, a terminal: %j, %j → %j', (platform, isTTY, env, expected) =>
    expect(browserCommand({ platform, isTTY, env })).toEqual(expected),
  );
});
