import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FetchOptions } from '../../src/intake/net/fetcher.ts';
import { PageCache } from '../../src/intake/net/page-cache.ts';
import { madeWorld, withFetcher } from '../support/fetching.ts';
import { type LocalServer, openServer, type Route, sends } from '../support/local-server.ts';

const open: LocalServer[] = [];
let cache: string;
const serve = async (routes: Record<string, Route>): Promise<LocalServer> => {
  const server = await openServer(routes);
  open.push(server);
  return server;
};
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'readout-net-'));
});
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
  rmSync(cache, { recursive: true, force: true });
});

const fetched = (url: string, options: FetchOptions = {}) =>
  withFetcher({ cache, ignoreRobots: true, ...options }, (fetcher) => fetcher.fetchReport(url));

/** Sends a page with a tag, and 304 to whoever has it. */
const tagged =
  (body: () => string, headers: Record<string, string> = {}): Route =>
  (response, request) => {
    const etag = `"${body().length}"`;
    const isKnown = request.headers['if-none-match'] === etag;
    sends(
      isKnown ? '' : body(),
      { etag, 'content-type': 'text/html', ...headers },
      isKnown ? 304 : 200,
    )(response, request);
  };

describe('conditional requests', () => {
  test('what still holds is not sent again', async () => {
    const { url, requests } = await serve({ '/a': tagged(() => 'one') });
    const first = await fetched(url('/a'));
    const second = await fetched(url('/a'));
    expect([first.from, second.from]).toEqual(['net', 'revalidated']);
    expect(second.bytes).toEqual(first.bytes);
    expect(second).toMatchObject({ hash: first.hash, contentType: 'text/html', etag: '"3"' });
    expect(requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"3"']);
  });

  test('what has changed is', async () => {
    let body = 'one';
    const { url } = await serve({ '/a': tagged(() => body) });
    await fetched(url('/a'));
    body = 'three';
    expect(Buffer.from((await fetched(url('/a'))).bytes).toString()).toBe('three');
    expect((await fetched(url('/a'))).from).toBe('revalidated');
  });

  test('Last-Modified serves where there is no tag', async () => {
    const modified = 'Mon, 02 Mar 2026 10:00:00 GMT';
    const { url, requests } = await serve({ '/a': sends('one', { 'last-modified': modified }) });
    await fetched(url('/a'));
    await fetched(url('/a'));
    expect(requests.map(({ headers }) => headers['if-modified-since'])).toEqual([undefined, modified]);
  });

  test('what is fresh is not asked about until it is stale', async () => {
    const { url, requests } = await serve({ '/a': tagged(() => 'one', { 'cache-control': 'max-age=60' }) });
    const world = madeWorld();
    const from: string[] = [];
    for (const seconds of [0, 59, 2, 59]) {
      world.pass(seconds * 1000);
      from.push((await fetched(url('/a'), { world })).from);
    }
    expect(from).toEqual(['net', 'cache', 'revalidated', 'cache']);
    expect(requests).toHaveLength(2);
  });

  test('what may not be kept is not', async () => {
    const { url } = await serve({
      '/a': tagged(() => 'one', { 'cache-control': 'no-store' }),
      '/gone': sends('x', {}, 404),
    });
    await fetched(url('/a'));
    await expect(fetched(url('/gone'))).rejects.toThrow();
    expect(readdirSync(cache)).toEqual([]);
  });

  test('a page behind a password is kept apart, and the password nowhere', async () => {
    const { url, requests } = await serve({ '/a': tagged(() => 'one') });
    const secret = url('/a', 'ada:s3cret@127.0.0.1');
    await fetched(secret);
    await fetched(url('/a'));
    expect(requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, undefined]);
    expect((await fetched(secret)).from).toBe('revalidated');
    for (const name of readdirSync(cache)) {
      expect(readFileSync(join(cache, name), 'latin1')).not.toContain('s3cret');
      expect(readFileSync(join(cache, name), 'latin1')).not.toContain(Buffer.from('ada:s3cret').toString('base64'));
    }
  });
});

describe('the folder', () => {
  const answer = (size: number, time = 0) => ({
    time,
    headers: new Map([['etag', '"1"']]),
    bytes: Buffer.alloc(size, 'x'),
  });
  const fail = (message: string): never => {
    throw new Error(message);
  };

  test('is for its owner only', async () => {
    await new PageCache(join(cache, 'inner'), 1e6, fail).put('a', answer(10));
    expect(statSync(join(cache, 'inner')).mode & 0o077).toBe(0);
    for (const name of readdirSync(join(cache, 'inner')))
      expect(statSync(join(cache, 'inner', name)).mode & 0o077).toBe(0);
  });

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 3)],
    ['changed', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from('y')])],
    ['emptied', () => Buffer.alloc(0)],
    ['noise', () => Buffer.from('{"version":1}\n\u0000')],
  ])('an answer that was %s counts as none, and goes', async (_what, spoil) => {
    const pages = new PageCache(cache, 1e6, fail);
    await pages.put('a', answer(100));
    const [name = ''] = readdirSync(cache);
    writeFileSync(join(cache, name), spoil(readFileSync(join(cache, name))));
    expect(await pages.get('a')).toBeNull();
    expect(readdirSync(cache)).toEqual([]);
  });

  test('stays below its size: what was used longest ago goes, and no other file', async () => {
    writeFileSync(join(cache, 'notes.txt'), 'x'.repeat(5000));
    const pages = new PageCache(cache, 10_000, fail);
    for (const key of ['a', 'b', 'c']) await pages.put(key, answer(2500));
    await new Promise((done) => setTimeout(done, 20));
    await pages.get('a');
    await pages.put('d', answer(2500));
    const kept = await Promise.all(['a', 'b', 'c', 'd'].map(async (key) => (await pages.get(key)) !== null));
    expect(kept[0]).toBe(true);
    expect(kept[3]).toBe(true);
    expect(kept.filter(Boolean).length).toBeLessThan(4);
    expect(readdirSync(cache)).toContain('notes.txt');
    await pages.put('e', answer(9000));
    expect(await pages.get('e')).toBeNull();
  });

  test('that cannot be written is told once and done without', async () => {
    const told: string[] = [];
    const file = join(cache, 'file');
    writeFileSync(file, '');
    const { url } = await serve({ '/a': sends('one'), '/b': sends('two') });
    const options = { cache: join(file, 'inner'), warn: (message: string) => told.push(message) };
    await withFetcher({ ...options, ignoreRobots: true }, async (fetcher) => {
      expect((await fetcher.fetchReport(url('/a'))).bytes).toHaveLength(3);
      expect((await fetcher.fetchReport(url('/b'))).bytes).toHaveLength(3);
    });
    expect(told).toEqual([expect.stringMatching(/^the cache in .*inner cannot be written/)]);
  });
});
