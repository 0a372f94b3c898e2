// `npm run screenshots`: takes pictures of the browser app's pages over the example situation, for README.md and docs/web.md.
//
// The examples are added at the hour of their publication, and the browser's clock stands behind the last of them, so that the pictures
// are the same whenever they are taken. A page is added to `pages`; `npm run screenshots -- NAME...` takes only those named, `--wide`
// puts pictures of 2,560 pixels beside the temporary files, to be looked at.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../bench/browser.ts';
import { readExamples } from '../examples/start/reports.ts';
import { openEngine, realTerminal } from '../src/cli/index.ts';
import { progressOn } from '../src/cli/progress.ts';
import { startServer } from '../src/cli/serving/start-server.ts';
import { openWebFiles } from '../src/cli/serving/web-files.ts';
import { LocalLedger, openStore } from '../src/service/index.ts';

/** What is shown of the example situation: a name for the files, the address, and what to do before the picture is taken. */
interface Shot {
  readonly name: string;
  readonly path: string;
  readonly before?: (page: Page) => Promise<unknown>;
}

const pages: readonly Shot[] = [
  { name: 'situation', path: '/' },
  { name: 'reports', path: '/reports' },
  { name: 'report', path: '/reports/REPORT', before: (page) => page.locator('[data-row]').nth(3).click() },
  { name: 'statements', path: '/statements' },
  { name: 'events', path: '/events' },
  { name: 'event', path: '/events/EVENT' },
  { name: 'situations', path: '/situations/STORY' },
  { name: 'agenda', path: '/agenda' },
  { name: 'month', path: '/agenda?view=month' },
  { name: 'disputes', path: '/disputes' },
  { name: 'dispute', path: '/disputes/DISPUTE' },
  { name: 'actors', path: '/actors' },
  { name: 'actor', path: '/actors/ACTOR' },
  { name: 'network', path: '/actors/network' },
  { name: 'map', path: '/map' },
  { name: 'review', path: '/review' },
  { name: 'add', path: '/add' },
  { name: 'settings', path: '/settings' },
];

/** How each page is shown: theme, width and height in CSS pixels, pixels of the picture for each. */
const looks = [
  { look: 'light', theme: 'light', width: 1280, height: 860, scale: 1 },
  { look: 'dark', theme: 'dark', width: 1280, height: 860, scale: 1 },
  { look: 'narrow', theme: 'light', width: 360, height: 720, scale: 2 },
  // For looking only: not kept in the repository.
  { look: 'wide', theme: 'light', width: 2560, height: 1300, scale: 1 },
] as const;
type Look = (typeof looks)[number];

/** A picture in the repository has at most so many bytes. */
const MOST = 150_000;
const folder = fileURLToPath(new URL('screenshots', import.meta.url));

/** The clock of the ledger and of the browser: set by the reports as they are added. */
const clock = { now: new Date('2026-09-14T18:00:00Z') };

const fill = async (ledger: LocalLedger): Promise<void> => {
  const progress = progressOn({ isTTY: false, columns: 80, write: async (text) => void process.stderr.write(text) }, 7);
  for await (const { name, reading } of readExamples(openEngine(null), progress)) {
    const { published } = reading.readout.document;
    if (published !== null)
      clock.now = new Date(Math.max(clock.now.getTime(), Date.parse(published.slice(0, 10)) + 64_800_000));
    await ledger.add(`examples/reports/${name}`, reading.readout);
  }
};

const serve = async () => {
  const place = mkdtempSync(join(tmpdir(), 'readout-screenshots-'));
  const ledger = new LocalLedger(await openStore({ place, command: 'screenshots', now: () => clock.now }));
  await fill(ledger);
  const web = await openWebFiles(async (message) => void process.stderr.write(`${message}\n`));
  const opened = { ledger, place, isFolder: true, serves: () => {} };
  const served = await startServer(opened, realTerminal(), { host: '127.0.0.1', port: 0, web });
  const close = async (): Promise<void> => {
    await served.close();
    await ledger.close();
    rmSync(place, { recursive: true, force: true });
  };
  return { ledger, url: served.url, close };
};

/** Addresses with ids in the place of names: the report that the README shows, and whoever is named most. */
const addresses = async (ledger: LocalLedger) => {
  const { items: reports } = await ledger.reports({});
  const { items: actors } = await ledger.nodes('actor', { filter: { name: 'Claire Marchetti' } });
  const { items: disputes } = await ledger.nodes('dispute', {});
  const { items: events } = await ledger.nodes('event', { filter: { reports: 2 } });
  const { items: situations } = await ledger.nodes('situation', { filter: { reports: 2 } });
  const report = reports.find(({ name }) => name.includes('03-planned-call'))?.id ?? '';
  return (path: string): string =>
    path
      .replace('REPORT', report)
      .replace('EVENT', events[0]?.id ?? '')
      .replace('STORY', situations[0]?.id ?? '')
      .replace('ACTOR', actors[0]?.id ?? '')
      .replace('DISPUTE', disputes[0]?.id ?? '');
};

/** Takes a picture as WebP, in which Chromium has a smaller file than as PNG. */
const picture = async (page: Page, scale: number): Promise<Buffer> => {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: scale > 1 ? 70 : 82 });
  return Buffer.from(data, 'base64');
};

const settled = async (page: Page): Promise<void> => {
  await page.locator('h1').first().waitFor();
  // The stream of news never ends, so the network is never idle: a page is ready when nothing on it is waited for.
  await page.waitForTimeout(500);
  await page.locator('.loading, [aria-busy=true]').first().waitFor({ state: 'detached' });
  await page.waitForTimeout(300);
};

/** A page of its own for each look. Pages stay open: this Chromium is one process, and ends with its first context. */
const openPage = async (browser: Browser, { theme, width, height, scale }: Look): Promise<Page> => {
  const context = await browser.newContext({
    colorScheme: theme,
    viewport: { width, height },
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(clock.now);
  return page;
};

const take = async (page: Page, url: string, { name, before }: Shot, { look, scale }: Look): Promise<void> => {
  await page.goto(url);
  await settled(page);
  if ((await page.locator('h1').first().textContent()) === 'There is no such page')
    return void process.stdout.write(`${name}: there is no such page\n`);
  await before?.(page);
  await page.mouse.move(0, 0);
  await settled(page);
  const bytes = await picture(page, scale);
  const file = look === 'wide' ? join(tmpdir(), 'readout-wide', `${name}.webp`) : join(folder, `${name}-${look}.webp`);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, bytes);
  const warning = bytes.length > MOST && look !== 'wide' ? '  TOO LARGE' : '';
  process.stdout.write(`${file} ${Math.round(bytes.length / 1000)} kB${warning}\n`);
};

const wanted = process.argv.slice(2).filter((word) => word !== '--wide');
const isWide = process.argv.includes('--wide');
const { ledger, url, close } = await serve();
const addressed = await addresses(ledger);
const browser = await startBrowser();
try {
  for (const look of looks) {
    if (look.look === 'wide' && !isWide) continue;
    const page = await openPage(browser, look);
    for (const shot of pages)
      if (wanted.length === 0 || wanted.includes(shot.name))
        await take(page, `${url}${addressed(shot.path)}`, shot, look);
  }
} finally {
  await browser.close();
  await close();
}
