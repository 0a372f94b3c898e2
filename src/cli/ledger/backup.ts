import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Entry, Ledger } from '../../service/index.ts';
import { ReadoutError, reasonOf } from '../../text/index.ts';
import type { Call, Command, Terminal } from '../command.ts';
import { count, oneLine } from '../page/words.ts';
import { type Progress, progressOn } from '../progress.ts';
import { ledgerOption, placeOf, withLedger } from './open-ledger.ts';
import { countsWords } from './record-entry.ts';

/** Tells now and then how many entries were gone through. */
const counting = (progress: Progress): ((entries: number) => void) => {
  let last = 0;
  return (entries) => {
    if (entries - last < 50) return;
    last = entries;
    void progress.at(entries, `entry ${entries}`, 0);
  };
};

/** Makes what was written last through a power cut. */
const sync = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const stopped = async function* (lines: AsyncIterable<string>, signal: AbortSignal): AsyncGenerator<string> {
  for await (const line of lines) {
    if (signal.aborted) throw new ReadoutError('stopped', 'The backup was stopped; no file was made.');
    yield line;
  }
};

const runBackup = (call: Call, terminal: Terminal): Promise<number> =>
  withLedger({ call, terminal, command: 'backup' }, async (ledger, { signal }) => {
    const { backupLines } = await import('../../service/index.ts');
    const [path = ''] = call.operands;
    const progress = progressOn(terminal.err, Number.POSITIVE_INFINITY, 'backing up');
    let entries = 0;
    const tell = counting(progress);
    const lines = backupLines(ledger, new Date().toISOString(), (number) => {
      entries = number;
      tell(number);
    });
    const unfinished = `${path}.unfinished`;
    try {
      // A backup that is there before stays until the new one is whole.
      await pipeline(stopped(lines, signal), createGzip(), createWriteStream(unfinished));
      await sync(unfinished);
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    } finally {
      await progress.clear();
    }
    await terminal.err.write(`readout: ${count(entries, 'entry').replace('entrys', 'entries')} in ${oneLine(path)}.\n`);
    return 0;
  });

/** `readout backup`: a ledger in one file. */
export const backupCommand: Command = {
  name: 'backup',
  operands: 'FILE',
  summary: 'Write everything that a ledger was ever given into one file.',
  atLeast: 1,
  atMost: 1,
  options: [ledgerOption],
  details: [
    'The file is JSON lines packed with gzip: a header, each entry of the journal (reports with their readouts, corrections, failures, settings)',
    'with its time, and a last line with their number and a checksum. readout restore makes a ledger of it, in a folder or on a server.',
  ],
  run: runBackup,
};

/** The lines of a packed file. A file that is cut off or no gzip ends in an error that says so. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  const unpacked = createGunzip();
  let failure: unknown = null;
  const packed = pipeline(file, unpacked).catch((error: unknown) => {
    failure = error;
  });
  try {
    for await (const line of createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY })) yield line;
  } catch (error) {
    failure ??= error;
  }
  await packed;
  if (failure === null) return;
  const { code } = failure as { code?: string };
  if (code?.startsWith('Z_') !== true) throw failure;
  const message = `${oneLine(path)}: this backup is cut off or no gzip file (${reasonOf(failure)}). Nothing was changed; use another backup.`;
  throw new ReadoutError('backup-damaged', message, { path }, { cause: failure });
}

/** Reads a backup through, so that a bad one is refused before anything is changed. Returns the number of its entries. */
const verified = async (path: string, progress: Progress): Promise<number> => {
  const { entriesIn } = await import('../../service/index.ts');
  let entries = 0;
  const tell = counting(progress);
  for await (const _ of entriesIn(linesOf(path))) tell(++entries);
  await progress.clear();
  return entries;
};

const refuseFull = async (ledger: Ledger, place: string): Promise<void> => {
  const { last } = await ledger.totals();
  if (last === null) return;
  throw new ReadoutError(
    'ledger-not-empty',
    `${oneLine(place)}: this ledger is not empty, and a backup is never mixed into another. Name a new one: --ledger DIR.`,
    { place },
  );
};

async function* until(entries: AsyncIterable<Entry>, signal: AbortSignal): AsyncGenerator<Entry> {
  for await (const entry of entries) {
    if (signal.aborted) return;
    yield entry;
  }
}

const runRestore = async (call: Call, terminal: Terminal): Promise<number> => {
  const [path = ''] = call.operands;
  const { entriesIn } = await import('../../service/index.ts');
  const all = await verified(path, progressOn(terminal.err, Number.POSITIVE_INFINITY, 'checking'));
  return withLedger({ call, terminal, command: 'restore', makes: true }, async (ledger, { signal }) => {
    const place = placeOf(call, terminal);
    await refuseFull(ledger, place);
    const progress = progressOn(terminal.err, all, 'restoring');
    const done = await ledger.restore(until(entriesIn(linesOf(path)), signal), counting(progress));
    await progress.clear();
    if (done < all) {
      await terminal.err.write(
        `readout: stopped after ${done} of ${all} entries. Remove ${oneLine(place)} and restore again.\n`,
      );
      return 1;
    }
    const totals = await ledger.totals();
    if (totals.passedOver > 0)
      await terminal.err.write(
        `readout: ${totals.passedOver} of the entries could not be applied and stay in the journal; readout doctor names them.\n`,
      );
    await terminal.err.write(`readout: ${oneLine(place)} holds ${countsWords(totals)}.\n`);
    return 0;
  });
};

/** `readout restore`: a ledger from its backup. */
export const restoreCommand: Command = {
  name: 'restore',
  operands: 'FILE',
  summary: 'Make a ledger from a backup, in a folder or on a PostgreSQL server.',
  atLeast: 1,
  atMost: 1,
  options: [ledgerOption],
  details: [
    'The backup is read through first: one that is cut off or altered is refused before anything is changed. So is a ledger that is not empty.',
    'Everything has the times that it had, so that --as-of gives what it gave before.',
  ],
  run: runRestore,
};
