import type { IntakeWarning } from '../decode.ts';

/** The formats of a list of reports: RSS 0.9 to 2.0, RSS 1.0 as RDF, Atom, JSON Feed, a sitemap (of news or not), and a list in a mail. */
export type FeedKind = 'rss' | 'rdf' | 'atom' | 'json-feed' | 'sitemap' | 'mail';

/** A picture, film or sound that an entry shows. */
export interface FeedMedia {
  readonly url: string;
  readonly type: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** Where an entry was taken from: the feed or the paper that it names. */
export interface FeedSource {
  readonly title: string | null;
  readonly url: string | null;
}

/** One report that a feed announces. Texts are plain, `content` is HTML with whole addresses; dates are ISO 8601. */
export interface FeedEntry {
  /** As the feed gives it (guid, atom:id); the address where it gives none. */
  readonly id: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly summary: string | null;
  /** The whole text; null where the feed gives a summary only. */
  readonly content: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly updated: string | null;
  readonly categories: readonly string[];
  readonly language: string | null;
  readonly source: FeedSource | null;
  readonly media: readonly FeedMedia[];
}

/** A list of reports, in whatever format it came. */
export interface Feed {
  readonly kind: FeedKind;
  /** The version that the feed states: "2.0", "0.3"; null if none. */
  readonly version: string | null;
  readonly title: string | null;
  readonly subtitle: string | null;
  /** The page that the feed is about. */
  readonly url: string | null;
  /** The feed's own address, as it gives it. */
  readonly address: string | null;
  /** Where the list goes on (RFC 5005); null if it does not. */
  readonly next: string | null;
  readonly language: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly entries: readonly FeedEntry[];
  readonly warnings: readonly IntakeWarning[];
}

/** An address that a list of feeds or an index of sitemaps names. */
export interface ListedAddress {
  readonly url: string;
  readonly kind: 'feed' | 'sitemap' | 'page';
  readonly title: string | null;
  readonly updated: string | null;
}

/** A list of addresses to fetch: an OPML list, or an index of sitemaps. */
export interface AddressList {
  readonly kind: 'opml' | 'sitemap-index';
  readonly title: string | null;
  readonly addresses: readonly ListedAddress[];
  readonly warnings: readonly IntakeWarning[];
}

/** An entry that says nothing yet. */
export const emptyEntry: FeedEntry = {
  id: null,
  url: null,
  title: null,
  summary: null,
  content: null,
  authors: [],
  published: null,
  updated: null,
  categories: [],
  language: null,
  source: null,
  media: [],
};

/** A feed that says nothing yet. */
export const emptyFeed: Omit<Feed, 'kind'> = {
  version: null,
  title: null,
  subtitle: null,
  url: null,
  address: null,
  next: null,
  language: null,
  authors: [],
  publisher: null,
  published: null,
  updated: null,
  entries: [],
  warnings: [],
};
