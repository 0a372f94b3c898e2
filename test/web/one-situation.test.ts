import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportId } from '../../src/service/index.ts';
import { quarrelReadout } from '../support/made-quarrel.ts';
import { numberedReadout } from '../support/made-readouts.ts';
import { madeStories } from '../support/made-stories.ts';
import { serveTestApp, settled, type TestApp } from '../support/web-app.ts';

let app: TestApp;
let quarrel: string;
let talks: string;
let potatoes: string;
/** A story that nothing else in the ledger has to do with. */
const apart = madeStories[1]?.[0]?.readout ?? numberedReadout(1);
beforeAll(async () => {
  app = await serveTestApp([apart, quarrelReadout('opening'), quarrelReadout('later')]);
  const situationOf = async (document: string) =>
    (await app.ledger.events({ filter: { document } })).items[0]?.situation ?? '';
  quarrel = await situationOf(reportId(quarrelReadout('opening')));
  potatoes = await situationOf(reportId(apart));
  talks = await situationOf(reportId(numberedReadout(1)));
});
afterAll(() => app?.done());

test.each(['light', 'dark'] as const)('a situation shows what is disputed and planned in it, %s', async (theme) => {
  const { page, barriers, complaints } = await app.open(`/situations/${encodeURIComponent(quarrel)}`, theme);
  const disputed = page.getByRole('region', { name: 'Disputed' });
  await disputed.getByText('shelling the border village of Elmar with mortars, or any other place').waitFor();
  const agenda = page.getByRole('region', { name: 'Agenda' });
  await agenda.getByText('13 Mar 2026').first().waitFor();
  await agenda.getByText('2 steps').waitFor();
  expect(await barriers()).toEqual([]);
  expect(complaints).toEqual([]);
});

test('one without disputes and plans says so', async () => {
  const { page } = await app.open(`/situations/${encodeURIComponent(talks)}`);
  await page.getByText('Nobody in it denies or contradicts anything.').waitFor();
  await page.getByText('Nothing is planned in it.').waitFor();
});

test('from it lead links to all its disputes and its whole agenda, which can be widened again', async () => {
  const { page } = await app.open(`/situations/${encodeURIComponent(potatoes)}`);
  await page.getByRole('link', { name: 'all disputes of it' }).click();
  await settled(page);
  await expect.poll(() => page.locator('.dispute').count()).toBe(1);
  const chip = page.getByRole('button', { name: 'in: Peru, Soto and potato blight' });
  await chip.click();
  await expect.poll(() => page.locator('.dispute').count()).toBe(3);
  expect(new URL(page.url()).searchParams.get('situation')).toBeNull();
  await page.goBack();
  await settled(page);
  await page.getByRole('link', { name: 'whole agenda of it' }).click();
  await settled(page);
  await expect.poll(() => page.locator('.item').count()).toBe(1);
  await chip.waitFor();
  expect(new URL(page.url()).searchParams.get('situation')).toBe(potatoes);
});

test('as it was known before the plan moved, its agenda tells the first day', async () => {
  const happened = await app.ledger.happenings(0, 200);
  const before = happened.at(-2)?.at ?? '';
  const { page } = await app.open(`/situations/${encodeURIComponent(quarrel)}?as_of=${before}`);
  const agenda = page.getByRole('region', { name: 'Agenda' });
  await agenda.getByText('10 Mar 2026').first().waitFor();
  expect(await agenda.getByText('13 Mar 2026').count()).toBe(0);
});

test('claim and counter stand one below the other where a panel is narrow, and side by side on a page of their own', async () => {
  const { page } = await app.open(`/situations/${encodeURIComponent(quarrel)}`, 'light', 360);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  const sides = page.locator('.side');
  const tops = async () =>
    (await sides.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top))).slice(0, 2);
  await expect.poll(async () => new Set(await tops()).size).toBe(2);
  const wide = await app.open('/disputes');
  await expect
    .poll(async () => {
      const all = await wide.page
        .locator('.side')
        .evaluateAll((each) => each.map((one) => one.getBoundingClientRect().top));
      return all[0] !== undefined && all[0] === all[1];
    })
    .toBe(true);
});
