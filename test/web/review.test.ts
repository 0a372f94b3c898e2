import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { longReport } from '../../bench/long-report.ts';
import type { Readout } from '../../src/readout/index.ts';
import { piecesAround } from '../../web/src/review/pieces.ts';
import { numberedReadout } from '../support/made-readouts.ts';
import { serveTestApp, type TestApp } from '../support/web-app.ts';

/** A report whose statement was found by the network alone, and whose event nobody does. */
const doubtful = (number: number): Readout => {
  const made = numberedReadout(number);
  return {
    ...made,
    statements: made.statements.map((one) => ({ ...one, rule: 'statements/head/claim' })),
    events: made.events.map((one) => ({ ...one, actors: [] })),
  };
};

/** Machines that test are busy: what comes at once may come late. */
const soon = { timeout: 20_000 };

/** A report whose only doubtful row stands far from its beginning. */
const long = (): Readout => {
  const made = longReport();
  const far = made.statements[40];
  return { ...made, statements: far === undefined ? [] : [{ ...far, rule: 'statements/head/claim' }] };
};

let app: TestApp;
beforeAll(async () => {
  app = await serveTestApp([...[31, 32, 33].map(doubtful), long()]);
});
afterAll(() => app?.done());

/** Every decision is taken back, so that each test finds the same queue. */
beforeEach(async () => {
  const { items } = await app.ledger.corrections({ filter: { state: 'applied' }, limit: 1000 });
  for (const { id } of items) await app.ledger.undo(id, 'test', null);
});

const card = (page: Page) => page.locator('.review-card');
/** The words by which the row that is shown is known. */
const shown = async (page: Page): Promise<string> => {
  await card(page).locator('.passage mark').first().waitFor();
  const kind = await card(page).locator('h2').textContent();
  return `${kind} ${/round \d+|item \d+/.exec((await card(page).locator('.passage').textContent()) ?? '')?.[0]}`;
};
const isOnCard = (page: Page) => page.evaluate("document.activeElement.classList.contains('review-card')");
const decided = async () =>
  (await app.ledger.corrections({ filter: { state: 'applied' } })).items.map(({ change }) => change.action);

test('rows are accepted, rejected, skipped, edited and taken back with the keyboard alone', async () => {
  const { page, complaints, barriers } = await app.open('/review?reason=nobody-acts,network-only');
  const press = (key: string) => page.keyboard.press(key);
  const first = await shown(page);
  expect(first).toContain('Event');
  await card(page).getByText('Nobody is named who does it.').waitFor();
  await expect.poll(() => card(page).locator('.passage mark').allTextContents(), soon).toEqual(['met']);
  await expect.poll(() => isOnCard(page), soon).toBe(true);
  await expect.poll(() => page.locator('.review-progress').textContent(), soon).toMatch(/^0 of \d+ today/);
  expect(await barriers()).toEqual([]);

  await press('a');
  await expect.poll(() => shown(page), soon).not.toBe(first);
  await expect.poll(decided, soon).toEqual(['accept']);
  await page.getByRole('status').getByText('Accepted').waitFor();
  await expect.poll(() => page.locator('.review-progress').textContent(), soon).toMatch(/^1 of/);

  await press('u');
  await expect.poll(() => shown(page), soon).toBe(first);
  await expect.poll(decided, soon).toEqual([]);

  await press('x');
  await expect.poll(decided, soon).toEqual(['reject']);
  const second = await shown(page);
  await press('s');
  await expect.poll(() => shown(page), soon).not.toBe(second);
  const third = await shown(page);
  await press('u');
  await expect.poll(() => shown(page), soon).toBe(second);
  await press('s');
  await expect.poll(() => shown(page), soon).toBe(third);

  await press('e');
  await page.locator('form.edit').waitFor();
  expect(await barriers()).toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('form.edit').waitFor({ state: 'detached' });
  await expect.poll(() => isOnCard(page), soon).toBe(true);
  await press('e');
  const onWords = "(document.activeElement.dataset.span ?? '').length > 0";
  for (let tabs = 0; tabs < 40 && !(await page.evaluate(onWords)); tabs += 1) await press('Tab');
  await press('ArrowRight');
  const longer = await page.evaluate('document.activeElement.textContent');
  await expect
    .poll(async () => (await page.locator('.passage mark').allTextContents()).join(''), soon)
    .toContain(longer);
  for (let tabs = 0; tabs < 40; tabs += 1) {
    if (await page.evaluate("document.activeElement.textContent === 'Save'")) break;
    await press('Tab');
  }
  await press('Enter');
  await expect.poll(decided, soon).toEqual(['edit', 'reject']);
  await expect.poll(() => shown(page), soon).not.toBe(third);
  await expect.poll(() => isOnCard(page), soon).toBe(true);
  expect(complaints).toEqual([]);
});

