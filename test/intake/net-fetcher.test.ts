import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { checkedLookup, guardedConnector } from '../../src/intake/net/connector.ts';
import { madeWorld, withFetcher } from '../support/fetching.ts';
import { type LocalServer, openServer, pointsTo, type Route, sends } from '../support/local-server.ts';

const open: LocalServer[] = [];
const serve = async (routes: Record<string, Route>): Promise<LocalServer> => {
  const server = await openServer(routes);
  open.push(server);
  return server;
};
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const page = '<!doctype html><p>The harbour stays open.</p>';
const html = { 'content-type': 'text/html; charset=utf-8' };

describe('a report that is there', () => {
  test('comes with its bytes and with what its server says about it', async () => {
    const { url, requests } = await serve({
      '/a': sends(page, { ...html, etag: '"1"', 'last-modified': 'Mon, 02 Mar 2026 10:00:00 GMT' }),
    });
    const report = await withFetcher({ version: '9.8.7' }, (fetcher) => fetcher.fetchReport(url('/a#part')));
    expect(Buffer.from(report.bytes).toString()).toBe(page);
    expect(report).toMatchObject({
      url: url('/a'),
      finalUrl: url('/a'),
      time: '2026-03-02T12:00:00.000Z',
      hash: createHash('sha256').update(page).digest('hex'),
      contentType: 'text/html',
      charset: 'utf-8',
      etag: '"1"',
      lastModified: 'Mon, 02 Mar 2026 10:00:00 GMT',
      from: 'net',
      warnings: [],
    });
    const headers = requests.at(-1)?.headers;
    expect(headers?.['user-agent']).toMatch(/^Readout\/9\.8\.7 \(.*readout\)$/);
    expect(headers?.cookie).toBeUndefined();
    expect(headers?.referer).toBeUndefined();
  });

  test.each([
    ['text/html; charset=windows-1251', 'text/html', 'windows-1251'],
    ['text/html;charset="ISO-8859-1"', 'text/html', 'windows-1252'],
    ["text/html; charset='utf8'", 'text/html', 'utf-8'],
    ['TEXT/HTML; charset=no-such', 'text/html', null],
    ['text/html; charset', 'text/html', null],
    ['application/rss+xml', 'application/rss+xml', null],
    ['nonsense', null, null],
    [';;;', null, null],
  ])('Content-Type %s is %s in %s', async (header, contentType, charset) => {
    const { url } = await serve({ '/a': sends(page, { 'content-type': header }) });
    expect(await withFetcher({}, (fetcher) => fetcher.fetchReport(url('/a')))).toMatchObject({ contentType, charset });
  });

  test.each([
    [401, 'login'],
    [403, 'refuses to show it'],
    [404, 'no such page'],
    [410, 'taken away'],
    [418, 'no answer to a plain request'],
    [451, 'refuses to show it'],
    [304, 'no answer'],
    [206, 'no answer'],
  ])('status %d is an error that says what it means', async (status, what) => {
    const { url, taken } = await serve({ '/a': sends(status === 304 ? '' : 'x', {}, status) });
    const fetching = withFetcher({}, (fetcher) => fetcher.fetchReport(url('/a')));
    await expect(fetching).rejects.toMatchObject({
      name: 'ReadoutError',
      code: 'fetch-status',
      message: expect.stringMatching(
        new RegExp(`^${url('/a')} was not fetched: .*${what}.*\\(HTTP status ${status}\\); `),
      ),
    });
    expect(taken()).toEqual(['/a']);
  });

  test('cookies are never kept', async () => {
    const { url, requests } = await serve({
      '/a': sends('', { 'set-cookie': 'id=1', location: '/b' }, 302),
      '/b': sends(page, html),
    });
    await withFetcher({}, (fetcher) => fetcher.fetchReport(url('/a')));
    expect(requests.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined, undefined]);
  });
});

