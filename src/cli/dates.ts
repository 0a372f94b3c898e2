import { type Call, UsageError } from './command.ts';

const isDate = (word: string): boolean => {
  const match = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(word);
  const day = match?.[1] ?? '';
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) && !Number.isNaN(Date.parse(word));
};

/** The date that an option gives, checked; null if it was not given. */
export const checkedDate = (call: Call, option: string, command: string): string | null => {
  const word = call.value(option);
  if (word === null || isDate(word)) return word;
  throw new UsageError(`--${option} needs a date such as 2026-03-02, not "${word}".`, command);
};
