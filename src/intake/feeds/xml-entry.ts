import { wordCount } from '../word-count.ts';
import { attributeOf, childNamed, childrenNamed, textOf, type XmlElement } from '../xml/xml-element.ts';
import {
  addressIn,
  alternateOf,
  atomLinks,
  authorsIn,
  categoriesIn,
  firstDate,
  mediaIn,
  webAddress,
} from './entry-parts.ts';
import { emptyEntry, type FeedEntry, type FeedSource } from './feed.ts';
import { htmlIn, plainIn, plainOf } from './rich-text.ts';

/** In words: a description that has more is no summary but the report. */
const WHOLE = 150;
/** In characters: as much of a description tells whether it is a summary. */
const ENOUGH = 100_000;

/** "… said the minister […]" */
const isCutOff = (text: string): boolean =>
  /(?:\[?(?:…|\.{3})\]?|&hellip;)\s*(?:\S+\s+){0,4}\S*$/.test(text.slice(-80));

interface Texts {
  readonly summary: string | null;
  readonly content: string | null;
}

/** Many feeds put the whole report into its description. */
const summaryOrWhole = (summary: string | null, content: string | null): Texts => {
  const plain = plainOf((summary ?? '').slice(0, ENOUGH)) || null;
  if (content !== null) return { content, summary: plain };
  if (plain === null || wordCount(plain) < WHOLE || isCutOff(plain)) return { content: null, summary: plain };
  return { content: summary, summary: null };
};

const rssTexts = (item: XmlElement): Texts => {
  const written = (...keys: readonly string[]): string | null =>
    keys.map((key) => htmlIn(childNamed(item, key), 'unknown')).find((html) => html !== null) ?? null;
  const content = written('content:encoded', 'xhtml:body', 'xhtml:div', 'body', 'fullitem', 'content', 'content:items');
  const atom = childNamed(item, 'atom:content');
  const summary = written(
    'description',
    'atom:summary',
    'summary',
    'dc:description',
    'itunes:summary',
    'dcterms:abstract',
    'media:description',
  );
  // Where both stand in an item, the one that comes first is the summary of the other: so feeds that have both are read.
  const [first, second] = childrenNamed(item, 'description', 'summary');
  const isPair = second !== undefined && first?.key !== second.key;
  if (isPair && content === null) return summaryOrWhole(htmlIn(first, 'unknown'), htmlIn(second, 'unknown'));
  return summaryOrWhole(summary, content ?? htmlIn(atom, 'text'));
};

const sourceOf = (source: XmlElement | undefined): FeedSource | null => {
  if (source === undefined) return null;
  const title = plainIn(childNamed(source, 'atom:title', 'title'), 'text') ?? textOf(source);
  const links = atomLinks(source);
  const url = webAddress(attributeOf(source, 'url'), source.base) ?? alternateOf(links) ?? links[0]?.url ?? null;
  return title === null && url === null ? null : { title, url };
};

const shared = (
  item: XmlElement,
  language: string | null,
): Omit<FeedEntry, 'summary' | 'content' | 'title' | 'url' | 'id'> => ({
  ...emptyEntry,
  authors: authorsIn(item),
  categories: categoriesIn(item),
  language: textOf(childNamed(item, 'dc:language', 'language')) ?? language,
  media: mediaIn(item),
  source: sourceOf(childNamed(item, 'source', 'atom:source', 'dc:source')),
  published: firstDate(
    item,
    'pubdate',
    'atom:published',
    'published',
    'atom:issued',
    'issued',
    'dcterms:issued',
    'dc:date',
    'dcterms:date',
    'prism:publicationdate',
    'atom:created',
    'created',
    'dcterms:created',
  ),
  updated: firstDate(
    item,
    'atom:updated',
    'updated',
    'atom:modified',
    'modified',
    'dcterms:modified',
    'prism:modificationdate',
    'lastbuilddate',
  ),
});

/** An item of RSS or RDF. */
export const rssEntry = (item: XmlElement, language: string | null): FeedEntry => {
  const guid = childNamed(item, 'guid');
  const isAddress = attributeOf(guid, 'ispermalink')?.toLowerCase() !== 'false';
  const about = attributeOf(item, 'rdf:about') ?? attributeOf(item, 'about');
  const id = textOf(guid) ?? textOf(childNamed(item, 'atom:id', 'id', 'dc:identifier')) ?? about;
  const links = childrenNamed(item, 'link').map(
    (link) => addressIn(link) ?? webAddress(attributeOf(link, 'href'), link.base),
  );
  const url =
    [
      // Where a feed's links lead through a counter, the report's own address stands beside them.
      addressIn(childNamed(item, 'feedburner:origlink')),
      ...links,
      alternateOf(atomLinks(item)),
      isAddress ? addressIn(guid) : null,
      webAddress(about, item.base),
    ].find((address) => address !== null) ?? null;
  const title = childNamed(item, 'title', 'atom:title', 'dc:title', 'media:title', 'itunes:title');
  return {
    ...shared(item, language),
    ...rssTexts(item),
    id: id ?? url,
    url,
    title: plainIn(title, 'unknown'),
  };
};

/** An entry of Atom 0.3 or 1.0. */
export const atomEntry = (entry: XmlElement, language: string | null): FeedEntry => {
  const get = (...names: readonly string[]): XmlElement | undefined =>
    childNamed(entry, ...names.map((name) => `atom:${name}`), ...names);
  const links = atomLinks(entry);
  const content = get('content');
  const written = attributeOf(content, 'src') === null ? htmlIn(content, 'text') : null;
  const elsewhere = webAddress(attributeOf(content, 'src'), content?.base ?? null);
  const url =
    addressIn(childNamed(entry, 'feedburner:origlink')) ??
    alternateOf(links) ??
    elsewhere ??
    links.find(({ rel }) => rel === 'related')?.url ??
    null;
  const own = shared(entry, content?.language ?? entry.language ?? language);
  const from = childNamed(entry, 'atom:source', 'source');
  return {
    ...own,
    authors: own.authors.length > 0 || from === undefined ? own.authors : authorsIn(from),
    ...summaryOrWhole(
      htmlIn(get('summary'), 'text') ?? htmlIn(childNamed(entry, 'media:description'), 'unknown'),
      written,
    ),
    id: textOf(get('id')) ?? url,
    url,
    title: plainIn(get('title'), 'text') ?? plainIn(childNamed(entry, 'dc:title', 'media:title'), 'unknown'),
  };
};
