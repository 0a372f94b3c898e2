import type { Call, Option, Terminal } from '../command.ts';
import { type Cells, csvLine } from '../export/csv.ts';
import { type Entry, entryLines, headingLine, type Sheet, sheetFor } from './sheet.ts';

/** What a list can be printed as. */
export const listFormatOption: Option = {
  name: 'format',
  value: 'FORMAT',
  choices: ['text', 'json', 'jsonl', 'csv'],
  fallback: 'text',
  description: 'What to print.',
};

/** A list of things of one kind, and how each is printed. */
export interface Listed<T> {
  readonly items: readonly T[];
  /** What stands over the rows on a page; none where null. */
  readonly heading: string | null;
  /** What is said where there are none. */
  readonly empty: string;
  readonly entry: (item: T) => Entry;
  readonly cells: (item: T) => Cells;
}

const sectionLines = <T>({ items, heading, empty, entry }: Listed<T>, sheet: Sheet): readonly string[] => [
  ...(heading === null ? [] : [headingLine(heading, sheet), '']),
  ...(items.length === 0 ? [sheet.paint.faint(empty), ''] : []),
  ...items.flatMap((item) => [...entryLines(entry(item), sheet), '']),
];

/** The rows of lists for a terminal. */
export const listPage = (lists: readonly Listed<never>[], sheet: Sheet): string =>
  lists
    .flatMap((list) => sectionLines(list, sheet))
    .map((line) => `${line}\n`)
    .join('');

const csvOf = (lists: readonly Listed<never>[]): string => {
  const rows = lists.flatMap(({ items, cells }) => items.map(cells));
  const [first] = rows;
  return first === undefined
    ? ''
    : [Object.keys(first), ...rows.map((row) => Object.values(row))].map(csvLine).join('');
};

/** Prints lists in the format of a call; in the formats for programs they follow each other as one. */
export const printLists = async (
  call: Call,
  terminal: Pick<Terminal, 'out' | 'env'>,
  lists: readonly Listed<never>[],
): Promise<number> => {
  const format = call.value('format');
  const items = lists.flatMap((list): readonly unknown[] => list.items);
  const { out } = terminal;
  if (format === 'json') await out.write(`${JSON.stringify(items, null, 2)}\n`);
  else if (format === 'jsonl') for (const item of items) await out.write(`${JSON.stringify(item)}\n`);
  else if (format === 'csv') await out.write(csvOf(lists));
  else await out.write(listPage(lists, sheetFor(terminal)));
  return 0;
};

/** Lists of different things in one list: each is printed by its own functions only. */
export const asList = <T>(list: Listed<T>): Listed<never> => list as unknown as Listed<never>;
