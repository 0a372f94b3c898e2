import { Parser } from 'htmlparser2';
import { webAddress } from '../feeds/entry-parts.ts';

/** Feeds stand in the head of a page; what comes later is not looked at. */
const HEAD = 300_000;

const isFeedType = (type: string | undefined): boolean =>
  /^application\/(?:rss\+xml|atom\+xml|feed\+json)\b/i.test((type ?? '').trim());

/** The addresses of the feeds that an HTML page names in its head (`<link rel="alternate" type="application/rss+xml">`), in order. */
export const feedsOfPage = (html: string, address: string | null): readonly string[] => {
  const found: string[] = [];
  let base = address;
  const parser = new Parser({
    onopentag: (name, { href, rel, type }) => {
      if (name === 'base') base = webAddress(href, address) ?? base;
      if (name === 'body') parser.pause();
      const isFeed = name === 'link' && /(?:^|\s)alternate(?:\s|$)/i.test(rel ?? '') && isFeedType(type);
      const url = isFeed ? webAddress(href, base) : null;
      if (url !== null) found.push(url);
    },
  });
  parser.write(html.slice(0, HEAD));
  return [...new Set(found)];
};
