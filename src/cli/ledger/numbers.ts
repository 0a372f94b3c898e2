import { type Call, type Option, UsageError } from '../command.ts';

/** How many rows a command prints. */
export const limitOption: Option = {
  name: 'limit',
  value: 'N',
  fallback: '50',
  description: 'Print so many at most.',
};

/** A whole number from 1 on that an option gives; throws a `UsageError`. Null where it is not given. */
export const numberOf = (call: Call, option: string, command: string): number | null => {
  const word = call.value(option);
  if (word === null) return null;
  if (/^[1-9]\d{0,8}$/.test(word)) return Number(word);
  throw new UsageError(`--${option} needs a number from 1 on, not "${word}".`, command);
};
