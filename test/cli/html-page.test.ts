import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { escapeHtml } from '../../src/cli/formats/escape.ts';
import { htmlFormat } from '../../src/cli/formats/html.ts';
import { viewOf } from '../../src/cli/page/view.ts';
import { startBrowser } from '../support/browser.ts';
import { madeReading, madeReadout, madeText } from '../support/made-reading.ts';
import { testTerminal } from '../support/terminal.ts';

const html = (several = false): string => {
  const { out, env } = testTerminal();
  const pages = htmlFormat({ explain: true, several, output: out, env });
  const view = viewOf(madeReading, 'made.txt');
  const parts = [pages.open, pages.page(view), several ? pages.page(view) : '', pages.close()];
  return parts.join('');
};

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

interface Opened {
  readonly page: Page;
  readonly complaints: readonly string[];
}

/** Opens the page with scripts on or off; whatever it asks the network for is a complaint. */
const opened = async (javaScriptEnabled: boolean, content = html()): Promise<Opened> => {
  const context = await browser.newContext({
    javaScriptEnabled,
    offline: true,
    viewport: { width: 1300, height: 700 },
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => request.url().startsWith('data:') || complaints.push(request.url()));
  await page.setContent(content);
  return { page, complaints };
};

const denial = 'r1-statement-denial';
const background = (page: Page, row: string): Promise<string[]> =>
  page.evaluate(
    `[...document.querySelectorAll('[data-rows~="${row}"]')].map((each) => getComputedStyle(each).backgroundColor)`,
  );
const none = 'rgba(0, 0, 0, 0)';

test.each([true, false])('choosing a row lights up its words and no others (scripts: %s)', async (scripts) => {
  const { page, complaints } = await opened(scripts);
  expect(new Set(await background(page, denial))).toEqual(new Set([none]));
  await page.locator(`a.row[href="#${denial}"]`).click();
  const lit = await background(page, denial);
  expect(lit.length).toBeGreaterThanOrEqual(3);
  expect(lit).not.toContain(none);
  expect(await background(page, 'r1-statement-talks')).toContain(none);
  const words = await page.locator(`[data-rows~="${denial}"]`).allTextContents();
  expect(words.join('|')).toContain('Sudmark|denied|that its troops had ');
  expect(complaints).toEqual([]);
});

test('rows are reached and chosen by keyboard, and Escape lets go', async () => {
  const { page } = await opened(true);
  await page.locator(`a.row[href="#${denial}"]`).focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('a.row[aria-current="true"]').getAttribute('href')).toBe(`#${denial}`);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('a.row[aria-current="true"]').count()).toBe(0);
});

test('words lead back to their rows', async () => {
  const { page } = await opened(true);
  await page.locator('[data-rows~="r1-event-border"]').first().click();
  await expect.poll(() => page.locator('a.row[aria-current="true"]').count()).toBe(1);
});

test('a script in a report does not run, and the report is shown word for word', async () => {
  const { page } = await opened(true);
  expect(await page.evaluate('window.hacked')).toBeUndefined();
  expect(await page.locator('article script, article b').count()).toBe(0);
  const text = (await page.locator('article').textContent()) ?? '';
  for (const block of madeText) expect(text).toContain(block);
});

test('even a script that slipped through is stopped by the policy of the page', async () => {
  const slipped = html().replace('<main>', '<main><script>window.hacked = true</script>');
  const { page, complaints } = await opened(true, slipped);
  expect(await page.evaluate('window.hacked')).toBeUndefined();
  expect(complaints.join()).toContain('Content Security Policy');
});

test('several reports share a page without mixing their rows', async () => {
  const { page } = await opened(true, html(true));
  expect(await page.locator('section.readout').count()).toBe(2);
  await page.locator(`a.row[href="#r2-statement-denial"]`).click();
  expect(new Set(await background(page, denial))).toEqual(new Set([none]));
});

test('the page has no duplicate ids, and every row leads to words', async () => {
  const { page } = await opened(true, html(true));
  const ids = await page.locator('[id]').evaluateAll((all) => all.map((each) => each.id));
  expect(new Set(ids).size).toBe(ids.length);
  const targets = await page
    .locator('a.row')
    .evaluateAll((all) => all.map((each) => each.getAttribute('href')?.slice(1)));
  expect(targets.length).toBe(2 * (madeReadout.actors.length + 3 + 2 + 1 + 1 + 2));
  expect(targets.filter((target) => !ids.includes(target ?? ''))).toEqual([]);
});

test('it fits a narrow screen', async () => {
  const { page } = await opened(true);
  await page.setViewportSize({ width: 360, height: 640 });
  const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(overflow).toBeLessThanOrEqual(0);
});

test('escaping covers everything that ends text or an attribute', () => {
  expect(escapeHtml(`<a href="x" title='y'>&\u0000\ud800`)).toBe(
    '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;\ufffd\ufffd',
  );
});
