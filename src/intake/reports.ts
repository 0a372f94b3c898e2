import { gzip } from './archives/gz.ts';
import { Unpacked } from './archives/unpacked.ts';
import { warc } from './archives/warc.ts';
import { zip } from './archives/zip.ts';
import { ReadoutError } from './error.ts';
import { feedFormat } from './feeds/feed-format.ts';
import { mailFormat } from './mail/mail-format.ts';
import { pdf } from './pdf/pdf-format.ts';
import { readPage } from './read-page.ts';
import type { Reading, ReportFormat, ReportOptions } from './report-format.ts';
import { failure, type ReportItem } from './report-item.ts';
import { csvRows } from './rows/csv-rows.ts';
import { jsonRows } from './rows/json-rows.ts';
import { parquetRows } from './rows/parquet-rows.ts';
import { openSource, type Source, type SourceLike } from './source.ts';
import { wireFormat } from './wires/wire-format.ts';

/** How deep archives may lie in each other. */
const DEEPEST = 5;
/** So many kinds of what is no report are named where there is none. */
const MOST_NAMED = 6;

/** One report a file, of whatever it is that no other format knows. */
const page: ReportFormat = {
  endings: ['.txt', '.text', '.md', '.markdown', '.html', '.htm', '.xhtml', '.wire'],
  is: () => true,
  read: readPage,
};

/** The formats that intake reads reports from; the first that knows a source reads it. */
const formats: readonly ReportFormat[] = [
  gzip,
  zip,
  warc,
  pdf,
  feedFormat,
  wireFormat,
  mailFormat,
  parquetRows,
  jsonRows,
  csvRows,
  page,
];

/** The endings of files that folders are searched for. */
export const reportEndings: readonly string[] = [...new Set(formats.flatMap(({ endings }) => endings))];

const formatOf = ({ name, called = name, head }: Source, options: ReportOptions): ReportFormat => {
  const file = called.replace(/\.gz$/i, '');
  return (options.format === undefined ? formats.find((format) => format.is(file, head)) : undefined) ?? page;
};

const tooDeep = (name: string): ReadoutError =>
  new ReadoutError(
    'archive-too-deep',
    `${name} lies in more than ${DEEPEST} archives inside each other; unpack the outer ones first.`,
    { name, limit: DEEPEST },
  );

const noReports = (name: string, skipped: ReadonlyMap<string, number>): ReadoutError => {
  const found = [...skipped].map(([what, times]) => (times > 1 ? `${what} (${times} times)` : what)).join(', ');
  return new ReadoutError(
    'no-reports',
    `${name} holds no report${found === '' ? '' : `, only ${found}`}; name a source that does.`,
    { name },
  );
};

/** Whether a folder or an archive is searched for such a file; one named by itself is read whatever its ending. */
export const isReadable = (path: string): boolean =>
  reportEndings.some((ending) => path.toLowerCase().endsWith(ending));

const readingAt = (depth: number, options: ReportOptions, all: Unpacked): Reading => ({
  options,
  inside: (source, known = {}) => readSource(source, depth + 1, { ...options, ...known }, all),
  isReadable,
  unpacked: (bytes) => all.add(bytes),
});

async function* readSource(
  source: Source,
  depth: number,
  options: ReportOptions,
  all: Unpacked,
): AsyncGenerator<ReportItem> {
  const { name } = source;
  const skipped = new Map<string, number>();
  let held = 0;
  try {
    if (depth > DEEPEST) throw tooDeep(name);
    for await (const item of formatOf(source, options).read(source, readingAt(depth, options, all))) {
      if (item.kind !== 'skipped') held += 1;
      else if (skipped.size < MOST_NAMED) skipped.set(item.what, (skipped.get(item.what) ?? 0) + 1);
      yield item;
    }
    if (held === 0 && depth === 0) throw noReports(name, skipped);
  } catch (error) {
    yield failure(name, error);
  }
}

/**
 * Reads a source that may hold many reports, in whatever of our formats it is: each report as it is found, with what
 * could not be read and what was no report between them. A source is never loaded whole where its format allows
 * that. Never throws: what is wrong with the source itself is a failure that has its name.
 */
export async function* readReports(source: SourceLike, options: ReportOptions = {}): AsyncGenerator<ReportItem> {
  let opened: Source;
  try {
    opened = await openSource(source, options.stdin ?? process.stdin);
  } catch (error) {
    yield failure(typeof source === 'string' ? source : source.name, error);
    return;
  }
  try {
    yield* readSource(opened, 0, options, new Unpacked(opened));
  } finally {
    await opened.close();
  }
}
