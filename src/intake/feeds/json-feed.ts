import { escapeHtml } from '../escape-html.ts';
import { resolveAddress } from '../line.ts';
import { webAddress } from './entry-parts.ts';
import { emptyEntry, emptyFeed, type Feed, type FeedEntry, type FeedMedia } from './feed.ts';
import { readFeedDate } from './feed-date.ts';
import { plainOf } from './rich-text.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const objectsIn = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const line = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value).replace(/\s+/g, ' ').trim() || null : null;
const address = (value: unknown, base: string | null): string | null =>
  typeof value === 'string' ? webAddress(value, base) : null;

/** Version 1.0 had one author, 1.1 has a list. */
const authorsOf = (value: Json): readonly string[] => {
  const all = [...objectsIn(value.authors), ...(isObject(value.author) ? [value.author] : [])];
  return [...new Set(all.map(({ name }) => line(name)).filter((name) => name !== null))];
};

/** A text without markup: its blank lines set paragraphs apart. */
const paragraphs = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((each) => `<p>${escapeHtml(each.trim())}</p>`)
    .join('\n');

const contentOf = (item: Json): string | null => {
  if (typeof item.content_html === 'string' && item.content_html.trim() !== '') return item.content_html;
  if (typeof item.content_text !== 'string' || item.content_text.trim() === '') return null;
  return paragraphs(item.content_text);
};

const mediaOf = (item: Json, base: string | null): readonly FeedMedia[] => {
  const image = address(item.image, base) ?? address(item.banner_image, base);
  const attached = objectsIn(item.attachments).flatMap((each) => {
    const url = address(each.url, base);
    return url === null ? [] : [{ url, type: line(each.mime_type), caption: line(each.title), credit: null }];
  });
  return [...(image === null ? [] : [{ url: image, type: null, caption: null, credit: null }]), ...attached];
};

const jsonEntry = (item: Json, feed: Feed): FeedEntry => {
  const base = feed.url ?? feed.address;
  const url = address(item.url, base) ?? address(item.external_url, base);
  const content = contentOf(item);
  const own = authorsOf(item);
  return {
    ...emptyEntry,
    id: line(item.id) ?? url,
    url,
    title: plainOf(line(item.title) ?? '') || null,
    summary: plainOf(line(item.summary) ?? '') || null,
    content,
    authors: own.length > 0 ? own : feed.authors,
    published: readFeedDate(line(item.date_published)),
    updated: readFeedDate(line(item.date_modified)),
    categories: Array.isArray(item.tags) ? item.tags.map(line).filter((tag) => tag !== null) : [],
    language: line(item.language) ?? feed.language,
    media: mediaOf(item, base),
  };
};

/** Whether a JSON value says that it is a JSON Feed (jsonfeed.org, 1.0 and 1.1), or has the form of one. */
export const isJsonFeed = (value: unknown): boolean =>
  isObject(value) &&
  (/jsonfeed\.org\/version\//i.test(String(value.version)) ||
    (Array.isArray(value.items) && (typeof value.home_page_url === 'string' || typeof value.feed_url === 'string')));

/** A JSON Feed, 1.0 or 1.1; `base` is where it was found. */
export const jsonFeed = (value: Json, base: string | null): Feed => {
  const start = resolveAddress(line(value.feed_url), base) ?? base;
  const feed: Feed = {
    ...emptyFeed,
    kind: 'json-feed',
    version: /version\/([\d.]+)/.exec(String(value.version))?.[1] ?? null,
    title: plainOf(line(value.title) ?? '') || null,
    subtitle: plainOf(line(value.description) ?? '') || null,
    url: address(value.home_page_url, start),
    address: address(value.feed_url, base),
    next: address(value.next_url, start),
    language: line(value.language),
    authors: authorsOf(value),
  };
  return { ...feed, entries: objectsIn(value.items).map((item) => jsonEntry(item, feed)) };
};
