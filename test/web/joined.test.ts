import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Readout } from '../../src/readout/index.ts';
import { decisionWords } from '../../web/src/correct/change-words.ts';
import { shortened } from '../../web/src/records/told.ts';
import { numberedReadout } from '../support/made-readouts.ts';
import { serveTestApp, type TestApp } from '../support/web-app.ts';

/** A round of talks that no other can be taken for: its event is of another type, and Rask speaks. */
const roundApart = (number: number, type: Readout['events'][number]['type']): Readout => {
  const readout = numberedReadout(number);
  return {
    ...readout,
    events: readout.events.map((event) => ({ ...event, type })),
    statements: readout.statements.map((statement) => ({ ...statement, speakers: [`actor-rask-${number}`] })),
  };
};

let app: TestApp;
beforeAll(async () => {
  app = await serveTestApp([roundApart(24, 'AID'), roundApart(26, 'PROTEST')]);
});
afterAll(() => app?.done());
afterEach(async () => {
  const { items } = await app.ledger.corrections({ filter: { state: 'applied' } });
  for (const { id } of items) await app.ledger.undo(id, 'test', null);
});

const eventIn = async (number: number) => {
  const { items } = await app.ledger.events({ filter: { text: `"round ${number}"` } });
  if (items[0] === undefined) throw new Error(`no event in round ${number}`);
  return items[0];
};
const nodeOf = async (number: number): Promise<string> => (await eventIn(number)).node;
const merged = async (into: number, from: number): Promise<string> => {
  const change = { action: 'merge', kind: 'event', into: await nodeOf(into), from: await nodeOf(from) } as const;
  const [id = ''] = await app.ledger.correct([{ author: 'ann', why: 'One round.', change }]);
  return id;
};
const tabTo = async (page: Page, condition: string): Promise<void> => {
  for (let tabs = 0; tabs < 60 && !(await page.evaluate(`Boolean(${condition})`)); tabs += 1)
    await page.keyboard.press('Tab');
};
const decidedOn = (page: Page) =>
  page.locator('section', { has: page.getByRole('heading', { name: 'Decided by people' }) });

test.each(['light', 'dark'] as const)(
  'two events are one: said with the keyboard and a reason, found in the history, taken back, %s',
  async (theme) => {
    const [into, from] = [await nodeOf(12), await nodeOf(24)];
    expect(into).not.toBe(from);
    const { page, barriers, complaints } = await app.open(`/events/${into}`, theme);
    expect(await barriers()).toEqual([]);
    await tabTo(page, "document.activeElement.textContent.startsWith('Merge')");
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Which other event is the same?' }).waitFor();
    await page.locator('.found-search [role=option]').nth(1).waitFor();
    await page.keyboard.type('"round 24"');
    await page.locator('.found-search [role=option]').filter({ hasText: 'round 24' }).waitFor();
    await expect.poll(() => page.locator('.found-search [role=option]').count()).toBe(1);
    expect(await barriers()).toEqual([]);
    await page.keyboard.press('Enter');
    await tabTo(page, "document.activeElement.parentElement.textContent === 'Why'");
    await page.keyboard.type(`Once, ${theme}.`);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('are one from now on').waitFor();
    expect(await nodeOf(24)).toBe(into);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.locator('.item', { hasText: 'round 24' }).waitFor();
    const decided = decidedOn(page);
    await decided.getByText(`Once, ${theme}.`).waitFor();
    expect(await barriers()).toEqual([]);
    await decided.getByRole('button', { name: 'Undo' }).click();
    await decided
      .locator('li', { hasText: `Once, ${theme}.` })
      .getByText('taken back')
      .waitFor();
    expect(await nodeOf(24)).toBe(from);
    await page.locator('.item', { hasText: 'round 24' }).waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  },
);

test('a telling that does not belong to its event is taken out on its report, and put back', async () => {
  const item = await eventIn(4);
  expect(item.node).toBe(await nodeOf(11));
  const { page, barriers } = await app.open(`/reports/${item.report.id}?row=${item.id}`);
  await page.getByRole('link', { name: 'all 12 tellings' }).waitFor();
  await page.locator('.across').getByRole('button', { name: 'Split' }).click();
  const dialog = page.getByRole('dialog', { name: 'Which tellings are of another event?' });
  // The telling of this report is ticked already.
  await dialog.getByRole('checkbox').nth(11).waitFor();
  expect(await dialog.getByRole('checkbox', { checked: true }).count()).toBe(1);
  expect(await dialog.getByLabel('Paper 4, 5 Jan 2026').isChecked()).toBe(true);
  await dialog.getByLabel('Why').fill('Another round.');
  expect(await barriers()).toEqual([]);
  await dialog.getByRole('button', { name: 'Split' }).click();
  await dialog.getByText('1 telling of another event').waitFor();
  expect(await nodeOf(4)).not.toBe(await nodeOf(11));
  const other = await app.ledger.corrections({ filter: { node: await nodeOf(4) } });
  expect(other.items.map(({ why }) => why)).toContain('Another round.');
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await dialog.getByText('Taken back').waitFor();
  expect(await nodeOf(4)).toBe(await nodeOf(11));
});

