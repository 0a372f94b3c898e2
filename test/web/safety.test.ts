import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Readout } from '../../src/readout/index.ts';
import { documentId } from '../../src/text/index.ts';
import { numberedReadout } from '../support/made-readouts.ts';
import { serveTestApp, type TestApp } from '../support/web-app.ts';

const markup = `<img src=x onerror=alert(1)><script>alert(2)</script><a href="javascript:alert(3)">here</a>`;

/** A report whose words, names and addresses are all markup. */
const hostile = (): Readout => {
  const made = numberedReadout(99);
  const text = `${made.text} ${markup}`;
  const start = made.text.length + 1;
  const span = { start, end: text.length, text: markup };
  const [statement] = made.statements;
  if (statement === undefined) throw new Error('The made readout has a statement');
  return {
    ...made,
    text,
    document: {
      ...made.document,
      id: documentId(text),
      title: markup,
      publisher: markup,
      url: 'javascript:alert(4)',
      blocks: [...made.document.blocks, { kind: 'caption', span }],
    },
    actors: made.actors.map((actor) => ({ ...actor, name: markup, role: markup })),
    statements: [{ ...statement, content: [span] }],
  };
};

let app: TestApp;
beforeAll(async () => {
  app = await serveTestApp([hostile()]);
});
afterAll(() => app?.done());

test.each(['/', '/reports', '/statements', '/events', '/actors', 'REPORT'])(
  'markup that a report holds is words on %s',
  async (path) => {
    const { page, complaints } = await app.open(path.replace('REPORT', await app.reportPath(markup)));
    page.on('dialog', (dialog) => void dialog.dismiss());
    await page.getByText('<img src=x onerror=alert(1)>').first().waitFor();
    expect(await page.locator('img, main script, a[href^="javascript:"]').count()).toBe(0);
    expect(complaints).toEqual([]);
  },
);

test.each(['/', '/statements', '/reports/abc', '/actors/abc'])(
  '%s answers with the page and a strict policy',
  async (path) => {
    const response = await app.ask(path);
    expect(response.status).toBe(200);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toMatch(/https?:|\*/);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  },
);

const assets = async (): Promise<readonly string[]> => {
  const page = await (await app.ask('/')).text();
  return [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path);
};

test('what the page loads is named by its content, kept for good, and light', async () => {
  const paths = await assets();
  expect(paths.length).toBeGreaterThanOrEqual(2);
  let script = 0;
  for (const path of paths) {
    expect(path).toMatch(/^\/assets\/[\w-]+-[\w-]{8}\.(?:js|css|svg)$/);
    const response = await app.ask(path);
    expect(response.headers.get('cache-control')).toContain('immutable');
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (path.endsWith('.js')) script += gzipSync(bytes).length;
  }
  expect(script).toBeGreaterThan(10_000);
  expect(script).toBeLessThanOrEqual(350_000);
});

test('assets come packed to those who take that, and as they are to others', async () => {
  const [path = ''] = (await assets()).filter((each) => each.endsWith('.js'));
  const plain = await app.ask(path, { headers: { 'accept-encoding': 'identity' } });
  const packed = await app.ask(path, { headers: { 'accept-encoding': 'gzip' } });
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  expect(await packed.text()).toBe(await plain.text());
  const again = await app.ask(path, { headers: { 'if-none-match': plain.headers.get('etag') ?? '' } });
  expect(again.status).toBe(304);
});

test('paths of nothing stay nothing', async () => {
  for (const path of ['/nowhere', '/assets/none.js', '/reports/a/b', '/..%2fpackage.json'])
    expect((await app.ask(path)).status).toBe(404);
});
