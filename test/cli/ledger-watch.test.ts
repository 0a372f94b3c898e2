import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyLedgerFolder, openTestLedger } from '../support/ledger.ts';
import type { LocalServer } from '../support/local-server.ts';
import { sends } from '../support/local-server.ts';
import { webCommands } from '../support/web-commands.ts';
import { html, page, rss } from '../support/web-pages.ts';

const { serve, called } = webCommands();
let ledger = '';
beforeAll(async () => {
  ledger = await emptyLedgerFolder();
});
afterAll(() => rmSync(ledger, { recursive: true, force: true }));

const feedOf = (server: () => LocalServer, paths: readonly string[]): string =>
  rss(paths.map((path, index) => [server().url(path), `Mon, 0${index + 2} Mar 2026 08:00:00 GMT`]));

test('what is new in a feed is added once, and what the ledger has is not fetched again', async () => {
  let server: LocalServer | null = null;
  const own = (): LocalServer => server as LocalServer;
  const paths = ['/first'];
  server = await serve({
    '/feed': (response, request) =>
      sends(feedOf(own, paths), { 'content-type': 'application/rss+xml' })(response, request),
    '/first': sends(page('First Talks', 'March 2, 2026'), html),
    '/second': sends(page('Second Talks', 'March 3, 2026'), html),
  });
  const watch = () => called(['watch', own().url('/feed'), '--once', '--no-cache', '--ledger', ledger]);
  const first = await watch();
  expect(first.err).toContain('1 report added');
  expect(first.code).toBe(0);
  paths.push('/second');
  own().taken();
  const second = await watch();
  expect(second.err).toContain('1 report added');
  expect(own().taken()).toEqual(['/feed', '/second']);
  const third = await watch();
  expect(third.err).toContain('0 reports added');
  expect(third.code).toBe(0);
});

test('without names it goes through the lists that the ledger keeps', async () => {
  const own = await openTestLedger();
  const watch = () => called(['watch', '--once', '--no-cache', '--ledger', own.folder]);
  await own.ledger.close();
  expect((await watch()).code).toBe(2);
  const { url } = await serve({
    '/kept': (response, request) =>
      sends(rss([[url('/talks'), 'Mon, 02 Mar 2026 08:00:00 GMT']]), { 'content-type': 'application/rss+xml' })(
        response,
        request,
      ),
    '/talks': sends(page('Kept Talks', 'March 2, 2026'), html),
  });
  const again = await openTestLedger();
  await again.ledger.set('watch', url('/kept'), { minutes: 15 });
  await again.ledger.close();
  const { code, err } = await called(['watch', '--once', '--no-cache', '--ledger', again.folder]);
  expect([code, err]).toEqual([0, expect.stringContaining('1 report added')]);
  for (const { folder } of [own, again]) rmSync(folder, { recursive: true, force: true });
});

test('a feed that is not there is told, and kept as a failure', async () => {
  const { url } = await serve({});
  const { code, err } = await called(['watch', url('/none'), '--once', '--no-cache', '--ledger', ledger]);
  expect(code).toBe(1);
  expect(err).toContain('1 could not be read');
});

test('an interval is a number of minutes', async () => {
  expect((await called(['watch', 'feed.xml', '--interval', '0', '--ledger', ledger])).code).toBe(2);
});
