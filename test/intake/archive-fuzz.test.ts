import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { madeRecord, madeResponse } from '../../bench/made-warc.ts';
import { column, madePdf } from '../support/made-pdf.ts';
import { madeZip } from '../support/made-zip.ts';
import { pageOf, readItems, textOf } from '../support/read-items.ts';

const words = 'The harbour master said that the port would stay open for a month. ';
const rows = ['One', 'Two', 'Three'].map((name) => ({
  title: `Port ${name} stays open`,
  text: words,
  date: '2026-03-02',
}));
const records = [
  madeRecord({ 'WARC-Type': 'warcinfo' }, Buffer.from('software: by hand')),
  madeResponse('https://news.example/1', 'text/html', pageOf('One')),
  madeResponse('https://news.example/2', 'text/html', pageOf('Two')),
];

const samples: readonly (readonly [string, Uint8Array])[] = [
  ['a.warc', Buffer.concat(records)],
  ['a.warc.gz', Buffer.concat(records.map((record) => gzipSync(record)))],
  ['a.html.gz', gzipSync(pageOf('One'))],
  [
    'a.zip',
    madeZip([
      { path: 'a.html', bytes: pageOf('One') },
      { path: 'b.txt', bytes: textOf('Two'), isStored: true },
      { path: 'c.warc.gz', bytes: gzipSync(Buffer.concat(records)) },
    ]),
  ],
  ['a.jsonl', Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'))],
  ['a.json', Buffer.from(JSON.stringify(rows))],
  ['a.csv', Buffer.from(`title,text\n"Port ""One"" open","${words}\n${words}"\nPort Two stays open,${words}\n`)],
  [
    'a.parquet',
    new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: 'title', data: rows.map(({ title }) => title) },
          { name: 'text', data: rows.map(({ text }) => text) },
        ],
        rowGroupSize: 2,
      }),
    ),
  ],
  ['a.pdf', madePdf([[{ text: 'Port stays open', x: 60, y: 780, size: 22 }, ...column([words, words], 60, 740)]])],
];

/** A change to a file: some of its bytes taken out, and others put in their place. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  out: fc.oneof(fc.constant(0), fc.nat(8), fc.nat(400)),
  put: fc.oneof(
    fc.constant(new Uint8Array()),
    fc.uint8Array({ maxLength: 12 }),
    fc.constantFrom(Uint8Array.of(255, 255, 255, 127), Uint8Array.of(0, 0, 0, 128)),
  ),
});
const changed = (bytes: Uint8Array, changes: readonly { at: number; out: number; put: Uint8Array }[]): Uint8Array =>
  changes.reduce<Uint8Array>((file, { at, out, put }) => {
    const start = Math.floor(at * file.length);
    return Buffer.concat([file.subarray(0, start), put, file.subarray(start + out)]);
  }, bytes);

/** What must hold of any bytes: they are read or refused with a reason, in time. */
const expectClear = async (name: string, bytes: Uint8Array): Promise<void> => {
  const started = process.cpuUsage();
  const items = await readItems({ name, bytes });
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000);
  expect(items.length).toBeGreaterThan(0);
  for (const item of items)
    if (item.kind === 'failure') expect(item.error.code, item.error.message).not.toBe('internal-error');
};

describe.each(samples)('%s', (name, sample) => {
  test('damaged anyhow is read or refused with a reason, in time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) =>
        expectClear(name, changed(sample, changes)),
      ),
      { numRuns: 60 },
    );
  });

  test('with anything behind its first bytes too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(40), fc.uint8Array({ maxLength: 300 }), (kept, rest) =>
        expectClear(name, Buffer.concat([sample.subarray(0, kept), rest])),
      ),
      { numRuns: 60 },
    );
  });
});
