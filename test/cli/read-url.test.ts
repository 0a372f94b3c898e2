import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.ts';
import { readoutSchema } from '../../src/readout/index.ts';
import { pointsTo, sends } from '../support/local-server.ts';
import { testTerminal } from '../support/terminal.ts';
import { readouts, webCommands } from '../support/web-commands.ts';
import { html, page } from '../support/web-pages.ts';

const { serve, called } = webCommands();

describe('readout read URL', () => {
  test('gives the rows of a page, with its address', async () => {
    const { url } = await serve({ '/a': pointsTo('/b'), '/b': sends(page('Talks Agreed', 'March 2, 2026'), html) });
    const { code, out, err } = await called(['read', url('/a'), '--format', 'json']);
    expect(err).toBe('');
    expect(code).toBe(0);
    const readout = readoutSchema.parse(JSON.parse(out));
    expect(readout.document).toMatchObject({ title: 'Talks Agreed', url: url('/b') });
    expect(readout.statements.length).toBeGreaterThan(0);
  });

  test('believes the encoding that the server names', async () => {
    const bytes = Buffer.from(page('Caf\u00e9 Talks', 'March 2, 2026'), 'latin1');
    // The same bytes are "\u041c\u0438\u0440" in Cyrillic.
    const cyrillic = Buffer.from(page('\u00cc\u00e8\u00f0 Talks', 'March 2, 2026'), 'latin1');
    const { url } = await serve({
      '/a': sends(bytes, { 'content-type': 'text/html; charset=iso-8859-1' }),
      '/b': sends(cyrillic, { 'content-type': 'text/html; charset=windows-1251' }),
    });
    const { out } = await called(['read', url('/a'), url('/b'), '--format', 'jsonl']);
    expect(readouts(out).map(({ document }) => document.title)).toEqual([
      'Caf\u00e9 Talks',
      '\u041c\u0438\u0440 Talks',
    ]);
  });

  test('asks the server next time whether the page still holds', async () => {
    const etag = '"1"';
    const { url, requests } = await serve({
      '/a': (response, request) =>
        request.headers['if-none-match'] === etag
          ? response.writeHead(304).end()
          : response.writeHead(200, { ...html, etag }).end(page('Talks Agreed', 'March 2, 2026')),
    });
    const first = await called(['read', url('/a'), '--format', 'json']);
    const second = await called(['read', url('/a'), '--format', 'json']);
    expect(JSON.parse(second.out)).toEqual(JSON.parse(first.out));
    await called(['read', url('/a'), '--format', 'json', '--no-cache']);
    const tags = requests.filter((request) => request.url === '/a').map(({ headers }) => headers['if-none-match']);
    expect(tags).toEqual([undefined, etag, undefined]);
  });

  test('a page that cannot be had is told, and the others are read', async () => {
    const { url } = await serve({ '/a': sends(page('Talks Agreed', 'March 2, 2026'), html) });
    const { code, out, err } = await called(['read', url('/gone'), url('/a'), '--format', 'jsonl']);
    expect(code).toBe(0);
    expect(readouts(out)).toHaveLength(1);
    expect(err).toContain(
      `readout: ${url('/gone')} was not fetched: there is no such page (HTTP status 404); check the address.`,
    );
    expect(err).toContain('1 of 2 inputs read');
    const alone = await called(['read', url('/gone')]);
    expect(alone.code).toBe(1);
    expect(alone.out).toBe('');
  });

  test('this machine is no place for reports unless it is allowed', async () => {
    const { url, requests } = await serve({ '/a': sends(page('Talks Agreed', 'March 2, 2026'), html) });
    const terminal = testTerminal();
    expect(await run(['read', url('/a')], terminal)).toBe(1);
    expect(terminal.complained()).toContain('add --allow-host 127.0.0.1');
    expect(requests).toEqual([]);
  });
});
