import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { worldReadouts } from '../support/made-world.ts';
import { serveTestApp, settled, type TestApp } from '../support/web-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await serveTestApp(worldReadouts);
});
afterAll(() => app?.done());

const NETWORK = '/actors/network';
const actor = (name: string): string => `a.actor[aria-label^="${name},"]`;

describe.each(['light', 'dark'] as const)('the network in the %s theme', (theme) => {
  test('opens without a complaint, keeps nobody out and asks no other host', async () => {
    const { page, complaints, barriers } = await app.open(NETWORK, theme);
    await page.locator(actor('Estonia')).waitFor();
    await page.locator('.behind summary').click();
    expect(await barriers()).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

test('links go against, towards or neither by their form, and say so', async () => {
  const { page } = await app.open(`${NETWORK}?ties=event`);
  await page.locator(actor('Peru')).waitFor();
  const courses = await page
    .locator('a.tie')
    .evaluateAll((links) =>
      links.map((link) => [link.getAttribute('aria-label')?.split(':')[0], link.getAttribute('class')]),
    );
  const courseOf = new Map(courses.map(([pair, name]) => [pair, name?.match(/course-(\w+)/)?.[1]]));
  expect(courseOf.get('Peru → Latvia')).toBe('against');
  expect(courseOf.get('Peru → Estonia')).toBe('towards');
  expect(courseOf.get('Estonia → Latvia')).toBe('mixed');
});

test('a pair leads to its acts and words, an actor to its page', async () => {
  const { page } = await app.open(NETWORK);
  await page.locator(actor('Peru')).waitFor();
  await page.locator('.behind summary').click();
  await page.locator('a.tie[aria-label^="Peru → Latvia"] .reach').first().dispatchEvent('click');
  const pair = page.locator('.pair');
  await pair.getByText('moved on Latvia over matter 5').waitFor();
  await pair.getByText('that Latvia was behind matter 5').first().waitFor();
  const chosen = new URL(page.url()).searchParams.get('pair');
  await page.reload();
  await settled(page);
  await pair.getByText('moved on Latvia over matter 5').waitFor();
  expect(new URL(page.url()).searchParams.get('pair')).toBe(chosen);
  await page.locator(actor('Latvia')).click();
  await page.getByRole('heading', { level: 1, name: 'Latvia' }).waitFor();
});

test('the table behind it leads to the rows of each pair', async () => {
  const { page } = await app.open(NETWORK);
  await page.locator('.behind summary').click();
  const row = page.getByRole('row', { name: /^Latvia Estonia/ });
  expect(await row.textContent()).toContain('REJECT');
  await row.getByRole('link', { name: 'of Latvia and Estonia' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Events' }).waitFor();
  await expect.poll(() => page.getByRole('row').count()).toBe(3);
});

test('it is read with the keyboard alone', async () => {
  const { page } = await app.open(NETWORK);
  await page.locator(actor('Estonia')).waitFor();
  const label = () => page.evaluate("document.activeElement.getAttribute('aria-label')?.split(',')[0] ?? ''");
  for (let tabs = 0; tabs < 40 && !String(await label()).startsWith('Network of'); tabs += 1)
    await page.keyboard.press('Tab');
  await page.keyboard.press('+');
  await expect.poll(() => new URL(page.url()).searchParams.has('view')).toBe(true);
  await page.keyboard.press('Tab');
  const first = await label();
  await page.keyboard.press('ArrowRight');
  const second = await label();
  expect(second).not.toBe(first);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: String(second) }).waitFor();
});

test('filters and how many are shown stand in the address', async () => {
  const { page } = await app.open(`${NETWORK}?type=ACCUSE`);
  await page.locator(actor('Estonia')).waitFor();
  expect(await page.locator('a.actor').count()).toBe(2);
  await page.getByLabel('Links by').selectOption('words');
  await page.getByText('Nobody acts on or speaks about anybody').waitFor();
  expect(page.url()).toContain('ties=statement');
  await page.getByRole('slider', { name: 'Actors' }).press('ArrowRight');
  await expect.poll(() => new URL(page.url()).searchParams.get('actors')).toBe('45');
});

test('it fits a screen of 360 pixels', async () => {
  const { page } = await app.open(NETWORK, 'light', 360);
  await page.locator(actor('Estonia')).waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
});
