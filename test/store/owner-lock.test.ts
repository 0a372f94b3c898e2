import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ownerOf, takeLock } from '../../src/store/embedded/owner-lock.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'readout-lock-'));
const owner = { pid: process.pid, command: 'readout add', since: '2026-01-01T00:00:00.000Z', url: null };
const lockFile = new URL('../../src/store/embedded/owner-lock.ts', import.meta.url).href;

/** Another process that takes the lock, says so, and waits. */
const holder = async (path: string) => {
  const script = `
    import { takeLock } from ${JSON.stringify(lockFile)};
    takeLock(${JSON.stringify(path)}, { pid: process.pid, command: 'readout serve', since: 'today', url: 'http://127.0.0.1:7400' });
    console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((held) => child.stdout.once('data', held));
  return child;
};

test('a second taker is told who has it and where that one can be asked', async () => {
  const path = folder();
  const child = await holder(path);
  expect(() => takeLock(path, owner)).toThrow(
    /readout serve \(process \d+, since today\) has this ledger open.*http:\/\/127.0.0.1:7400/s,
  );
  expect(ownerOf(path)).toMatchObject({ pid: child.pid, url: 'http://127.0.0.1:7400' });
  child.kill('SIGKILL');
  await new Promise((ended) => child.once('exit', ended));
});

test('the lock of a process that was killed is free at once', async () => {
  const path = folder();
  for (let turn = 0; turn < 5; turn += 1) {
    const child = await holder(path);
    child.kill('SIGKILL');
    await new Promise((ended) => child.once('exit', ended));
    const lock = takeLock(path, owner);
    lock.release();
  }
});

test('in one process too it is held once', () => {
  const path = folder();
  const lock = takeLock(path, owner);
  expect(() => takeLock(path, owner)).toThrow(/has this ledger open/);
  lock.release();
  takeLock(path, owner).release();
});
