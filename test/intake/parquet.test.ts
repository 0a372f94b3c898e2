import { Readable } from 'node:stream';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import type { ReportOptions } from '../../src/intake/index.ts';
import { packHadoop, packLz4 } from '../support/lz4.ts';
import { readItems, toldOf } from '../support/read-items.ts';

const words = 'The harbour master said that the port would stay open for a month. The minister was glad of it.';
const items = (bytes: Uint8Array, options?: ReportOptions) => readItems({ name: 'a.parquet', bytes }, options);
const told = async (...args: Parameters<typeof items>) => toldOf(await items(...args));

const compressors = {
  GZIP: gzipSync,
  ZSTD: zstdCompressSync,
  BROTLI: brotliCompressSync,
  LZ4_RAW: packLz4,
  LZ4: packHadoop,
};
type Codec = keyof typeof compressors;

describe('Parquet', () => {
  const data = (codec?: Codec, others: Partial<typeof compressors> = {}) => {
    const names = ['One', 'Two', 'Three'];
    const file = parquetWriteBuffer({
      columnData: [
        { name: 'headline', data: names.map((name) => `Port ${name} stays open`) },
        { name: 'body', data: names.map(() => words) },
        { name: 'date', data: names.map((_, index) => new Date(Date.UTC(2026, 2, index + 1))) },
        { name: 'views', data: [1, 2, 3] },
      ],
      rowGroupSize: 2,
      ...(codec === undefined ? {} : { codec, compressors: { ...compressors, ...others } }),
    });
    return new Uint8Array(file);
  };

  test('gives a report for each row of each group', async () => {
    const found = await items(data());
    expect(found).toMatchObject([
      {
        kind: 'report',
        name: 'a.parquet:1',
        document: { title: 'Port One stays open', published: '2026-03-01T00:00:00Z' },
      },
      { kind: 'report', name: 'a.parquet:2' },
      { kind: 'report', name: 'a.parquet:3', document: { text: expect.stringContaining('harbour') } },
    ]);
  });

  test.each(Object.keys(compressors) as Codec[])('packed with %s', async (codec) => {
    expect(await told(data(codec))).toEqual(['One', 'Two', 'Three']);
  });

  test('packed with LZ4 as some programs write it, without frames', async () => {
    expect(await told(data('LZ4', { LZ4: packLz4 }))).toEqual(['One', 'Two', 'Three']);
  });

  test('from a pipe', async () => {
    expect(toldOf(await readItems({ name: 'stdin', chunks: Readable.from([data()]) }))).toEqual([
      'One',
      'Two',
      'Three',
    ]);
  });

  test('a group that is damaged loses no other', async () => {
    const bytes = data();
    bytes.fill(0xff, 4, 60);
    expect(await told(bytes)).toEqual(['damaged-input', 'Three']);
  });

  test.each([
    ['cut', data().subarray(0, -20), 'damaged-input'],
    ['only opened', new TextEncoder().encode('PAR1'), 'damaged-input'],
  ])('%s', async (_, bytes, expected) => {
    expect(await told(bytes)).toEqual([expected]);
  });

  test('a column that is not there is told', async () => {
    expect(await told(data(), { columns: { text: 'story' } })).toEqual(['unknown-column']);
  });
});
