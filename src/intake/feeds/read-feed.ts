import { type Decoded, decode, type IntakeWarning } from '../decode.ts';
import { ReadoutError } from '../error.ts';
import { opensAs } from '../xml/opens-as.ts';
import { parseXml, parseXmlInParts } from '../xml/parse-xml.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import type { AddressList, Feed, FeedEntry } from './feed.ts';
import { isJsonFeed, jsonFeed } from './json-feed.ts';
import { opmlList, sitemapEntry, sitemapFeed, sitemapIndex } from './sitemap.ts';
import { atomFeed, rssFeed } from './xml-feed.ts';

/** What is known about a feed from where it was found. */
export interface FeedOptions {
  /** Where it was found; relative addresses start there. */
  readonly address?: string | null;
  /** The encoding that the server stated for it. */
  readonly charset?: string | null;
}

const readers: ReadonlyMap<string, (root: XmlElement) => Feed | AddressList> = new Map<
  string,
  (root: XmlElement) => Feed | AddressList
>([
  ['rss', rssFeed],
  ['rdf:rdf', rssFeed],
  ['channel', rssFeed],
  ['atom:feed', atomFeed],
  ['feed', atomFeed],
  ['atom:entry', atomFeed],
  ['sitemapindex', sitemapIndex],
  ['opml', opmlList],
]);

const rootForm = /<(?!\?|!)(?:[\w-]+:)?(rss|rdf|feed|entry|urlset|sitemapindex|opml|channel)(?=[\s>/])/i;

/** Whether a text opens as a feed in XML does, or as a list of feeds; cheap, for telling formats apart. */
export const opensAsFeed = (text: string): boolean => opensAs(text, rootForm);

const notAFeed = (name: string): ReadoutError =>
  new ReadoutError(
    'not-a-feed',
    `${name} is neither a feed (RSS, Atom, JSON Feed, sitemap) nor a list of feeds (OPML); give the address that the site names for its feed.`,
    { name },
  );

const parseJson = (text: string, name: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ReadoutError(
      'bad-json',
      `${name} looks like a JSON Feed but breaks off or is no JSON; get it again from its source.`,
      { name },
      { cause: error },
    );
  }
};

const toText = (
  input: Uint8Array | string,
  name: string,
  charset: string | null,
): Pick<Decoded, 'text' | 'warnings'> =>
  typeof input === 'string' ? { text: input.replace(/^\ufeff/, ''), warnings: [] } : decode(name, input, charset);

const readText = (text: string, name: string, address: string | null): Feed | AddressList => {
  if (/^\s*\{/.test(text)) {
    const value = parseJson(text, name);
    if (isJsonFeed(value)) return jsonFeed(value as Readonly<Record<string, unknown>>, address);
    throw notAFeed(name);
  }
  if (!opensAsFeed(text)) throw notAFeed(name);
  return readXml(text, name, address);
};

/** A sitemap may be long: its entries are read one by one, and no tree of it is kept. */
const takeEntries =
  (listed: FeedEntry[]) =>
  (element: XmlElement, { key }: XmlElement): boolean => {
    if (key !== 'urlset' || element.key !== 'url') return false;
    const entry = sitemapEntry(element);
    if (entry !== null) listed.push(entry);
    return true;
  };

const readXml = (text: string, name: string, address: string | null): Feed | AddressList => {
  const listed: FeedEntry[] = [];
  const { root, warnings } = parseXml(text, name, { base: address, isCaseless: true, take: takeEntries(listed) });
  if (root.key === 'urlset') return withWarnings(sitemapFeed(listed), warnings);
  const reader = readers.get(root.key);
  if (reader === undefined) throw notAFeed(name);
  return withWarnings(reader(root), warnings);
};

const sitemapForm = /<(?!\?|!)(?:[\w-]+:)?urlset(?=[\s>/])/i;

/** A part of a sitemap: some entries, and what is odd about it so far. */
export interface SitemapPart {
  readonly entries: readonly FeedEntry[];
  readonly warnings: readonly IntakeWarning[];
}

/** Whether a text opens as a sitemap does. */
export const opensAsSitemap = (text: string): boolean => opensAs(text, sitemapForm);

/** The entries of a sitemap, part by part, so that those of a long one need not be held at once; errors as of `readListing`. */
export function* readSitemap(
  input: Uint8Array | string,
  name: string,
  options: FeedOptions = {},
): Generator<SitemapPart> {
  const { text, warnings } = toText(input, name, options.charset ?? null);
  const listed: FeedEntry[] = [];
  const known = { base: options.address ?? null, isCaseless: true, take: takeEntries(listed) };
  const parts = parseXmlInParts(text, name, known);
  for (let first = warnings; ; first = []) {
    const { done, value } = parts.next();
    yield { entries: listed.splice(0), warnings: done === true ? [...first, ...value.warnings] : first };
    if (done === true) return;
  }
}

const withWarnings = <T extends Feed | AddressList>(list: T, more: readonly IntakeWarning[]): T =>
  more.length === 0 ? list : { ...list, warnings: [...more, ...list.warnings] };

/**
 * Reads any list that a site publishes: a feed (RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed), a sitemap, an index of
 * sitemaps or an OPML list. Nothing is fetched. Throws a `ReadoutError` naming `name` if it is none of these.
 */
export const readListing = (
  input: Uint8Array | string,
  name: string,
  options: FeedOptions = {},
): Feed | AddressList => {
  const { text, warnings } = toText(input, name, options.charset ?? null);
  return withWarnings(readText(text, name, options.address ?? null), warnings);
};

/** Whether what was read is a list of reports and not of other lists. */
export const isFeed = (list: Feed | AddressList): list is Feed => 'entries' in list;

/** Reads a feed or a sitemap, as `readListing`, and refuses lists of other lists. */
export const readFeed = (input: Uint8Array | string, name: string, options: FeedOptions = {}): Feed => {
  const list = readListing(input, name, options);
  if (isFeed(list)) return list;
  const what = list.kind === 'opml' ? 'a list of feeds' : 'an index of sitemaps';
  throw new ReadoutError(
    'not-a-feed',
    `${name} is ${what}; read the ${list.addresses.length} addresses in it instead.`,
    {
      name,
    },
  );
};
