import type { ReportOptions } from '../report-format.ts';
import { failure, type ReportItem } from '../report-item.ts';
import { readReports } from '../reports.ts';
import type { FetchedReport, Fetcher } from './fetcher.ts';

/** Kinds of content that bytes alone do not always tell, and the endings of files of these kinds. */
const endings: Readonly<Record<string, string>> = {
  'text/csv': '.csv',
  'text/tab-separated-values': '.tsv',
  'application/x-ndjson': '.jsonl',
  'application/jsonl': '.jsonl',
  'message/rfc822': '.eml',
};

/** What a file from an address would be called: "https://paper.example/export?as=csv", text/csv → /export.csv */
const fileNameOf = ({ finalUrl, contentType }: FetchedReport): string => {
  const { pathname } = new URL(finalUrl);
  const ending = endings[contentType ?? ''] ?? '';
  return pathname.toLowerCase().endsWith(ending) ? pathname : `${pathname}${ending}`;
};

/** Reads what was fetched through the door that files go through; its server's word counts where its bytes are silent. */
export async function* readFetched(fetched: FetchedReport, options: ReportOptions = {}): AsyncGenerator<ReportItem> {
  const { url, finalUrl, bytes, charset, contentType, warnings } = fetched;
  const known: ReportOptions = {
    ...options,
    charset,
    url: finalUrl,
    ...(contentType === 'text/markdown' && { format: 'markdown' }),
  };
  let told = warnings;
  for await (const item of readReports({ name: url, bytes, called: fileNameOf(fetched) }, known)) {
    yield item.kind === 'report' ? { ...item, warnings: [...told, ...item.warnings] } : item;
    if (item.kind === 'report') told = [];
  }
}

/** Fetches a URL and reads the reports in what comes, whatever that is: a page, a feed, an archive. Never throws. */
export async function* fetchItems(
  fetcher: Pick<Fetcher, 'fetchReport'>,
  url: string,
  options: ReportOptions = {},
): AsyncGenerator<ReportItem> {
  let fetched: FetchedReport;
  try {
    fetched = await fetcher.fetchReport(url);
  } catch (error) {
    yield failure(url, error);
    return;
  }
  yield* readFetched(fetched, options);
}