describe('redirects', () => {
  test.each([301, 302, 303, 307, 308])('%d is followed with GET', async (status) => {
    const { url, requests } = await serve({ '/a': pointsTo('b?x=1#y', status), '/b?x=1': sends(page, html) });
    const report = await withFetcher({}, (fetcher) => fetcher.fetchReport(url('/a')));
    expect(report).toMatchObject({ url: url('/a'), finalUrl: url('/b?x=1') });
    expect(requests.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET']);
  });

  test('letters in an address are UTF-8, however they are written', async () => {
    const { url, taken } = await serve({
      '/utf': pointsTo(Buffer.from('/caf\u00e9', 'utf8').toString('latin1')),
      '/latin': pointsTo('/caf\u00e9'),
      '/caf%C3%A9': sends(page, html),
    });
    for (const path of ['/utf', '/latin']) await withFetcher({}, (fetcher) => fetcher.fetchReport(url(path)));
    expect(taken()).toEqual(['/utf', '/caf%C3%A9', '/latin', '/caf%C3%A9']);
  });

  const circles: Record<string, Route> = {
    '/self': pointsTo('/self'),
    '/a': pointsTo('/b'),
    '/b': pointsTo('/a#again'),
    '/lost': sends('', {}, 302),
    '/bad': pointsTo('http://'),
    '/ftp': pointsTo('ftp://paper.example/'),
    '/port': pointsTo('http://paper.example:25/'),
    '/file': pointsTo('file:///etc/passwd'),
  };
  test.each([
    ['/self', 'fetch-redirects', 'in a circle'],
    ['/a', 'fetch-redirects', 'in a circle'],
    ['/lost', 'fetch-redirects', 'without saying where'],
    ['/bad', 'fetch-redirects', 'without saying where'],
    ['/ftp', 'fetch-bad-url', 'ftp: is not fetched'],
    ['/port', 'fetch-bad-url', 'port 25'],
    ['/file', 'fetch-bad-url', 'file: is not fetched'],
  ])('%s is refused', async (path, code, what) => {
    const { url } = await serve(circles);
    await expect(withFetcher({}, (fetcher) => fetcher.fetchReport(url(path)))).rejects.toMatchObject({
      code,
      message: expect.stringContaining(what),
    });
  });

  test('a chain without end is given up', async () => {
    const routes = Object.fromEntries(
      Array.from({ length: 40 }, (_, step) => [`/${step}`, pointsTo(`/${step + 1}`)] as const),
    );
    const { url, taken } = await serve(routes);
    await expect(withFetcher({}, (fetcher) => fetcher.fetchReport(url('/0')))).rejects.toMatchObject({
      code: 'fetch-redirects',
      message: expect.stringContaining('more than 10 times'),
    });
    expect(taken()).toHaveLength(11);
  });
});

describe('addresses', () => {
  const refusal = (address: string) => ({
    code: 'fetch-refused-address',
    message: expect.stringContaining(address),
  });

  test('this machine is not asked unless it is allowed', async () => {
    const { url, requests } = await serve({ '/a': sends(page) });
    for (const host of ['127.0.0.1', '127.1', '2130706433', '[::ffff:127.0.0.1]', 'localhost', 'inner.example'])
      await expect(
        withFetcher({ allowHosts: [] }, (fetcher) => fetcher.fetchReport(url('/a', host))),
      ).rejects.toMatchObject(refusal('--allow-host'));
    expect(requests).toEqual([]);
  });

  test.each(['http://169.254.169.254/latest/', 'http://[::1]/', 'http://0/', 'http://inner.example/', '//10.1.2.3/x'])(
    'a redirect to %s is refused',
    async (target) => {
      const { url, taken } = await serve({ '/a': pointsTo(target) });
      const world = madeWorld({ 'inner.example': ['192.168.7.7'] });
      await expect(withFetcher({ world }, (fetcher) => fetcher.fetchReport(url('/a')))).rejects.toMatchObject(
        refusal('where reports are not looked for'),
      );
      expect(taken()).toEqual(['/a']);
    },
  );

  test('each answer of DNS is checked, so a name that turns inward later is refused', async () => {
    const world = madeWorld({ 'turning.example': ['93.184.215.14', '127.0.0.1', '93.184.215.14', '::1'] });
    const lookup = checkedLookup(world.lookup, new Set());
    expect(await lookup('turning.example')).toEqual([{ address: '93.184.215.14', family: 4 }]);
    await expect(lookup('turning.example')).rejects.toMatchObject(refusal('127.0.0.1'));
    expect(await lookup('turning.example')).toHaveLength(1);
    await expect(lookup('turning.example')).rejects.toMatchObject(refusal('::1'));
  });

  test('DNS is asked once for each connection: there is no second answer between the check and the use', async () => {
    const { url } = await serve({ '/a': sends(page, { connection: 'close' }) });
    const asked: string[] = [];
    const lookup = async (host: string) => {
      asked.push(host);
      return [{ address: '127.0.0.1', family: 4 }];
    };
    const options = { world: { ...madeWorld(), lookup }, allowHosts: ['paper.example'], ignoreRobots: true };
    await withFetcher(options, async (fetcher) => {
      await fetcher.fetchReport(url('/a', 'paper.example'));
      await fetcher.fetchReport(url('/a', 'paper.example'));
    });
    expect(asked).toEqual(['paper.example', 'paper.example']);
  });

  test('an address needs no lookup, and the connector refuses it all the same', async () => {
    const connect = guardedConnector(madeWorld().lookup, new Set(), 1000);
    for (const hostname of ['127.0.0.1', '::1', '169.254.169.254']) {
      const refused = await new Promise((done) =>
        connect({ hostname, host: hostname, protocol: 'http:', port: '80' }, (...[error]) => done(error)),
      );
      expect(refused).toMatchObject({ code: 'fetch-refused-address' });
    }
  });

  test('holds for encrypted connections too', async () => {
    const { port } = await serve({});
    const secure = (host: string) =>
      withFetcher({ allowHosts: ['paper.example'], limits: { attempts: 1 } }, (fetcher) =>
        fetcher.fetchReport(`https://${host}:${port}/a`),
      );
    await expect(secure('inner.example')).rejects.toMatchObject(refusal('inner.example is at 127.0.0.1'));
    // It got as far as the handshake, which a server without encryption does not know.
    await expect(secure('paper.example')).rejects.toMatchObject({
      message: expect.stringContaining('cannot be trusted'),
    });
  });

  test('one inner address among several is enough to refuse a name', async () => {
    const { url, requests } = await serve({ '/a': sends(page) });
    const lookup = async () => [
      { address: '93.184.215.14', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ];
    await expect(
      withFetcher({ world: { ...madeWorld(), lookup } }, (fetcher) => fetcher.fetchReport(url('/a', 'both.example'))),
    ).rejects.toMatchObject(refusal('127.0.0.1'));
    expect(requests).toEqual([]);
  });

  test('allowing a host allows no other name of the same machine', async () => {
    const { url, taken } = await serve({ '/a': sends(page, html) });
    const options = { allowHosts: ['Paper.Example.'], world: madeWorld() };
    const report = await withFetcher(options, (fetcher) => fetcher.fetchReport(url('/a', 'paper.example')));
    expect(report.finalUrl).toBe(url('/a', 'paper.example'));
    await expect(
      withFetcher(options, (fetcher) => fetcher.fetchReport(url('/a', 'other.example'))),
    ).rejects.toMatchObject(refusal('other.example is at 127.0.0.1'));
    expect(taken()).toEqual(['/a']);
  });
});

describe('names and passwords in URLs', () => {
  test('go to the host that they were written for and to no other', async () => {
    const { url, requests } = await serve({
      '/a': (response, request) =>
        pointsTo(request.headers.host?.startsWith('paper.') === true ? url('/a', 'other.example') : '/b')(
          response,
          request,
        ),
      '/b': sends(page, html),
    });
    const start = url('/a', 'user:p%40ss@paper.example');
    const options = { allowHosts: ['paper.example', 'other.example'], ignoreRobots: true };
    const report = await withFetcher(options, (fetcher) => fetcher.fetchReport(start));
    expect(requests.map(({ headers }) => headers.authorization)).toEqual([
      `Basic ${Buffer.from('user:p@ss').toString('base64')}`,
      undefined,
      undefined,
    ]);
    expect(JSON.stringify(report)).not.toContain('p%40ss');
  });

  test('that a redirect brings along are dropped', async () => {
    const { url, requests } = await serve({ '/a': pointsTo('http://evil:x@127.0.0.1:1/'), '/b': sends(page) });
    const target = url('/b', 'evil:x@127.0.0.1');
    const { url: start } = await serve({ '/a': pointsTo(target) });
    await withFetcher({ ignoreRobots: true }, (fetcher) => fetcher.fetchReport(start('/a')));
    expect(requests.at(-1)?.headers.authorization).toBeUndefined();
    const circle = await serve({
      '/a': (response, request) => pointsTo(`http://evil:x@${request.headers.host}/a`)(response, request),
    });
    await expect(withFetcher({}, (fetcher) => fetcher.fetchReport(circle.url('/a')))).rejects.toMatchObject({
      message: expect.not.stringContaining('evil'),
    });
  });
});
