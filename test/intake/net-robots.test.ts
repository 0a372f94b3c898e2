import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { FetchOptions } from '../../src/intake/net/fetcher.ts';
import { madeWorld, withFetcher } from '../support/fetching.ts';
import { type LocalServer, openServer, pointsTo, type Route, sends } from '../support/local-server.ts';

const open: LocalServer[] = [];
const serve = async (routes: Record<string, Route>): Promise<LocalServer> => {
  const server = await openServer(routes);
  open.push(server);
  return server;
};
const folders: string[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const fetched = (url: string, options: FetchOptions = {}) =>
  withFetcher(options, (fetcher) => fetcher.fetchReport(url));
const page = '<p>The harbour stays open.</p>';
const robots = (lines: string): Route => sends(lines.replaceAll(' | ', '\n'), { 'content-type': 'text/plain' });
const times = (server: LocalServer, path: string): number => server.requests.filter(({ url }) => url === path).length;

describe('robots.txt', () => {
  test('closes a page, which is never asked for, and says how to go on', async () => {
    const { url, taken } = await serve({
      '/robots.txt': robots('User-agent: * | Disallow: /closed'),
      '/closed/a': sends(page),
    });
    await expect(fetched(url('/closed/a'))).rejects.toMatchObject({
      code: 'fetch-robots',
      message: expect.stringMatching(
        /robots\.txt asks programs to leave it alone; .*--ignore-robots if you have leave\.$/,
      ),
    });
    expect(taken()).toEqual([]);
    expect((await fetched(url('/closed/a'), { ignoreRobots: true })).bytes).toHaveLength(page.length);
  });

  test('is asked for once for many pages, and not at all where it is ignored', async () => {
    const server = await serve({
      '/robots.txt': robots('User-agent: readout | Allow: /'),
      '/a': sends(page),
      '/b': sends(page),
    });
    await withFetcher({}, async (fetcher) => {
      await Promise.all(['/a', '/b', '/a'].map((path) => fetcher.fetchReport(server.url(path))));
    });
    expect(times(server, '/robots.txt')).toBe(1);
    await fetched(server.url('/a'), { ignoreRobots: true });
    expect(times(server, '/robots.txt')).toBe(1);
  });

  test('is asked for again after a day, where there is a cache', async () => {
    const cache = mkdtempSync(join(tmpdir(), 'readout-net-'));
    folders.push(cache);
    const server = await serve({ '/robots.txt': robots('User-agent: * | Disallow: /closed'), '/a': sends(page) });
    const world = madeWorld();
    for (const hours of [0, 23, 2]) {
      world.pass(hours * 3_600_000);
      await fetched(server.url('/a'), { cache, world });
    }
    expect(times(server, '/robots.txt')).toBe(2);
    await expect(fetched(server.url('/closed'), { cache, world })).rejects.toMatchObject({ code: 'fetch-robots' });
    expect(times(server, '/robots.txt')).toBe(2);
  });

  test.each([404, 401, 403, 410])('with status %d everything is open', async (status) => {
    const { url } = await serve({ '/robots.txt': sends('', {}, status), '/a': sends(page) });
    expect((await fetched(url('/a'))).bytes).toHaveLength(page.length);
  });

  test.each([500, 503, 429])('with status %d everything is closed, after some tries, and stays so', async (status) => {
    const server = await serve({ '/robots.txt': sends('', {}, status), '/a': sends(page) });
    await withFetcher({}, async (fetcher) => {
      for (const path of ['/a', '/b'])
        await expect(fetcher.fetchReport(server.url(path))).rejects.toMatchObject({
          code: 'fetch-robots',
          message: expect.stringContaining(`could not be had (HTTP status ${status})`),
        });
    });
    expect(times(server, '/robots.txt')).toBe(3);
    expect(server.taken()).toEqual([]);
  });

  test('may be redirected five times, and counts as absent after that', async () => {
    const chain = (steps: number): Record<string, Route> => ({
      '/robots.txt': pointsTo('/r1'),
      ...Object.fromEntries(
        Array.from({ length: steps }, (_, step) => [`/r${step + 1}`, pointsTo(`/r${step + 2}`)] as const),
      ),
      [`/r${steps + 1}`]: robots('User-agent: * | Disallow: /'),
      '/a': sends(page),
    });
    const { url } = await serve(chain(4));
    await expect(fetched(url('/a'))).rejects.toMatchObject({ code: 'fetch-robots' });
    const { url: longer } = await serve(chain(5));
    expect((await fetched(longer('/a'))).bytes).toHaveLength(page.length);
  });

  test('that is redirected inward is no way in', async () => {
    const { url, taken } = await serve({ '/robots.txt': pointsTo('http://169.254.169.254/'), '/a': sends(page) });
    await expect(fetched(url('/a'))).rejects.toMatchObject({ code: 'fetch-refused-address' });
    expect(taken()).toEqual([]);
  });

  test('holds for each step of a redirect at the host that it leads to', async () => {
    const target = await serve({ '/robots.txt': robots('User-agent: * | Disallow: /'), '/b': sends(page) });
    const { url } = await serve({ '/a': pointsTo(target.url('/b')) });
    await expect(fetched(url('/a'))).rejects.toMatchObject({ code: 'fetch-robots' });
    expect(target.taken()).toEqual([]);
  });

  test('that is huge is read as far as anybody needs', async () => {
    const lines = `User-agent: *\nDisallow: /closed\n${'# nothing\n'.repeat(500_000)}`;
    const { url } = await serve({ '/robots.txt': sends(lines), '/a': sends(page) });
    expect((await fetched(url('/a'))).bytes).toHaveLength(page.length);
    await expect(fetched(url('/closed'))).rejects.toMatchObject({ code: 'fetch-robots' });
  });

  test('with a byte order mark is read', async () => {
    const { url } = await serve({ '/robots.txt': sends('\ufeffUser-agent: *\nDisallow: /') });
    await expect(fetched(url('/a'))).rejects.toMatchObject({ code: 'fetch-robots' });
  });
});

describe('pauses', () => {
  const routes: Record<string, Route> = { '/a': sends(page), '/b': pointsTo('/a'), '/c': sends(page) };
  const slept = async (paths: readonly string[], rules: string, options: FetchOptions = {}): Promise<number[]> => {
    const { url } = await serve({ ...routes, '/robots.txt': robots(rules) });
    const world = madeWorld();
    await withFetcher({ world, ...options }, async (fetcher) => {
      for (const path of paths) await fetcher.fetchReport(url(path));
    });
    return world.slept;
  };

  test('a second lies between two pages of a host; a redirect is no page', async () => {
    expect(await slept(['/b', '/c', '/a'], '')).toEqual([1000, 1000]);
  });

  test('Crawl-delay asks for more, also of redirects', async () => {
    expect(await slept(['/b', '/c'], 'User-agent: * | Crawl-delay: 7')).toEqual([7000, 7000]);
  });

  test('a pause of one’s own, too', async () => {
    expect(await slept(['/a', '/c'], 'User-agent: * | Crawl-delay: 1', { pause: 3000 })).toEqual([3000]);
  });

  test('a Crawl-delay longer than anybody waits is told', async () => {
    const { url } = await serve({ ...routes, '/robots.txt': robots('User-agent: * | Crawl-delay: 86400') });
    await withFetcher({}, async (fetcher) => {
      await fetcher.fetchReport(url('/a'));
      await expect(fetcher.fetchReport(url('/c'))).rejects.toMatchObject({
        code: 'fetch-wait',
        message: expect.stringContaining('asks for 86400 seconds before its next page; run it again after that time'),
      });
    });
  });
});
