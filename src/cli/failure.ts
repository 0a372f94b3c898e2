import { ReadoutError } from '../intake/index.ts';
import { UsageError } from './command.ts';

const systemMessages: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read it; check its permissions',
  EISDIR: 'it is a folder',
  EMFILE: 'too many files are open; read fewer at once',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links lead in a circle',
};

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '');

const plainMessage = (error: unknown): string => {
  if (error instanceof UsageError || error instanceof ReadoutError) return error.message;
  if (!(error instanceof Error)) return `something went wrong (${String(error)})`;
  const system = systemMessages[codeOf(error)];
  if (system !== undefined) return system;
  return `something went wrong inside Readout: ${error.message.split('\n')[0]}. Run it again with READOUT_DEBUG=1 and report what it prints.`;
};

/** What a person is told about an error: one line, or the whole stack where `READOUT_DEBUG` is set. */
export const messageOf = (error: unknown, env: Readonly<Record<string, string | undefined>>): string => {
  const debug = (env.READOUT_DEBUG ?? '') !== '' && env.READOUT_DEBUG !== '0';
  return debug && error instanceof Error ? (error.stack ?? error.message) : plainMessage(error);
};
