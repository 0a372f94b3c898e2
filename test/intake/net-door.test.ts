import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { fetchItems } from '../../src/intake/net/fetch-items.ts';
import type { ReportItem } from '../../src/intake/report-item.ts';
import { withFetcher } from '../support/fetching.ts';
import { type LocalServer, openServer, sends } from '../support/local-server.ts';
import { html, page } from '../support/web-pages.ts';

const open: LocalServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const collected = async <Thing>(things: AsyncIterable<Thing>): Promise<Thing[]> => {
  const all: Thing[] = [];
  for await (const thing of things) all.push(thing);
  return all;
};

/** What reading a URL gives: the title of each report by its name behind the address, or the code of what went wrong. */
const read = async (body: string | Uint8Array, headers: Record<string, string>, path = '/a'): Promise<string[]> => {
  const server = await openServer({ [path]: sends(body, headers) });
  open.push(server);
  const items: ReportItem[] = await withFetcher({}, (fetcher) => collected(fetchItems(fetcher, server.url(path))));
  return items.map((item) => {
    const place = item.name.slice(server.url(path).length).replaceAll(server.url(''), '');
    if (item.kind === 'report') return `${place} ${item.document.title}`.trim();
    return item.kind === 'failure' ? item.error.code : item.kind;
  });
};

const report = page('Talks Agreed', 'March 2, 2026');
const feed = `<rss version="2.0"><channel><title>Paper</title>${['One', 'Two']
  .map(
    (title) =>
      `<item><title>${title} Comes</title><description>The harbour stays open, the town said on Monday.</description></item>`,
  )
  .join('')}</channel></rss>`;
const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${report}`;
const warc = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://paper.example/x\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2026-03-02T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`;
const mail =
  'From: Desk <desk@paper.example>\r\nTo: a@b.example\r\nSubject: Talks Agreed\r\nDate: Mon, 2 Mar 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe harbour stays open, the town said on Monday. It will host the talks.\r\n';

/** One column of a known name is too little to tell a table by; the server knows. */
const table = 'nr;text\n1;"The harbour stays open, the town said on Monday. It will host the talks."\n';

test.each([
  ['a page', report, html, ['Talks Agreed']],
  ['a page that is called something else', report, { 'content-type': 'application/octet-stream' }, ['Talks Agreed']],
  ['a feed', feed, { 'content-type': 'application/rss+xml' }, ['#1 One Comes', '#2 Two Comes']],
  ['a feed that is called a page', feed, html, ['#1 One Comes', '#2 Two Comes']],
  ['a web archive', warc, { 'content-type': 'application/warc' }, [expect.stringMatching(/Talks Agreed$/)]],
  ['a packed file', gzipSync(report), { 'content-type': 'application/gzip' }, [expect.stringMatching(/Talks Agreed$/)]],
  ['a mail', mail, { 'content-type': 'message/rfc822' }, ['Talks Agreed']],
  ['Markdown', 'Talks *Agreed*\n\nThe harbour stays open.\n', { 'content-type': 'text/markdown' }, ['Talks Agreed']],
  ['a table', table, { 'content-type': 'text/csv' }, [':2 null']],
  ['nothing', '', html, ['empty-input']],
  ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\0', 'latin1'), { 'content-type': 'image/png' }, ['binary-input']],
])('%s is read as a file of its kind would be', async (_what, body, headers, expected) => {
  expect(await read(body, headers)).toEqual(expected);
});

test('what was odd on the way comes with the first report', async () => {
  const warnings = [{ code: 'insecure-redirect', message: 'x' }];
  const server = await openServer({ '/a': sends(feed) });
  open.push(server);
  const items = await withFetcher({}, async (fetcher) => {
    const fetchReport = async (url: string) => ({ ...(await fetcher.fetchReport(url)), warnings });
    return collected(fetchItems({ fetchReport }, server.url('/a')));
  });
  const odd = items.map(
    (item) => item.kind === 'report' && item.warnings.some(({ code }) => code === 'insecure-redirect'),
  );
  expect(odd).toEqual([true, false]);
});
