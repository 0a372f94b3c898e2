import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import type { AsyncBuffer, Compressors, FileMetaData } from 'hyparquet';
import { ReadoutError, reasonOf } from '../error.ts';
import type { Reading, ReportFormat } from '../report-format.ts';
import { failure, type ReportItem } from '../report-item.ts';
import { bytesSource, type Source } from '../source.ts';
import { checkColumns, ROW_FIELDS, type Row, usualColumns } from './columns.ts';
import { lz4Block, lz4Frames } from './lz4.ts';
import { rowItem } from './row-item.ts';

/** A table that comes through a pipe has to be kept whole: what is in it is told at its end. */
const MOST_IN_MEMORY = 200_000_000;
/** A group of rows is unpacked as a whole; programs make them of 1 to 128 MB. */
const LARGEST_GROUP = 300_000_000;

const capped = (length: number) => ({ maxOutputLength: Math.max(1, length) });
const compressors: Compressors = {
  GZIP: (bytes, length) => gunzipSync(bytes, capped(length)),
  BROTLI: (bytes, length) => brotliDecompressSync(bytes, capped(length)),
  ZSTD: (bytes, length) => zstdDecompressSync(bytes, capped(length)),
  LZ4: lz4Frames,
  LZ4_RAW: lz4Block,
};

const damaged = (name: string, error: unknown): ReadoutError => {
  const reason = reasonOf(error);
  return new ReadoutError(
    'damaged-input',
    `${name} cannot be read as Parquet (${reason.slice(0, 200)}); write it again from its source.`,
    { name, reason },
  );
};

const bufferOf = async (source: Source): Promise<AsyncBuffer> => {
  const { part, size, name } =
    source.part === null ? bytesSource(source.name, await source.bytes(MOST_IN_MEMORY)) : source;
  if (part === null || size === null) throw damaged(name, new Error('its size is not known'));
  return {
    byteLength: size,
    slice: async (start, end) => {
      const bytes = await part(start, end ?? size);
      return Uint8Array.from(bytes).buffer;
    },
  };
};

/** Of the columns of a table those that hold what a report is made of. */
const wantedColumns = (names: readonly string[], { columns = {} }: Reading['options']): string[] => [
  ...new Set(
    ROW_FIELDS.flatMap((field) => {
      const given = columns[field];
      if (given === undefined) return usualColumns(field, names);
      return [names.includes(given) ? given : (given.split('.')[0] ?? given)];
    }),
  ),
];

type Group = FileMetaData['row_groups'][number];

const sizeOf = (group: Group, columns: readonly string[]): number =>
  group.columns
    .filter(({ meta_data }) => columns.includes(meta_data?.path_in_schema[0] ?? ''))
    .reduce((sum, { meta_data }) => sum + Number(meta_data?.total_uncompressed_size ?? 0), 0);

const readGroup = async (
  file: AsyncBuffer,
  metadata: FileMetaData,
  start: number,
  group: Group,
  columns: string[],
  name: string,
): Promise<readonly Row[]> => {
  if (sizeOf(group, columns) > LARGEST_GROUP)
    throw new ReadoutError(
      'input-too-large',
      `${name} is in a group of rows of more than ${LARGEST_GROUP / 1_000_000} MB; write the table with smaller row groups.`,
      { name },
    );
  try {
    const { parquetReadObjects } = await import('hyparquet');
    return await parquetReadObjects({
      file,
      metadata,
      columns,
      compressors,
      rowStart: start,
      rowEnd: start + Number(group.num_rows),
    });
  } catch (error) {
    throw damaged(name, error);
  }
};

async function* readTable(source: Source, { options }: Reading): AsyncGenerator<ReportItem> {
  const { name } = source;
  // Loaded here and not above: few reports come as tables.
  const { parquetMetadataAsync, parquetSchema } = await import('hyparquet');
  const file = await bufferOf(source);
  let metadata: FileMetaData;
  let names: readonly string[];
  try {
    metadata = await parquetMetadataAsync(file);
    names = parquetSchema(metadata).children.map(({ element }) => element.name);
  } catch (error) {
    throw damaged(name, error);
  }
  checkColumns(names, options.columns ?? {}, name);
  const columns = wantedColumns(names, options);
  let start = 0;
  for (const group of metadata.row_groups) {
    const own = `${name}:${start + 1}`;
    try {
      const rows = await readGroup(file, metadata, start, group, columns, own);
      for (const [index, row] of rows.entries()) yield rowItem(row, `${name}:${start + index + 1}`, options);
    } catch (error) {
      yield failure(own, error);
    }
    start += Number(group.num_rows);
  }
}

/** Tables in Parquet, read by groups of rows, only the columns that hold reports. */
export const parquetRows: ReportFormat = {
  endings: ['.parquet', '.pq'],
  is: (_, head) => Buffer.from(head.subarray(0, 4)).toString('latin1') === 'PAR1',
  read: readTable,
};
