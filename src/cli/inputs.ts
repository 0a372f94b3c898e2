import { listInputs, readFile } from '../intake/index.ts';
import type { Document } from '../text/index.ts';
import type { Call, Terminal } from './command.ts';
import { messageOf } from './failure.ts';
import { oneLine } from './page/words.ts';
import { type Progress, progressOn } from './progress.ts';

/** What is done with each report; `name` is what it was read from, `progress` is told how far a long one is. */
export type Use = (document: Document, name: string, progress: Progress) => Promise<void>;

/** Which inputs a call means, and whether it may mean several. */
export interface Inputs {
  readonly paths: readonly string[];
  readonly several: boolean;
  readonly failed: number;
}

/** Expands the operands; what cannot be found is told at once and never stops the others. */
export const findInputs = async (call: Call, terminal: Terminal): Promise<Inputs> => {
  const { paths, problems } = await listInputs(call.operands);
  for (const problem of problems) await terminal.err.write(`readout: ${messageOf(problem, terminal.env)}\n`);
  if (paths.length === 0 && problems.length === 0) {
    const where = oneLine(call.operands.join(', '));
    await terminal.err.write(`readout: ${where} holds no text, Markdown or HTML file; name the files themselves.\n`);
  }
  const [only] = paths;
  const several = !(call.operands.length === 1 && paths.length === 1 && only === call.operands[0]);
  return { paths, several, failed: problems.length };
};

const named = (path: string, message: string): string =>
  message.includes(path === '-' ? 'stdin' : path) ? message : `${path}: ${message}`;

/**
 * Reads each input and uses it. A bad one is told on standard error and never stops the others.
 * Returns the exit code: 1 where nothing could be read.
 */
export const eachInput = async ({ paths, failed }: Inputs, terminal: Terminal, use: Use): Promise<number> => {
  const progress = progressOn(terminal.err, paths.length);
  let good = 0;
  let bad = failed;
  for (const [index, path] of paths.entries()) {
    await progress.at(index, path);
    const warnings: string[] = [];
    try {
      const document = await readFile(path, { warn: ({ message }) => warnings.push(message) }, terminal.stdin);
      await progress.clear();
      for (const warning of warnings) await terminal.err.write(`readout: ${named(path, warning)}\n`);
      await use(document, path, progress);
      good += 1;
    } catch (error) {
      bad += 1;
      await progress.clear();
      await terminal.err.write(`readout: ${named(path, messageOf(error, terminal.env))}\n`);
    }
  }
  await progress.clear();
  if (bad > 0 && good + bad > 1)
    await terminal.err.write(`readout: ${good} of ${good + bad} inputs read, ${bad} could not be.\n`);
  return good > 0 ? 0 : 1;
};
