import { didYouMean } from '../text/index.ts';
import { parseCall } from './arguments.ts';
import { type Command, type Terminal, UsageError } from './command.ts';
import { commands } from './commands.ts';
import { messageOf } from './failure.ts';
import { commandHelp, generalHelp } from './help.ts';
import { version } from './version.ts';

/** The command that the first words name, one or two ("codebook check"), and how many words that took. */
const commandNamed = (words: readonly string[]): { readonly command: Command; readonly taken: number } => {
  const [first = '', second = ''] = words;
  const own = commands.filter(({ name }) => name === first || name.startsWith(`${first} `));
  const command = own.find(({ name }) => name === first) ?? own.find(({ name }) => name === `${first} ${second}`);
  if (command !== undefined) return { command, taken: command.name.split(' ').length };
  const inner = own.map(({ name }) => name.slice(first.length + 1));
  if (own.length > 0 && second !== '' && !second.startsWith('-'))
    throw new UsageError(`Unknown command ${first} ${second}.${didYouMean(second, inner, `${first} `)}`);
  if (own.length > 0) throw new UsageError(`readout ${first} needs one of ${inner.join(', ')}.`);
  const what = first.startsWith('-') ? 'option' : 'command';
  const known = first.startsWith('-')
    ? ['--help', '--version']
    : commands.map(({ name }) => name.split(' ')[0] ?? name);
  throw new UsageError(`Unknown ${what} ${first}.${didYouMean(first, known)}`);
};

/** "readout codebook --help": the help of all commands that begin so. */
const groupHelp = (first: string): string =>
  commands
    .filter(({ name }) => name.startsWith(`${first} `))
    .map(commandHelp)
    .join('\n');

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
  const group = rest.length === 1 && /^(?:-h|--help)$/.test(rest[0] ?? '') ? groupHelp(first) : '';
  if (group !== '') {
    await terminal.out.write(group);
    return 0;
  }
  const { command, taken } = commandNamed(words);
  const call = parseCall(
    words.slice(taken).map((word) => (word === '-h' ? '--help' : word)),
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