test('what was merged by hand cannot be split off, and the dialog says what to do', async () => {
  await merged(26, 24);
  const { page } = await app.open(`/events/${await nodeOf(26)}`);
  await page.getByRole('button', { name: 'Split' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Paper 4').check();
  await dialog.getByRole('button', { name: 'Split' }).click();
  await dialog.getByRole('alert').getByText('undoing that merge').waitFor();
});

test('a row of the table of events leads to its event, and can be merged there and then', async () => {
  const { page, barriers } = await app.open('/events?text="round 24"');
  await page.getByRole('button', { name: 'Words' }).first().click();
  await page.getByRole('button', { name: 'Merge Ada Berg, Olav Rask AID' }).click();
  await page.getByRole('dialog', { name: 'Which other event is the same?' }).waitFor();
  await page.getByLabel('The same event', { exact: true }).fill('"round 26"');
  await page.locator('.found-search [role=option]').filter({ hasText: 'round 26' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Merge' }).click();
  await page.getByRole('dialog').getByText('are one from now on').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  expect(await barriers()).toEqual([]);
  await page.getByRole('link', { name: 'all 2 tellings' }).click();
  await page.getByRole('heading', { name: /^Ada Berg, Olav Rask/ }).waitFor();
  expect(await page.locator('.item').count()).toBe(2);
});

test('what two reports quote is one statement from now on', async () => {
  const { items } = await app.ledger.statements({ filter: { text: '"item 7"' } });
  const { page } = await app.open(`/statements/${items[0]?.node}`);
  await page.getByRole('button', { name: 'Merge' }).click();
  await page.getByLabel('The same statement', { exact: true }).fill('"item 24"');
  await page.locator('.found-search [role=option]').filter({ hasText: 'item 24' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Merge' }).click();
  await page.getByRole('dialog').getByText('are one from now on').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.locator('.item', { hasText: 'item 24' }).waitFor();
});

test.each(['light', 'dark'] as const)('a situation is split by its reports and joined again, %s', async (theme) => {
  const { items } = await app.ledger.nodes('situation', {});
  const before = items.length;
  const [node] = items.toSorted((a, b) => b.counts.reports - a.counts.reports);
  const { page, barriers, complaints } = await app.open('/situations', theme);
  expect(await barriers()).toEqual([]);
  await page
    .locator(`a[href$="${encodeURIComponent(node?.id ?? '')}"], a[href$="${node?.id}"]`)
    .first()
    .click();
  for (const name of ['Reports', 'Events', 'Statements'])
    await page.getByRole('heading', { name, exact: true }).waitFor();
  expect(await barriers()).toEqual([]);
  await page.getByRole('button', { name: 'Split' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(numberedReadout(9).document.title ?? '', { exact: true }).check();
  await dialog.getByRole('button', { name: 'Split' }).click();
  await dialog.getByText('1 report tells another story').waitFor();
  expect((await app.ledger.nodes('situation', {})).items).toHaveLength(before + 1);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await decidedOn(page).getByRole('button', { name: 'Undo' }).waitFor();
  await page.getByRole('button', { name: 'Merge' }).click();
  await page.getByLabel('The same situation', { exact: true }).fill('round 9');
  await page.locator('.found-search [role=option]').filter({ hasText: 'round 9' }).first().click();
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await dialog.getByText('are one from now on').waitFor();
  expect((await app.ledger.nodes('situation', {})).items).toHaveLength(before);
  expect(await barriers()).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a report names its situation', async () => {
  const { page } = await app.open(await app.reportPath(numberedReadout(2).document.title));
  await page.locator('.report-head').getByRole('link', { name: 'Norland and Sudmark' }).click();
  await page.getByRole('heading', { name: 'Reports', exact: true }).waitFor();
});

test('what was merged is found under both addresses, and the past offers nothing', async () => {
  const from = await nodeOf(26);
  await merged(24, 26);
  const { page } = await app.open(`/events/${from}`);
  await expect.poll(() => page.locator('.item').count()).toBe(2);
  await page.getByRole('button', { name: 'Merge' }).waitFor();
  const past = await app.open(`/events/${from}?as_of=2999-01-01`);
  await expect.poll(() => past.page.locator('.item').count()).toBe(2);
  expect(await past.page.getByRole('button', { name: 'Merge' }).count()).toBe(0);
  expect(await past.page.getByRole('button', { name: 'Undo' }).count()).toBe(0);
});

test.each([
  [{ action: 'merge', kind: 'event', into: 'a', from: 'b' }, 'merged: two events are one'],
  [{ action: 'split', kind: 'situation', node: 'a', members: [{}, {}] }, 'split: 2 reports of another situation'],
  [{ action: 'split', kind: 'event', node: 'a', members: [{}] }, 'split: 1 telling of another event'],
  [{ action: 'accept-node', kind: 'event', node: 'a' }, 'accepted'],
])('a decision in words: %j', (change, words) => expect(decisionWords(change)).toBe(words));

test('a text is cut between words', () => {
  expect(shortened('abc def ghi', 8)).toBe('abc def …');
  expect(shortened('abc', 8)).toBe('abc');
});
