import { type ColumnMap, readReports } from '../../intake/index.ts';
import { type Engine, readDocument } from '../../readout/index.ts';
import { ReadoutError } from '../../text/index.ts';
import { messageOf } from '../failure.ts';

/** How lines are coded. */
export interface Coding {
  readonly columns: ColumnMap;
  /** Resolves times as of this date; null: that of each report. */
  readonly asOf: string | null;
}

const bad = (message: string): ReadoutError => new ReadoutError('bad-line', message);

async function* bytesOf(line: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(line);
}

/** What stands in an answer where a line could not be coded. */
export interface LineError {
  readonly error: { readonly code: string; readonly message: string; readonly line: number };
}

const objectOf = (line: string): void => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw bad(`This line is no JSON (${error instanceof Error ? error.message : String(error)}).`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw bad('A line is an object with the text of a report: {"text": "...", "title": "...", "published": "..."}.');
};

const read = async (line: string, engine: Engine, { columns, asOf }: Coding) => {
  objectOf(line);
  const found = [];
  for await (const item of readReports('-', { stdin: bytesOf(line), columns })) found.push(item);
  const failure = found.find((item) => item.kind === 'failure');
  const reports = found.filter((item) => item.kind === 'report');
  const [report, other] = reports;
  if (report === undefined) throw failure?.kind === 'failure' ? failure.error : bad('This line holds no report.');
  if (other !== undefined) throw bad(`This line holds ${reports.length} reports; give each a line of its own.`);
  return (await readDocument(report.document, engine, { asOf })).readout;
};

/** The answer to one line: its readout, or an error object that names the line. Never throws. */
export const codeLine = async (line: string, number: number, engine: Engine, coding: Coding): Promise<string> => {
  try {
    return JSON.stringify(await read(line, engine, coding));
  } catch (error) {
    const code = error instanceof ReadoutError ? error.code : 'internal-error';
    // What intake calls the standard input is a line of it here.
    const message = messageOf(error, {}).replace(/^stdin(?::\d+)?/, `line ${number}`);
    return JSON.stringify({ error: { code, message, line: number } } satisfies LineError);
  }
};
