import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ReportItem, readFeed, readReports } from '../../src/intake/index.ts';

const whole = '&lt;p&gt;The port of Sund stays open, the harbour master said on Monday.&lt;/p&gt;';
const article = '<p>The port of Sund stays open, the harbour master said on Monday.</p><p>Ferries <br/>run.</p>';

const samples: readonly (readonly [name: string, text: string])[] = [
  [
    'feed.rss',
    `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY nw "Norwire">]><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>&nw;</title><item><title>Port</title><link>https://norwire.example/1</link><description><![CDATA[All <b>well</b>]]></description><content:encoded>${whole}</content:encoded><pubDate>Mon, 09 Mar 2026 10:15:00 +0100</pubDate><media:content url="https://norwire.example/p.jpg"><media:credit>Jane Doe</media:credit></media:content></item></channel></rss>`,
  ],
  [
    'feed.atom',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://norwire.example/"><entry><title type="html">Port</title><link href="1"/><author><name>Jane Doe</name></author><updated>2026-03-09T10:15:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${article}</div></content></entry></feed>`,
  ],
  [
    'feed.json',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ id: 1, title: 'Port', content_html: article }],
    }),
  ],
  ['list.opml', '<opml version="2.0"><body><outline text="a" xmlUrl="https://norwire.example/feed"/></body></opml>'],
  [
    'sitemap.xml',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://norwire.example/1</loc><news:news><news:title>Port</news:title></news:news></url></urlset>',
  ],
  [
    'item.xml',
    `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="a"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta><headline>Port</headline></contentMeta><contentSet><inlineXML><nitf><body><body.head><byline>By Jane Doe</byline></body.head><body.content>${article}<media><media-caption>Sund</media-caption></media></body.content></body></nitf></inlineXML></contentSet></newsItem></itemSet></newsMessage>`,
  ],
  [
    'old.xml',
    `<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Port</HeadLine></NewsLines><ContentItem><DataContent>${article}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
  ],
  [
    'item.json',
    JSON.stringify({
      uri: 'a',
      type: 'text',
      headlines: [{ value: 'Port' }],
      bodies: [{ value: article }],
      associations: [{ type: 'picture', descriptions: [{ value: 'Sund' }] }],
    }),
  ],
  [
    'mail.eml',
    `From: "Norwire" <desk@norwire.example>\r\nSubject: =?utf-8?q?Port?=\r\nDate: Mon, 09 Mar 2026 10:15:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n--a\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe port stays open, he said=2E\r\n--a\r\nContent-Type: text/html\r\n\r\n${article}\r\n--a--\r\n`,
  ],
];

const collect = async (name: string, bytes: Uint8Array): Promise<readonly ReportItem[]> => {
  const found: ReportItem[] = [];
  for await (const item of readReports({ name, bytes })) found.push(item);
  return found;
};

const faults = (items: readonly ReportItem[]): readonly string[] =>
  items.flatMap((item) =>
    item.kind === 'failure' && item.error.code === 'internal-error' ? [item.error.message] : [],
  );

const token = fc.constantFrom(
  '<',
  '>',
  '&',
  '"',
  ']]>',
  '<![CDATA[',
  '<!--',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&b;',
  '&#0;',
  '{',
  '[',
  '\\',
  '=?utf-8?b?',
  '\r\n--a',
  '=',
  '\0',
  '\ufeff',
  '<p>',
  '</',
  'xmlns="x"',
);
const edit = fc.record({ at: fc.nat(2000), remove: fc.nat(40), insert: fc.oneof(token, fc.string({ maxLength: 5 })) });

const damage = (text: string, edits: readonly { at: number; remove: number; insert: string }[]): string =>
  edits.reduce((all, { at, remove, insert }) => {
    const start = at % (all.length + 1);
    return all.slice(0, start) + insert + all.slice(start + remove);
  }, text);

test.each(samples)('%s is read as it is', async (name, text) => {
  const items = await collect(name, new TextEncoder().encode(text));
  expect(faults(items)).toEqual([]);
  expect(items.some(({ kind }) => kind === 'report')).toBe(name !== 'list.opml');
});

test.each(samples)('%s, damaged, is read or refused with a reason', async (name, text) => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
      const bytes = new TextEncoder().encode(damage(text, edits));
      expect(faults(await collect(name, bytes))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test.each(samples)('%s, cut anywhere, is read or refused with a reason', async (name, text) => {
  const bytes = new TextEncoder().encode(text);
  for (let end = 1; end < bytes.length; end += 23)
    expect(faults(await collect(name, bytes.subarray(0, end)))).toEqual([]);
});

describe('what is made to take long', () => {
  const many = 100_000;
  test.each([
    ['elements without a bottom', `<nitf><body><body.content>${'<p>'.repeat(many)}`],
    ['very many line breaks', `<nitf><body><body.content><p>${'a<br/>'.repeat(many)}</p></body.content></body></nitf>`],
    [
      'very many attributes',
      `<rss ${Array.from({ length: many }, (_, at) => `a${at}="x"`).join(' ')}><channel/></rss>`,
    ],
    [
      'very many prefixes',
      `<rss>${Array.from({ length: 100 }, (_, at) => `<x ${Array.from({ length: 50 }, (__, to) => `xmlns:p${at}_${to}="u"`).join(' ')}>`).join('')}</rss>`,
    ],
    ['brackets', `<rss><channel>${'<'.repeat(many * 10)}`],
    [
      'ampersands',
      `<rss><channel><item><title>t</title><content:encoded>${'&'.repeat(many * 10)}</content:encoded></item></channel></rss>`,
    ],
    [
      'tags in content',
      `<rss><channel><item><title>t</title><content:encoded><![CDATA[${'<a '.repeat(many)}]]></content:encoded></item></channel></rss>`,
    ],
    ['brackets in JSON', `{"uri": "a", "headline": "b", "bodies": ${'['.repeat(many)}`],
    [
      'parts of a mail',
      `From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n${'--a\n\nhello\n'.repeat(many)}`,
    ],
    ['lines of a mail', `From: a@b.example\nMIME-Version: 1.0\n\n${'a\n'.repeat(many * 5)}`],
  ])('%s', async (_, text) => {
    const started = process.cpuUsage();
    expect(faults(await collect('given', new TextEncoder().encode(text)))).toEqual([]);
    expect(process.cpuUsage(started).user).toBeLessThan(3_000_000);
  });

  test('a long sitemap is read entry by entry', () => {
    const entries = Array.from({ length: 50_000 }, (_, at) => `<url><loc>https://norwire.example/${at}</loc></url>`);
    const started = process.cpuUsage();
    expect(readFeed(`<urlset>${entries.join('')}</urlset>`, 'sitemap').entries).toHaveLength(50_000);
    expect(process.cpuUsage(started).user).toBeLessThan(3_000_000);
  });
});
