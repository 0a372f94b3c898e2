import { afterAll, beforeAll, expect, test } from 'vitest';
import { madeReadout } from '../support/made-reading.ts';
import { numberedReadout } from '../support/made-readouts.ts';
import { serveTestApp, settled, type TestApp } from '../support/web-app.ts';

let app: TestApp;
let report: string;
beforeAll(async () => {
  app = await serveTestApp(Array.from({ length: MANY }, (_, index) => numberedReadout(100 + index)));
  report = await app.reportPath(madeReadout.document.title);
});
afterAll(() => app?.done());

/** A sheet of A4 between its margins, in CSS pixels. */
const SHEET = { width: 680, height: 1010 };

/** More reports than a screen has rows. */
const MANY = 36;

const pages = ['/', '/reports', '/REPORT', '/statements', '/events', '/agenda', '/disputes', '/actors'];

/** What no hand can press on paper, or hides what stands there: by class, where it can be seen. */
const leftOver = `[...document.querySelectorAll('button, input, select, summary, nav')]
  .filter((each) => each.checkVisibility() && !each.closest('.report-row, .behind, .slider, .moment'))
  .map((each) => each.outerHTML.slice(0, 120))`;

const cut = `[...document.querySelectorAll('main *')]
  .filter((each) => each.checkVisibility() && each.closest('.unseen, svg, thead, .heads') === null)
  .filter((each) => each.getBoundingClientRect().right > innerWidth + 1 || /auto|scroll/.test(getComputedStyle(each).overflowY))
  .map((each) => each.className + ': ' + each.textContent.slice(0, 60))`;

const darkness = `(() => {
  const [r, g, b] = getComputedStyle(document.body).color.match(/[\\d.]+/g).map(Number);
  return r + g + b;
})()`;

test.each(pages)('%s prints what it shows, without what can be pressed, dark on white', async (path) => {
  const { page } = await app.open(path.replace('/REPORT', report), 'dark', SHEET.width);
  await page.setViewportSize(SHEET);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await settled(page);
  expect(await page.evaluate(leftOver)).toEqual([]);
  expect(await page.evaluate(cut)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(SHEET.width);
  expect(await page.evaluate(darkness)).toBeLessThan(200);
  const bytes = await page.pdf({ format: 'A4' });
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
});

test('a table on paper has its rows one under another, and a report its words and then its rows', async () => {
  const { page } = await app.open('/statements', 'light', SHEET.width);
  await page.emulateMedia({ media: 'print' });
  const rowsOnPaper = page.locator('.table .record:not(.heads *)');
  // Other than a printer, who only looks is not waited for: the page hears of paper with its next frame.
  await expect.poll(() => rowsOnPaper.count()).toBe(MANY + 12 + madeReadout.statements.length);
  const boxes = await rowsOnPaper.evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().toJSON()));
  const sorted = boxes.toSorted((a, b) => a.top - b.top);
  for (const [index, box] of sorted.slice(1).entries())
    expect(box.top).toBeGreaterThanOrEqual((sorted[index]?.bottom ?? 0) - 1);
  const opened = await app.open(report, 'light', SHEET.width);
  await opened.page.emulateMedia({ media: 'print' });
  const article = await opened.page.locator('.reading article').boundingBox();
  const rows = await opened.page.locator('.rows-side').boundingBox();
  expect(rows?.y).toBeGreaterThanOrEqual((article?.y ?? 0) + (article?.height ?? 0));
});
