import { columnsOption } from './columns.ts';
import type { Command } from './command.ts';
import { findInputs } from './inputs.ts';
import { formatOption, printRows, rowOptions } from './rows.ts';
import { webOptions } from './web.ts';

/** `readout read`: reports in, rows out. */
export const readCommand: Command = {
  name: 'read',
  operands: 'FILE|FOLDER|GLOB|URL|-...',
  summary: 'Read reports and print their rows: who said what, what is planned, who is who.',
  atLeast: 1,
  atMost: Number.POSITIVE_INFINITY,
  options: [{ ...formatOption, fallback: 'text' }, ...rowOptions, columnsOption, ...webOptions],
  details: [
    'Reads plain text, Markdown, HTML and PDF, told apart by content; "-" is standard input. Folders are searched for such files.',
    'Reads feeds and sitemaps of news (RSS, Atom, JSON Feed), wires (NewsML, NITF, ninjs) and mails (.eml, .mhtml).',
    'Reads each report of what holds many: web archives (WARC, WACZ), ZIP archives, rows of JSONL, CSV, TSV and Parquet, also',
    'packed with gzip. Of a bad record its place is told, and the others are read. See docs/cli.md.',
    'An http or https address is fetched, with care for its server: see readout fetch in docs/cli.md.',
    'json prints one object for one file and an array for several; jsonl prints one object a line. See docs/schema.json.',
    'annotations prints the rows as W3C Web Annotations (JSON-LD), one collection a report.',
    'ics prints the agenda of all reports as one iCalendar file; what has no date is left out.',
    'A report that cannot be read is named on standard error and does not stop the others.',
    'Exit code: 0 if any report was read, 1 if none was, 2 if the command was called wrongly.',
  ],
  run: (call, terminal) => printRows(call, terminal, 'read', () => findInputs(call, terminal)),
};
