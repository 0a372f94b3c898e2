import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { madeReadout } from '../support/made-reading.ts';
import { serveTestApp, type TestApp } from '../support/web-app.ts';

let app: TestApp;
let path: string;
beforeAll(async () => {
  app = await serveTestApp();
  path = await app.reportPath(madeReadout.document.title);
});
afterAll(() => app?.done());

const all = ['none', 'edited', 'accepted', 'rejected'] as const;
const statementOf = async (id: string) =>
  (await app.ledger.statements({ filter: { record: id, review: all } })).items[0]?.record;
const eventOf = async (id: string) => (await app.ledger.events({ filter: { record: id, review: all } })).items[0];

/** Where the last of some letters of the article stand on the screen. */
const placeOf = (page: Page, letters: string): Promise<{ readonly x: number; readonly y: number }> =>
  page.evaluate(`(() => {
    const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const at = walker.currentNode.data.lastIndexOf('${letters}');
      if (at < 0) continue;
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + ${letters.length});
    }
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  })()`);

/** Goes on with the Tab key until the keyboard is on what is looked for. */
const tabTo = async (page: Page, condition: string): Promise<void> => {
  const isThere = (): Promise<unknown> => page.evaluate(`Boolean(${condition})`);
  for (let tabs = 0; tabs < 80 && !(await isThere()); tabs += 1) await page.keyboard.press('Tab');
  expect(await isThere(), condition).toBe(true);
};

const edited = (page: Page, row: string) => page.locator(`.report-row.edited:has([data-row="${row}"])`);

test('the words of a statement are moved with the keyboard alone, shown as they move, kept, and taken back', async () => {
  const { page, complaints, barriers } = await app.open(`${path}?row=statement-denial`);
  const press = (key: string) => page.keyboard.press(key);
  await tabTo(page, "document.activeElement.dataset.row === 'statement-denial'");
  await press('e');
  await tabTo(page, "document.activeElement.dataset.span === 'Content'");
  const shown = () => page.evaluate('document.activeElement.textContent');
  expect(await shown()).toBe('that its troops had crossed the border');
  for (const key of ['ArrowLeft', 'ArrowLeft', 'Shift+ArrowRight']) await press(key);
  expect(await shown()).toBe('its troops had crossed');
  const lit = await page.locator('.words.lit.content').allTextContents();
  expect(lit.join('')).toBe('its troops had crossed');
  expect(await barriers()).toEqual([]);
  await tabTo(page, "document.activeElement.parentElement.textContent === 'Why'");
  await page.keyboard.type('Where to was not said.');
  await press('Enter');
  await edited(page, 'statement-denial').waitFor();
  expect((await statementOf('statement-denial'))?.content.map(({ text }) => text)).toEqual(['its troops had crossed']);

  await tabTo(page, "document.activeElement.textContent === 'History'");
  await press('Enter');
  const history = page.locator('.history');
  await history.getByText('Where to was not said.').waitFor();
  const moments = await history.locator(':scope > li').allTextContents();
  expect(moments).toHaveLength(3);
  expect(moments[0]).toContain('The engine read it so');
  expect(moments[1]).toContain('edited: content');
  expect(moments[2]).toContain('that its troops had crossed the border');
  expect(await barriers()).toEqual([]);

  await page.getByRole('button', { name: 'Undo' }).click();
  await edited(page, 'statement-denial').waitFor({ state: 'detached' });
  // Whoever took it back is named: here the one at this machine.
  await history.getByText(/took back: edited: content/).waitFor();
  await history.getByText('no longer holds').waitFor();
  expect((await statementOf('statement-denial'))?.content[0]?.text).toContain('the border');
  expect(complaints).toEqual([]);

  // At the moment of the decision nobody had taken it back.
  const [decision] = (await app.ledger.corrections({})).items;
  const past = await app.open(`${path}?row=statement-denial&as_of=${decision?.at}`);
  await past.page.getByText('This is the past').waitFor();
  await past.page.getByRole('list', { name: 'Decisions' }).getByText('edited: content').waitFor();
  await past.page.getByText('History', { exact: true }).click();
  await past.page.locator('.history').getByText('Where to was not said.').waitFor();
  await expect.poll(() => past.page.locator('.history > li').count()).toBe(3);
  expect(await past.page.getByText('took back').count()).toBe(0);
  expect(await past.page.getByRole('button', { name: 'Undo' }).count()).toBe(0);
  expect(await past.barriers()).toEqual([]);
});

