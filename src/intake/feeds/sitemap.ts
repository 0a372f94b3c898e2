import { childNamed, childrenNamed, descendantsNamed, textOf, type XmlElement } from '../xml/xml-element.ts';
import { addressIn, categoriesIn, firstDate, webAddress } from './entry-parts.ts';
import { type AddressList, emptyEntry, emptyFeed, type Feed, type FeedEntry, type ListedAddress } from './feed.ts';
import { plainIn } from './rich-text.ts';

/** An entry of a sitemap; null if it gives no address. */
export const sitemapEntry = (element: XmlElement): FeedEntry | null => {
  const url = addressIn(childNamed(element, 'loc'));
  if (url === null) return null;
  const news = childNamed(element, 'news:news');
  const updated = firstDate(element, 'lastmod');
  const images = childrenNamed(element, 'image:image').flatMap((image) => {
    const address = addressIn(childNamed(image, 'image:loc'));
    const caption = plainIn(childNamed(image, 'image:caption', 'image:title'), 'unknown');
    return address === null ? [] : [{ url: address, type: null, caption, credit: null }];
  });
  if (news === undefined) return { ...emptyEntry, id: url, url, updated, media: images };
  const publication = childNamed(news, 'news:publication');
  const title = textOf(childNamed(publication, 'news:name'));
  return {
    ...emptyEntry,
    id: url,
    url,
    title: plainIn(childNamed(news, 'news:title'), 'unknown'),
    published: firstDate(news, 'news:publication_date'),
    updated,
    categories: categoriesIn(news),
    language: textOf(childNamed(publication, 'news:language')),
    source: title === null ? null : { title, url: null },
    media: images,
  };
};

/** A sitemap (sitemaps.org 0.9) with what the news extension of Google says of each report; `entries` were read on the way. */
export const sitemapFeed = (entries: readonly FeedEntry[]): Feed => ({ ...emptyFeed, kind: 'sitemap', entries });

/** An index of sitemaps: the addresses of each. */
export const sitemapIndex = (root: XmlElement): AddressList => ({
  kind: 'sitemap-index',
  title: null,
  addresses: childrenNamed(root, 'sitemap').flatMap((element): readonly ListedAddress[] => {
    const url = addressIn(childNamed(element, 'loc'));
    return url === null ? [] : [{ url, kind: 'sitemap', title: null, updated: firstDate(element, 'lastmod') }];
  }),
  warnings: [],
});

/** An OPML list of subscriptions (1.0 to 2.0): its feeds in order, each address once. */
export const opmlList = (root: XmlElement): AddressList => {
  const outlines = descendantsNamed(root, 'outline').flatMap((outline): readonly ListedAddress[] => {
    const get = (key: string): string | undefined => outline.attributes.get(key)?.trim() || undefined;
    const feed = get('xmlurl') ?? (/^(?:rss|atom|include)$/i.test(get('type') ?? '') ? get('url') : undefined);
    const url = webAddress(feed ?? get('url') ?? get('htmlurl'), outline.base);
    return url === null
      ? []
      : [
          {
            url,
            kind: feed === undefined ? 'page' : 'feed',
            title: get('title') ?? get('text') ?? null,
            updated: null,
          },
        ];
  });
  return {
    kind: 'opml',
    title: textOf(childNamed(childNamed(root, 'head'), 'title')),
    addresses: [...new Map(outlines.toReversed().map((each) => [each.url, each])).values()].toReversed(),
    warnings: [],
  };
};
