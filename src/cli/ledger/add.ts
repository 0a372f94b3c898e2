import { existsSync } from 'node:fs';
import { isWebAddress } from '../../intake/index.ts';
import type { Ledger } from '../../service/index.ts';
import { columnsOption } from '../columns.ts';
import { type Call, type Command, type Option, type Terminal, UsageError } from '../command.ts';
import { openEngine } from '../engine.ts';
import { findInputs } from '../inputs.ts';
import { count, oneLine } from '../page/words.ts';
import { progressOn } from '../progress.ts';
import { tellOn } from '../rows.ts';
import { webOptions } from '../web.ts';
import { addReports, Tally } from './add-reports.ts';
import { ledgerOption, placeOf, withLedger } from './open-ledger.ts';
import { countsWords } from './record-entry.ts';

/** Options of commands that read reports into a ledger. */
export const readingOptions: readonly Option[] = [
  { name: 'codebook', value: 'DIR', description: 'A folder of YAML files that add to the codebook or override it.' },
  {
    name: 'keep-going',
    description: 'Leave bad entries of that folder out, naming them on standard error, instead of stopping.',
  },
];

/** The engine of a call. Opening it begins at once; what goes wrong is told to whoever awaits it. */
export const engineOf = (call: Call, terminal: Terminal): ReturnType<typeof openEngine> => {
  const engine = openEngine(call.value('codebook'), call.has('keep-going') ? tellOn(terminal) : undefined);
  engine.catch(() => {});
  return engine;
};

/** The input that holds what failed: the name itself, or the file before the place inside it (`crawl.warc.gz#12`). */
const inputOf = (name: string): string | null => {
  if (isWebAddress(name) || existsSync(name)) return name;
  const ends = [...name.matchAll(/[#:]|!\//g)].map(({ index }) => index).reverse();
  return ends.map((end) => name.slice(0, end)).find((path) => path !== '' && existsSync(path)) ?? null;
};

/** The inputs of what failed before, each once. */
const failedInputs = async (ledger: Ledger, { err }: Terminal): Promise<readonly string[]> => {
  const inputs = new Set<string>();
  for (const { name } of await ledger.failures()) {
    const input = inputOf(name);
    if (input === null) await err.write(`readout: ${oneLine(name)} failed before and is not there any more.\n`);
    else inputs.add(input);
  }
  return [...inputs];
};

/** What is said at the end. */
export const summaryOf = async (tally: Tally, ledger: Ledger, place: string): Promise<string> => {
  const parts = [
    `${count(tally.added, 'report')} added`,
    ...(tally.again > 0 ? [`${tally.again} read again by a newer engine`] : []),
    ...(tally.known > 0 ? [`${tally.known} known from before`] : []),
    ...(tally.missing > 0 ? [`${count(tally.missing, 'input')} not found`] : []),
    ...(tally.failed > 0 ? [`${tally.failed} could not be read (readout add --retry tries them again)`] : []),
  ];
  const held = countsWords(await ledger.totals());
  return `readout: ${parts.join(', ')}. ${oneLine(place)} holds ${held}.\n`;
};

const run = async (call: Call, terminal: Terminal): Promise<number> => {
  if (call.operands.length === 0 && !call.has('retry'))
    throw new UsageError('readout add needs FILE|FOLDER|GLOB|URL|-..., or --retry.', 'add');
  const engine = engineOf(call, terminal);
  return withLedger({ call, terminal, command: 'add', makes: true }, async (ledger, stop) => {
    const failed = call.has('retry') ? await failedInputs(ledger, terminal) : [];
    const operands = [...new Set([...call.operands, ...failed])];
    if (operands.length === 0) {
      await terminal.err.write('readout: nothing failed before.\n');
      return 0;
    }
    const inputs = await findInputs({ ...call, operands }, terminal);
    const tally = new Tally();
    tally.missing = inputs.failed;
    const progress = progressOn(terminal.err, inputs.paths.length, 'adding');
    const { signal } = stop;
    await addReports(inputs.items, tally, { ledger, engine: await engine, terminal, progress, signal });
    await terminal.err.write(await summaryOf(tally, ledger, placeOf(call, terminal)));
    if (signal.aborted) await terminal.err.write('readout: stopped; the same command goes on from here.\n');
    return tally.good > 0 ? 0 : 1;
  });
};

/** `readout add`: reports into a ledger. */
export const addCommand: Command = {
  name: 'add',
  operands: 'FILE|FOLDER|GLOB|URL|-...',
  summary: 'Read reports into a ledger, which keeps what many of them say as one record.',
  atLeast: 0,
  atMost: Number.POSITIVE_INFINITY,
  options: [
    ledgerOption,
    { name: 'retry', description: 'Try again what could not be read before (with or without other inputs).' },
    ...readingOptions,
    columnsOption,
    ...webOptions,
  ],
  details: [
    'Reads what readout read does: files, folders, archives, tables, feeds, mails, addresses. Makes the ledger where there is none.',
    'A report that this engine has read before is passed over unread, so that a run that was stopped goes on where it was.',
    'A newer engine or another codebook reads known reports anew; corrections by people stay on top of what it finds.',
    'What cannot be read is named on standard error, kept in the ledger as a failure, and stops none of the others.',
    'Exit code: 0 if any report is in the ledger now, 1 if none is, 2 if the command was called wrongly.',
  ],
  run,
};