test('words that are selected in the article go to the field that waits for them', async () => {
  const { page } = await app.open(`${path}?row=event-border`);
  await page.locator('[data-row="event-border"]').focus();
  await page.keyboard.press('e');
  await page.locator('[data-span="Trigger"]').focus();
  const from = await placeOf(page, 'ossed');
  const to = await placeOf(page, 'bord');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  expect(await page.locator('[data-span="Trigger"]').textContent()).toBe('crossed the border');
  await page.getByRole('button', { name: 'Save' }).click();
  await edited(page, 'event-border').waitFor();
  expect((await eventOf('event-border'))?.record.trigger.text).toBe('crossed the border');
});

test('type, realis, recipients and time of an event are set', async () => {
  const { page, barriers } = await app.open(`${path}?row=event-talks`);
  await page.locator('[data-row="event-talks"]').focus();
  await page.keyboard.press('e');
  await page.getByLabel('Type').selectOption('AGREE');
  await page.getByLabel('Realis').selectOption('expected');
  await page.getByRole('combobox', { name: 'Add to recipients' }).fill('Olav');
  await page.getByRole('option', { name: 'Olav Rask' }).waitFor();
  expect(await barriers()).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'Recipients' }).getByText('Olav Rask').waitFor();
  await page.getByLabel('which means').fill('2026-03-13');
  await page.getByRole('button', { name: 'Save' }).click();
  await edited(page, 'event-talks').waitFor();
  const event = await eventOf('event-talks');
  expect(event).toMatchObject({
    record: { type: 'AGREE', realis: 'expected' },
    when: { start: '2026-03-13T00:00:00.000Z' },
  });
  expect(event?.recipients.map(({ name }) => name)).toEqual(['Olav Rask']);
});

test('what cannot be is refused in words, and nothing is lost of what was typed', async () => {
  const { page } = await app.open(`${path}?row=event-talks`);
  await page.locator('[data-row="event-talks"]').focus();
  await page.keyboard.press('e');
  await page.getByRole('combobox', { name: 'Time' }).selectOption({ index: 1 });
  await page.getByLabel('which means').fill('some day');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('alert').getByText('write a date').waitFor();
  expect(await page.getByLabel('which means').inputValue()).toBe('some day');
});

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(['statement-denial', 'event-talks'])(
    'the fields, the history and the dialogs of %s keep nobody out',
    async (row) => {
      const { page, barriers, complaints } = await app.open(`${path}?row=${row}`, theme);
      await page.locator(`[data-row="${row}"]`).focus();
      await page.keyboard.press('e');
      const form = page.getByRole('form', { name: 'Edit the row' });
      await form.waitFor();
      for (const more of await form.locator('details.more-fields > summary').all()) await more.click();
      expect(await barriers()).toEqual([]);
      await page.keyboard.press('Escape');
      await form.waitFor({ state: 'detached' });
      await page.getByText('History', { exact: true }).click();
      await page.locator('.history > li').first().waitFor();
      await page.getByText('Who is who', { exact: true }).click();
      expect(await barriers()).toEqual([]);
      for (const verb of ['Merge', 'Split']) {
        for (const button of [
          page.locator('.across').getByRole('button', { name: verb }),
          page.locator('details', { hasText: 'Who is who' }).getByRole('button', { name: verb }).first(),
        ]) {
          await button.click();
          const dialog = page.getByRole('dialog');
          await dialog.waitFor();
          await expect.poll(() => dialog.locator('.loading').count()).toBe(0);
          expect(await barriers()).toEqual([]);
          await page.keyboard.press('Escape');
          await dialog.waitFor({ state: 'hidden' });
        }
      }
      expect(complaints).toEqual([]);
    },
  );
});
