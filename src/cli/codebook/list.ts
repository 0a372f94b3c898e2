import type { PlacedEntry } from '../../codebook/index.ts';
import { didYouMean } from '../../text/index.ts';
import { type Call, type Command, type Terminal, UsageError } from '../command.ts';
import { openCodebook } from '../engine.ts';

const inColumns = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

const sectionRows = (entries: readonly PlacedEntry[]): string[][] =>
  [...Map.groupBy(entries, ({ section }) => section)].map(([section, own]) => {
    const files = [...new Set(own.map(({ file }) => file))];
    return [section, String(own.length), files.length > 3 ? `${files.length} files` : files.join(', ')];
  });

const run = async (call: Call, { out }: Terminal): Promise<number> => {
  const folder = call.value('codebook');
  const { entries } = await openCodebook({ extra: folder === null ? [] : [folder] });
  const [wanted] = call.operands;
  const sections = [...new Set(entries.map(({ section }) => section))];
  if (wanted !== undefined && !sections.includes(wanted)) {
    const hint = didYouMean(wanted, sections);
    throw new UsageError(`There is no section "${wanted}"; there are ${sections.join(', ')}.${hint}`, 'codebook list');
  }
  const own = entries.filter(({ section }) => section === wanted);
  const rows =
    wanted === undefined
      ? [['section', 'entries', 'files'], ...sectionRows(entries)]
      : own.map(({ id, file, line }) => [id, `${file}:${line}`]);
  await out.write(`${inColumns(rows)}\n`);
  return 0;
};

/** `readout codebook list`: the sections of the codebook, or the entries of one with file and line. */
export const listCommand: Command = {
  name: 'codebook list',
  operands: '[SECTION]',
  summary: 'List the sections of the codebook, or the entries of one with the file and line that they stand in.',
  atLeast: 0,
  atMost: 1,
  options: [
    { name: 'codebook', value: 'DIR', description: 'A folder of YAML files that add to the codebook or override it.' },
  ],
  details: [],
  run,
};
