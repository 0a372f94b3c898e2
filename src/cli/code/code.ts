import { availableParallelism } from 'node:os';
import { columnsOf, columnsOption } from '../columns.ts';
import { type Call, type Command, type Terminal, UsageError } from '../command.ts';
import { checkedDate } from '../dates.ts';
import { openCodebook } from '../engine.ts';
import { count } from '../page/words.ts';
import { Coders } from './coders.ts';
import { linesOf } from './lines.ts';

/** The network has two threads of its own in each: more threads than this only wait for each other. */
const threadsByDefault = (): number => Math.max(1, Math.floor(availableParallelism() / 2));

const MOST = 64;

const threadsOf = (call: Call): number => {
  const word = call.value('threads');
  if (word === null) return threadsByDefault();
  if (/^[1-9]\d?$/.test(word) && Number(word) <= MOST) return Number(word);
  throw new UsageError(`--threads needs a number from 1 to ${MOST}, not "${word}".`, 'code');
};

const run = async (call: Call, terminal: Terminal): Promise<number> => {
  const threads = threadsOf(call);
  const codebook = call.value('codebook');
  const data = { codebook, columns: columnsOf(call), asOf: checkedDate(call, 'as-of', 'code') };
  // What is wrong with a codebook is told once and in full, not by each thread.
  if (codebook !== null) await openCodebook({ extra: [codebook] });
  const coders = await Coders.open(threads, data);
  let [good, bad] = [0, 0];
  try {
    await coders.code(linesOf(terminal.stdin), async (answer) => {
      if (answer.startsWith('{"error":')) bad += 1;
      else good += 1;
      await terminal.out.write(`${answer}\n`);
    });
  } finally {
    await coders.close();
  }
  if (bad > 0) await terminal.err.write(`readout: ${count(good, 'line')} coded, ${bad} answered with an error.\n`);
  return good > 0 || bad === 0 ? 0 : 1;
};

/** `readout code`: JSON lines in, readouts out; for any cluster. */
export const codeCommand: Command = {
  name: 'code',
  operands: '',
  summary:
    'Code reports from standard input, one JSON object a line, into readouts, one a line: for pipes and clusters.',
  atLeast: 0,
  atMost: 0,
  options: [
    {
      name: 'threads',
      value: 'N',
      description: 'Code so many lines at once; half as many as there are processors unless told.',
    },
    {
      name: 'as-of',
      value: 'DATE',
      description: 'Resolve times as of this date (2026-03-02), whatever date the report has or lacks.',
    },
    { name: 'codebook', value: 'DIR', description: 'A folder of YAML files that add to the codebook or override it.' },
    columnsOption,
  ],
  details: [
    'A line has the text and what is known of the report: {"text": "...", "title": "...", "publisher": "...", "published": "2026-03-02", "url": "..."}.',
    'Answers come in the order of the lines, one for each. A line that cannot be coded is answered with {"error": {"code", "message", "line"}}.',
    'Empty lines have no answer. Opens no ledger and no file but the codebook.',
    'Exit code: 0 if any line was coded or there was none, 1 if each failed, 2 if the command was called wrongly.',
  ],
  run,
};
