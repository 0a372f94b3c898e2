import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type LocalServer, type Route, sends } from '../support/local-server.ts';
import { readouts, webCommands } from '../support/web-commands.ts';
import { html, page, rss } from '../support/web-pages.ts';

const { inFolder, serve, called } = webCommands();

const feedRoutes = (server: () => LocalServer): Record<string, Route> => ({
  '/feed': (response, request) =>
    sends(
      rss([
        [server().url('/old'), 'Sun, 01 Feb 2026 08:00:00 GMT'],
        [server().url('/new'), 'Mon, 02 Mar 2026 08:00:00 GMT'],
      ]),
      { 'content-type': 'application/rss+xml' },
    )(response, request),
  '/old': sends(page('Old Talks', 'February 1, 2026'), { ...html, etag: '"o"' }),
  '/new': sends(page('New Talks', 'March 2, 2026'), { ...html, etag: '"n"' }),
});

const serveFeed = async (more: Record<string, Route> = {}): Promise<LocalServer> => {
  let server: LocalServer | null = null;
  server = await serve({ ...feedRoutes(() => server as LocalServer), ...more });
  return server;
};

const indexOf = (out: string): Record<string, unknown>[] =>
  readFileSync(join(out, 'readout.index'), 'utf8')
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));

describe('readout fetch', () => {
  test('saves what a feed names, the newest first, with an index, and never the same twice', async () => {
    const { url, taken } = await serveFeed();
    const out = inFolder('pages');
    const first = await called(['fetch', url('/feed'), '--out', out]);
    expect(first.code).toBe(0);
    expect(first.err).toBe(`readout: 2 reports saved in ${out}.\n`);
    const paths = first.out.trimEnd().split('\n');
    expect(paths[0]).toMatch(/\/2026-03-02-new-[0-9a-f]{8}\.html$/);
    expect(readFileSync(paths[0] ?? '', 'utf8')).toContain('New Talks');
    expect(indexOf(out)).toMatchObject([
      {
        url: url('/new'),
        finalUrl: url('/new'),
        etag: '"n"',
        contentType: 'text/html',
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        list: url('/feed'),
      },
      { url: url('/old') },
    ]);
    // Two pages may be on their way at once, and arrive in either order.
    expect(taken().toSorted()).toEqual(['/feed', '/new', '/old']);
    const second = await called(['fetch', url('/feed'), '--out', out]);
    expect(second).toMatchObject({
      code: 0,
      out: '',
      err: `readout: 0 reports saved in ${out}, 2 known from before.\n`,
    });
    expect(taken()).toEqual(['/feed']);
  });

  test('--limit cuts, and the next run goes on where it was; a half written line counts as none', async () => {
    const { url, taken } = await serveFeed();
    const out = inFolder('pages');
    const first = await called(['fetch', url('/feed'), '--out', out, '--limit', '1']);
    expect(first.err).toBe(`readout: 1 report saved in ${out}. There are more: run it again, or raise --limit.\n`);
    expect(taken()).toEqual(['/feed', '/new']);
    writeFileSync(join(out, 'readout.index'), '{"url":"http://half', { flag: 'a' });
    await called(['fetch', url('/feed'), '--out', out, '--limit', '1']);
    expect(taken()).toEqual(['/feed', '/old']);
  });

  test('--since leaves out what is older', async () => {
    const { url, taken } = await serveFeed();
    await called(['fetch', url('/feed'), '--out', inFolder('pages'), '--since', '2026-03-01']);
    expect(taken()).toEqual(['/feed', '/new']);
  });

  test('--format prints rows and saves nothing', async () => {
    const { url } = await serveFeed();
    const { code, out } = await called(['fetch', url('/feed'), '--format', 'jsonl']);
    expect(code).toBe(0);
    expect(readouts(out).map(({ document }) => document.title)).toEqual(['New Talks', 'Old Talks']);
    expect(readdirSync(inFolder())).toEqual(['cache']);
  });

  test('with both it prints what is new', async () => {
    const { url } = await serveFeed();
    const words = ['fetch', url('/feed'), '--format', 'jsonl', '--out', inFolder('pages')];
    expect(readouts((await called(words)).out)).toHaveLength(2);
    const again = await called(words);
    expect(again).toMatchObject({ code: 0, out: '' });
  });

  test('one report that fails never stops the others; one that is gone is not asked for again', async () => {
    const { url, taken } = await serveFeed({ '/old': sends('', {}, 410), '/new': sends('', {}, 403) });
    const out = inFolder('pages');
    const first = await called(['fetch', url('/feed'), '--out', out]);
    expect(first.code).toBe(1);
    expect(first.err).toContain('HTTP status 410');
    expect(first.err).toContain('HTTP status 403');
    expect(first.err).toContain(`0 reports saved in ${out}, 2 could not be fetched.`);
    taken();
    await called(['fetch', url('/feed'), '--out', out]);
    expect(taken()).toEqual(['/feed', '/new']);
  });

  test('--updated fetches again what its list says has changed', async () => {
    let day = '2026-03-02';
    const { url, taken } = await serve({
      '/map': (response) =>
        response
          .writeHead(200, { 'content-type': 'application/xml' })
          .end(
            `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>http://${response.req.headers.host}/a</loc><lastmod>${day}</lastmod></url></urlset>`,
          ),
      '/a': sends(page('Talks', 'March 2, 2026'), html),
    });
    const out = inFolder('pages');
    await called(['fetch', url('/map'), '--out', out]);
    day = '2999-01-01';
    await called(['fetch', url('/map'), '--out', out]);
    expect(taken()).toEqual(['/map', '/a', '/map']);
    await called(['fetch', url('/map'), '--out', out, '--updated']);
    expect(taken()).toEqual(['/map', '/a']);
  });

  test('lists may be lists of lists, packed, and files; a bad one never stops the others', async () => {
    const server = await serveFeed();
    const opml = inFolder('feeds.opml');
    writeFileSync(
      opml,
      `<opml version="2.0"><body><outline text="a" xmlUrl="${server.url('/none')}"/><outline text="b" xmlUrl="${server.url('/feed')}"/><outline text="c" xmlUrl="${server.url('/feed')}"/></body></opml>`,
    );
    const { code, err, out } = await called(['fetch', opml, '--out', inFolder('pages')]);
    expect(code).toBe(0);
    expect(err).toContain(`${server.url('/none')} was not fetched: there is no such page`);
    expect(out.trimEnd().split('\n')).toHaveLength(2);
    expect(server.taken()).toEqual(['/none', '/feed', '/new', '/old']);
  });

  test('what is no list is told', async () => {
    const { url } = await serve({ '/a': sends(page('Talks', 'March 2, 2026'), html) });
    const { code, err } = await called(['fetch', url('/a'), '--out', inFolder('pages')]);
    expect(code).toBe(1);
    expect(err).toContain(`${url('/a')} is neither a feed`);
  });

  test('a link inward is refused', async () => {
    const { url } = await serve({
      '/feed': sends(rss([['http://169.254.169.254/latest', 'Mon, 02 Mar 2026 08:00:00 GMT']])),
    });
    const { code, err } = await called(['fetch', url('/feed'), '--out', inFolder('pages')]);
    expect(code).toBe(1);
    expect(err).toContain('where reports are not looked for');
  });

  test('saved pages are read as their servers sent them, with their addresses', async () => {
    // Cyrillic, which nothing but the header says.
    const text = Buffer.from(page('\u00cc\u00e8\u00f0 Talks', 'March 2, 2026'), 'latin1');
    const { url } = await serveFeed({ '/new': sends(text, { 'content-type': 'text/html; charset=windows-1251' }) });
    const out = inFolder('pages');
    await called(['fetch', url('/feed'), '--out', out, '--limit', '1']);
    const { out: rows, err } = await called(['read', out, '--format', 'jsonl']);
    expect(err).toBe('');
    expect(readouts(rows).map(({ document }) => [document.title, document.url])).toEqual([
      ['\u041c\u0438\u0440 Talks', url('/new')],
    ]);
  });

  test('a folder that cannot be made is told', async () => {
    const { url } = await serveFeed();
    writeFileSync(inFolder('file'), '');
    const { code, err } = await called(['fetch', url('/feed'), '--out', inFolder('file', 'inner')]);
    expect(code).toBe(1);
    expect(err).toContain('cannot be written');
  });
});
