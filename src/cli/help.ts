import { commonOptions } from './arguments.ts';
import type { Command, Option } from './command.ts';

const labelOf = ({ name, value, choices }: Option): string =>
  value === undefined ? `--${name}` : `--${name} ${choices?.join('|') ?? value}`;

const inColumns = (rows: readonly (readonly [string, string])[]): string[] => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
};

const usageOf = (command: Command): string =>
  `readout ${[command.name, command.operands, command.options.length > 0 ? '[options]' : ''].filter(Boolean).join(' ')}`;

/** The help of one command. */
export const commandHelp = (command: Command): string => {
  const options = [...command.options, ...commonOptions];
  const rows = options.map((option): readonly [string, string] => {
    const fallback = option.fallback === undefined ? '' : ` Default: ${option.fallback}.`;
    return [labelOf(option), option.description + fallback];
  });
  const details = command.details.length > 0 ? ['', ...command.details] : [];
  return [command.summary, '', `Usage: ${usageOf(command)}`, '', 'Options:', ...inColumns(rows), ...details, ''].join(
    '\n',
  );
};

/** The help of `readout` itself. */
export const generalHelp = (commands: readonly Command[]): string => {
  const rows = commands.map((command): readonly [string, string] => [
    `${command.name} ${command.operands}`.trim(),
    command.summary,
  ]);
  return [
    'Readout reads news reports on politics and diplomacy into rows: who said what, what is planned, who is who,',
    'each with the words it rests on. It works offline, but for addresses that you name.',
    '',
    'Usage: readout COMMAND [options]',
    '',
    'Commands:',
    ...inColumns(rows),
    '',
    'Options:',
    ...inColumns([
      ['--help', 'Show this help, or with a command, its own.'],
      ['--version', 'Show the version.'],
    ]),
    '',
    'Try:  readout read examples/reports     reports as pages of rows',
    '      readout read page.html --format json',
    '      some-command | readout read - --as-of 2026-03-02',
    '',
  ].join('\n');
};
