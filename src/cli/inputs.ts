import {
  fetchItems,
  isWebAddress,
  listInputs,
  type ReportItem,
  type ReportOptions,
  readReports,
  SavedPages,
} from '../intake/index.ts';
import type { Document } from '../text/index.ts';
import { columnsOf } from './columns.ts';
import type { Call, Terminal } from './command.ts';
import { messageOf } from './failure.ts';
import { count, oneLine } from './page/words.ts';
import { type Progress, progressOn } from './progress.ts';
import { type Web, webOf } from './web.ts';

/** What is done with each report; `name` is what it was read from, `progress` is told how far a long one is. */
export type Use = (document: Document, name: string, progress: Progress) => Promise<void>;

/** Which inputs a call means, whether several reports may come of them, and what is in them. */
export interface Inputs {
  readonly paths: readonly string[];
  readonly several: boolean;
  readonly failed: number;
  readonly items: AsyncIterable<Found>;
}

/** Something found in the input with that number. */
export interface Found {
  readonly index: number;
  readonly path: string;
  readonly item: ReportItem;
}

async function* itemsOf(paths: readonly string[], web: Web, options: ReportOptions): AsyncGenerator<Found> {
  const saved = new SavedPages();
  try {
    for (const [index, path] of paths.entries()) {
      const items = isWebAddress(path)
        ? fetchItems(web, path, options)
        : readReports(path, { ...options, ...(await saved.known(path)) });
      for await (const item of items) yield { index, path, item };
    }
  } finally {
    await web.close();
  }
}

/** Whether an item stands inside its input: an archive gives an array even where it holds one report only. */
const isInside = ({ path, item }: Found): boolean => item.name !== (path === '-' ? 'stdin' : path);

/** Looks ahead until it is known whether several reports may come; what was passed on the way still comes. */
const lookAhead = async (items: AsyncGenerator<Found>): Promise<Pick<Inputs, 'items' | 'several'>> => {
  const passed: Found[] = [];
  let reports = 0;
  while (reports < 2) {
    const { done, value } = await items.next();
    if (done === true) break;
    passed.push(value);
    if (value.item.kind === 'report') reports += isInside(value) ? 2 : 1;
  }
  const all = async function* (): AsyncGenerator<Found> {
    yield* passed;
    yield* items;
  };
  return { several: reports > 1, items: all() };
};

/** Expands the operands; what cannot be found is told at once and never stops the others. */
export const findInputs = async (call: Call, terminal: Terminal): Promise<Inputs> => {
  const options = { stdin: terminal.stdin, columns: columnsOf(call) };
  const { paths, problems } = await listInputs(call.operands);
  for (const problem of problems) await terminal.err.write(`readout: ${messageOf(problem, terminal.env)}\n`);
  if (paths.length === 0 && problems.length === 0) {
    const where = oneLine(call.operands.join(', '));
    await terminal.err.write(`readout: ${where} holds no file of a kind that is read; name the files themselves.\n`);
  }
  const items = itemsOf(paths, webOf(call, terminal), options);
  const isOne = call.operands.length === 1 && paths.length === 1 && paths[0] === call.operands[0];
  return { paths, failed: problems.length, ...(isOne ? await lookAhead(items) : { several: true, items }) };
};

const named = (name: string, message: string): string =>
  message.includes(name) || message.startsWith('stdin') ? message : `${oneLine(name)}: ${message}`;

/** How many reports were read, failed and were none. */
class Tally {
  good = 0;
  bad: number;
  skipped = 0;

  constructor(failed: number) {
    this.bad = failed;
  }

  /** What is said at the end where not all went well. */
  summary(inputs: number): string {
    const all = this.good + this.bad;
    if (this.bad === 0 || all < 2) return '';
    const noun = all > inputs ? 'reports' : 'inputs';
    const skipped = this.skipped === 0 ? '' : ` ${count(this.skipped, 'record')} without a report passed over.`;
    return `readout: ${this.good} of ${all} ${noun} read, ${this.bad} could not be.${skipped}\n`;
  }
}

/**
 * Reads each report of each input and uses it. A bad one is told on standard error and never stops the others.
 * Returns the exit code: 1 where nothing could be read.
 */
export const eachInput = async (inputs: Inputs, terminal: Terminal, use: Use): Promise<number> => {
  const progress = progressOn(terminal.err, inputs.paths.length);
  const tally = new Tally(inputs.failed);
  const complain = async (name: string, message: string): Promise<void> => {
    await progress.clear();
    await terminal.err.write(`readout: ${named(name, message)}\n`);
  };
  for await (const { index, item } of inputs.items) {
    const { name } = item;
    await progress.at(index, name, tally.good);
    if (item.kind === 'skipped') tally.skipped += 1;
    if (item.kind === 'failure') {
      tally.bad += 1;
      await complain(name, messageOf(item.error, terminal.env));
    }
    if (item.kind !== 'report') continue;
    await progress.clear();
    for (const { message } of item.warnings) await complain(name, message);
    try {
      await use(item.document, name, progress);
      tally.good += 1;
    } catch (error) {
      tally.bad += 1;
      await complain(name, messageOf(error, terminal.env));
    }
  }
  await progress.clear();
  await terminal.err.write(tally.summary(inputs.paths.length));
  return tally.good > 0 ? 0 : 1;
};
