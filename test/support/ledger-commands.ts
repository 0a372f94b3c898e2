import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { run } from '../../src/cli/index.ts';
import { emptyLedgerFolder } from './ledger.ts';
import { type TestTerminalOptions, testTerminal } from './terminal.ts';

/** What a command said, and how it ended. */
export interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Two papers on one day's talks, and the answer a day later: enough for rows of most kinds. */
export const reports: Readonly<Record<string, string>> = {
  'talks.txt': [
    'Norland and Sudmark to Hold Talks',
    '',
    'NORDHAVN, March 2, 2026 (Reuters) - Norland’s foreign minister, Ada Berg, said on Monday that she would meet her Sudmark counterpart on Friday.',
    '',
    '"Sudmark has moved troops across the border," Berg told reporters.',
  ].join('\n'),
  'denial.txt': [
    'Sudmark Denies Crossing Border',
    '',
    'SUDSTAD, March 3, 2026 (AP) - Sudmark on Tuesday denied that it had moved troops across the border.',
    '',
    'Gunmen shot dead three farmers near Grenzberg on Monday, Sudmark’s defence minister, Olaf Stein, said.',
  ].join('\n'),
};

/** Commands on one ledger that the tests of a file share; the folder beside it holds its reports. */
export const ledgerCommands = () => {
  let ledger = '';
  let folder = '';
  beforeAll(async () => {
    ledger = await emptyLedgerFolder();
    folder = mkdtempSync(join(tmpdir(), 'readout-reports-'));
    for (const [name, text] of Object.entries(reports)) writeFileSync(join(folder, name), text);
  });
  afterAll(() => {
    for (const each of [ledger, folder]) rmSync(each, { recursive: true, force: true });
  });
  const called = async (words: readonly string[], options: TestTerminalOptions = {}): Promise<Called> => {
    const terminal = testTerminal({ env: { READOUT_LEDGER: ledger }, ...options });
    const code = await run(words, terminal);
    return { code, out: terminal.written(), err: terminal.complained() };
  };
  return {
    called,
    /** What a command prints as JSON. */
    asked: async (...words: readonly string[]) => JSON.parse((await called([...words, '--format', 'json'])).out),
    inFolder: (...parts: readonly string[]): string => join(folder, ...parts),
    ledger: () => ledger,
  };
};
