import { afterEach, expect, test } from 'vitest';
import type { FetchOptions } from '../../src/intake/net/fetcher.ts';
import { madeWorld, withFetcher } from '../support/fetching.ts';
import { type LocalServer, openRawServer, openServer, type Route, sends } from '../support/local-server.ts';

const open: LocalServer[] = [];
const kept = (server: LocalServer): LocalServer => {
  open.push(server);
  return server;
};
const serve = async (routes: Record<string, Route>) => kept(await openServer(routes));
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const fetched = (url: string, options: FetchOptions = {}) =>
  withFetcher(options, (fetcher) => fetcher.fetchReport(url));
const page = '<!doctype html><p>The harbour stays open.</p>';

const flaky = (...statuses: readonly (number | [number, string])[]): Route => {
  let count = 0;
  return (response, request) => {
    const status = statuses[count] ?? 200;
    count += 1;
    const [code, after] = typeof status === 'number' ? [status, null] : status;
    sends(page, after === null ? {} : { 'retry-after': after }, code)(response, request);
  };
};

test.each([408, 425, 429, 500, 502, 503, 504])('after %d it is tried again', async (status) => {
  const { url, taken } = await serve({ '/a': flaky(status, status) });
  const world = madeWorld();
  expect((await fetched(url('/a'), { world })).bytes).toHaveLength(page.length);
  expect(taken()).toHaveLength(3);
  expect(world.slept).toEqual([1000, 1500]);
});

test('but not for ever', async () => {
  const { url, taken } = await serve({ '/a': flaky(503, 503, 503, 503, 503) });
  await expect(fetched(url('/a'))).rejects.toMatchObject({
    code: 'fetch-status',
    message: expect.stringContaining('503'),
  });
  expect(taken()).toHaveLength(3);
});

test.each([
  ['7', 7000],
  ['Mon, 02 Mar 2026 12:00:09 GMT', 9000],
])('Retry-After: %s is kept to', async (after, wait) => {
  const { url } = await serve({ '/a': flaky([429, after]) });
  const world = madeWorld();
  await fetched(url('/a'), { world });
  expect(world.slept).toEqual([wait]);
});

test('a host that asks for more patience than there is, is left alone', async () => {
  const { url, taken } = await serve({ '/a': flaky([503, '3600']), '/b': sends(page) });
  const world = madeWorld();
  await withFetcher({ world }, async (fetcher) => {
    await expect(fetcher.fetchReport(url('/a'))).rejects.toMatchObject({ code: 'fetch-status' });
    await expect(fetcher.fetchReport(url('/b'))).rejects.toMatchObject({
      code: 'fetch-wait',
      message: expect.stringContaining('asks for 3600 seconds'),
    });
    world.pass(3_600_000);
    await fetcher.fetchReport(url('/b'));
  });
  expect(taken()).toEqual(['/a', '/b']);
  expect(world.slept).toEqual([]);
});

test('a host that fails three times in a row is left alone, and only that one', async () => {
  const { url, taken } = await serve({ '/down': sends('', {}, 503), '/up': sends(page) });
  const options = { allowHosts: ['127.0.0.1', 'other.example'], limits: { attempts: 1 }, ignoreRobots: true };
  await withFetcher(options, async (fetcher) => {
    const codes: unknown[] = [];
    for (const path of ['/down', '/down', '/up', '/down', '/gone', '/down', '/down', '/down', '/up', '/up'])
      codes.push(
        await fetcher.fetchReport(url(path)).then(
          () => 'good',
          ({ code }) => code,
        ),
      );
    const failed = 'fetch-status';
    expect(codes).toEqual([
      failed,
      failed,
      'good',
      failed,
      failed,
      failed,
      failed,
      failed,
      'fetch-host-down',
      'fetch-host-down',
    ]);
    await fetcher.fetchReport(url('/up', 'other.example'));
  });
  expect(taken()).toHaveLength(9);
});

test('a broken connection is tried again', async () => {
  let count = 0;
  const { url } = kept(
    await openRawServer((socket) => {
      count += 1;
      if (count < 3) socket.resetAndDestroy();
      else socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok`);
    }),
  );
  expect((await fetched(url('/a'))).bytes).toHaveLength(2);
});
