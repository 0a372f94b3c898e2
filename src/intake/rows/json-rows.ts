import { ByteReader } from '../archives/byte-reader.ts';
import { ReadoutError } from '../error.ts';
import { DEFAULT_LIMIT, tooLarge } from '../read-input.ts';
import type { Reading, ReportFormat } from '../report-format.ts';
import { failure, type ReportItem } from '../report-item.ts';
import type { Source } from '../source.ts';
import { cellOf, checkColumns, type Row } from './columns.ts';
import { jsonValues } from './json-values.ts';
import { rowItem } from './row-item.ts';

/** An object around a list of rows has to be kept whole. */
const LARGEST_WRAPPER = 30_000_000;

const isRow = (value: unknown): value is Row => value !== null && typeof value === 'object' && !Array.isArray(value);

const parse = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));

const badRow = (name: string, error: unknown): ReadoutError =>
  new ReadoutError(
    'bad-row',
    `${name} is no JSON object (${error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 120) : 'another value'}); it was left out.`,
    { name },
  );

const isObject = (text: string): boolean => {
  try {
    return isRow(JSON.parse(text));
  } catch {
    return false;
  }
};

/** How a file of JSON holds its rows: a line each, in a list, or as one object or several. */
const shapeOf = (head: string, isWhole: boolean): 'lines' | 'list' | 'values' => {
  if (/^\s*\[/.test(head)) return 'list';
  const lines = head
    .trimStart()
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (lines.length === 1) return isWhole ? 'values' : 'lines';
  // The last line of a head may be cut; the first of a file may be broken.
  return lines.slice(0, 5).some(isObject) ? 'lines' : 'values';
};

const headOf = ({ head }: Source): string => new TextDecoder().decode(head);

async function* readLines(source: Source, { options }: Reading): AsyncGenerator<ReportItem> {
  // Escapes make a line longer than the text in it.
  const limit = (options.limit ?? DEFAULT_LIMIT) * 2;
  const reader = new ByteReader(source.chunks());
  for (let number = 1; ; number += 1) {
    const line = await reader.line(limit);
    if (line === null) return;
    const name = `${source.name}:${number}`;
    let part = line;
    while (part.length === limit && part.at(-1) !== 10) part = (await reader.line(limit)) ?? Buffer.from('\n');
    if (part !== line) yield failure(name, tooLarge(name, null, limit));
    else if (line.toString('latin1').trim() !== '') yield rowIn(line, name, options);
  }
}

const rowIn = (bytes: Uint8Array, name: string, options: Reading['options']): ReportItem => {
  try {
    const row = parse(bytes);
    return isRow(row) ? rowItem(row, name, options) : failure(name, badRow(name, null));
  } catch (error) {
    return failure(name, badRow(name, error));
  }
};

/** Whether an object is itself a row; else it may be an answer of a service, with rows in it. */
const holdsText = (row: Row, options: Reading['options']): boolean => {
  const value = cellOf(row, 'text', options.columns ?? {});
  return typeof value === 'string' || isRow(value);
};

/** The list of rows in an object, at most two levels down: {"response": {"results": […]}}. */
const listIn = (object: Row, depth = 0): readonly Row[] | null => {
  for (const value of Object.values(object)) {
    if (Array.isArray(value) && value.length > 0 && value.every(isRow)) return value;
    const inner = isRow(value) && depth < 2 ? listIn(value, depth + 1) : null;
    if (inner !== null) return inner;
  }
  return null;
};

/** The rows of an object: itself, or those that an answer of a service has inside. Throws where it is neither. */
function* rowsOf(object: Row, name: string, options: Reading['options']): Generator<ReportItem> {
  const rows = holdsText(object, options) ? null : listIn(object);
  if (rows === null) {
    checkColumns(Object.keys(object), options.columns ?? {}, name);
    yield rowItem(object, name, options);
  } else for (const [index, row] of rows.entries()) yield rowItem(row, `${name}#${index + 1}`, options);
}

function* rowsIn(bytes: Uint8Array, name: string, options: Reading['options']): Generator<ReportItem> {
  try {
    const value = parse(bytes);
    if (!isRow(value)) throw badRow(name, null);
    yield* rowsOf(value, name, options);
  } catch (error) {
    yield failure(name, error instanceof ReadoutError ? error : badRow(name, error));
  }
}

const cut = (name: string): ReadoutError =>
  new ReadoutError('truncated-input', `${name} is cut in the middle of a value; get it again from where it came.`, {
    name,
  });

async function* readList({ name, chunks }: Source, { options }: Reading): AsyncGenerator<ReportItem> {
  const limit = (options.limit ?? DEFAULT_LIMIT) * 2;
  let number = 0;
  for await (const value of jsonValues(chunks(), 1, limit)) {
    number += 1;
    const own = `${name}#${number}`;
    if (value.kind === 'value') yield rowIn(value.bytes, own, options);
    else yield failure(own, value.kind === 'cut' ? cut(own) : tooLarge(own, null, limit));
  }
}

async function* readValues({ name, chunks }: Source, { options }: Reading): AsyncGenerator<ReportItem> {
  let number = 0;
  for await (const value of jsonValues(chunks(), 0, LARGEST_WRAPPER)) {
    number += 1;
    const own = number === 1 ? name : `${name}#${number}`;
    if (value.kind === 'value') yield* rowsIn(value.bytes, own, options);
    else yield failure(own, value.kind === 'cut' ? cut(own) : tooLarge(own, null, LARGEST_WRAPPER));
  }
}

async function* readJson(source: Source, reading: Reading): AsyncGenerator<ReportItem> {
  const shape = shapeOf(headOf(source), source.head.length === source.size);
  if (shape === 'lines') yield* readLines(source, reading);
  else yield* shape === 'list' ? readList(source, reading) : readValues(source, reading);
}

/** Rows as JSON: a line each (JSONL, NDJSON), a list of objects, or one object, around a list or not. */
export const jsonRows: ReportFormat = {
  endings: ['.jsonl', '.ndjson', '.json'],
  is: (name, head) => {
    const text = new TextDecoder().decode(head.subarray(0, 4096));
    return (
      /^\s*(?:\{\s*(?:"|\})|\[\s*\{\s*")/.test(text) ||
      (/\.(?:jsonl|ndjson|json)$/i.test(name) && /^\s*[[{]/.test(text))
    );
  },
  read: readJson,
};