test('what could not be kept says why, and can be tried again or put back', async () => {
  const { page, barriers } = await app.open('/review?kind=event&reason=nobody-acts');
  const first = await shown(page);
  let isAway = true;
  await page.route('**/api/v1/corrections', (route) =>
    isAway && route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await page.keyboard.press('a');
  await expect.poll(() => shown(page), soon).not.toBe(first);
  const failure = page.locator('.not-kept');
  await failure.getByText('The server does not answer').waitFor();
  expect(await barriers()).toEqual([]);
  expect(await decided()).toEqual([]);
  isAway = false;
  await failure.getByRole('button', { name: 'Try again' }).click();
  await failure.waitFor({ state: 'detached' });
  await expect.poll(decided, soon).toEqual(['accept']);

  isAway = true;
  await card(page).focus();
  const second = await shown(page);
  await page.keyboard.press('x');
  await failure.getByRole('button', { name: 'Back to the queue' }).click();
  await expect.poll(() => shown(page), soon).toBe(second);
});

test('the queue is narrowed by what stands in the address, and says when it is empty', async () => {
  const { page, barriers } = await app.open('/review?reason=network-only');
  expect(await shown(page)).toContain('Statement');
  await page.getByLabel('Kind').selectOption('event');
  await page.getByText('Nothing doubtful is left here').waitFor();
  expect(await barriers()).toEqual([]);
  expect(new URL(page.url()).searchParams.get('kind')).toBe('event');
  await page.getByRole('button', { name: 'All doubtful rows' }).click();
  await card(page).getByText('It is one side of a dispute.').waitFor();
  expect(new URL(page.url()).search).toBe('');
  await page.locator('.facet.reasons summary').click();
  await page.getByLabel('The network alone').check();
  await expect.poll(() => shown(page), soon).toContain('Statement');
  expect(new URL(page.url()).searchParams.get('reason')).toBe('network-only');
});

test('the past is not reviewed', async () => {
  const { page } = await app.open('/review?as_of=2001-01-01T10:00');
  await page.getByText('go back to now to review').waitFor();
});

describe.each([
  [1300, 'light'],
  [2560, 'dark'],
] as const)('on a screen of %d pixels, %s,', (width, theme) => {
  test('the whole report stands beside its row, moved to the words', async () => {
    const { items } = await app.ledger.reports({ filter: { text: 'longest' } });
    const { page, barriers } = await app.open(`/review?document=${items[0]?.id}&reason=network-only`, theme, width);
    const whole = page.getByRole('region', { name: 'The whole report' });
    await expect.poll(() => whole.locator('mark').count(), soon).toBeGreaterThan(0);
    const isInSight = () =>
      page.evaluate(`(() => {
        const frame = document.querySelector('.whole-report').getBoundingClientRect();
        const words = document.querySelector('.whole-report mark').getBoundingClientRect();
        return words.top >= frame.top && words.bottom <= frame.bottom && frame.bottom <= innerHeight;
      })()`);
    await expect.poll(isInSight, soon).toBe(true);
    expect(await page.evaluate("document.querySelector('.whole-report').scrollTop")).toBeGreaterThan(0);
    const row = await page.locator('.review-row').boundingBox();
    expect((await whole.boundingBox())?.x).toBeGreaterThanOrEqual((row?.x ?? 0) + (row?.width ?? 0));
    expect(await barriers()).toEqual([]);
    await whole.focus();
    await page.keyboard.press('a');
    await expect.poll(decided, soon).toEqual(['accept']);
  });
});

test('on a phone the words around a row are enough', async () => {
  const { page } = await app.open('/review?reason=network-only', 'light', 360);
  await shown(page);
  expect(await page.locator('.whole-report').count()).toBe(0);
});

describe('the words around a row', () => {
  const text = 'One two three four five six seven eight nine ten.';
  const span = (start: number, end: number) => ({ start, end, text: text.slice(start, end) });
  const blocks = [{ kind: 'paragraph' as const, span: span(0, text.length) }];
  const around = (most: number) => {
    const at = text.indexOf('five');
    const mark = { row: 'r', part: 'cue' as const, start: at, end: at + 4 };
    return piecesAround(text, blocks, [mark], most).map(({ start, end, isCut }) => [
      text.slice(start, end).trim(),
      isCut,
    ]);
  };

  test('are cut between words, and say on which side', () => {
    expect(around(7)).toEqual([['four five six', { before: true, behind: true }]]);
    expect(around(24)).toEqual([[expect.stringMatching(/^One .* nine$/), { before: false, behind: true }]]);
    expect(around(2)).toEqual([['five', { before: true, behind: true }]]);
    expect(around(500)).toEqual([[text, { before: false, behind: false }]]);
  });
});
