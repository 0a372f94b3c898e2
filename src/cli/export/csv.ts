/** A value of a cell; null is an empty one. */
export type Cell = string | number | boolean | null;

/** A row as columns in their order. */
export type Cells = Readonly<Record<string, Cell>>;

const quoted = (cell: Cell): string => {
  const text = cell === null ? '' : String(cell).toWellFormed();
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A line of CSV (RFC 4180). */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(quoted).join(',')}\r\n`;

// What a cell of tab-separated values cannot hold; such files know no quoting.
const breaks = /[\t\r\n\u0085\u2028\u2029]+/g;

/** A line of tab-separated values; tabs and line ends in a cell become spaces. */
export const tsvLine = (cells: readonly Cell[]): string =>
  `${cells.map((cell) => (cell === null ? '' : String(cell).toWellFormed().replace(breaks, ' '))).join('\t')}\n`;
