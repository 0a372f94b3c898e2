import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Posted, ReadPostedItem } from '../../src/service/index.ts';
import { numberedReadout } from '../support/made-readouts.ts';
import { serveTestApp, type TestApp } from '../support/web-app.ts';

const heard: Posted[] = [];
const tried = new Map<string, number>();
let gate: Promise<void> = Promise.resolve();

/** Reads words such as "round 40"; fails where they say so, at the first try or always; waits where they say so. */
const read = async function* (posted: Posted): AsyncGenerator<ReadPostedItem> {
  heard.push(posted);
  const name = posted.kind === 'url' ? posted.url : posted.name;
  const words =
    posted.kind === 'url' ? name : posted.kind === 'file' ? readFileSync(posted.path, 'utf8') : posted.content;
  const times = (tried.get(name) ?? 0) + 1;
  tried.set(name, times);
  const fails = words.includes('always-fails') || (words.includes('fails-once') && times === 1);
  if (fails)
    yield {
      kind: 'failure',
      name,
      code: 'fetch-network',
      message: `${name}: the host lets nobody connect; try again later.`,
    };
  else {
    if (words.includes('waits')) {
      yield { kind: 'progress', name, done: 12, total: 40 };
      await gate;
    }
    const number = Number(/round-? ?(\d+)/.exec(words)?.[1] ?? 90);
    yield { kind: 'readout', name, readout: numberedReadout(number) };
  }
};

let app: TestApp;
let isGone = false;
beforeAll(async () => {
  app = await serveTestApp([], undefined, {
    read,
    look: async function* (list) {
      if (isGone)
        yield { kind: 'failure', name: list, code: 'fetch-network', message: 'There is no host of this name.' };
      else yield { kind: 'new', url: 'https://feed.example/round-60' };
    },
  });
});
afterAll(() => app?.done());

const row = (page: Page, name: string) => page.locator('.input', { hasText: name }).first();
const stands = (page: Page, name: string, state: string) =>
  page.locator(`.input[data-state="${state}"]`, { hasText: name }).first().waitFor();
const field = (page: Page) => page.getByLabel('Addresses, one a line');

test('addresses are read, what failed says why, is tried again, and leads to its report', async () => {
  const { page, complaints, barriers } = await app.open('/add');
  await page.getByText('Nothing was handed in').waitFor();
  await field(page).fill('https://paper.example/round-41\nhttps://paper.example/fails-once/round-42');
  await page.getByRole('button', { name: 'Add 2 addresses' }).click();
  await stands(page, 'round-41', 'read');
  await stands(page, 'fails-once', 'failed');
  await row(page, 'fails-once').getByText('the host lets nobody connect').waitFor();
  expect(await barriers()).toEqual([]);
  await page.getByRole('button', { name: '1 failed' }).click();
  expect(new URL(page.url()).searchParams.get('show')).toBe('failed');
  expect(await page.locator('.input').count()).toBe(1);
  await page.getByRole('button', { name: 'Retry https://paper.example/fails-once/round-42' }).click();
  await page.getByText('Nothing is failed.').waitFor();
  await page.getByRole('button', { name: '2 read' }).click();
  await row(page, 'round-42').getByRole('link', { name: 'Norland and Sudmark hold talks, round 42' }).click();
  await page.getByRole('heading', { level: 1, name: 'Norland and Sudmark hold talks, round 42' }).waitFor();
  expect(await app.ledger.failures()).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a text is added with what it does not say of itself, by the keyboard alone', async () => {
  const { page, complaints } = await app.open('/add');
  const isOn = (label: string) =>
    page.evaluate(`document.activeElement.closest('label')?.textContent.startsWith(${JSON.stringify(label)}) ?? false`);
  for (let tabs = 0; tabs < 40 && !(await isOn('Addresses')); tabs += 1) await page.keyboard.press('Tab');
  await page.keyboard.type('Talks went into round 43 today.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Round goes on');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Border Courier');
  await page.keyboard.press('Enter');
  await stands(page, 'Text: Round goes on', 'read');
  expect(heard.at(-1)).toMatchObject({
    kind: 'text',
    content: 'Talks went into round 43 today.',
    said: { title: 'Round goes on', publisher: 'Border Courier' },
  });
  expect(complaints).toEqual([]);
});

test('files that are dropped are read, and what is there already is told apart from what is new', async () => {
  const { page, complaints } = await app.open('/add');
  const dropped = await page.evaluateHandle(`(() => {
    const given = new DataTransfer();
    given.items.add(new File(['round 44'], 'new.txt'));
    given.items.add(new File(['round 1'], 'known.txt'));
    given.items.add(new File(['always-fails'], 'bad.txt'));
    given.items.add(new File([''], 'empty.txt'));
    return given;
  })()`);
  await page.locator('.drop').dispatchEvent('dragover', { dataTransfer: dropped });
  expect(await page.locator('.drop.over').count()).toBe(1);
  await page.locator('.drop').dispatchEvent('drop', { dataTransfer: dropped });
  await stands(page, 'new.txt', 'read');
  await stands(page, 'known.txt', 'already there');
  await stands(page, 'bad.txt', 'failed');
  await stands(page, 'empty.txt', 'failed');
  expect(await row(page, 'empty.txt').locator('.reason').textContent()).toContain('This file is empty');
  await page.getByRole('button', { name: 'Retry bad.txt' }).click();
  await expect.poll(() => tried.get('bad.txt')).toBe(2);
  expect(complaints.filter((each) => !each.includes('400'))).toEqual([]);
});

