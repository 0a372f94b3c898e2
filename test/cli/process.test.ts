import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const readout = ['bin/readout.js'];

/** What is written to standard error but for the progress of a slow machine. */
const complaints = (stderr: string): string => stderr.replace(/^readout: reading .*\n/gm, '');

test('a reader that goes away ends the command quietly', async () => {
  const child = spawn(process.execPath, [...readout, 'read', 'examples/reports', '--format', 'json'], { cwd: root });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((done) => child.on('close', done));
  expect(complaints(complaint)).toBe('');
  expect(code).toBe(0);
});

test('the whole output arrives through a pipe', () => {
  const { stdout, status } = spawnSync(process.execPath, [...readout, 'read', 'examples/reports', '--format', 'json'], {
    cwd: root,
    maxBuffer: 100_000_000,
  });
  expect(status).toBe(0);
  expect(JSON.parse(stdout.toString()).length).toBeGreaterThanOrEqual(7);
});

test('a stack is printed only where it is asked for', () => {
  const words = [...readout, 'read', 'no-such-file.txt'];
  const quiet = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
  expect(quiet.stderr).not.toMatch(/\n\s+at /);
  const loud = spawnSync(process.execPath, words, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, READOUT_DEBUG: '1' },
  });
  expect(loud.stderr).toMatch(/\n\s+at /);
});

test.each(['read', 'tree'])('%s ends by itself after a report of one sentence', (command) => {
  const { status, signal, stdout } = spawnSync(process.execPath, [...readout, command, '-'], {
    cwd: root,
    encoding: 'utf8',
    input: 'The harbour master said that the port would stay open.\n',
    timeout: 90_000,
  });
  expect(signal).toBe(null);
  expect(status).toBe(0);
  expect(stdout).toContain('harbour');
});
