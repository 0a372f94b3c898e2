// biome-ignore-all lint/style/noExcessiveLinesPerFile: word table
/** Names of XML vocabularies, as the specification of each gives them, and the prefix that Readout knows each by; '' is the vocabulary of the format itself. */
const byName: readonly (readonly [prefix: string, ...names: readonly string[]])[] = [
  [
    '',
    'http://backend.userland.com/rss',
    'http://backend.userland.com/rss2',
    'http://blogs.law.harvard.edu/tech/rss',
    'http://my.netscape.com/publish/formats/rss-0.91.dtd',
    'http://my.netscape.com/rdf/simple/0.9',
    'http://channel.netscape.com/rdf/simple/0.9',
    'http://purl.org/rss/1.0',
    'http://purl.org/net/rss1.1',
    'http://www.sitemaps.org/schemas/sitemap/0.9',
    'http://www.google.com/schemas/sitemap/0.84',
    'http://www.google.com/schemas/sitemap/0.9',
    'http://iptc.org/std/nar/2006-10-01',
    'http://iptc.org/std/nitf/2006-10-18',
  ],
  ['atom', 'http://www.w3.org/2005/atom', 'http://purl.org/atom/ns'],
  ['rdf', 'http://www.w3.org/1999/02/22-rdf-syntax-ns'],
  ['dc', 'http://purl.org/dc/elements/1.1', 'http://purl.org/dc/elements/1.0'],
  ['dcterms', 'http://purl.org/dc/terms'],
  ['content', 'http://purl.org/rss/1.0/modules/content'],
  ['media', 'http://search.yahoo.com/mrss', 'http://search.yahoo.com/mrss/schema'],
  ['itunes', 'http://www.itunes.com/dtds/podcast-1.0.dtd'],
  ['feedburner', 'http://rssnamespace.org/feedburner/ext/1.0'],
  ['news', 'http://www.google.com/schemas/sitemap-news/0.9'],
  ['image', 'http://www.google.com/schemas/sitemap-image/1.1'],
  ['xhtml', 'http://www.w3.org/1999/xhtml'],
  ['svg', 'http://www.w3.org/2000/svg'],
  ['math', 'http://www.w3.org/1998/math/mathml'],
  ['xlink', 'http://www.w3.org/1999/xlink'],
  ['xml', 'http://www.w3.org/xml/1998/namespace'],
  ['xi', 'http://www.w3.org/2001/xinclude', 'http://www.w3.org/2003/xinclude'],

  [
    'prism',
    'http://prismstandard.org/namespaces/basic/1.2',
    'http://prismstandard.org/namespaces/basic/2.0',
    'http://prismstandard.org/namespaces/1.2/basic',
  ],
];

/** A name without what writers of feeds vary: case, "https", "www." and what ends it. */
const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[/#]+$/, '');

const prefixes = new Map(byName.flatMap(([prefix, ...names]) => names.map((name) => [plain(name), prefix] as const)));

/** The prefix that Readout knows a vocabulary by, from the name that a document declares: "http://purl.org/dc/elements/1.1/" → "dc"; null for one that it does not know. */
export const prefixOf = (name: string): string | null => prefixes.get(plain(name)) ?? null;
