import { describe, expect, test } from 'vitest';
import { type Feed, type FeedEntry, isFeed, readFeed, readListing } from '../../src/intake/index.ts';

const rss = (items: string, channel = ''): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Norwire</title>${channel}${items}</channel></rss>`;
const item = (inside: string): FeedEntry | undefined => readFeed(rss(`<item>${inside}</item>`), 'feed').entries[0];
const atom = (inside: string, attributes = ''): Feed =>
  readFeed(`<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}>${inside}</feed>`, 'feed');
const entry = (inside: string, attributes = ''): FeedEntry | undefined =>
  atom(`<entry>${inside}</entry>`, attributes).entries[0];

const words = (count: number): string => 'The harbour stays open. '.repeat(Math.ceil(count / 4));

describe('RSS', () => {
  test('a channel and its item', () => {
    const feed = readFeed(
      rss(
        '<item><title>Port &amp;amp; harbour stay &lt;b&gt;open&lt;/b&gt;</title><link>https://norwire.example/1</link><guid isPermaLink="false">n-1</guid><description>The &lt;i&gt;harbour&lt;/i&gt; master said so.</description><pubDate>Mon, 09 Mar 2026 10:15:00 +0100</pubDate><author>desk@norwire.example (Jane Doe)</author><category>Ports</category><source url="https://courier.example/feed">The Courier</source></item>',
        '<link>https://norwire.example/</link><description>All news</description><language>en-gb</language>',
      ),
      'feed',
    );
    expect(feed).toMatchObject({
      kind: 'rss',
      version: '2.0',
      title: 'Norwire',
      subtitle: 'All news',
      language: 'en-gb',
    });
    expect(feed.entries).toEqual([
      {
        id: 'n-1',
        url: 'https://norwire.example/1',
        title: 'Port & harbour stay open',
        summary: 'The harbour master said so.',
        content: null,
        authors: ['Jane Doe'],
        published: '2026-03-09T10:15:00+01:00',
        updated: null,
        categories: ['Ports'],
        language: 'en-gb',
        source: { title: 'The Courier', url: 'https://courier.example/feed' },
        media: [],
      },
    ]);
  });

  test.each([
    [
      'content:encoded is the whole text',
      '<description>Short.</description><content:encoded><![CDATA[<p>Whole.</p>]]></content:encoded>',
      '<p>Whole.</p>',
      'Short.',
    ],
    ['a long description is the whole text', `<description>${words(200)}</description>`, words(200).trim(), null],
    [
      'a long description that breaks off is none',
      `<description>${words(200)} [&amp;hellip;]</description>`,
      null,
      `${words(200)}[…]`,
    ],
    ['inline XHTML', '<body xmlns="http://www.w3.org/1999/xhtml"><p>Whole.</p></body>', '<p>Whole.</p>', null],
  ])('%s', (_, inside, content, summary) => {
    expect(item(inside)).toMatchObject({ content, summary });
  });

  test('the address: a link, a guid that is one, the original behind a counter; never a script', () => {
    expect(item('<guid>https://norwire.example/2</guid>')?.url).toBe('https://norwire.example/2');
    expect(item('<guid isPermaLink="false">https://norwire.example/2</guid>')?.url).toBeNull();
    expect(
      item('<link>https://counter.example/x</link><feedburner:origLink>https://norwire.example/3</feedburner:origLink>')
        ?.url,
    ).toBe('https://norwire.example/3');
    expect(item('<link>javascript:alert(1)</link>')?.url).toBeNull();
    expect(item('<link>file:///etc/passwd</link>')?.url).toBeNull();
  });

  test('prefixes mean what they always mean, declared, renamed or not declared; a foreign title is no title', () => {
    expect(item('<dc:creator>Jane Doe</dc:creator>')?.authors).toEqual(['Jane Doe']);
    expect(item('<x:creator xmlns:x="http://purl.org/dc/elements/1.1/">Jane Doe</x:creator>')?.authors).toEqual([
      'Jane Doe',
    ]);
    expect(item('<x:title xmlns:x="https://other.example/ns">Other</x:title><title>Port</title>')?.title).toBe('Port');
  });

  test('pictures with caption and credit', () => {
    expect(
      item(
        '<media:group><media:content url="https://norwire.example/p.jpg" type="image/jpeg"/><media:credit>Jane Doe/Norwire</media:credit><media:description>The harbour.</media:description></media:group>',
      )?.media,
    ).toEqual([
      { url: 'https://norwire.example/p.jpg', type: 'image/jpeg', caption: 'The harbour.', credit: 'Jane Doe/Norwire' },
    ]);
  });

  test('RDF, with items beside the channel', () => {
    const feed = readFeed(
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://norwire.example/rdf"><title>Norwire</title></channel><item rdf:about="https://norwire.example/4"><title>Port</title></item></rdf:RDF>',
      'feed',
    );
    expect(feed).toMatchObject({ kind: 'rdf', title: 'Norwire', address: 'https://norwire.example/rdf' });
    expect(feed.entries[0]).toMatchObject({ url: 'https://norwire.example/4', title: 'Port' });
  });
});

describe('Atom', () => {
  test('addresses start from xml:base, and that from where the feed was found', () => {
    const feed = readFeed(
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/news/"><link href="index.html"/><entry xml:base="2026/"><link href="1.html"/><content type="html">&lt;a href="2.html"&gt;more&lt;/a&gt;</content></entry></feed>',
      'feed',
      { address: 'https://norwire.example/feed.xml' },
    );
    expect(feed.url).toBe('https://norwire.example/news/index.html');
    expect(feed.entries[0]?.url).toBe('https://norwire.example/news/2026/1.html');
    expect(feed.entries[0]?.content).toBe('<a href="https://norwire.example/news/2026/2.html">more</a>');
  });

  test.each([
    ['text', '<title>1 &lt; 2 &lt;b></title>', '1 < 2 <b>'],
    ['HTML', '<title type="html">a &lt;b>port&lt;/b> &amp;amp; more</title>', 'a port & more'],
    ['XHTML', '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a <b>port</b></div></title>', 'a port'],
    ['base64, as in 0.3', '<title type="text/html" mode="base64">YSA8Yj5wb3J0PC9iPg==</title>', 'a port'],
  ])('a title in %s', (_, inside, title) => {
    expect(entry(inside)?.title).toBe(title);
  });

  test('who signs the feed signs what nobody signs', () => {
    const author = '<author><name>Norwire</name></author>';
    expect(atom(`${author}<entry><title>A</title></entry>`).entries[0]?.authors).toEqual(['Norwire']);
    expect(entry('<author><name>Jane Doe</name></author>')?.authors).toEqual(['Jane Doe']);
  });

  test('languages are inherited', () => {
    expect(entry('<title>A</title>', 'xml:lang="fr"')?.language).toBe('fr');
    expect(entry('<content xml:lang="de">Wort</content>', 'xml:lang="fr"')?.language).toBe('de');
  });

  test('content elsewhere is an address and no text', () => {
    expect(entry('<content src="https://norwire.example/5.html" type="text/html"/>')).toMatchObject({
      content: null,
      url: 'https://norwire.example/5.html',
    });
  });
});

describe('other lists', () => {
  test('JSON Feed', () => {
    const feed = readFeed(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Norwire',
        home_page_url: 'https://norwire.example/',
        items: [
          {
            id: 7,
            url: '/7',
            content_text: 'One.\n\nTwo & three.',
            date_published: '2026-03-09T10:15:00Z',
            authors: [{ name: 'Jane Doe' }],
            tags: ['ports'],
          },
        ],
      }),
      'feed',
    );
    expect(feed).toMatchObject({ kind: 'json-feed', version: '1.1', url: 'https://norwire.example/' });
    expect(feed.entries[0]).toMatchObject({
      id: '7',
      url: 'https://norwire.example/7',
      content: '<p>One.</p>\n<p>Two &amp; three.</p>',
      published: '2026-03-09T10:15:00Z',
      authors: ['Jane Doe'],
      categories: ['ports'],
    });
  });

  test('a sitemap of news', () => {
    const feed = readFeed(
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc> https://norwire.example/8 </loc><n:news><n:publication><n:name>Norwire</n:name><n:language>en</n:language></n:publication><n:publication_date>2026-03-09</n:publication_date><n:title>Port</n:title></n:news></url><url><loc>ftp://norwire.example/9</loc></url></urlset>',
      'sitemap',
    );
    expect(feed.kind).toBe('sitemap');
    expect(feed.entries).toHaveLength(1);
    expect(feed.entries[0]).toMatchObject({
      url: 'https://norwire.example/8',
      title: 'Port',
      published: '2026-03-09',
      language: 'en',
      source: { title: 'Norwire' },
    });
  });

  test('an index of sitemaps, and an OPML list with folders', () => {
    const index = readListing(
      '<sitemapindex><sitemap><loc>https://norwire.example/a.xml</loc><lastmod>2026-03-09</lastmod></sitemap></sitemapindex>',
      'index',
    );
    expect(index).toMatchObject({
      kind: 'sitemap-index',
      addresses: [{ url: 'https://norwire.example/a.xml', kind: 'sitemap', updated: '2026-03-09' }],
    });
    const opml = readListing(
      '<opml version="2.0"><head><title>Desk</title></head><body><outline text="News"><outline text="Norwire" type="rss" xmlUrl="https://norwire.example/feed"/><outline text="again" xmlUrl="https://norwire.example/feed"/></outline><outline text="Page" type="link" url="https://norwire.example/"/></body></opml>',
      'opml',
    );
    expect(isFeed(opml)).toBe(false);
    expect(opml).toMatchObject({
      kind: 'opml',
      title: 'Desk',
      addresses: [
        { url: 'https://norwire.example/feed', kind: 'feed', title: 'Norwire' },
        { url: 'https://norwire.example/', kind: 'page', title: 'Page' },
      ],
    });
    expect(() => readFeed('<opml><body/></opml>', 'list.opml')).toThrow(/list\.opml is a list of feeds/);
  });
});

describe('bytes', () => {
  const latin = Uint8Array.from(
    Buffer.from('<?xml version="1.0"?><rss><channel><title>Caf\u00e9</title></channel></rss>', 'latin1'),
  );
  const declared = Uint8Array.from(
    Buffer.from(
      '<?xml version="1.0" encoding="windows-1252"?><rss><channel><title>Caf\u00e9</title></channel></rss>',
      'latin1',
    ),
  );
  const wide = Uint8Array.from(Buffer.from('\ufeff<rss><channel><title>Café</title></channel></rss>', 'utf16le'));
  test.each([
    ['what the server says', latin, 'iso-8859-1'],
    ['what the declaration says', declared, null],
    ['what the mark says', wide, null],
  ])('the encoding is %s', (_, bytes, charset) => {
    expect(readFeed(bytes, 'feed', { charset }).title).toBe('Café');
  });

  test('what breaks off is read as far as it goes, with a warning', () => {
    const feed = readFeed(
      rss('<item><title>Port</title></item><item><title>Harb').slice(0, -'</channel></rss>'.length),
      'feed',
    );
    expect(feed.entries.map(({ title }) => title)).toEqual(['Port', 'Harb']);
    expect(feed.warnings.map(({ code }) => code)).toEqual(['xml-truncated']);
  });

  test.each([
    ['a page', '<!doctype html><html><body><p>Text</p></body></html>', 'not-a-feed'],
    ['other XML', '<?xml version="1.0"?><note><to>Jane</to></note>', 'not-a-feed'],
    ['text', 'The harbour stays open.', 'not-a-feed'],
    ['other JSON', '{"a": 1}', 'not-a-feed'],
    ['JSON that breaks off', '{"version": "https://jsonfeed.org/version/1.1", "items": [', 'bad-json'],
  ])('%s is refused', (_, text, code) => {
    expect(() => readFeed(text, 'given')).toThrow(expect.objectContaining({ code }));
  });
});
