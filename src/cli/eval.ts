import { didYouMean } from '../text/index.ts';
import type { Call, Command, Terminal } from './command.ts';
import { UsageError } from './command.ts';
import { openEngine } from './engine.ts';

const run = async (call: Call, { out }: Terminal): Promise<number> => {
  const gold = call.value('gold');
  if (gold === null) throw new UsageError('readout eval needs --gold DIR, the folder with the gold data.', 'eval');
  const { runEval, taskNames } = await import('../../eval/index.ts');
  const task = call.value('task');
  if (task !== null && !taskNames.includes(task)) {
    const hint = didYouMean(task, taskNames);
    throw new UsageError(`--task is one of ${taskNames.join(', ')}, not "${task}".${hint}`, 'eval');
  }
  const held = await runEval({
    engine: () => openEngine(null),
    gold,
    split: call.value('split') === 'test' ? 'test' : 'dev',
    task,
    errors: call.has('errors'),
    format: call.value('format') === 'json' ? 'json' : 'text',
    write: (line: string) => void out.write(`${line}\n`),
  });
  return held ? 0 : 1;
};

/** `readout eval`: every figure that the gold data can give. */
export const evalCommand: Command = {
  name: 'eval',
  operands: '',
  summary: 'Measure Readout against gold data and print every table that the data can give.',
  atLeast: 0,
  atMost: 0,
  options: [
    {
      name: 'gold',
      value: 'DIR',
      description: 'The folder with the gold data (needed); what is absent in it is skipped.',
    },
    { name: 'split', value: 'SPLIT', choices: ['dev', 'test'], fallback: 'dev', description: 'Which half to score.' },
    { name: 'task', value: 'NAME', description: 'Only this table.' },
    { name: 'errors', description: 'Print the errors behind the figures too.' },
    { name: 'format', value: 'FORMAT', choices: ['text', 'json'], fallback: 'text', description: 'What to print.' },
  ],
  details: ['docs/evaluation.md says what each figure means. Exit code 1: nothing was scored.'],
  run,
};
