import { draftDocument } from '../draft-document.ts';
import { ReadoutError } from '../error.ts';
import { labelLines } from '../label-lines.ts';
import type { Reading, ReportFormat } from '../report-format.ts';
import { type ReportItem, toItem } from '../report-item.ts';
import type { Source } from '../source.ts';
import { pdfBlocks } from './pdf-blocks.ts';
import { type PdfPage, readPdfPages } from './pdf-page.ts';
import { readingOrder } from './reading-order.ts';
import { withoutRunning } from './running-lines.ts';

/** Pictures make a PDF large, not words: it may have more bytes than other reports. */
const MOST_BYTES = 50_000_000;
/** Fewer letters than this on a page of a report are stamped on a picture of it. */
const LEAST_LETTERS = 40;

const letters = ({ runs }: PdfPage): number =>
  runs.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);

/** Letters of fonts that do not say which letters they are. */
const isGibberish = (text: string): boolean =>
  (text.match(/[\ufffd\ue000-\uf8ff\p{Cc}]/gu)?.length ?? 0) * 10 > text.length;

const noText = (name: string, why: string): ReadoutError =>
  new ReadoutError(
    'no-text-layer',
    `${name} ${why}; have its letters recognized first (for example: ocrmypdf scan.pdf report.pdf) and read the result.`,
    { name },
  );

async function* readPdf(source: Source, { options }: Reading): AsyncGenerator<ReportItem> {
  const { name } = source;
  const pdf = await readPdfPages(await source.bytes(Math.max(options.limit ?? 0, MOST_BYTES)), name);
  const empty = pdf.pages.filter((page) => letters(page) < LEAST_LETTERS).length;
  if (empty === pdf.pages.length) throw noText(name, 'holds pictures of pages and no text');
  const { lines, url } = withoutRunning(pdf.pages.flatMap(readingOrder), pdf.pages);
  if (isGibberish(lines.map(({ text }) => text).join(' ')))
    throw noText(name, 'does not say which letters its fonts show');
  yield toItem(name, (warn) => {
    const draft = labelLines(pdfBlocks(lines));
    const document = draftDocument(
      { ...draft, title: draft.title ?? pdf.title, url: draft.url ?? url ?? options.url ?? null },
      name,
    );
    // Plates and maps have no words either; half of the pages is more than those.
    if (empty * 2 > pdf.pages.length)
      warn({
        code: 'pages-without-text',
        message: `${name}: ${empty} of ${pdf.pages.length} pages hold no text and were left out; if they are scans, have their letters recognized.`,
      });
    return document;
  });
}

/** PDF files (ISO 32000) with a text layer: one report each. A scan is refused with what to do about it. */
export const pdf: ReportFormat = {
  endings: ['.pdf'],
  is: (_, head) => Buffer.from(head.subarray(0, 1024)).includes('%PDF-'),
  read: readPdf,
};
