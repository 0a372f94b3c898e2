import { DEFAULT_LIMIT, readInputs } from './read-input.ts';
import type { Reading } from './report-format.ts';
import { type ReportItem, toItems } from './report-item.ts';
import { refuseBinary } from './sniff.ts';
import type { Source } from './source.ts';

/** Reads a source that is one report, or a page with the posts of a live blog: plain text, Markdown or HTML. Throws before it loads what is no text or too large. */
export async function* readPage(source: Source, { options }: Reading): AsyncGenerator<ReportItem> {
  const { name, head } = source;
  refuseBinary(name, head);
  const bytes = await source.bytes(options.limit ?? DEFAULT_LIMIT);
  yield* toItems(name, (warn) => readInputs({ name, bytes }, { ...options, warn }));
}
