import { afterAll, beforeAll, expect, test } from 'vitest';
import { madeReadout } from '../support/made-reading.ts';
import { serveTestApp, type TestApp } from '../support/web-app.ts';

let app: TestApp;
let path: string;
beforeAll(async () => {
  app = await serveTestApp();
  path = await app.reportPath(madeReadout.document.title);
});
afterAll(() => app?.done());

const focused = (attribute: string) => `document.activeElement.dataset.${attribute} ?? null`;

test('a report is read and corrected with the keyboard alone', async () => {
  const { page, complaints, barriers } = await app.open(path);
  const press = (key: string) => page.keyboard.press(key);
  for (let tabs = 0; tabs < 60 && (await page.evaluate(focused('row'))) === null; tabs += 1) await press('Tab');
  await press('ArrowDown');
  await press('ArrowUp');
  const row = await page.evaluate(focused('row'));
  expect(new URL(page.url()).searchParams.get('row')).toBe(row);
  const lit = await page.locator('.words.lit').allTextContents();
  expect(lit.length).toBeGreaterThan(0);

  await press('Enter');
  expect(await page.evaluate(focused('rows'))).toContain(row);
  await press('ArrowRight');
  await press('ArrowLeft');
  await press('Enter');
  expect(await page.evaluate(focused('row'))).not.toBeNull();

  await press('x');
  await page.keyboard.type('He never said it.');
  await press('Enter');
  const rejected = page.locator('.report-row.rejected');
  await rejected.waitFor();
  await rejected.getByText('He never said it.').waitFor();
  expect(await barriers()).toEqual([]);
  const [correction] = (await app.ledger.corrections({})).items;
  expect(correction).toMatchObject({ why: 'He never said it.', state: 'applied', change: { action: 'reject' } });

  const isOnUndo = (): Promise<unknown> => page.evaluate("document.activeElement.textContent === 'Undo'");
  for (let tabs = 0; tabs < 60 && !(await isOnUndo()); tabs += 1) await press('Tab');
  await press('Enter');
  await rejected.waitFor({ state: 'detached' });
  expect((await app.ledger.corrections({})).items[0]?.state).toBe('undone');
  expect(complaints).toEqual([]);
});

test('the act of a statement is set with a reason, and Escape gives up', async () => {
  const statement = madeReadout.statements[0];
  const { page } = await app.open(`${path}?row=${statement?.id}`);
  await page.locator(`[data-row="${statement?.id}"]`).focus();
  await page.keyboard.press('e');
  await page.keyboard.press('Escape');
  expect(await page.locator('form.decision').count()).toBe(0);
  expect(await page.evaluate(focused('row'))).toBe(statement?.id);
  await page.keyboard.press('e');
  await page.getByLabel('Act').selectOption('apologize');
  await page.getByLabel('Why').fill('Read it again.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('.report-row.edited').getByText('apologize').first().waitFor();
  const { items } = await app.ledger.statements({ filter: { act: ['apologize'] } });
  expect(items.map(({ id }) => id)).toEqual([statement?.id]);
});

test('on a narrow screen the rows are a sheet at the foot that follows the words, and folds', async () => {
  const { page, barriers } = await app.open(path, 'light', 360);
  const sheet = page.locator('.rows-side');
  const words = page.locator('.words').first();
  const row = (await words.getAttribute('data-rows'))?.split(' ')[0] ?? '';
  await words.click();
  for (const part of [words, page.locator(`[data-row="${row}"]`)]) {
    const box = await part.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 900) + (box?.height ?? 0)).toBeLessThanOrEqual(800);
  }
  expect((await sheet.boundingBox())?.height).toBeLessThanOrEqual(400);
  expect(await barriers()).toEqual([]);
  await page.getByRole('button', { name: 'Hide' }).click();
  expect((await sheet.boundingBox())?.height).toBeLessThanOrEqual(60);
  await page.getByRole('button', { name: 'Show' }).click();
  expect(await page.locator('.report-row.chosen').isVisible()).toBe(true);
});

test('pointing at words points at their row, and at a row at its words', async () => {
  const { page } = await app.open(path);
  const words = page.locator('.words').first();
  await words.hover();
  const rows = (await words.getAttribute('data-rows'))?.split(' ') ?? [];
  expect(rows).toContain(await page.locator('.report-row.pointed [data-row]').getAttribute('data-row'));
  await page.locator('[data-row]').last().hover();
  const last = await page.locator('[data-row]').last().getAttribute('data-row');
  for (const lit of await page.locator('.words.lit').all()) expect(await lit.getAttribute('data-rows')).toContain(last);
});
