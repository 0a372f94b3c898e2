import { expect, test } from 'vitest';
import { type ReportItem, readReports } from '../../src/intake/index.ts';

const itemsOf = async (text: string, name = 'feed.xml'): Promise<readonly ReportItem[]> => {
  const found: ReportItem[] = [];
  for await (const item of readReports({ name, bytes: new TextEncoder().encode(text) })) found.push(item);
  return found;
};

const whole =
  '<p>SUND, March 9 (Reuters) - The port of Sund will stay open through the spring, the harbour master said on Monday.</p><p>Ferries run as planned, and no ship has been turned away so far.</p><figure><img src="p.jpg"><figcaption>The harbour in March. (Photo: John Roe/Norwire)</figcaption></figure><p>The post <a href="https://norwire.example/1">Port stays open</a> appeared first on <a href="https://norwire.example">Norwire</a>.</p>';

const feed = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Norwire</title><language>en-gb</language>
<item><title>Port stays open</title><link>https://norwire.example/1</link><dc:creator>Jane Doe</dc:creator><pubDate>Mon, 09 Mar 2026 10:15:00 +0100</pubDate><content:encoded><![CDATA[${whole}]]></content:encoded></item>
<item><title>Quota cut</title><link>https://norwire.example/2</link><dc:creator>Norwire</dc:creator><description>The fishing quota is cut by a tenth.</description></item>
<item><title>Bridge talks resume</title><link>https://news.example/3</link><source url="https://post.example">Norland Post</source><description>&lt;a href="https://news.example/3"&gt;Bridge talks resume&lt;/a&gt; &lt;font&gt;Norland Post&lt;/font&gt;</description></item>
<item><link>https://norwire.example/4</link></item></channel></rss>`;

test('each entry is a report: of its whole text, or of its summary, which is told', async () => {
  const items = await itemsOf(feed);
  expect(items.map(({ kind, name }) => [kind, name])).toEqual([
    ['report', 'feed.xml#1'],
    ['report', 'feed.xml#2'],
    ['report', 'feed.xml#3'],
    ['skipped', 'feed.xml#4'],
  ]);
  const [first, second, third] = items.flatMap((item) => (item.kind === 'report' ? [item] : []));
  expect(first?.document).toMatchObject({
    title: 'Port stays open',
    byline: ['Jane Doe'],
    agency: 'Reuters',
    publisher: 'Norwire',
    published: '2026-03-09T10:15:00+01:00',
    dateline: { place: 'SUND', date: '2026-03-09' },
    language: 'en-GB',
    url: 'https://norwire.example/1',
    images: [{ caption: 'The harbour in March.', credit: 'John Roe/Norwire' }],
    sources: {
      title: 'feed',
      byline: 'feed',
      agency: 'text',
      published: 'feed',
      dateline: 'text',
      language: 'feed',
      url: 'feed',
    },
  });
  expect(first?.document.text).not.toContain('appeared first');
  expect(first?.warnings).toEqual([]);
  expect(second?.document).toMatchObject({ byline: [], text: 'Quota cut\n\nThe fishing quota is cut by a tenth.' });
  expect(second?.warnings.map(({ code }) => code)).toEqual(['summary-only']);
  expect(third?.document).toMatchObject({ publisher: 'Norland Post', text: 'Bridge talks resume' });
});

test('short texts, which the reader of pages would refuse, are kept', async () => {
  const [item] = await itemsOf(
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Port</title><content type="html">&lt;p&gt;All is well.&lt;/p&gt;</content></entry></feed>',
  );
  expect(item).toMatchObject({ kind: 'report', document: { text: 'Port\n\nAll is well.' } });
});

test('a list of feeds names what to do with it', async () => {
  const [item] = await itemsOf(
    '<opml version="2.0"><body><outline xmlUrl="https://norwire.example/feed"/></body></opml>',
    'list.opml',
  );
  expect(item).toMatchObject({ kind: 'failure', error: { code: 'list-of-addresses' } });
  expect(item?.kind === 'failure' && item.error.message).toContain('readout fetch list.opml');
});

const sitemapOf = (count: number): string =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">${Array.from(
    { length: count },
    (_, index) =>
      `<url><loc>https://norwire.example/${index}</loc><n:news><n:title>Port of Sund stays open, ${index}</n:title></n:news></url>`,
  ).join('')}`;

test('a long sitemap is read part by part: every entry once and in order, and that it breaks off is told with the last', async () => {
  const items = await itemsOf(sitemapOf(10_000), 'sitemap.xml');
  expect(items).toHaveLength(10_000);
  const urls = items.map((item) => (item.kind === 'report' ? item.document.url : null));
  expect(urls).toEqual(items.map((_, index) => `https://norwire.example/${index}`));
  const told = items.flatMap((item, index) =>
    item.kind === 'report' && item.warnings.some(({ code }) => code === 'xml-truncated') ? [index] : [],
  );
  expect(told).toEqual([9999]);
});

test('a sitemap that declares one language for reports in several is not believed', async () => {
  const titles = [
    'Harbour master tells council that the port stays open',
    'Der Hafen bleibt nach Angaben der Behörde den ganzen Winter offen',
  ];
  const entries = Array.from(
    { length: 40 },
    (_, index) =>
      `<url><loc>https://norwire.example/${index}</loc><n:news><n:publication><n:name>Norwire</n:name><n:language>en</n:language></n:publication><n:title>${titles[index % 2]}</n:title></n:news></url>`,
  ).join('');
  const items = await itemsOf(
    `<urlset xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">${entries}</urlset>`,
    'sitemap.xml',
  );
  const languages = items.map((item) => (item.kind === 'report' ? item.document.language : null));
  expect(languages).toEqual(Array.from({ length: 20 }, () => ['en', 'de']).flat());
});
