import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, serveLedger } from '../../src/api/index.ts';
import { openWebFiles } from '../../src/cli/serving/web-files.ts';
import { numberedReadout } from '../support/made-readouts.ts';
import { serveTestApp, settled, type TestApp } from '../support/web-app.ts';

let app: TestApp;
let back: Served | null = null;
beforeAll(async () => {
  app = await serveTestApp();
});
afterAll(async () => {
  await back?.close();
  await app?.done();
});

/** Serves the ledger again where it was served before. */
const comeBack = async (): Promise<void> => {
  back = await serveLedger({
    ledger: app.ledger,
    host: '127.0.0.1',
    port: Number(new URL(app.served.url).port),
    version: '0.0.0',
    read: null,
    audit: null,
    report: (error) => app.faults.push(error),
    web: await openWebFiles(async () => undefined),
  });
};

test('a server that goes away and comes back is told of; pages keep what they have and come back by themselves', async () => {
  const { page, barriers } = await app.open('/statements');
  const rows = page.getByRole('row');
  const there = await rows.count();
  expect(there).toBeGreaterThan(10);

  await app.served.close();
  const line = page.getByText('The server does not answer just now');
  await line.waitFor();
  expect(await rows.count()).toBe(there);
  expect(await page.locator('.failed').count()).toBe(0);
  expect(await barriers()).toEqual([]);

  // What was never loaded cannot be there; it says why, and needs no reload later.
  await page.getByRole('link', { name: 'Actors' }).click();
  await page.locator('.failed').getByText('when it is back').waitFor();
  await app.ledger.add('77.txt', numberedReadout(77));

  await comeBack();
  await line.waitFor({ state: 'detached' });
  await page.getByText('Ada Berg').first().waitFor();
  await settled(page);
  expect(await page.locator('.failed').count()).toBe(0);
  await page.getByRole('link', { name: 'Statements' }).click();
  await page.getByText('We made headway on item 77').waitFor();
  expect(app.faults).toEqual([]);
});
