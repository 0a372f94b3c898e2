import { Readable } from 'node:stream';
import { decode } from '../decode.ts';
import { ReadoutError } from '../error.ts';
import { DEFAULT_LIMIT } from '../read-input.ts';
import type { Reading, ReportFormat } from '../report-format.ts';
import { failure, type ReportItem } from '../report-item.ts';
import { refuseBinary } from '../sniff.ts';
import type { Source } from '../source.ts';
import { checkColumns, ROW_FIELDS, type Row, usualColumns } from './columns.ts';
import { rowItem } from './row-item.ts';

const DELIMITERS = [',', '\t', ';', '|'] as const;

/** The first line of a table, quoted cells counting as one. */
const firstLine = (head: string): string => /^\ufeff?((?:"(?:[^"]|"")*"|[^"\r\n])*)/.exec(head)?.[1] ?? '';

const cellsOf = (line: string, delimiter: string): readonly string[] =>
  line
    .replace(/"(?:[^"]|"")*"/g, (cell) => cell.slice(1, -1).replaceAll(delimiter, ' '))
    .split(delimiter)
    .map((cell) => cell.trim());

/** What parts the cells of a table: what its first line has most of. */
const delimiterOf = (head: string): string => {
  const line = firstLine(head);
  return DELIMITERS.reduce((best, each) => (cellsOf(line, each).length > cellsOf(line, best).length ? each : best));
};

/** Whether a first line is a row of names, two of which are usual for reports. */
const isHeader = (head: string): boolean => {
  const cells = cellsOf(firstLine(head), delimiterOf(head));
  if (cells.length < 2 || cells.some((cell) => cell.length > 40 || /[.!?]$/.test(cell))) return false;
  const known = ROW_FIELDS.filter((field) => usualColumns(field, cells).length > 0);
  return known.includes('text') && known.length > 1;
};

/** The head up to its last whole line, so that no letter is cut. */
const wholeLines = (head: Uint8Array): Uint8Array => head.subarray(0, head.lastIndexOf(10) + 1 || head.length);

async function* textOf(source: Source, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of source.chunks()) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** A row of cells, and the line that it begins in. */
interface Cells {
  readonly cells: readonly string[];
  readonly line: number;
}

/** The rows of a table (RFC 4180, read leniently) one by one; a row that is broken beyond reading is given as its error. */
async function* cellRows(
  source: Source,
  encoding: string,
  delimiter: string,
  limit: number,
): AsyncGenerator<Cells | ReadoutError> {
  // Loaded here and not above: few reports come as tables.
  const { parse } = await import('csv-parse');
  const broken: ReadoutError[] = [];
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: limit,
    on_skip: (error) => {
      const line = error?.lines ?? 0;
      const name = `${source.name}:${line}`;
      broken.push(
        new ReadoutError(
          'bad-row',
          `${name} is no row of a table (${error?.message ?? 'it is broken'}); it was left out.`,
          { name, line },
        ),
      );
      return undefined;
    },
  });
  const text = Readable.from(textOf(source, encoding));
  text.once('error', (error) => parser.destroy(error));
  let before = 0;
  try {
    for await (const { record, info } of text.pipe(parser) as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      yield* broken.splice(0);
      yield { cells: record, line: before + 1 };
      before = info.lines;
    }
    yield* broken.splice(0);
  } finally {
    text.destroy();
  }
}

const toRow = (names: readonly string[], cells: readonly string[]): Row =>
  Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));

async function* readTable(source: Source, { options }: Reading): AsyncGenerator<ReportItem> {
  const { name, head } = source;
  refuseBinary(name, head);
  const { text, encoding } = decode(name, wholeLines(head), options.charset);
  const limit = (options.limit ?? DEFAULT_LIMIT) * 2;
  let names: readonly string[] | null = null;
  for await (const row of cellRows(source, encoding, delimiterOf(text), limit)) {
    if (row instanceof ReadoutError) yield failure(String(row.data.name), row);
    else if (names === null) {
      names = row.cells.map((cell) => cell.replace(/^\ufeff/, '').trim());
      checkColumns(names, options.columns ?? {}, name);
    } else yield rowItem(toRow(names, row.cells), `${name}:${row.line}`, options);
  }
}

/** Tables as text: CSV (RFC 4180), with commas, semicolons, bars or tabs, and a first row of names. */
export const csvRows: ReportFormat = {
  endings: ['.csv', '.tsv', '.tab'],
  is: (name, head) => {
    if (/\.(?:csv|tsv|tab)$/i.test(name)) return true;
    return isHeader(new TextDecoder().decode(head.subarray(0, 4096)));
  },
  read: readTable,
};
