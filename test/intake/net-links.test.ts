import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fetchLinks } from '../../src/intake/net/fetch-links.ts';
import type { FetchedReport } from '../../src/intake/net/fetcher.ts';
import { type FoundLink, findLinks } from '../../src/intake/net/find-links.ts';
import { isBefore } from '../../src/intake/net/since.ts';

const site = 'https://paper.example';
const map = (...entries: readonly (readonly [string, string?])[]): string =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries
    .map(
      ([path, date]) => `<url><loc>${site}${path}</loc>${date === undefined ? '' : `<lastmod>${date}</lastmod>`}</url>`,
    )
    .join('')}</urlset>`;
const index = (...entries: readonly (readonly [string, string?])[]): string =>
  map(...entries)
    .replaceAll('urlset', 'sitemapindex')
    .replaceAll(/<(\/?)url>/g, '<$1sitemap>');
const opml = (...feeds: readonly string[]): string =>
  `<opml version="2.0"><body>${feeds.map((feed) => `<outline text="a" xmlUrl="${site}${feed}"/>`).join('')}<outline text="page" htmlUrl="${site}/front"/></body></opml>`;

/** What a search finds and opens, lists given by path. */
const searched = async (
  lists: Readonly<Record<string, string | Uint8Array>>,
  { since = null, most = 100 }: { since?: string | null; most?: number } = {},
) => {
  const opened: string[] = [];
  const open = async (source: string) => {
    const path = source.slice(site.length);
    opened.push(path);
    const list = lists[path];
    if (list === undefined) throw new Error('gone');
    const bytes = typeof list === 'string' ? new TextEncoder().encode(list) : list;
    return { name: source, bytes, charset: null, address: source };
  };
  const found: string[] = [];
  for await (const one of findLinks([`${site}/start`], open, since)) {
    found.push(one.kind === 'link' ? one.link.url.slice(site.length) : `${one.name.slice(site.length)} failed`);
    if (found.length >= most) break;
  }
  return { found, opened };
};

describe('lists', () => {
  test('the newest report comes first, and what has no date last', async () => {
    const start = map(['/b', '2026-03-01'], ['/none'], ['/a', '2026-03-02T08:00:00Z'], ['/c', '2026-02-01'], ['/nor']);
    expect((await searched({ '/start': start })).found).toEqual(['/a', '/b', '/c', '/none', '/nor']);
  });

  test('each report and each list counts once, and lists that name each other end', async () => {
    const { found, opened } = await searched({
      '/start': opml('/one', '/two', '/start', '/again'),
      '/one': map(['/a'], ['/b'], ['/a']),
      '/two': map(['/b'], ['/c']),
      '/again': opml('/two', '/one'),
    });
    expect(found).toEqual(['/a', '/b', '/c']);
    expect(opened).toEqual(['/start', '/one', '/two', '/again']);
  });

  test('lists in lists in lists are opened, and none deeper', async () => {
    const { found } = await searched({
      '/start': opml('/index'),
      '/index': index(['/inner'], ['/map']),
      '/inner': index(['/deep']),
      '/deep': map(['/too-deep']),
      '/map': map(['/a']),
    });
    expect(found).toEqual(['/a']);
  });

  test('are opened only as far as reports are asked for, the newest first', async () => {
    const { found, opened } = await searched(
      {
        '/start': index(['/january', '2026-01-31'], ['/march', '2026-03-31'], ['/february', '2026-02-28']),
        '/march': map(['/a', '2026-03-03'], ['/b', '2026-03-02']),
      },
      { most: 2 },
    );
    expect(found).toEqual(['/a', '/b']);
    expect(opened).toEqual(['/start', '/march']);
  });

  test('that were last changed before a date are not opened for what is newer', async () => {
    const lists = {
      '/start': index(['/old', '2026-01-31'], ['/new', '2026-03-31'], ['/undated']),
      '/new': map(['/a', '2026-03-03'], ['/b', '2026-02-02']),
      '/undated': map(['/c'], ['/d', '2026-02-28']),
    };
    const { found, opened } = await searched(lists, { since: '2026-03-01' });
    expect(found).toEqual(['/a', '/c']);
    expect(opened).not.toContain('/old');
  });

  test('may be packed, and a bad one never stops the others', async () => {
    const { found } = await searched({
      '/start': opml('/gone', '/bad', '/packed'),
      '/bad': 'a page of nothing',
      '/packed': gzipSync(map(['/a'])),
    });
    expect(found).toEqual(['/gone failed', '/bad failed', '/a']);
  });

  test.each([
    ['<link rel="alternate" type="application/rss+xml" href="/feed">', ['/a']],
    [
      '<base href="https://paper.example/x/"><LINK REL="alternate home" TYPE="application/atom+xml; x=y" HREF="../feed">',
      ['/a'],
    ],
    [
      '<link rel="alternate" type="application/rss+xml" href="/feed"><link rel="alternate" type="application/rss+xml" href="/comments">',
      ['/a'],
    ],
    ['<link rel="alternate" type="text/html" href="/feed">', ['/start failed']],
    ['<link rel="stylesheet" type="application/rss+xml" href="/feed">', ['/start failed']],
    ['<link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">', ['/start failed']],
    ['<body><link rel="alternate" type="application/rss+xml" href="/feed">', ['/start failed']],
  ])('a page with %s in its head gives %j', async (head, expected) => {
    const start = `<!doctype html><html><head><title>Paper</title>${head}</head><body><p>News</p></body></html>`;
    expect((await searched({ '/start': start, '/feed': map(['/a']), '/comments': map(['/z']) })).found).toEqual(
      expected,
    );
  });
});

test.each([
  ['2026-03-01', '2026-03-01', false],
  ['2026-02-28', '2026-03-01', true],
  ['2026-03-01', '2026-03-01T12:00', false],
  ['2026-03-01T11:59:00Z', '2026-03-01T12:00', true],
  ['2026-03-01T11:59:00-05:00', '2026-03-01T12:00', false],
  ['2026-03-01T23:00:00', '2026-03-02', true],
])('%s is before %s: %s', (date, since, expected) => {
  expect(isBefore(date, since)).toBe(expected);
});

test('reports come in the order of their links, whichever is there first, a few at a time', async () => {
  const urls = Array.from({ length: 20 }, (_, number) => `https://p${number}.example/`);
  const links = async function* (): AsyncGenerator<FoundLink> {
    for (const url of urls)
      yield { kind: 'link', link: { url, title: null, published: null, updated: null, list: 'list' } };
  };
  let active = 0;
  let most = 0;
  const fetchReport = async (url: string): Promise<FetchedReport> => {
    active += 1;
    most = Math.max(most, active);
    for (let turn = url.length % 5; turn >= 0; turn -= 1) await new Promise((done) => setImmediate(done));
    active -= 1;
    if (url.startsWith('https://p7.')) throw new Error('lost');
    return { url } as FetchedReport;
  };
  const came: string[] = [];
  for await (const one of fetchLinks({ fetchReport }, links()))
    came.push(one.kind === 'fetched' ? one.report.url : `${one.name} failed`);
  expect(came).toEqual(urls.map((url) => (url.startsWith('https://p7.') ? `${url} failed` : url)));
  expect(most).toBe(6);
});
