import type { Reading, ReportFormat } from '../report-format.ts';
import type { ReportItem } from '../report-item.ts';
import type { Source } from '../source.ts';

const SIGNATURES: readonly string[] = ['PK\u0003\u0004', 'PK\u0005\u0006'];

const isZip = (head: Uint8Array): boolean => SIGNATURES.includes(Buffer.from(head.subarray(0, 4)).toString('latin1'));

async function* read(source: Source, reading: Reading): AsyncGenerator<ReportItem> {
  // Loaded here and not above: few reports come in archives.
  const { readZip } = await import('./read-zip.ts');
  yield* readZip(source, reading);
}

/** ZIP archives and WACZ, file by file; archives inside are read too. Nothing is written anywhere, whatever the files are called. */
export const zip: ReportFormat = {
  endings: ['.zip', '.wacz'],
  is: (_, head) => isZip(head),
  read,
};
