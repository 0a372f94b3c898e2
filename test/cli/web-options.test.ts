import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from '../../src/cli/index.ts';
import { type LocalServer, openServer, type Route, sends } from '../support/local-server.ts';
import { type TestTerminalOptions, testTerminal } from '../support/terminal.ts';
import { html, page, rss } from '../support/web-pages.ts';

let folder: string;
const open: LocalServer[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'readout-web-'));
});
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
  rmSync(folder, { recursive: true });
});

/** A server with one report at /a and a feed of it at /feed. */
const serve = async (more: Record<string, Route> = {}): Promise<LocalServer> => {
  const routes: Record<string, Route> = { '/a': sends(page('Talks Agreed', 'March 2, 2026'), html), ...more };
  const server = await openServer(routes);
  routes['/feed'] = sends(rss([[server.url('/a'), 'Mon, 02 Mar 2026 08:00:00 GMT']]));
  open.push(server);
  return server;
};

const called = async (words: readonly string[], options: TestTerminalOptions = {}) => {
  const terminal = testTerminal(options);
  const code = await run(['fetch', ...words, '--out', join(folder, 'pages'), '--pause', '0'], terminal);
  return { code, out: terminal.written(), err: terminal.complained() };
};
const local = ['--allow-host', '127.0.0.1'];

test('robots.txt is kept to, and ignoring it is told', async () => {
  const { url, taken } = await serve({ '/robots.txt': sends('User-agent: *\nDisallow: /a') });
  const kept = await called([url('/feed'), ...local]);
  expect(kept.code).toBe(1);
  expect(kept.err).toContain('--ignore-robots if you have leave');
  expect(taken()).toEqual(['/feed']);
  const ignored = await called([url('/feed'), ...local, '--ignore-robots']);
  expect(ignored.code).toBe(0);
  expect(ignored.err).toContain('robots.txt is not asked, as you told');
});

test.each(['HTTP_PROXY', 'https_proxy', 'ALL_PROXY'])('%s in the environment is told and not used', async (name) => {
  const { url } = await serve();
  const { code, err } = await called([url('/feed'), ...local], { env: { [name]: 'http://127.0.0.1:9' } });
  expect(code).toBe(0);
  expect(err).toContain(`${name} is set and not used`);
});

test('--allow-host takes several names, however they are spelt', async () => {
  const { url } = await serve();
  expect((await called([url('/feed'), '--allow-host', 'M\u00fcnster.example, ::1,0x7f.1'])).code).toBe(0);
});

test.each([
  ['--allow-host', 'http://localhost:3000/'],
  ['--allow-host', 'localhost:3000'],
  ['--allow-host', 'a/b'],
  ['--allow-host', 'x@localhost'],
  ['--allow-host', 'a b'],
  ['--pause', 'long'],
  ['--pause', '1e3'],
  ['--pause', '3601'],
  ['--limit', '0'],
  ['--limit', 'all'],
  ['--since', 'yesterday'],
])('%s %s is refused with a hint', async (option, word) => {
  const terminal = testTerminal();
  expect(await run(['fetch', 'http://paper.example/', option, word], terminal)).toBe(2);
  expect(terminal.complained()).toMatch(new RegExp(`^readout: ${option} needs .*"${word}"`));
});

test('pages are kept where XDG says, and not at all with --no-cache', async () => {
  const { url, requests } = await serve({ '/a': sends(page('Talks', 'March 2, 2026'), { ...html, etag: '"1"' }) });
  const env = { XDG_CACHE_HOME: join(folder, 'cache') };
  for (const more of [[], ['--no-cache'], ['--updated']]) {
    rmSync(join(folder, 'pages'), { recursive: true, force: true });
    await called([url('/feed'), ...local, ...more], { env });
  }
  const tags = requests.filter((request) => request.url === '/a').map(({ headers }) => headers['if-none-match']);
  expect(tags).toEqual([undefined, undefined, '"1"']);
});
