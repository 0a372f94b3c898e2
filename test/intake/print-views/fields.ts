import type { Document } from '../../../src/text/index.ts';
import type { PrintField } from './layouts.ts';
import type { MadeReport } from './reports.ts';

const same = (own: unknown, wanted: unknown): boolean => JSON.stringify(own) === JSON.stringify(wanted);
const bare = (text: string | null | undefined): string => (text ?? '').replace(/[.\s]+$/, '');

const bodyOf = (document: Document): readonly string[] =>
  document.blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'list-item')
    .map(({ span }) => document.text.slice(span.start, span.end));

/** Whether a document has a field as the report has it; words that only open the text (a place of filing) are no error. */
export const isRight: Readonly<Record<PrintField, (document: Document, report: MadeReport) => boolean>> = {
  title: ({ title }, report) => title === report.title,
  dek: ({ dek }, report) => dek === report.dek,
  byline: ({ byline }, report) => same(byline, report.people),
  agency: ({ agency }, report) => agency === report.agency,
  publisher: ({ publisher }, report) => publisher === report.publisher,
  day: ({ published }, report) => published?.slice(0, 10) === report.day,
  caption: ({ images }, report) =>
    same(
      images.map(({ caption }) => bare(caption)),
      [bare(report.caption)],
    ),
  credit: ({ images }, report) =>
    same(
      images.map(({ credit }) => credit),
      [report.credit],
    ),
  related: ({ related }, report) => same(related, [{ title: report.related, url: report.relatedUrl }]),
  url: ({ url }, report) => url === report.url,
  body: (document, report) => {
    const body = bodyOf(document);
    return body.length === report.body.length && body.every((line, index) => line.endsWith(report.body[index] ?? '-'));
  },
};
