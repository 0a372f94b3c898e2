import type { Feed, FeedEntry } from '../src/intake/index.ts';
import { type Expectation, readExpectations } from './feedparser.ts';

/** What a feed was read as, for one thing that its test expects; undefined where Readout keeps no such thing. */
type Own = string | number | readonly string[] | null | undefined;

const bare = (html: string): string =>
  html
    .replace(/<(?:script|style|svg|math)\b[\s\S]*?<\/(?:script|style|svg|math)>|<!--[\s\S]*?-->/gi, ' ')
    .replace(/<[/!?]?[a-z][^>]*>/gi, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;|&#39;/g, "'")
    .replace(/&nbsp;|&#160;/g, '\u00a0')
    .replace(/&amp;/g, '&');

/** Words without regard to white space and how an address ends. */
const folded = (text: string): string => text.replace(/\s+/g, '').replace(/^(https?:\/\/[^/?#]+)\/?$/i, '$1');

/** Whether two texts have the same words; either may be plain or HTML. */
const isSameText = (own: string, wanted: string): boolean =>
  [own, bare(own)].map(folded).some((each) => [wanted, bare(wanted)].map(folded).includes(each));

const VERSIONS: Readonly<Record<string, readonly [kind: Feed['kind'], version: string | null]>> = {
  rss090: ['rdf', null],
  rss10: ['rdf', null],
  rss091n: ['rss', '0.91'],
  rss091u: ['rss', '0.91'],
  rss092: ['rss', '0.92'],
  rss093: ['rss', '0.93'],
  rss094: ['rss', '0.94'],
  rss20: ['rss', '2.0'],
  atom03: ['atom', '0.3'],
  atom10: ['atom', '1.0'],
};

const FEED: Readonly<Record<string, (feed: Feed) => Own>> = {
  title: ({ title }) => title,
  title_detail: ({ title }) => title,
  description: ({ subtitle }) => subtitle,
  subtitle: ({ subtitle }) => subtitle,
  subtitle_detail: ({ subtitle }) => subtitle,
  tagline: ({ subtitle }) => subtitle,
  tagline_detail: ({ subtitle }) => subtitle,
  info: ({ subtitle }) => subtitle,
  info_detail: ({ subtitle }) => subtitle,
  link: ({ url }) => url,
  author: ({ authors }) => authors,
  authors: ({ authors }) => authors,
  author_detail: ({ authors }) => authors,
  publisher: ({ publisher }) => publisher,
  language: ({ language }) => language,
  published: ({ published }) => published,
  published_parsed: ({ published }) => published,
  updated: ({ updated }) => updated,
  updated_parsed: ({ updated }) => updated,
  modified_parsed: ({ updated }) => updated,
};

const textOf = ({ summary, content }: FeedEntry): Own => summary ?? content;

const ENTRY: Readonly<Record<string, (entry: FeedEntry) => Own>> = {
  title: ({ title }) => title,
  title_detail: ({ title }) => title,
  summary: textOf,
  summary_detail: textOf,
  description: textOf,
  content: ({ content, summary }) => content ?? summary,
  link: ({ url }) => url,
  id: ({ id }) => id,
  guid: ({ id }) => id,
  author: ({ authors }) => authors,
  authors: ({ authors }) => authors,
  author_detail: ({ authors }) => authors,
  category: ({ categories }) => categories,
  tags: ({ categories }) => categories,
  published: ({ published }) => published,
  published_parsed: ({ published }) => published,
  created: ({ published }) => published,
  created_parsed: ({ published }) => published,
  updated: ({ updated, published }) => updated ?? published,
  updated_parsed: ({ updated, published }) => updated ?? published,
  source: ({ source }) => source?.title ?? null,
  enclosures: ({ media }) => media.flatMap(({ url, type }) => [url, type ?? '']),
  media_content: ({ media }) => media.flatMap(({ url, type }) => [url, type ?? '']),
  media_thumbnail: ({ media }) => media.map(({ url }) => url),
};

/** Parts of a thing that Readout does not keep: how a text was written, mail addresses, roles and lengths. */
const LEFT_OUT =
  /^(?:type|src|email|url|base|language|scheme|rel|length|width|height|title_detail|term_detail|hreflang|name_detail)$/;
const KEPT_INSIDE: Readonly<Record<string, RegExp>> = {
  source: /^title$/,
  enclosures: /^(?:href|type)$/,
  media_content: /^(?:url|type)$/,
  media_thumbnail: /^url$/,
  tags: /^(?:term|label)$/,
};

const isKept = (name: string, inside: readonly string[]): boolean => {
  const last = inside.filter((part) => !/^\d+$/.test(part));
  if (last.length === 0) return true;
  return last.every((part) => KEPT_INSIDE[name]?.test(part) ?? !LEFT_OUT.test(part));
};

const ownValue = (feed: Feed, [start, ...path]: readonly string[]): Own => {
  if (start === 'len') return path[0] === 'entries' && path.length === 1 ? feed.entries.length : undefined;
  if (start === 'feed') return isKept(path[0] ?? '', path.slice(1)) ? FEED[path[0] ?? '']?.(feed) : undefined;
  if (start !== 'entries') return undefined;
  const [index = '', name = '', ...inside] = path;
  const entry = feed.entries[Number(index)];
  if (ENTRY[name] === undefined || !isKept(name, inside)) return undefined;
  return entry === undefined ? null : ENTRY[name](entry);
};

/** Dates are the same where they are one instant; a day without a time is its midnight. */
const isInstant = (
  own: string,
  [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0]: readonly number[],
): boolean =>
  Date.parse(own.length === 10 || /[Z+-]\d*:?\d*$/.test(own.slice(10)) ? own : `${own}Z`) ===
  Date.UTC(year, month - 1, day, hour, minute, second);

/** "Jane Doe (jd@norwire.example)" → "Jane Doe" */
const nameOnly = (text: string): string => text.replace(/\s*\([^()]*@[^()]*\)$/, '');

const isSame = (own: Own, { path, value }: Expectation): boolean => {
  if (typeof value === 'number') return own === value;
  if (typeof value !== 'string') return typeof own === 'string' && isInstant(own, value);
  if (Array.isArray(own)) return own.some((each) => isSameText(each, value) || isSameText(each, nameOnly(value)));
  if (typeof own !== 'string') return own === null && folded(bare(value)) === '';
  if (/^(?:published|updated|created|modified)$/.test(path.at(-1) ?? '')) return Date.parse(own) === Date.parse(value);
  return isSameText(own, value);
};

/** A check of a feed against its own test: what was expected, what was read, and whether that is the same. */
export interface FeedCheck {
  readonly path: string;
  readonly wanted: Expectation['value'];
  readonly own: Own;
  readonly isRight: boolean;
}

const versionCheck = (feed: Feed, value: Expectation['value']): boolean => {
  const wanted = VERSIONS[String(value)];
  return (
    wanted === undefined ||
    (feed.kind === wanted[0] && (wanted[1] === null || feed.version?.slice(0, 2) === wanted[1].slice(0, 2)))
  );
};

/** Compares a feed with what the test that it comes from expects, as far as Readout keeps it. */
export const checkFeed = (feed: Feed, source: string): readonly FeedCheck[] =>
  readExpectations(source).flatMap((expected): readonly FeedCheck[] => {
    const { path, value } = expected;
    // Feedparser takes who keeps the server for the publisher.
    if (path.includes('publisher') && /<webMaster>/.test(source)) return [];
    if (path[0] === 'version')
      return [
        { path: 'version', wanted: value, own: `${feed.kind} ${feed.version}`, isRight: versionCheck(feed, value) },
      ];
    const own = ownValue(feed, path);
    return own === undefined ? [] : [{ path: path.join('.'), wanted: value, own, isRight: isSame(own, expected) }];
  });
