import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding, Ledger } from '../../service/index.ts';
import { ReadoutError } from '../../text/index.ts';
import type { Call, Command, Terminal } from '../command.ts';
import { messageOf } from '../failure.ts';
import { count, oneLine } from '../page/words.ts';
import { progressOn } from '../progress.ts';
import { isLedger, ledgerOption, missingLedger, placeOf } from './open-ledger.ts';
import { countsWords } from './record-entry.ts';
import { sheetFor, tableLines } from './sheet.ts';

const sizeOf = async (folder: string): Promise<number> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  // Files of a database come and go while it is open.
  const sizes = files.map(
    async (entry) => (await stat(join(entry.parentPath, entry.name)).catch(() => null))?.size ?? 0,
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
};

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_000_000).toLocaleString('en')} MB`;

/** So much room must be left for the tables to be made again. */
const diskOf = async (folder: string): Promise<Finding> => {
  const size = await sizeOf(folder);
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const isRoom = free > Math.max(size, 200_000_000);
  return {
    what: 'disk',
    state: isRoom ? 'good' : 'notice',
    message: `${megabytes(size)} taken, ${megabytes(free)} free`,
    advice: isRoom ? null : 'Make room: the ledger needs as much again to make its tables anew.',
  };
};

const heldOf = async (ledger: Ledger): Promise<readonly Finding[]> => {
  const totals = await ledger.totals();
  const notice = (what: string, number: number, message: string, advice: string): Finding => ({
    what,
    state: number === 0 ? 'good' : 'notice',
    message,
    advice: number === 0 ? null : advice,
  });
  return [
    { what: 'holds', state: 'good', message: countsWords(totals), advice: null },
    notice(
      'anchors',
      totals.unanchored,
      totals.unanchored === 0
        ? 'each correction has its record'
        : `${count(totals.unanchored, 'correction')} whose record the engine in use does not find`,
      'readout corrections --state unanchored lists them: make them anew on the records of now, or leave them for an engine that finds theirs.',
    ),
    notice(
      'failures',
      totals.failures,
      totals.failures === 0 ? 'none' : `${count(totals.failures, 'input')} could not be read`,
      'readout add --retry tries them again.',
    ),
  ];
};

/** What can be found out about a ledger's folder or server. What keeps it from being opened is a finding, too. */
const findings = async (place: string, terminal: Terminal): Promise<readonly Finding[]> => {
  const { examine, isServer, LocalLedger, openStore } = await import('../../service/index.ts');
  if (!isServer(place) && !isLedger(place)) throw missingLedger(place);
  const disk = isServer(place) ? [] : [await diskOf(place)];
  const tell = (message: string): void => void terminal.err.write(`readout: ${oneLine(message)}\n`);
  try {
    const store = await openStore({ place, command: 'readout doctor', now: () => new Date(), tell });
    const progress = progressOn(terminal.err, Number.POSITIVE_INFINITY, 'examining');
    try {
      const found = await examine(store, (entries) => void progress.at(entries, `entry ${entries}`, 0));
      await progress.clear();
      const lock: Finding = { what: 'lock', state: 'good', message: 'nobody else has it open', advice: null };
      return [...(isServer(place) ? [] : [lock]), ...found, ...disk, ...(await heldOf(new LocalLedger(store)))];
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof ReadoutError)) throw error;
    const isInUse = error.code === 'ledger-in-use';
    const what = isInUse ? 'lock' : error.code.startsWith('journal') ? 'journal' : 'opening';
    const message = oneLine(messageOf(error, terminal.env));
    return [{ what, state: isInUse ? 'notice' : 'bad', message, advice: null }, ...disk];
  }
};

const marks: Readonly<Record<Finding['state'], string>> = { good: 'ok', notice: 'look', bad: 'BAD' };

const run = async (call: Call, terminal: Terminal): Promise<number> => {
  const found = await findings(placeOf(call, terminal), terminal);
  if (call.value('format') === 'json') await terminal.out.write(`${JSON.stringify(found, null, 2)}\n`);
  else {
    const rows = found.flatMap(({ what, state, message, advice }) => [
      [marks[state], what, message],
      ...(advice === null ? [] : [['', '', `→ ${advice}`]]),
    ]);
    await terminal.out.write(
      tableLines(rows, sheetFor(terminal))
        .map((line) => `${line}\n`)
        .join(''),
    );
  }
  return found.some(({ state }) => state === 'bad') ? 1 : 0;
};

/** `readout doctor`: whether a ledger is well. */
export const doctorCommand: Command = {
  name: 'doctor',
  operands: '',
  summary: 'Look whether a ledger is whole: its lock, journal, tables and disk; and say what to do where it is not.',
  atLeast: 0,
  atMost: 0,
  options: [
    ledgerOption,
    { name: 'format', value: 'FORMAT', choices: ['text', 'json'], fallback: 'text', description: 'What to print.' },
  ],
  details: [
    'Reads the whole journal and counts whether the tables agree with it. Changes nothing.',
    'Exit code: 0 if the ledger is well, 1 if something is bad, 2 if the command was called wrongly.',
  ],
  run,
};
