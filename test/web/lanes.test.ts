import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { worldReadouts } from '../support/made-world.ts';
import { serveTestApp, settled, type TestApp } from '../support/web-app.ts';

let app: TestApp;
let latvia: string;
beforeAll(async () => {
  app = await serveTestApp(worldReadouts);
  const { items } = await app.ledger.nodes('actor', { filter: { name: 'Latvia' } });
  latvia = items[0]?.id ?? '';
});
afterAll(() => app?.done());

describe.each(['light', 'dark'] as const)('the lanes in the %s theme', (theme) => {
  test('open without a complaint and keep nobody out, the table behind them too', async () => {
    const { page, complaints, barriers } = await app.open('/', theme);
    await page.locator('.lanes tbody tr').first().waitFor();
    await page.locator('.panel', { hasText: 'Actors over time' }).locator('.behind summary').click();
    // The header stands over what was scrolled under it.
    await page.evaluate('scrollTo(0, 0)');
    expect(await barriers()).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

test('what lies ahead of now stands behind the line of now', async () => {
  const { page } = await app.open(`/?lanes=${latvia}&by=month`);
  const heads = await page.locator('.lanes thead th, .lanes thead td').allTextContents();
  const now = heads.findIndex((head) => head.startsWith('now'));
  expect(heads[now + 1]).toBe('1 May 2099');
  expect(await page.locator('.lanes td.ahead .lane-mark').getAttribute('aria-label')).toContain('1 CONSULT (planned)');
  const then = await app.open(`/?lanes=${latvia}&by=month&as_of=2999-01-01T00:00`);
  expect(await then.page.locator('.lanes .ahead').count()).toBe(0);
});

test('a mark leads to the very rows that it counts', async () => {
  const { page } = await app.open(`/?lanes=${latvia}&by=month`);
  await page.locator('.lanes td.ahead .lane-mark').click();
  await page.getByRole('heading', { level: 1, name: 'Events' }).waitFor();
  await expect.poll(() => page.getByRole('row').count()).toBe(2);
  await page.getByRole('button', { name: 'happening from 1 May 2099' }).waitFor();
  await page.goBack();
  await page.locator('.lanes .lane-mark.spoken').first().click();
  await page.getByRole('heading', { level: 1, name: 'Statements' }).waitFor();
  await page.getByText('that Peru was behind matter 7').waitFor();
});

test('who has a lane is chosen, and stands in the address', async () => {
  const { page } = await app.open('/');
  const rows = page.locator('.lanes tbody tr');
  await page.getByLabel('Lanes').selectOption('4');
  await expect.poll(() => rows.count()).toBe(4);
  await page
    .getByRole('button', { name: /^Take the lane of/ })
    .first()
    .click();
  await expect.poll(() => rows.count()).toBe(3);
  const lanes = new URL(page.url()).searchParams.get('lanes')?.split(',') ?? [];
  expect(lanes).toHaveLength(3);
  await page.reload();
  await settled(page);
  expect(await rows.count()).toBe(3);
  const { items } = await app.ledger.nodes('actor', { limit: 100 });
  const other = items.find(
    ({ id, name }) => !lanes.includes(id) && ['Peru', 'Estonia', 'Latvia', 'Ada Berg'].includes(name),
  );
  await page.getByLabel('Add a lane').fill(other?.name ?? '');
  await expect.poll(() => rows.count()).toBe(4);
  expect(await page.getByLabel('Add a lane').inputValue()).toBe('');
});

test('a name typed before anybody is known has its lane once it is known, and Enter takes the first that fits', async () => {
  const { page } = await app.open('/?lanes=4');
  const rows = page.locator('.lanes tbody tr');
  const taken = page.getByRole('button', { name: /^Take the lane of/ }).first();
  const name = /Take the lane of (.+) away/.exec((await taken.textContent()) ?? '')?.[1] ?? '';
  await taken.click();
  await expect.poll(() => rows.count()).toBe(3);
  const typed = page.getByLabel('Add a lane');
  await page.route('**/api/v1/actors?*', async (route) => {
    await new Promise((done) => setTimeout(done, 500));
    await route.continue();
  });
  await typed.fill(name);
  await expect.poll(() => rows.count()).toBe(4);
  await page.unroute('**/api/v1/actors?*');
  await page.getByRole('button', { name: `Take the lane of ${name} away` }).click();
  await expect.poll(() => rows.count()).toBe(3);
  await typed.fill(name.slice(0, -1));
  await expect.poll(() => page.locator('#lane-actors option').first().getAttribute('value')).toBe(name);
  await typed.press('Enter');
  await expect.poll(() => rows.count()).toBe(4);
});

test('they fit a screen of 360 pixels', async () => {
  const { page } = await app.open('/', 'light', 360);
  await page.locator('.lanes').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
});
