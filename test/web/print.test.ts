import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportId } from '../../src/service/index.ts';
import { quarrelReadout } from '../support/made-quarrel.ts';
import { madeReadout } from '../support/made-reading.ts';
import { numberedReadout } from '../support/made-readouts.ts';
import { worldReadouts } from '../support/made-world.ts';
import { serveTestApp, settled, type TestApp } from '../support/web-app.ts';

let app: TestApp;
let report: string;
/** The addresses of one of each, which are not known before the ledger is filled. */
let ids: Readonly<Record<string, string>>;
const addressed = (path: string): string => path.replace(/[A-Z]{4,}/, (name) => ids[name] ?? name);
beforeAll(async () => {
  const more = Array.from({ length: MANY }, (_, index) => numberedReadout(100 + index));
  app = await serveTestApp([...more, quarrelReadout('opening'), quarrelReadout('later'), ...worldReadouts.slice(0, 7)]);
  report = await app.reportPath(madeReadout.document.title);
  const { ledger } = app;
  const disputes = await ledger.nodes('dispute', {});
  const dispute = disputes.items.find(({ actors }) => actors.some(({ name }) => name === 'Sudmark'));
  const [event] = (await ledger.events({ filter: { document: reportId(quarrelReadout('opening')) } })).items;
  const [statement] = (await ledger.statements({ filter: { document: reportId(quarrelReadout('opening')) } })).items;
  const [actor] = (await ledger.nodes('actor', { filter: { order: 'reports' } })).items;
  ids = {
    REPORT: report.slice(1),
    ACTOR: `actors/${actor?.id}`,
    EVENT: `events/${event?.node}`,
    STATEMENT: `statements/${statement?.node}`,
    SITUATION: `situations/${event?.situation}`,
    DISPUTE: `disputes/${dispute?.id}`,
  };
  await ledger.set('query', 'talks', { title: 'Talks', kind: 'events', filter: { type: ['CONSULT'] } });
});
afterAll(() => app?.done());

/** A sheet of A4 between its margins, in CSS pixels. */
const SHEET = { width: 680, height: 1010 };

/** More reports than a screen has rows. */
const MANY = 36;

const pages = [
  '/',
  '/reports',
  '/REPORT',
  '/statements',
  '/STATEMENT',
  '/events',
  '/EVENT',
  '/situations',
  '/SITUATION',
  '/agenda',
  '/agenda?view=month',
  '/disputes',
  '/DISPUTE',
  '/actors',
  '/ACTOR',
  '/actors/network',
  '/map',
  '/review',
  '/views',
  '/settings',
  ...['alerts', 'tokens', 'backup', 'log', 'you'].map((part) => `/settings?part=${part}`),
];

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
  const { page } = await app.open(addressed(path), 'dark', SHEET.width);
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
  await expect.poll(() => rowsOnPaper.count()).toBe((await app.ledger.totals()).statements);
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

test('a month on paper says which it is', async () => {
  const { page } = await app.open('/agenda?view=month&month=2026-03', 'light', SHEET.width);
  await page.emulateMedia({ media: 'print' });
  await page.getByRole('heading', { name: 'March 2026' }).waitFor();
});

test('a drawing that was made for the screen is put on paper whole', async () => {
  const { page } = await app.open('/actors/network');
  await page.locator('a.actor').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  // A printer makes the page narrow and does not wait for the drawing to be made anew.
  const widths = await page.evaluate(`(() => {
    const frame = document.querySelector('.canvas-frame');
    frame.style.width = '500px';
    return [frame.clientWidth, frame.querySelector('svg').getBoundingClientRect().width];
  })()`);
  const [frame = 0, drawing = 1] = widths as readonly number[];
  expect(drawing).toBeLessThanOrEqual(frame);
});
