import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import type { FetchOptions } from '../../src/intake/net/fetcher.ts';
import { madeWorld, withFetcher } from '../support/fetching.ts';
import { type LocalServer, openRawServer, openServer, type Route, sends } from '../support/local-server.ts';

const open: LocalServer[] = [];
const kept = (server: LocalServer): LocalServer => {
  open.push(server);
  return server;
};
const serve = async (routes: Record<string, Route>) => kept(await openServer(routes));
const serveRaw = async (answer: (socket: Socket, path: string) => void) => kept(await openRawServer(answer));
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const fetched = (url: string, options: FetchOptions = {}) =>
  withFetcher(options, (fetcher) => fetcher.fetchReport(url));
const page = '<!doctype html><p>The harbour stays open.</p>';
const once = { attempts: 1 };

describe('time', () => {
  const slow: Record<string, Route> = {
    '/headers': () => undefined,
    '/body': (response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.write('<p>The');
    },
    '/drip': (response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const timer = setInterval(() => response.write('x'), 10);
      response.on('close', () => clearInterval(timer));
    },
  };
  test.each([
    ['/headers', { headers: 60 }, 'did not answer in time'],
    ['/body', { idle: 60 }, 'stopped sending in the middle'],
    ['/drip', { whole: 150 }, 'took too long as a whole'],
  ])('%s is given up', async (path, limits, what) => {
    const { url } = await serve(slow);
    await expect(fetched(url(path), { limits: { ...once, ...limits } })).rejects.toMatchObject({
      code: 'fetch-timeout',
      message: expect.stringMatching(new RegExp(`^${url(path)} was not fetched: .*${what}; try again later`)),
    });
  });

  test('a name that DNS never answers is given up', async () => {
    const world = { ...madeWorld(), lookup: () => new Promise<never>(() => undefined) };
    await expect(fetched('http://silent.example/', { world, limits: { ...once, connect: 60 } })).rejects.toMatchObject({
      code: 'fetch-timeout',
      message: expect.stringContaining('no connection came about'),
    });
  });
});

