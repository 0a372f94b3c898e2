import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { worldReadouts } from '../support/made-world.ts';
import { serveTestApp, settled, type TestApp } from '../support/web-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await serveTestApp(worldReadouts);
});
afterAll(() => app?.done());

const spot = (name: string): string => `a.spot[aria-label^="${name}"]`;

describe.each(['light', 'dark'] as const)('the map in the %s theme', (theme) => {
  test('opens without a complaint, keeps nobody out and asks no other host', async () => {
    const { page, complaints, barriers } = await app.open('/map', theme);
    await page.locator(spot('Tallinn: 2 events')).waitFor();
    await page.locator('.behind summary').click();
    expect(await barriers()).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

test('only towns are points; what is somewhere in a country shades it and is counted on it', async () => {
  const { page } = await app.open('/map');
  await page.locator(spot('Riga')).waitFor();
  const points = await page
    .locator('a.spot.town')
    .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')));
  expect(points.map((label) => label?.split(':')[0]).toSorted()).toEqual(['Lima', 'Riga', 'Tallinn']);
  expect(await page.locator('a.spot.country').count()).toBe(2);
  expect(await page.locator('.land-4').count()).toBeGreaterThanOrEqual(2);
  const list = page.locator('.somewhere-list');
  for (const words of ['Somewhere in Peru', 'Texas', 'Baltic Sea', 'Quillenbury'])
    await list.getByText(words).first().waitFor();
  expect(await list.locator('.without').textContent()).toMatch(/\d+ events name no place/);
});

test('a place leads to its events and their words, and the choice stands in the address', async () => {
  const { page } = await app.open('/map');
  await page.locator(spot('Tallinn')).click();
  const chosen = page.locator('.chosen-place');
  await chosen.getByText('moved on Latvia over matter 1').waitFor();
  expect(new URL(page.url()).searchParams.get('place')).toBe('made:tallinn');
  await page.reload();
  await settled(page);
  expect(await chosen.locator('.item').count()).toBe(2);
  await chosen.getByRole('link', { name: 'as a table' }).click();
  await page.getByRole('button', { name: 'at one place' }).waitFor();
  await expect.poll(() => page.getByRole('row').count()).toBe(3);
});

test('filters stand in the address and narrow the map', async () => {
  const { page } = await app.open('/map?type=SANCTION');
  await page.locator(spot('Lima')).waitFor();
  expect(await page.locator('a.spot').count()).toBe(1);
  await page.locator('.facet', { hasText: 'Type' }).locator('summary').click();
  await page.getByRole('checkbox', { name: 'SANCTION' }).uncheck();
  await page.locator(spot('Tallinn')).waitFor();
  expect(new URL(page.url()).searchParams.has('type')).toBe(false);
});

test('it is moved, enlarged and read with the keyboard alone', async () => {
  const { page } = await app.open('/map');
  const press = (key: string) => page.keyboard.press(key);
  await page.locator(spot('Tallinn')).waitFor();
  const label = () => page.evaluate("document.activeElement.getAttribute('aria-label')?.split(':')[0] ?? ''");
  for (let tabs = 0; tabs < 40 && !String(await label()).startsWith('Map of'); tabs += 1) await press('Tab');
  await press('+');
  await press('ArrowRight');
  await expect.poll(() => new URL(page.url()).searchParams.get('view')).toMatch(/^[\d.]+,[\d.]+,[\d.]+$/);
  const view = new URL(page.url()).searchParams.get('view');
  await press('0');
  await expect.poll(() => new URL(page.url()).searchParams.has('view')).toBe(false);
  expect(view).not.toBeNull();
  await press('Tab');
  const first = await label();
  await press('ArrowRight');
  const second = await label();
  expect(second).not.toBe(first);
  await press('ArrowLeft');
  expect(await label()).toBe(first);
  await press('Enter');
  await page.locator('.chosen-place .item').first().waitFor();
});

test('the wheel enlarges it and a drag moves it', async () => {
  const { page } = await app.open('/map');
  await page.locator(spot('Tallinn')).waitFor();
  const box = await page.locator('.canvas-frame').boundingBox();
  if (box === null) throw new Error('The map is on the page');
  const zoom = () => Number(new URL(page.url()).searchParams.get('view')?.split(',')[2] ?? 0);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.wheel(0, -600);
  await expect.poll(zoom).toBeGreaterThan(1.5);
  const before = page.url();
  await page.mouse.move(box.x + 60, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 90, { steps: 3 });
  await page.mouse.up();
  await expect.poll(() => page.url()).not.toBe(before);
});

test('the table behind it has every place, and says how exactly it is known', async () => {
  const { page } = await app.open('/map');
  await page.locator('.behind summary').click();
  const row = page.getByRole('row', { name: /^Texas/ });
  expect(await row.textContent()).toContain('somewhere in the region');
  await row.getByRole('link').click();
  await page.locator('b.type').first().waitFor();
  expect(page.url()).toContain('place=made');
});

test('it fits a screen of 360 pixels, and says when there is nothing', async () => {
  const { page } = await app.open('/map', 'light', 360);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  const empty = await app.open('/map?as_of=2001-01-01T10:00');
  await empty.page.getByText('No events match').waitFor();
});

test('a finger moves the map once it is enlarged, two fingers enlarge it, and else the page scrolls', async () => {
  const { page } = await app.open('/map', 'light', 360);
  await page.locator(spot('Riga')).waitFor();
  const frame = page.locator('.canvas-frame');
  const touch = (pointerId: number, type: string, clientX: number, clientY: number) =>
    frame.dispatchEvent(type, {
      pointerId,
      pointerType: 'touch',
      clientX,
      clientY,
      button: 0,
      buttons: 1,
      bubbles: true,
    });
  const zoomed = () => new URL(page.url()).searchParams.get('view');
  const styleOf = async () =>
    (await page.evaluate("getComputedStyle(document.querySelector('.canvas-frame')).touchAction")) as string;
  expect(await styleOf()).toBe('pan-y');
  const { x = 0, y = 0 } = (await frame.boundingBox()) ?? {};
  await touch(1, 'pointerdown', x + 100, y + 100);
  await touch(2, 'pointerdown', x + 140, y + 100);
  await touch(2, 'pointermove', x + 260, y + 100);
  await touch(1, 'pointerup', x + 100, y + 100);
  await touch(2, 'pointerup', x + 260, y + 100);
  await expect.poll(styleOf).toBe('none');
  await expect.poll(zoomed).not.toBeNull();
  const before = zoomed();
  await touch(3, 'pointerdown', x + 100, y + 60);
  await touch(3, 'pointermove', x + 100, y + 120);
  await touch(3, 'pointerup', x + 100, y + 120);
  await expect.poll(zoomed).not.toBe(before);
});
