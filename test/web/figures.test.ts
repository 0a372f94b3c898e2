import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { grow } from '../../bench/grown-ledger.ts';
import { longReport } from '../../bench/long-report.ts';
import {
  firstLoad,
  moveMoment,
  readLong,
  scrollDown,
  typeFilter,
  usable,
  wrongHighlights,
} from '../../bench/page-figures.ts';
import { type Served, serveLedger } from '../../src/api/index.ts';
import { openWebFiles } from '../../src/cli/serving/web-files.ts';
import { startBrowser } from '../support/browser.ts';
import { openTestLedger, type TestLedger } from '../support/ledger.ts';
import { madeReadout } from '../support/made-reading.ts';
import { numberedReadout } from '../support/made-readouts.ts';

/**
 * What is held of the figures that `npm run bench:web` prints. The time of the thread is the page's own and is held as it is to be; times
 * on the clock have this slack, since tests run beside others.
 */
const SLACK = 8;
const DAY = 86_400_000;

let opened: TestLedger;
let served: Served;
let browser: Awaited<ReturnType<typeof startBrowser>>;
let report: string;
const complaints: string[] = [];

beforeAll(async () => {
  // A day later with each look, so that there is a past to go back to.
  let time = Date.UTC(2026, 2, 1);
  opened = await openTestLedger(() => {
    time += DAY;
    return new Date(time);
  });
  const { ledger } = opened;
  await ledger.add('made.txt', madeReadout);
  for (let number = 1; number <= 12; number += 1) await ledger.add(`${number}.txt`, numberedReadout(number));
  await grow(ledger.store.database, 10_000, () => {});
  report = `/reports/${(await ledger.add('long.txt', longReport())).id}`;
  const web = await openWebFiles(async () => {});
  served = await serveLedger({
    ledger,
    host: '127.0.0.1',
    port: 0,
    version: '0',
    read: null,
    audit: null,
    web,
    report: (error) => complaints.push(String(error)),
  });
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await opened?.done();
});

const open = async (path: string): Promise<Page> => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(dialog.message()));
  await page.goto(`${served.url}${path}`);
  await usable(page);
  return page;
};

test('the situation of 10,000 statements loads with little script, and soon', async () => {
  const page = await (await browser.newContext()).newPage();
  const { milliseconds, script } = await firstLoad(page, `${served.url}/`);
  expect(script).toBeGreaterThan(10_000);
  expect(script).toBeLessThanOrEqual(350_000);
  expect(milliseconds).toBeLessThanOrEqual(SLACK * 1500);
  expect(await page.locator('.panel').count()).toBeGreaterThan(2);
});

test('scrolling through many rows no frame takes long, and few rows are on the page', async () => {
  const page = await open('/statements');
  const { busiestStep } = await scrollDown(page, 60);
  expect(busiestStep).toBeLessThanOrEqual(100);
  expect(Number(await page.evaluate('scrollY'))).toBeGreaterThan(10_000);
  expect(await page.getByRole('row').count()).toBeLessThan(100);
});

test('typing in a filter and moving the moment keep the page smooth, and are answered', async () => {
  const page = await open('/statements');
  const typing = await typeFilter(page, 'headway item');
  expect(typing.smoothness.busiestStep).toBeLessThanOrEqual(100);
  expect(typing.answers.p50).toBeLessThanOrEqual(SLACK * 300);
  await page.goto(`${served.url}/statements`);
  await usable(page);
  const moving = await moveMoment(page, 12);
  expect(moving.smoothness.busiestStep).toBeLessThanOrEqual(100);
  expect(moving.answers.p50).toBeLessThanOrEqual(SLACK * 300);
});

test('a report of 20,000 words with hostile markup and words from right to left is shown as it is, and stays smooth', async () => {
  const page = await open(report);
  const { rows, wrong } = await page.evaluate<{ rows: number; wrong: string[] }>(wrongHighlights);
  expect(rows).toBe(300);
  expect(wrong).toEqual([]);
  expect(await page.locator('article img, article script, article b').count()).toBe(0);
  expect(await page.evaluate("document.querySelector('article').textContent.split(/\\s+/).length")).toBeGreaterThan(
    20_000,
  );
  const { busiestStep } = await readLong(page, 24);
  expect(busiestStep).toBeLessThanOrEqual(100);
  expect(complaints).toEqual([]);
});