describe('size', () => {
  test('a body that never ends is cut off', async () => {
    let sent = 0;
    const { url } = await serve({
      '/a': (response) => {
        const push = (): void => {
          sent += 65_536;
          if (!response.destroyed) response.write(Buffer.alloc(65_536, 'x'), () => setImmediate(push));
        };
        push();
      },
    });
    await expect(fetched(url('/a'), { limits: { wire: 1_000_000 } })).rejects.toMatchObject({
      code: 'fetch-too-large',
      message: expect.stringContaining('larger than 1 MB'),
    });
    expect(sent).toBeLessThan(20_000_000);
  });

  test('one that says that it is too long is not even read', async () => {
    const { url } = await serve({
      '/a': (response) => response.writeHead(200, { 'content-length': '1000000000' }).write('x'),
    });
    await expect(fetched(url('/a'))).rejects.toMatchObject({ code: 'fetch-too-large' });
  });

  const big = Buffer.alloc(30_000_000, 'x');
  const bombs: readonly (readonly [string, Uint8Array])[] = [
    ['gzip', gzipSync(big)],
    ['deflate', deflateSync(big)],
    ['br', brotliCompressSync(big)],
    ['zstd', zstdCompressSync(big)],
    ['gzip, gzip', gzipSync(gzipSync(big))],
  ];
  test.each(bombs)('a bomb of %s is stopped', async (encoding, bytes) => {
    const { url } = await serve({ '/a': sends(bytes, { 'content-encoding': encoding }) });
    const before = process.memoryUsage().arrayBuffers;
    await expect(fetched(url('/a'), { limits: { body: 2_000_000 } })).rejects.toMatchObject({
      code: 'fetch-too-large',
      message: expect.stringContaining('once it is unpacked'),
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  test('headers that never end are cut off', async () => {
    const { url } = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const timer = setInterval(() => socket.write(`X-A: ${'x'.repeat(20_000)}\r\n`), 1);
      socket.on('close', () => clearInterval(timer));
    });
    await expect(fetched(url('/a'), { limits: once })).rejects.toMatchObject({ code: 'fetch-network' });
  });
});

describe('what is packed', () => {
  test.each([
    ['gzip', gzipSync(page)],
    ['x-gzip', gzipSync(page)],
    ['deflate', deflateSync(page)],
    ['deflate', deflateRawSync(page)],
    ['br', brotliCompressSync(page)],
    ['zstd', zstdCompressSync(page)],
    ['GZIP', gzipSync(page)],
    ['identity', Buffer.from(page)],
    ['br, gzip', gzipSync(brotliCompressSync(page))],
  ])('as %s is unpacked', async (encoding, bytes) => {
    const { url } = await serve({ '/a': sends(bytes, { 'content-encoding': encoding }) });
    expect(Buffer.from((await fetched(url('/a'))).bytes).toString()).toBe(page);
  });

  test.each([
    ['gzip', gzipSync(page).subarray(0, 30), 'cannot be unpacked'],
    ['gzip', Buffer.from(page), 'cannot be unpacked'],
    ['br', Buffer.from(page), 'cannot be unpacked'],
    ['zstd', Buffer.from(page), 'cannot be unpacked'],
    ['deflate', Buffer.from(page), 'cannot be unpacked'],
    ['compress', Buffer.from(page), 'packed as compress'],
    ['gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(page))), 'packed as gzip, gzip, gzip'],
  ])('as %s but damaged or unknown is refused', async (encoding, bytes, what) => {
    const { url } = await serve({ '/a': sends(bytes, { 'content-encoding': encoding }) });
    await expect(fetched(url('/a'))).rejects.toMatchObject({
      code: 'fetch-damaged',
      message: expect.stringContaining(what),
    });
  });

  test('with a window larger than the web allows, it is refused', async () => {
    const params = { [constants.ZSTD_c_windowLog]: 24 };
    const packed = zstdCompressSync(randomBytes(17_000_000), { params });
    const { url } = await serve({ '/a': sends(packed, { 'content-encoding': 'zstd' }) });
    await expect(fetched(url('/a'), { limits: once })).rejects.toMatchObject({ code: 'fetch-damaged' });
  });

  test('what the server calls it is shown without what would repaint a terminal', async () => {
    const { url } = await serveRaw((socket) =>
      socket.end(Buffer.from('HTTP/1.1 200 OK\r\nContent-Encoding: a\u009b2J\r\nContent-Length: 1\r\n\r\nx', 'utf8')),
    );
    await expect(fetched(url('/a'), { limits: once })).rejects.toMatchObject({
      message: expect.stringMatching(/^\P{Cc}*packed as a\?\?2j, which \P{Cc}*$/u),
    });
  });

  test('nothing at all is nothing, packed or not', async () => {
    const { url } = await serve({ '/a': sends('', { 'content-encoding': 'gzip' }) });
    expect((await fetched(url('/a'))).bytes).toHaveLength(0);
  });
});

describe('broken answers', () => {
  const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n';
  const answers: Record<string, (socket: Socket) => void> = {
    '/short': (socket) => socket.end(`${head}Content-Length: 500\r\n\r\nshort`),
    '/reset': (socket) => socket.resetAndDestroy(),
    '/halfway': (socket) => {
      socket.write(`${head}Content-Length: 500\r\n\r\nshort`, () => socket.resetAndDestroy());
    },
    '/silent': (socket) => socket.end(),
    '/chunk': (socket) => socket.end(`${head}Transfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n`),
    '/unfinished': (socket) => socket.end(`${head}Transfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n`),
    '/twice': (socket) => socket.end(`${head}Content-Length: 5\r\nContent-Length: 6\r\n\r\nshort`),
    '/both': (socket) =>
      socket.end(`${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n0\r\n\r\n`),
    '/noise': (socket) => socket.end('\u0000\u0001 no HTTP at all\r\n\r\n'),
  };
  test.each(Object.keys(answers))('%s is an error that says so', async (path) => {
    const { url } = await serveRaw((socket) => answers[path]?.(socket));
    await expect(fetched(url(path), { limits: once })).rejects.toMatchObject({
      name: 'ReadoutError',
      code: 'fetch-network',
      message: expect.stringMatching(/ was not fetched: (?:the server|the answer|the connection).*; /),
    });
  });

  test('what comes after the length that was said is left alone', async () => {
    const { url } = await serveRaw((socket) =>
      socket.end(`${head}Content-Length: 5\r\nConnection: close\r\n\r\nshort and more`),
    );
    expect(Buffer.from((await fetched(url('/a'))).bytes).toString()).toBe('short');
  });

  test('a port at which nobody listens', async () => {
    const { url, close } = await openServer({});
    await close();
    await expect(fetched(url('/a'), { limits: once })).rejects.toMatchObject({
      code: 'fetch-network',
      message: expect.stringContaining('lets nobody connect'),
    });
  });

  test('a host that does not exist is not asked for again and again', async () => {
    const world = {
      ...madeWorld(),
      lookup: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
    };
    await expect(fetched('http://nowhere.example/', { world })).rejects.toMatchObject({
      message:
        'http://nowhere.example/ was not fetched: there is no host of this name; check how it is spelt, and whether you are online.',
    });
    expect(world.slept).toEqual([]);
  });
});
