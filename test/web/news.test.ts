import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseSeen } from '../../web/src/situation/mark.ts';
import { quarrelReadout } from '../support/made-quarrel.ts';
import { numberedReadout } from '../support/made-readouts.ts';
import { serveTestApp, settled, type TestApp } from '../support/web-app.ts';

describe('what a browser kept is a mark', () => {
  test.each([
    [null, null],
    ['', null],
    ['no JSON', null],
    ['{"entry":"7","at":null,"isFirst":true}', null],
    ['{"entry":7,"at":null,"isFirst":true}', { entry: 7, at: null, isFirst: true }],
  ])('%j → %j', (text, expected) => expect(parseSeen(text)).toEqual(expected));
});

let app: TestApp;
beforeAll(async () => {
  app = await serveTestApp([quarrelReadout('opening')]);
});
afterAll(() => app?.done());

const panel = (page: Page) => page.getByRole('region', { name: 'New since you last looked' });

test('from the first look on, what comes in is listed with links until it is marked as seen, in every tab', async () => {
  const { page, complaints, barriers } = await app.open('/');
  await panel(page).getByText('This is your first look').waitFor();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await settled(other);

  await app.ledger.add('later.txt', quarrelReadout('later'));
  await app.ledger.add('new.txt', numberedReadout(31));
  await page.reload();
  await panel(page).getByText('2 new reports with 1 statement and 2 events').waitFor();
  await panel(page).getByRole('link', { name: 'Norland and Sudmark hold talks, round 31' }).waitFor();
  const moved = panel(page).locator('li', { hasText: '13 Mar 2026' });
  expect(await moved.textContent()).toContain('rescheduled');
  expect(await moved.textContent()).toContain('was 10 Mar 2026');
  expect(await moved.getByRole('link').getAttribute('href')).toContain('month=2026-03');
  expect(await panel(page).getByText('Disputes that opened').count()).toBe(0);
  expect(await barriers()).toEqual([]);

  await panel(other).getByText('2 new reports').waitFor();
  await panel(page).getByRole('button', { name: 'Mark as seen' }).click();
  await panel(page).getByText('Nothing since you last looked').waitFor();
  await panel(other).getByText('Nothing since you last looked').waitFor();
  await other.close();

  await app.ledger.add('admission.txt', quarrelReadout('admission'));
  await panel(page).getByText('1 new report with 2 statements').waitFor();
  expect(complaints).toEqual([]);
});

test('a mark of another ledger counts as none, and in the past nothing is new', async () => {
  const { page } = await app.open('/');
  await panel(page).waitFor();
  await page.evaluate(
    `localStorage.setItem('readout-seen', '{"entry":2,"at":"2001-01-01T00:00:00.000Z","isFirst":false}')`,
  );
  await page.reload();
  await panel(page).getByText('This is your first look').waitFor();
  await page.goto(`${page.url()}?as_of=2100-01-01`);
  await settled(page);
  await page.getByText('as it was known on').waitFor();
  expect(await panel(page).count()).toBe(0);
});
