import { isGzip } from '../archives/gunzip.ts';
import { ReadoutError } from '../error.ts';
import type { AddressList, Feed, FeedEntry } from '../feeds/feed.ts';
import { isFeed, readListing } from '../feeds/read-feed.ts';
import { toReadoutError } from '../report-item.ts';
import { defaultLimits } from './limits.ts';
import { feedsOfPage } from './page-feeds.ts';
import { inOrderOfTime, isBefore } from './since.ts';
import { unpack } from './unpack.ts';

/** A report that a list names. */
export interface Link {
  readonly url: string;
  readonly title: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  /** The list that named it. */
  readonly list: string;
}

/** A list as it came: what to call it, its bytes, and what its server said of it. */
export interface Listing {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly charset: string | null;
  /** Where it was found; null for a file. */
  readonly address: string | null;
}

/** What looking through lists finds: a link, or a list that could not be read. */
export type FoundLink =
  | { readonly kind: 'link'; readonly link: Link }
  | { readonly kind: 'failure'; readonly name: string; readonly error: ReadoutError };

/** How deep lists may lie in each other: a list of indexes of sitemaps. */
const DEEPEST = 3;
/** So many lists are looked through in one run; no list of a reader's own has more feeds. */
const MOST_LISTS = 2000;

/** Sitemaps often lie on a server as `.xml.gz`, which is no encoding of the transfer but the file itself. */
const unpacked = async (listing: Listing): Promise<Listing> => {
  const found = isGzip(listing.bytes) ? await unpack(listing.bytes, 'gzip', defaultLimits.body) : null;
  return found?.kind === 'bytes' ? { ...listing, bytes: found.bytes } : listing;
};

/** The list in what was opened. A page stands for the first feed that it names: the others are of comments and departments. */
const toList = ({ name, bytes, address, charset }: Listing): Feed | AddressList => {
  try {
    return readListing(bytes, name, { address, charset });
  } catch (error) {
    const isPage = error instanceof ReadoutError && error.code === 'not-a-feed';
    const [url] = isPage ? feedsOfPage(new TextDecoder().decode(bytes), address) : [];
    if (url === undefined) throw error;
    return { kind: 'opml', title: null, addresses: [{ url, kind: 'feed', title: null, updated: null }], warnings: [] };
  }
};

const linksOf = (feed: Feed, list: string): readonly Link[] =>
  feed.entries.flatMap(({ url, title, published, updated }: FeedEntry) =>
    url === null ? [] : [{ url, title, published, updated, list }],
  );

/** Walks through lists and lists of lists, each one and each link once, the newest reports of a list first. */
class Search {
  readonly #open: (source: string) => Promise<Listing>;
  readonly #since: string | null;
  readonly #lists = new Set<string>();
  readonly #links = new Set<string>();

  constructor(open: (source: string) => Promise<Listing>, since: string | null) {
    this.#open = open;
    this.#since = since;
  }

  #isOld(date: string | null): boolean {
    return this.#since !== null && date !== null && isBefore(date, this.#since);
  }

  async *through(source: string, depth: number): AsyncGenerator<FoundLink> {
    if (this.#lists.has(source) || this.#lists.size >= MOST_LISTS || depth > DEEPEST) return;
    this.#lists.add(source);
    try {
      const list = toList(await this.#open(source).then(unpacked));
      if (isFeed(list)) yield* this.#fresh(linksOf(list, source));
      else
        for (const inner of inOrderOfTime(list.addresses))
          if (inner.kind !== 'page' && !this.#isOld(inner.updated)) yield* this.through(inner.url, depth + 1);
    } catch (error) {
      yield { kind: 'failure', name: source, error: toReadoutError(source, error) };
    }
  }

  *#fresh(links: readonly Link[]): Generator<FoundLink> {
    for (const link of inOrderOfTime(links)) {
      if (this.#links.has(link.url) || this.#isOld(link.updated ?? link.published)) continue;
      this.#links.add(link.url);
      yield { kind: 'link', link };
    }
  }
}

/**
 * Finds the reports that feeds, sitemaps, indexes of sitemaps and OPML lists name, opening lists only as far as links are
 * asked for. `since` leaves out what is dated before it. A list that cannot be read never stops the others.
 */
export async function* findLinks(
  sources: readonly string[],
  open: (source: string) => Promise<Listing>,
  since: string | null = null,
): AsyncGenerator<FoundLink> {
  const search = new Search(open, since);
  for (const source of sources) yield* search.through(source, 1);
}
