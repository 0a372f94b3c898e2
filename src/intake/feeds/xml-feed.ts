import { attributeOf, childNamed, childrenNamed, textOf, type XmlElement } from '../xml/xml-element.ts';
import { addressIn, alternateOf, atomLinks, authorName, authorsIn, firstDate, webAddress } from './entry-parts.ts';
import { emptyFeed, type Feed, type FeedEntry } from './feed.ts';
import { plainIn } from './rich-text.ts';
import { atomEntry, rssEntry } from './xml-entry.ts';

/** How many entries a feed may have; what comes after is left out with a warning. */
const MOST = 50_000;

/** The entries of a feed, each read for itself. */
const readEntries = (
  elements: readonly XmlElement[],
  read: (element: XmlElement) => FeedEntry,
): Pick<Feed, 'entries' | 'warnings'> => {
  const message = `The feed has ${elements.length} entries; the first ${MOST} were read.`;
  return {
    entries: elements.slice(0, MOST).map(read),
    warnings: elements.length > MOST ? [{ code: 'feed-too-long', message }] : [],
  };
};

const publisherOf = (channel: XmlElement): string | null => {
  const publisher = childNamed(channel, 'dc:publisher', 'publisher');
  return publisher === undefined
    ? null
    : (textOf(childNamed(publisher, 'name', 'foaf:name')) ?? plainIn(publisher, 'unknown'));
};

const linked = (channel: XmlElement, rel: string): string | null =>
  atomLinks(channel).find((link) => link.rel === rel)?.url ?? null;

/** RSS of any version, plain or as RDF. Where items stand outside of the channel, as in RDF, they count as well. */
export const rssFeed = (root: XmlElement): Feed => {
  const isRdf = root.key === 'rdf:rdf';
  const channel = childNamed(root, 'channel') ?? root;
  const language = textOf(childNamed(channel, 'language', 'dc:language')) ?? channel.language;
  const authors = authorsIn(channel);
  const about = webAddress(attributeOf(channel, 'rdf:about'), channel.base);
  const url =
    childrenNamed(channel, 'link')
      .map(addressIn)
      .find((address) => address !== null) ?? alternateOf(atomLinks(channel));
  const nested = childNamed(channel, 'items');
  const items = [channel, ...(channel === root ? [] : [root]), ...(nested === undefined ? [] : [nested])].flatMap(
    (parent) => childrenNamed(parent, 'item'),
  );
  return {
    ...emptyFeed,
    kind: isRdf ? 'rdf' : 'rss',
    version: attributeOf(root, 'version'),
    title: plainIn(childNamed(channel, 'title', 'dc:title', 'atom:title'), 'unknown'),
    subtitle: plainIn(
      childNamed(channel, 'description', 'tagline', 'subtitle', 'dc:description', 'itunes:subtitle', 'itunes:summary'),
      'unknown',
    ),
    url,
    address: linked(channel, 'self') ?? (about === url ? null : about),
    next: linked(channel, 'next') ?? linked(channel, 'prev-archive'),
    language,
    authors: authors.length > 0 ? authors : editorsOf(channel),
    publisher: publisherOf(channel),
    published: firstDate(channel, 'pubdate', 'atom:published', 'dcterms:issued', 'dcterms:created'),
    updated: firstDate(channel, 'lastbuilddate', 'atom:updated', 'dc:date', 'dcterms:modified', 'dcterms:date'),
    ...readEntries(items, (item) => rssEntry(item, item.language ?? language)),
  };
};

const editorsOf = (channel: XmlElement): readonly string[] => {
  const editor = plainIn(childNamed(channel, 'managingeditor'), 'unknown');
  return editor === null ? [] : [authorName(editor) ?? editor];
};

const versionOf = (root: XmlElement): string | null =>
  attributeOf(root, 'version') ?? (root.key === 'atom:feed' ? '1.0' : null);

/** Atom 0.3 or 1.0: a feed, or one entry alone. */
export const atomFeed = (root: XmlElement): Feed => {
  const get = (...names: readonly string[]): XmlElement | undefined =>
    childNamed(root, ...names.map((name) => `atom:${name}`), ...names);
  if (/^(?:atom:)?entry$/.test(root.key))
    return {
      ...emptyFeed,
      kind: 'atom',
      language: root.language,
      ...readEntries([root], (entry) => atomEntry(entry, root.language)),
    };
  const links = atomLinks(root);
  const language = root.language ?? textOf(childNamed(root, 'dc:language', 'language'));
  const authors = authorsIn(root);
  return {
    ...emptyFeed,
    kind: 'atom',
    version: versionOf(root),
    title: plainIn(get('title'), 'text') ?? plainIn(childNamed(root, 'dc:title'), 'unknown'),
    subtitle:
      plainIn(get('subtitle', 'tagline', 'info'), 'text') ?? plainIn(childNamed(root, 'dc:description'), 'unknown'),
    url: alternateOf(links),
    address: linked(root, 'self'),
    next: linked(root, 'next') ?? linked(root, 'prev-archive'),
    language,
    authors,
    publisher: publisherOf(root),
    published: firstDate(root, 'atom:published', 'published', 'dcterms:issued', 'dcterms:created', 'pubdate'),
    updated: firstDate(root, 'atom:updated', 'updated', 'atom:modified', 'modified', 'dc:date', 'dcterms:modified'),
    ...readEntries(childrenNamed(root, 'atom:entry', 'entry'), (entry) => {
      const read = atomEntry(entry, language);
      // RFC 4287, 4.2.1: what nobody signs is signed by who signs the feed.
      return read.authors.length > 0 ? read : { ...read, authors };
    }),
  };
};
