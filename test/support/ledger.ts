import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LocalLedger, openStore } from '../../src/service/index.ts';

/** A ledger's run of the machine: folders are copied and kept between runs, so it must not be the real one. */
const BOOT = 'test';
const root = fileURLToPath(new URL('../../', import.meta.url));

/** What the empty ledger depends on: the migrations and the version of the database. */
const fingerprint = (): string => {
  const migrations = join(root, 'src/store/migrations');
  const hash = createHash('sha256').update(readFileSync(join(root, 'node_modules/@electric-sql/pglite/package.json')));
  for (const name of readdirSync(migrations).sort()) hash.update(name).update(readFileSync(join(migrations, name)));
  return hash.digest('hex').slice(0, 12);
};

const open = async (folder: string, now: () => Date): Promise<LocalLedger> =>
  new LocalLedger(await openStore({ place: folder, command: 'test', now, boot: BOOT }));

/** The folder of an empty ledger, made once for all test files and runs: making one takes seconds, copying it a fraction. */
const template = async (): Promise<string> => {
  const folder = join(tmpdir(), `readout-test-ledger-${process.getuid?.() ?? 0}-${fingerprint()}`);
  if (existsSync(folder)) return folder;
  const made = mkdtempSync(`${folder}-`);
  await (await open(made, () => new Date())).close();
  try {
    renameSync(made, folder);
  } catch {
    // Another test file was faster.
    rmSync(made, { recursive: true, force: true });
  }
  return folder;
};

/** A copy of the empty ledger's folder, to be opened by whoever is tested. */
export const emptyLedgerFolder = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-ledger-'));
  cpSync(await template(), folder, { recursive: true });
  return folder;
};

/** An open ledger of a test, its folder, and what closes it and takes the folder away. */
export interface TestLedger {
  readonly ledger: LocalLedger;
  readonly folder: string;
  readonly done: () => Promise<void>;
}

/** Opens an empty ledger of the test's own; its clock is the real one unless told. */
export const openTestLedger = async (now: () => Date = () => new Date()): Promise<TestLedger> => {
  const folder = await emptyLedgerFolder();
  const ledger = await open(folder, now);
  return {
    ledger,
    folder,
    done: async () => {
      await ledger.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
