import { stages } from '../readout/index.ts';
import type { Command } from './command.ts';

const header = ['stage', 'requires', 'adds'] as const;

/** The stages as a table in plain text. */
export const stageTable = (): string => {
  const rows = [header, ...stages.map(({ name, requires, adds }) => [name, requires.join(', '), adds.join(', ')])];
  const widths = header.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
};

/** `readout stages`: the pipeline. */
export const stagesCommand: Command = {
  name: 'stages',
  operands: '',
  summary: 'Print the stages that a report goes through, with what each requires and adds.',
  atLeast: 0,
  atMost: 0,
  options: [],
  details: [],
  run: async (_call, { out }) => {
    await out.write(stageTable());
    return 0;
  },
};
