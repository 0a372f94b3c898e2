import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ServeOptions } from '../../src/api/index.ts';
import { openWebFiles } from '../../src/cli/serving/web-files.ts';
import type { Readout } from '../../src/readout/index.ts';
import { serveTestLedger, type TestApi } from './api.ts';
import { startBrowser } from './browser.ts';
import { numberedReadout } from './made-readouts.ts';

/** The browser app over a served ledger of a test. */
export interface TestApp extends TestApi {
  readonly browser: Browser;
  /** The address of the report with that headline. */
  readonly reportPath: (title: string | null) => Promise<string>;
  /** Opens a path, and closes the page before it. What the page complains of, and every request that leaves the host, is kept. */
  readonly open: (path: string, theme?: 'light' | 'dark', width?: number) => Promise<OpenedPage>;
}

export interface OpenedPage {
  readonly page: Page;
  readonly complaints: readonly string[];
  /** What axe finds against WCAG 2.2, levels A and AA: the rule and where. */
  readonly barriers: () => Promise<readonly string[]>;
}

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

const barriersOn = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe);
  const run = `axe.run(document, ${JSON.stringify({ runOnly: standards })})`;
  const { violations } = (await page.evaluate(run)) as Found;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
};

/** Waits until a page has its heading and nothing more is loading. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator('h1').first().waitFor();
  await expect.poll(() => page.locator('.loading, [aria-busy=true]').count(), { timeout: 20_000 }).toBe(0);
};

/** Serves the app over a ledger with the made report, twelve numbered ones, and more where they are given; its clock is the real one unless told. */
export const serveTestApp = async (
  more: readonly Readout[] = [],
  now?: () => Date,
  options: Partial<ServeOptions> = {},
): Promise<TestApp> => {
  const problems: string[] = [];
  const web = await openWebFiles(async (message) => void problems.push(message));
  if (web === null) throw new Error(problems.join('\n'));
  const api = await serveTestLedger({ web, ...options }, true, now);
  for (let number = 1; number <= 12; number += 1) await api.ledger.add(`${number}.txt`, numberedReadout(number));
  for (const [index, readout] of more.entries()) await api.ledger.add(`more-${index}.txt`, readout);
  const browser = await startBrowser();
  // Every address of this machine is this one too.
  const url = api.served.url.replace('0.0.0.0', '127.0.0.1');
  let before: BrowserContext | null = null;
  return {
    ...api,
    browser,
    reportPath: async (title) => {
      const { items } = await api.ledger.reports({});
      const found = items.find((item) => item.title === title);
      if (found === undefined) throw new Error(`No report is called ${title}`);
      return `/reports/${found.id}`;
    },
    open: async (path, colorScheme = 'light', width = 1300) => {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
      for (const page of before?.pages() ?? []) await page.close();
      before = context;
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => request.url().startsWith(`${url}/`) || complaints.push(request.url()));
      await page.goto(`${url}${path}`);
      await settled(page);
      return { page, complaints, barriers: () => barriersOn(page) };
    },
    done: async () => {
      await browser.close();
      await api.done();
    },
  };
};
