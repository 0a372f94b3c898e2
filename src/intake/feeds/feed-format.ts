import type { IntakeWarning } from '../decode.ts';
import { draftDocument } from '../draft-document.ts';
import { ReadoutError } from '../error.ts';
import { sharedLanguage } from '../language.ts';
import type { Reading, ReportFormat } from '../report-format.ts';
import { type ReportItem, toItem } from '../report-item.ts';
import type { Source } from '../source.ts';
import { entryDraft } from './entry-draft.ts';
import type { AddressList, Feed, FeedEntry } from './feed.ts';
import { type FeedOptions, isFeed, opensAsFeed, opensAsSitemap, readListing, readSitemap } from './read-feed.ts';
import { sitemapFeed } from './sitemap.ts';

/** In bytes: no sitemap may be larger (sitemaps.org). */
const LARGEST = 50_000_000;

const opensAsJsonFeed = (head: string): boolean =>
  /^\s*\{/.test(head) &&
  /"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org\\?\/version\\?\//i.test(head.replaceAll('\\/', '/'));

const textOfHead = (head: Uint8Array): string => {
  const encoding =
    head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(head);
};

const listOf = (list: AddressList, name: string): ReadoutError => {
  const what = list.kind === 'opml' ? 'feeds' : 'sitemaps';
  return new ReadoutError(
    'list-of-addresses',
    `${name} is a list of ${list.addresses.length} ${what} and holds no report; fetch them with "readout fetch ${name}".`,
    { name, addresses: list.addresses.map(({ url }) => url) },
  );
};

const withWarnings = (item: ReportItem, warnings: readonly IntakeWarning[]): ReportItem =>
  item.kind === 'report' ? { ...item, warnings: [...warnings, ...item.warnings] } : item;

const entryItem = (entry: FeedEntry, feed: Feed, name: string, language: string | null = null): ReportItem => {
  if ((entry.title ?? entry.summary ?? entry.content) === null)
    return { kind: 'skipped', name, what: entry.url === null ? 'an empty entry' : `an address alone: ${entry.url}` };
  return toItem(name, (warn) => {
    const { draft, warnings } = entryDraft(entry, feed, name);
    for (const warning of warnings) warn(warning);
    return draftDocument(draft, name, language);
  });
};

/** The language of each entry that is a headline alone, where those that declare one language are in it together. */
const languagesOf = (entries: readonly FeedEntry[]): ((entry: FeedEntry) => string | null) => {
  const titles = Map.groupBy(entries, ({ language }) => language);
  const shared = new Map(
    [...titles].map(([declared, own]) => [
      declared,
      sharedLanguage(
        own.map(({ title }) => title).filter((title) => title !== null),
        declared,
      ),
    ]),
  );
  return ({ title, language }) => (title === null ? null : (shared.get(language)?.(title) ?? null));
};

/** A long sitemap is read part by part; what is odd about it is told with the report that comes next, or the last. */
async function* readSitemapEntries(source: Source, known: FeedOptions, most: number): AsyncGenerator<ReportItem> {
  const { name } = source;
  const feed = sitemapFeed([]);
  let warnings: readonly IntakeWarning[] = [];
  let held: ReportItem | null = null;
  let count = 0;
  for (const part of readSitemap(await source.bytes(most), name, known)) {
    warnings = [...warnings, ...part.warnings];
    const languageOf = languagesOf(part.entries);
    for (const entry of part.entries) {
      if (held !== null) yield held;
      count += 1;
      held = withWarnings(entryItem(entry, feed, `${name}#${count}`, languageOf(entry)), warnings);
      if (held.kind === 'report') warnings = [];
    }
  }
  if (held !== null) yield withWarnings(held, warnings);
}

async function* readEntries(source: Source, { options }: Reading): AsyncGenerator<ReportItem> {
  const { name } = source;
  const most = Math.max(options.limit ?? 0, LARGEST);
  const known = { address: options.url ?? null, charset: options.charset ?? null };
  if (opensAsSitemap(textOfHead(source.head))) {
    yield* readSitemapEntries(source, known, most);
    return;
  }
  const list = readListing(await source.bytes(most), name, known);
  if (!isFeed(list)) throw listOf(list, name);
  let { warnings } = list;
  for (const [index, entry] of list.entries.entries()) {
    const item = entryItem(entry, list, `${name}#${index + 1}`);
    yield withWarnings(item, warnings);
    if (item.kind === 'report') warnings = [];
  }
}

/** Feeds and sitemaps: a report for each entry, from its whole text or from its headline and summary. */
export const feedFormat: ReportFormat = {
  endings: ['.xml', '.rss', '.atom', '.rdf', '.opml'],
  is: (_, head) => {
    const text = textOfHead(head);
    return opensAsFeed(text) || opensAsJsonFeed(text);
  },
  read: readEntries,
};
