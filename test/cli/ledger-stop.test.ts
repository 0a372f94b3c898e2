import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { run } from '../../src/cli/index.ts';
import { emptyLedgerFolder } from '../support/ledger.ts';
import { testTerminal } from '../support/terminal.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

const report = (number: number): string =>
  `Talks ${number}\n\nNORDHAVN, March ${1 + (number % 28)}, 2026 (AP) - Ada Berg, the foreign minister, said on Monday that talks number ${number} had failed.\n`;

test('Ctrl-C ends an add between two reports, and the ledger opens at once and holds what was added', async () => {
  const ledger = await emptyLedgerFolder();
  const folder = mkdtempSync(join(tmpdir(), 'readout-many-'));
  for (let number = 0; number < 400; number += 1) writeFileSync(join(folder, `${number}.txt`), report(number));
  const child = spawn(process.execPath, ['bin/readout.js', 'add', folder, '--ledger', ledger], { cwd: root });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    // The first sign of progress: some reports are added, most are not.
    if (said.includes('adding')) child.kill('SIGINT');
  });
  const code = await new Promise((done) => child.on('close', done));
  expect(code).toBe(130);
  expect(said).toContain('stopped; the same command goes on from here');
  const added = Number(/(\d+) reports? added/.exec(said)?.[1]);
  expect(added).toBeGreaterThan(0);
  expect(added).toBeLessThan(400);
  const terminal = testTerminal();
  expect(await run(['doctor', '--ledger', ledger, '--format', 'json'], terminal)).toBe(0);
  expect(terminal.written()).toContain(`${added} in the tables, ${added} in the journal`);
  for (const each of [ledger, folder]) rmSync(each, { recursive: true, force: true });
});
