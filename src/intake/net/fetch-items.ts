import type { ReportOptions } from '../report-format.ts';
import { failure, type ReportItem } from '../report-item.ts';
import { readReports } from '../reports.ts';
import type { FetchedReport, Fetcher } from './fetcher.ts';

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
  for await (const item of readReports({ name: url, bytes }, known)) {
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
