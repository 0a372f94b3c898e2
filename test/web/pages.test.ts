import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { madeReadout } from '../support/made-reading.ts';
import { serveTestApp, settled, type TestApp } from '../support/web-app.ts';

let app: TestApp;
let actor: string;
let report: string;
beforeAll(async () => {
  app = await serveTestApp();
  report = await app.reportPath(madeReadout.document.title);
  const { items } = await app.ledger.nodes('actor', { filter: { name: 'Ada Berg' } });
  actor = items[0]?.id ?? '';
});
afterAll(() => app?.done());

/** Puts ids in the place of names, which are not known before the ledger is filled. */
const addressed = (path: string): string => path.replace('ACTOR', actor).replace('/REPORT', report);
/** Each page, its heading, and words that only its data can have put there. */
const pages: readonly (readonly [string, string, string])[] = [
  ['/', 'Situation', '13 reports'],
  ['/reports', 'Reports', 'Norland and Sudmark hold talks, round 12'],
  ['/REPORT', madeReadout.document.title ?? '', madeReadout.statements[0]?.content[0]?.text ?? ''],
  ['/statements', 'Statements', 'We made headway on item'],
  ['/events', 'Events', 'met'],
  ['/agenda', 'Agenda', 'Ahead'],
  ['/disputes', 'Disputes', 'Claim'],
  ['/actors', 'Actors', 'Ada Berg'],
  ['/actors/ACTOR', 'Ada Berg', 'envoy'],
  ['/review', 'Review', 'window.hacked'],
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(pages)(
    '%s opens without a complaint, keeps nobody out and asks no other host',
    async (path, title, words) => {
      const { page, complaints, barriers } = await app.open(addressed(path), theme);
      expect(await page.locator('h1').textContent()).toBe(title);
      await page.locator('main').getByText(words).first().waitFor();
      expect(await barriers()).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );
});

test.each(pages)('%s fits a screen of 360 pixels', async (path) => {
  const { page } = await app.open(addressed(path), 'light', 360);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
});

test.each(pages)('%s is there at a moment before anything was known', async (path) => {
  const { page, barriers } = await app.open(`${addressed(path)}?as_of=2001-01-01T10:00`);
  await page.getByText('as it was known on 1 Jan 2001, 10:00 UTC').waitFor();
  await page.locator('.empty, .failed').first().waitFor();
  expect(await barriers()).toEqual([]);
});

test('the moment goes along from page to page, and back to now', async () => {
  const { page } = await app.open('/?as_of=2001-01-01T10:00');
  await page.getByRole('link', { name: 'Events' }).click();
  await settled(page);
  expect(page.url()).toContain('/events?as_of=2001-01-01T10');
  await page.getByText('No events match').waitFor();
  await page.getByRole('button', { name: 'Back to now' }).click();
  await page.locator('b.type').first().waitFor();
  expect(page.url()).not.toContain('as_of');
});

test('what a table is narrowed by stands in the address', async () => {
  const { page } = await app.open('/statements');
  await page.getByLabel('Words', { exact: true }).fill('"item 7"');
  await page.getByText('No statements match').waitFor({ state: 'detached' });
  await expect.poll(() => page.getByRole('row').count()).toBe(2);
  expect(new URL(page.url()).searchParams.get('text')).toBe('"item 7"');
  await page.getByRole('button', { name: 'Words of' }).click();
  await page.getByText('rule').first().waitFor();
  await page.reload();
  await settled(page);
  expect(await page.getByRole('row').count()).toBe(2);
  expect(await page.locator('.expanded').textContent()).toContain('We made headway on item 7');
});

test('what failed says why and can be tried again', async () => {
  const { page } = await app.open('/statements?from=yesterday');
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).waitFor();
  expect(await page.getByRole('alert').textContent()).toContain('yesterday');
});
