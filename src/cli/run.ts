import { parseCall } from './arguments.ts';
import { type Command, type Terminal, UsageError } from './command.ts';
import { commands } from './commands.ts';
import { messageOf } from './failure.ts';
import { commandHelp, generalHelp } from './help.ts';
import { didYouMean } from './nearest.ts';
import { version } from './version.ts';

const commandNamed = (word: string): Command => {
  const command = commands.find(({ name }) => name === word);
  if (command !== undefined) return command;
  const what = word.startsWith('-') ? 'option' : 'command';
  const known = word.startsWith('-') ? ['--help', '--version'] : commands.map(({ name }) => name);
  throw new UsageError(`Unknown ${what} ${word}.${didYouMean(word, known)}`);
};

const perform = async (words: readonly string[], terminal: Terminal): Promise<number> => {
  const [first, ...rest] = words;
  if (first === undefined || first === '--help' || first === '-h' || (first === 'help' && rest.length === 0)) {
    await terminal.out.write(generalHelp(commands));
    return first === undefined ? 2 : 0;
  }
  if (first === '--version' || first === '-v') {
    await terminal.out.write(`${version()}\n`);
    return 0;
  }
  if (first === 'help') return perform([...rest, '--help'], terminal);
  const command = commandNamed(first);
  const call = parseCall(
    rest.map((word) => (word === '-h' ? '--help' : word)),
    command,
  );
  if (!call.has('help')) return command.run(call, terminal);
  await terminal.out.write(commandHelp(command));
  return 0;
};

/**
 * Runs `readout` with the words after its name and returns the exit code: 0 done, 1 nothing could be read, 2 called wrongly.
 * Never throws: what goes wrong is one line on standard error (the whole stack with READOUT_DEBUG=1).
 */
export const run = async (words: readonly string[], terminal: Terminal): Promise<number> => {
  try {
    return await perform(words, terminal);
  } catch (error) {
    const usage = error instanceof UsageError;
    const hint = usage ? `\nSee: readout ${error.command === null ? '' : `${error.command} `}--help` : '';
    await terminal.err.write(`readout: ${messageOf(error, terminal.env)}${hint}\n`);
    return usage ? 2 : 1;
  }
};
