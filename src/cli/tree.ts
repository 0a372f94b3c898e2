import { isReadable, parseDocument } from '../readout/index.ts';
import type { Call, Command, Terminal } from './command.ts';
import { toConllu } from './conllu.ts';
import { openEngine, withProgress } from './engine.ts';
import { eachInput, findInputs } from './inputs.ts';
import { oneLine } from './page/words.ts';

const run = async (call: Call, terminal: Terminal): Promise<number> => {
  const inputs = await findInputs(call, terminal);
  if (inputs.paths.length === 0) return 1;
  const engine = await openEngine(null);
  return eachInput(inputs, terminal, async (document, name, progress) => {
    const read = await parseDocument(document, withProgress(engine, progress, name));
    await progress.clear();
    if (!isReadable(document))
      await terminal.err.write(
        `readout: ${oneLine(name)} is not in English (${document.language}): no trees are made.\n`,
      );
    await terminal.out.write(toConllu(read, name));
  });
};

/** `readout tree`: reports in, CoNLL-U out. */
export const treeCommand: Command = {
  name: 'tree',
  operands: 'FILE|FOLDER|GLOB|-...',
  summary: 'Print the sentences, words and dependency trees of reports as CoNLL-U.',
  atLeast: 1,
  atMost: Number.POSITIVE_INFINITY,
  options: [],
  details: ['Universal Dependencies, version 2. Each block of a report is a paragraph.'],
  run,
};
