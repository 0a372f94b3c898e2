import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { monthsOf } from '../../web/src/actors/months.ts';
import { piecesOf, stepEnd, stepStart, toWords } from '../../web/src/correct/words.ts';
import { madeReadout } from '../support/made-reading.ts';
import { serveTestApp, type TestApp } from '../support/web-app.ts';

let app: TestApp;
const idOf = async (name: string): Promise<string> =>
  (await app.ledger.nodes('actor', { filter: { name } })).items[0]?.id ?? '';
beforeAll(async () => {
  app = await serveTestApp();
});
afterAll(() => app?.done());

const openActor = async (name: string, theme: 'light' | 'dark' = 'light') =>
  app.open(`/actors/${await idOf(name)}`, theme);

test.each(['light', 'dark'] as const)(
  'who somebody is stands there with whose words it rests on, %s',
  async (theme) => {
    const { page, barriers, complaints } = await openActor('Ada Berg', theme);
    const who = page.locator('section', { has: page.getByRole('heading', { name: 'Who this is' }) });
    await who.locator('.known li', { hasText: 'envoy' }).locator('summary').first().click();
    await who
      .getByText("Norland's envoy Ada Berg met Sudmark's envoy Olav Rask in Nordhavn for round 12.")
      .first()
      .waitFor();
    for (const heading of ['Said', 'Denies', 'Did and underwent', 'Plans, and is expected to', 'Over time'])
      expect(await page.getByRole('heading', { name: heading, exact: true }).count(), heading).toBe(1);
    await page.getByText('As a table').click();
    await page.getByRole('row', { name: /^2026-01 12 12$/ }).waitFor();
    expect(await barriers()).toEqual([]);
    expect(complaints).toEqual([]);
  },
);

test('what is planned is apart from what was done', async () => {
  const { page } = await openActor('Sudmark');
  const part = (name: string) => page.locator('section', { has: page.getByRole('heading', { name, exact: true }) });
  expect(await part('Plans, and is expected to').locator('b.type').allTextContents()).toEqual(['CONSULT']);
  expect(await part('Did and underwent').locator('b.type').allTextContents()).toEqual(['MOBILIZE']);
  expect(await part('Denies').textContent()).toContain('that its troops had crossed the border');
});

const tabTo = async (page: Page, condition: string): Promise<void> => {
  for (let tabs = 0; tabs < 60 && !(await page.evaluate(`Boolean(${condition})`)); tabs += 1)
    await page.keyboard.press('Tab');
};

test('two actors are merged with the keyboard, with a reason, and taken apart again', async () => {
  const sudmark = await idOf('Sudmark');
  const { page, barriers } = await openActor('Olav Rask');
  await tabTo(page, "document.activeElement.textContent.startsWith('Merge')");
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Who else is Olav Rask?' }).waitFor();
  await page.keyboard.type('Sudm');
  await page.getByRole('option', { name: 'Sudmark' }).waitFor();
  expect(await barriers()).toEqual([]);
  await page.keyboard.press('Enter');
  await tabTo(page, "document.activeElement.parentElement.textContent === 'Why'");
  await page.keyboard.type('He speaks for it.');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText('are one from now on').waitFor();
  expect((await app.ledger.node('actor', sudmark))?.id).toBe(await idOf('Olav Rask'));
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  const decided = page.locator('section', { has: page.getByRole('heading', { name: 'Decided by people' }) });
  await decided.getByText('He speaks for it.').waitFor();
  expect(await barriers()).toEqual([]);
  await decided.getByRole('button', { name: 'Undo' }).click();
  await decided.getByText('taken back').waitFor();
  expect(await decided.getByRole('button', { name: 'Undo' }).count()).toBe(0);
  expect((await app.ledger.node('actor', sudmark))?.id).toBe(sudmark);
});

test('reports that mean somebody else are split off, and put back', async () => {
  const { page, barriers } = await openActor('Olav Rask');
  const before = (await app.ledger.nodes('actor', { filter: { name: 'Olav Rask' } })).items.length;
  await page.getByRole('button', { name: 'Split' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Paper 2').first().check();
  expect(await barriers()).toEqual([]);
  await dialog.getByRole('button', { name: 'Split' }).click();
  await dialog.getByText('tells of somebody else').waitFor();
  expect((await app.ledger.nodes('actor', { filter: { name: 'Olav Rask' } })).items).toHaveLength(before + 1);
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await dialog.getByText('Taken back').waitFor();
  expect((await app.ledger.nodes('actor', { filter: { name: 'Olav Rask' } })).items).toHaveLength(before);
});

test('the actors of a row are merged from its report', async () => {
  const { page } = await app.open(`${await app.reportPath(madeReadout.document.title)}?row=event-talks`);
  await page.getByText('Who is who').click();
  await page.getByRole('button', { name: 'Merge Sudmark' }).click();
  await page.getByRole('dialog', { name: 'Who else is Sudmark?' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

describe('months', () => {
  test('without records are there too', () => {
    const count = (start: string, records: number) => ({ start, label: 'say', records });
    expect(monthsOf([count('2025-11-01', 2), count('2025-11-01', 1)], [count('2026-01-01', 4)])).toEqual([
      { month: '2025-11', statements: 3, events: 0 },
      { month: '2025-12', statements: 0, events: 0 },
      { month: '2026-01', statements: 0, events: 4 },
    ]);
    expect(monthsOf([], [])).toEqual([]);
  });
});

describe('words of a field', () => {
  const text = 'He said: "No more."';
  const pieces = piecesOf(text);
  const said = { start: 3, end: 7 };
  const words = ({ start, end }: { readonly start: number; readonly end: number }) => text.slice(start, end);
  test.each([
    ['one more at the end', stepEnd(pieces, said, 1), 'said:'],
    ['one less at the end leaves one', stepEnd(pieces, said, -1), 'said'],
    ['one more at the beginning', stepStart(pieces, said, -1), 'He said'],
    ['one less at the beginning leaves one', stepStart(pieces, said, 1), 'said'],
    ['none before the first', stepStart(pieces, { start: 0, end: 2 }, -1), 'He'],
    ['none behind the last', stepEnd(pieces, { start: 9, end: text.length }, 1), '"No more."'],
    ['a selection grows to whole words', toWords(pieces, { start: 5, end: 11 }) ?? said, 'said: "No'],
  ])('%s', (_what, stretch, expected) => expect(words(stretch)).toBe(expected));
  test('a selection of white space is none', () => expect(toWords(pieces, { start: 2, end: 3 })).toBeNull());
});