test('of a folder the files that may hold reports are read, under their paths', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-chosen-'));
  mkdirSync(join(folder, 'wires', 'march'), { recursive: true });
  writeFileSync(join(folder, 'wires', 'march', 'a.txt'), 'round 45');
  writeFileSync(join(folder, 'wires', 'b.md'), 'round 46');
  writeFileSync(join(folder, 'wires', 'photo.jpg'), 'no report');
  writeFileSync(join(folder, 'wires', '.hidden.txt'), 'no report');
  const { page } = await app.open('/add');
  await page.locator('input[webkitdirectory]').setInputFiles(join(folder, 'wires'));
  await stands(page, 'wires/march/a.txt', 'read');
  await stands(page, 'wires/b.md', 'read');
  await page.getByText('2 files of other kinds left alone.').waitFor();
  expect(await page.getByText('photo.jpg').count()).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});

test('how far the reading is shows, and what is under way can be given up', async () => {
  let go: () => void = () => undefined;
  gate = new Promise((done) => {
    go = done;
  });
  const { page, barriers } = await app.open('/add');
  await field(page).fill('https://paper.example/waits/round-47\nhttps://paper.example/round-48');
  await page.getByRole('button', { name: 'Add 2 addresses' }).click();
  await row(page, 'round-47').getByText('reading, 12 of 40 sentences').waitFor();
  await row(page, 'round-48').getByText('waiting').waitFor();
  expect(await barriers()).toEqual([]);
  await page.getByRole('button', { name: 'Cancel https://paper.example/round-48' }).click();
  await stands(page, 'round-48', 'cancelled');
  await page.getByRole('button', { name: 'Cancel https://paper.example/waits/round-47' }).click();
  await stands(page, 'round-47', 'cancelled');
  go();
  await app.served.adds?.idle();
  const { items } = await app.ledger.reports({ filter: { text: '"round 48"' } });
  expect(items).toEqual([]);
  // What was handed in stays on the list when the page is loaded anew.
  await page.reload();
  await stands(page, 'round-47', 'cancelled');
});

test('a feed is watched, its reports are read, what went wrong shows, and it is watched no more', async () => {
  const { page, barriers, complaints } = await app.open('/add');
  await page.getByText('No feed is watched.').waitFor();
  await page.getByLabel('Feed, sitemap').fill('https://feed.example/rss');
  await page.getByLabel('Look every').selectOption({ label: 'hour' });
  await page.getByRole('button', { name: 'Watch it' }).click();
  await row(page, 'https://feed.example/rss').getByText('every hour').waitFor();
  await stands(page, 'https://feed.example/round-60', 'read');
  await row(page, 'round-60').getByText('from https://feed.example/rss').waitFor();
  isGone = true;
  await page.getByRole('button', { name: 'Look now through https://feed.example/rss' }).click();
  await page.locator('.ways .reason').getByText('There is no host of this name.').waitFor();
  expect(await barriers()).toEqual([]);
  await page.getByRole('button', { name: 'Stop watching https://feed.example/rss' }).click();
  await page.getByText('No feed is watched.').waitFor();
  expect(complaints).toEqual([]);
});

test('what failed in another run is there to be tried again', async () => {
  await app.ledger.fail('https://old.example/round-61', 'fetch-network', 'Nobody answered.');
  await app.ledger.fail('crawl.warc#3', 'no-text', 'crawl.warc#3 holds no text.');
  const { page } = await app.open('/add');
  const earlier = page.locator('section', { hasText: 'Could not be read earlier' });
  await earlier.getByText('Hand the file in again.').waitFor();
  await earlier.getByRole('button', { name: 'Retry https://old.example/round-61' }).click();
  await stands(page, 'round-61', 'read');
  await earlier.getByText('Nobody answered.').waitFor({ state: 'detached' });
});

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test('the page keeps nobody out, and fits a screen of 360 pixels', async () => {
    const { page, barriers, complaints } = await app.open('/add', theme, 360);
    await page.locator('.inputs').first().waitFor();
    expect(await barriers()).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    expect(complaints).toEqual([]);
  });
});

test('in the past nothing can be added', async () => {
  const { page, barriers } = await app.open('/add?as_of=2001-01-01T10:00');
  await page.getByText('In the past nothing can be added.').waitFor();
  expect(await page.locator('textarea').count()).toBe(0);
  expect(await barriers()).toEqual([]);
});
