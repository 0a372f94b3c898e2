import { type ReportItem, type ReportOptions, readReports, type SourceLike } from '../../src/intake/index.ts';

/** Everything that is found in a source. */
export const readItems = async (source: SourceLike, options?: ReportOptions): Promise<ReportItem[]> => {
  const items: ReportItem[] = [];
  for await (const item of readReports(source, options)) items.push(item);
  return items;
};

/** What is found, in short: the headline of a report ("Port One stays open" as "One"), the code of a failure, what was skipped. */
export const toldOf = (items: readonly ReportItem[]): string[] =>
  items.map((item) => {
    if (item.kind === 'failure') return item.error.code;
    if (item.kind === 'skipped') return item.what;
    const title = item.document.title ?? '?';
    return /^Port (\w+) stays open$/.exec(title)?.[1] ?? title;
  });

const words = 'The harbour master said that the port would stay open for a month. ';

/** A page that `toldOf` calls by this name. */
export const pageOf = (name: string): Buffer =>
  Buffer.from(`<html><body><h1>Port ${name} stays open</h1><p>${words.repeat(4)}</p></body></html>`);

/** A plain text that `toldOf` calls by this name. */
export const textOf = (name: string): Buffer => Buffer.from(`Port ${name} stays open\n\n${words.repeat(2)}\n`);
