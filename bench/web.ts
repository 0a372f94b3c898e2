// `npm run bench:web`: how fast the browser app is in this machine's Chromium. The first load of the situation page with 10,000
// statements; with 100,000 scrolling, typing in a filter and moving to another moment; a report of 20,000 words and 300 statements.
// Times on the clock depend on what else the machine does; "of the thread" is the time that the page itself needs.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { readExamples } from '../examples/start/reports.ts';
import { serveLedger } from '../src/api/index.ts';
import { openEngine } from '../src/cli/index.ts';
import { progressOn } from '../src/cli/progress.ts';
import { openWebFiles } from '../src/cli/serving/web-files.ts';
import { LocalLedger, openStore } from '../src/service/index.ts';
import { startBrowser } from './browser.ts';
import { grow } from './grown-ledger.ts';
import { longReport } from './long-report.ts';
import {
  type Answers,
  firstLoad,
  moveMoment,
  readLong,
  type Smoothness,
  scrollDown,
  typeFilter,
  usable,
  wrongHighlights,
} from './page-figures.ts';

const quiet = { isTTY: false, columns: 80, write: async () => {} };
const place = mkdtempSync(join(tmpdir(), 'readout-bench-web-'));
/** A clock that is a day later with each look, so that there is a past to go back to. */
let time = Date.UTC(2026, 8, 1);
const now = (): Date => {
  time += 86_400_000;
  return new Date(time);
};
const ledger = new LocalLedger(await openStore({ place, command: 'bench', now }));
for await (const { name, reading } of readExamples(openEngine(null), progressOn(quiet, 7)))
  await ledger.add(name, reading.readout);
const long = await ledger.add('long.txt', longReport());
const web = await openWebFiles(async (message) => console.error(message));
const served = await serveLedger({
  ledger,
  host: '127.0.0.1',
  port: 0,
  version: '0',
  read: null,
  audit: null,
  web,
  report: console.error,
});
const browser = await startBrowser();

/** A page with an empty cache. */
const fresh = async (): Promise<Page> =>
  (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
const ms = (time: number): string => `${time.toFixed(0).padStart(6)} ms`;
const say = (what: string, figure: string, toReach: string): void =>
  console.log(`${what.padEnd(52)} ${figure.padEnd(64)} to reach: ${toReach}`);
const smooth = (what: string, { longestFrame, busiestStep }: Smoothness): void =>
  say(what, `longest frame ${ms(longestFrame)}, busiest step of the thread ${ms(busiestStep)}`, '100 ms');
const answered = (what: string, { p50, p95 }: Answers): void => say(what, `p50 ${ms(p50)}, p95 ${ms(p95)}`, '300 ms');

await grow(ledger.store.database, 10_000, console.error);
for (let round = 1; round <= 3; round += 1) {
  const { milliseconds, script } = await firstLoad(await fresh(), `${served.url}/`);
  say(
    `situation, 10,000 statements, load ${round}`,
    `usable after ${ms(milliseconds)}, scripts ${Math.round(script / 1000)} kB (gzip)`,
    '1500 ms, 350 kB',
  );
}

await grow(ledger.store.database, 100_000, console.error);
const page = await fresh();
await page.goto(`${served.url}/statements`);
await usable(page);
smooth('scrolling 100,000 statements, 300 screens', await scrollDown(page, 300));
await page.goto(`${served.url}/statements`);
await usable(page);
const typing = await typeFilter(page, 'minister talks border');
smooth('typing in a filter', typing.smoothness);
answered('an answer to typing', typing.answers);
for (const path of ['/statements', '/']) {
  await page.goto(`${served.url}${path}`);
  await usable(page);
  const moving = await moveMoment(page, 20);
  smooth(`moving the moment on ${path}`, moving.smoothness);
  answered(`an answer to it on ${path}`, moving.answers);
}

await page.goto(`${served.url}/reports/${long.id}`);
await usable(page);
const { rows, wrong } = await page.evaluate<{ rows: number; wrong: string[] }>(wrongHighlights);
say('a report of 20,000 words', `${rows} statements, ${wrong.length} wrong highlights`, '0');
smooth('pointing at its words, and arrows through its rows', await readLong(page, 40));

await browser.close();
await served.close();
await ledger.close();
rmSync(place, { recursive: true, force: true });
process.exit(0);
