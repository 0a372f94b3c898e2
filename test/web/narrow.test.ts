import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { worldReadouts } from '../support/made-world.ts';
import { serveTestApp, type TestApp } from '../support/web-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await serveTestApp(worldReadouts);
});
afterAll(() => app?.done());

/** How many times larger the words of a drawing are on the screen than it says. */
const scaleOf = (page: Page, svg: string) => page.evaluate<number>(`document.querySelector('${svg}').getScreenCTM().a`);

describe.each([360, 1300, 2560])('on a screen of %d pixels', (width) => {
  test('the words of the weeks keep their size, and their names stand beside or above the bars', async () => {
    const { page } = await app.open('/', 'light', width);
    await page.locator('.timeline').waitFor();
    await expect.poll(() => scaleOf(page, '.timeline')).toBeGreaterThan(0.95);
    expect(await scaleOf(page, '.timeline')).toBeLessThan(1.4);
    const name = await page.locator('.timeline .lane text').first().boundingBox();
    const bar = await page.locator('.timeline .lane rect').first().boundingBox();
    const isAbove = (name?.y ?? 0) + (name?.height ?? 0) <= (bar?.y ?? 0) + 1;
    const isBeside = (name?.x ?? 0) + (name?.width ?? 0) <= (bar?.x ?? 0) + 1;
    expect(isAbove || isBeside).toBe(true);
  });
});

test('the matrix needs no scrolling on a phone, and what is pressed in it is large enough', async () => {
  const { page, barriers } = await app.open('/', 'light', 360);
  const frame = page.getByRole('region', { name: 'Who acts on whom, as a matrix' });
  await frame.getByRole('link', { name: /Latvia → Estonia/ }).waitFor();
  expect(await frame.evaluate((each) => each.scrollWidth - each.clientWidth)).toBeLessThanOrEqual(0);
  const sizes = await frame
    .locator('td a')
    .evaluateAll((all) => all.map((each) => [each.clientWidth, each.clientHeight]));
  for (const [across, down] of sizes) {
    expect(across).toBeGreaterThanOrEqual(24);
    expect(down).toBeGreaterThanOrEqual(24);
  }
  expect(await barriers()).toEqual([]);
});

test('the network shows fewer actors on a phone, in a drawing that is held upright, unless the address says how many', async () => {
  const { page } = await app.open('/actors/network', 'light', 360);
  await page.locator('a.actor').first().waitFor();
  await page.getByText('Actors: 15').waitFor();
  const box = await page.locator('.canvas-frame').boundingBox();
  expect(box?.height).toBeGreaterThan(box?.width ?? 0);
  const places = await page
    .locator('a.actor .form')
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().y));
  // The drawing takes the height that it has.
  expect(Math.max(...places) - Math.min(...places)).toBeGreaterThan((box?.height ?? 0) / 2);
  const told = await app.open('/actors/network?actors=60', 'light', 360);
  await told.page.getByText('Actors: 60').waitFor();
  const wide = await app.open('/actors/network');
  await wide.page.getByText('Actors: 40').waitFor();
});

test.each(['/settings', '/review', '/'])('the header shows the name of %s among the pages', async (path) => {
  const { page } = await app.open(path, 'light', 360);
  const inSight = () =>
    page.evaluate(`(() => {
      const { left, right } = document.querySelector('nav[aria-label=Pages] [aria-current=page]').getBoundingClientRect();
      return left >= 0 && right <= innerWidth;
    })()`);
  await expect.poll(inSight).toBe(true);
});
