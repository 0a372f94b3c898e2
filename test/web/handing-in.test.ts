import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Posted, ReadPostedItem } from '../../src/service/index.ts';
import { numberedReadout } from '../support/made-readouts.ts';
import { serveTestApp, type TestApp } from '../support/web-app.ts';

/** Reads files such as "round 40". */
const read = async function* (posted: Posted): AsyncGenerator<ReadPostedItem> {
  if (posted.kind !== 'file') return;
  const number = Number(/round (\d+)/.exec(readFileSync(posted.path, 'utf8').slice(0, 100))?.[1] ?? 90);
  yield { kind: 'readout', name: posted.name, readout: numberedReadout(number) };
};

let app: TestApp;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'readout-dropped-'));
  app = await serveTestApp([], undefined, { read });
});
afterAll(async () => {
  await app?.done();
  rmSync(folder, { recursive: true, force: true });
});

/** Machines that test are busy: what comes at once may come late. */
const soon = { timeout: 30_000 };
const row = (page: Page, name: string) => page.locator('.input', { hasText: name }).first();
const stateOf = (page: Page, name: string) => row(page, name).getAttribute('data-state');

/** Drops a file or a folder of this machine, as a hand would. */
const dropHere = async (page: Page, path: string): Promise<void> => {
  const box = await page.locator('.drop').boundingBox();
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  const at = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20, data };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at });
};

test('of a folder that is dropped the files that may hold reports are read, whatever folders they are in', async () => {
  const wires = join(folder, 'wires');
  mkdirSync(join(wires, 'march', 'late'), { recursive: true });
  writeFileSync(join(wires, 'march', 'late', 'a.txt'), 'round 51');
  writeFileSync(join(wires, 'b.md'), 'round 52');
  writeFileSync(join(wires, 'photo.jpg'), 'no report');
  writeFileSync(join(wires, '.hidden.txt'), 'no report');
  const { page, complaints } = await app.open('/add');
  await page.locator('.drop').waitFor();
  await dropHere(page, wires);
  await page.getByText('2 files of other kinds left alone.').waitFor();
  for (const name of ['wires/march/late/a.txt', 'wires/b.md'])
    await expect.poll(() => stateOf(page, name), soon).toBe('read');
  expect(await page.getByText('photo.jpg').count()).toBe(0);
  expect(await page.locator('.drop.over').count()).toBe(0);
  expect(complaints).toEqual([]);
});

/** Bytes a second that go to the server; -1: as many as there are. */
const throttle = async (session: CDPSession, bytes: number): Promise<void> => {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: bytes,
  });
};

const chooseFile = async (page: Page, name: string, words: string, megabytes: number): Promise<void> => {
  const buffer = Buffer.from(words.padEnd(megabytes * 1_000_000, ' .'));
  await page.locator('input[type=file]:not([webkitdirectory])').setInputFiles({ name, mimeType: 'text/plain', buffer });
};

test('a file that goes slowly says how much is sent, can be given up, and sent again', async () => {
  const { page, barriers } = await app.open('/add');
  await page.locator('.drop').waitFor();
  // What one session slows down another does not let go.
  const session = await page.context().newCDPSession(page);
  await throttle(session, 100_000);
  await chooseFile(page, 'large.txt', 'round 53', 4);
  const large = row(page, 'large.txt');
  await large.getByText(/sending, \d+ % of 4 MB/).waitFor();
  const share = () => large.getByRole('progressbar', { name: 'Sent' }).getAttribute('value');
  await expect.poll(async () => Number(await share()), soon).toBeGreaterThan(0);
  expect(Number(await share())).toBeLessThan(1);
  expect(await barriers()).toEqual([]);
  await page.getByRole('button', { name: 'Cancel large.txt' }).click();
  await expect.poll(() => stateOf(page, 'large.txt'), soon).toBe('cancelled');
  await large.getByText('not sent').waitFor();
  expect((await app.ledger.reports({ filter: { text: '"round 53"' } })).items).toEqual([]);
  await throttle(session, -1);
  await page.getByRole('button', { name: 'Retry large.txt' }).click();
  await expect.poll(() => stateOf(page, 'large.txt'), soon).toBe('read');
});

test('a file whose way is cut off says why, and is sent again', async () => {
  const { page, barriers } = await app.open('/add');
  await page.locator('.drop').waitFor();
  await page.route('**/adds/files**', (route) => route.abort('connectionreset'));
  await chooseFile(page, 'cut.txt', 'round 54', 2);
  await expect.poll(() => stateOf(page, 'cut.txt'), soon).toBe('failed');
  await row(page, 'cut.txt').getByText('The server does not answer').waitFor();
  expect(await barriers()).toEqual([]);
  await page.unroute('**/adds/files**');
  await page.getByRole('button', { name: 'Retry cut.txt' }).click();
  await expect.poll(() => stateOf(page, 'cut.txt'), soon).toBe('read');
});
