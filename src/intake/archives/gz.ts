import type { Reading, ReportFormat } from '../report-format.ts';
import type { ReportItem } from '../report-item.ts';
import { type Gap, type Source, streamSource } from '../source.ts';
import { gunzip, isGzip } from './gunzip.ts';

async function* readGzip(source: Source, reading: Reading): AsyncGenerator<ReportItem> {
  const gaps: Gap[] = [];
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const bytes of gunzip(source.name, source.chunks(), gaps)) {
      reading.unpacked(bytes.length);
      yield bytes;
    }
  };
  const inner = await streamSource(source.name, counted());
  try {
    yield* reading.inside({ ...inner, gaps });
  } finally {
    await inner.close();
  }
}

/** Anything packed with gzip (RFC 1952) by itself, read as what is inside: a page, rows, a web archive. */
export const gzip: ReportFormat = {
  endings: ['.gz'],
  is: (_, head) => isGzip(head),
  read: readGzip,
};
