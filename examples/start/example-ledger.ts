import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Terminal } from '../../src/cli/index.ts';
import { type OpenedLedger, openPlace } from '../../src/cli/serving/open-ledger.ts';
import { names, pathOf } from './reports.ts';

/** The folder of the examples' own ledger. */
export const ownPlace = fileURLToPath(new URL('../ledger', import.meta.url));
/** Says which reports a ledger was made of. */
const MARK = '.made-from';

/** What the examples are: changes where one of them does. */
const fingerprint = (): string => {
  const hash = createHash('sha256');
  for (const name of names) hash.update(readFileSync(pathOf(name)));
  return hash.digest('hex');
};

const isOfOthers = (place: string): boolean => {
  const mark = join(place, MARK);
  return existsSync(mark) && readFileSync(mark, 'utf8') !== fingerprint();
};

/**
 * Opens the examples' ledger, or makes it. One that was made of other reports, by an older Readout, is put aside as `…-before`;
 * one of the same reports is used again, with all that was added and corrected in it.
 */
export const openExampleLedger = async (place: string, terminal: Terminal): Promise<OpenedLedger> => {
  const open = (): Promise<OpenedLedger> => openPlace(place, 'npm start', terminal);
  const opened = await open();
  if (!isOfOthers(place)) return opened;
  await opened.ledger.close();
  rmSync(`${place}-before`, { recursive: true, force: true });
  renameSync(place, `${place}-before`);
  await terminal.err.write(`readout: the examples have changed; their former ledger is now ${place}-before\n`);
  return open();
};

/** Notes that a ledger holds all examples. */
export const markMade = (place: string): void => writeFileSync(join(place, MARK), fingerprint());
