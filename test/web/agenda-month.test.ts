import fc from 'fast-check';
import ical, { type VEvent } from 'node-ical';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  barsOf,
  dayAfter,
  monthAfter,
  monthOf,
  type Placed,
  placed,
  sameDayOf,
  weeksOf,
} from '../../web/src/agenda/month.ts';
import { dayByKey } from '../../web/src/agenda/month-keys.ts';
import type { AgendaNode } from '../../web/src/api/schema.ts';
import { plansReadout } from '../support/made-plans.ts';
import { quarrelReadout } from '../support/made-quarrel.ts';
import { serveTestApp, settled, type TestApp } from '../support/web-app.ts';

const month = fc
  .tuple(fc.integer({ min: 1970, max: 2100 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);

test('weeks of a month begin on Monday, follow day on day, and hold the whole month and no week without it', () => {
  fc.assert(
    fc.property(month, (one) => {
      const weeks = weeksOf(one);
      const days = weeks.flat();
      expect(weeks.every((week) => week.length === 7 && new Date(week[0] ?? '').getUTCDay() === 1)).toBe(true);
      for (const [index, day] of days.entries()) expect(days[index + 1] ?? dayAfter(day)).toBe(dayAfter(day));
      expect(days).toContain(`${one}-01`);
      expect(days).toContain(dayAfter(`${monthAfter(one, 1)}-01`, -1));
      expect(weeks.every((week) => week.some((day) => monthOf(day) === one))).toBe(true);
    }),
  );
});

describe('keys lead from day to day', () => {
  test.each([
    ['ArrowRight', '2026-02-28', '2026-03-01'],
    ['ArrowLeft', '2026-03-01', '2026-02-28'],
    ['ArrowDown', '2026-12-29', '2027-01-05'],
    ['ArrowUp', '2026-03-03', '2026-02-24'],
    ['Home', '2026-03-04', '2026-03-02'],
    ['Home', '2026-03-02', '2026-03-02'],
    ['End', '2026-03-04', '2026-03-08'],
    ['PageDown', '2026-01-31', '2026-02-28'],
    ['PageUp', '2026-03-31', '2026-02-28'],
    ['x', '2026-03-31', null],
  ])('%s from %s to %s', (key, day, expected) => expect(dayByKey(key, day)).toBe(expected));

  test.each([['2024-01-31', 1, '2024-02-29']])('%s and %d month is %s', (day, months, expected) =>
    expect(sameDayOf(day, months)).toBe(expected),
  );
});

const item = (start: string | null, end: string | null, grain = 'day'): AgendaNode =>
  ({
    id: `${start} ${end}`,
    summary: { state: 'scheduled', when: { value: '', start, end, grain }, steps: [] },
  }) as never;

test.each([
  ['2026-03-04', '2026-03-05', 'day'],
  ['2026-03-04T09:00:00.000Z', '2026-03-04T09:00:00.000Z', 'day'],
  ['2026-03-02', '2026-03-09', 'bar'],
  ['2026-05-01', '2026-06-01', 'vague'],
  ['2026-01-01', '2027-01-01', 'vague'],
])('%s to %s is drawn as %s', (start, end, kind) =>
  expect(placed([item(start, end)]).map((one) => one.kind)).toEqual([kind]),
);

test('what has no day is put on none', () => expect(placed([item(null, null)])).toEqual([]));

test('bars of a week never lie on each other and stay in it', () => {
  const bar = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 9 })).map(([from, days]): Placed => {
    const first = dayAfter('2026-02-25', from);
    return { kind: 'bar', first, last: dayAfter(first, days), item: item(first, null) };
  });
  fc.assert(
    fc.property(fc.array(bar), (all) => {
      for (const week of weeksOf('2026-03')) {
        const bars = barsOf(all, week);
        for (const [index, { from, to, lane }] of bars.entries()) {
          expect(from >= 0 && from <= to && to <= 6).toBe(true);
          for (const other of bars.slice(index + 1))
            expect(other.lane !== lane || other.to < from || other.from > to).toBe(true);
        }
      }
    }),
  );
});

let app: TestApp;
beforeAll(async () => {
  app = await serveTestApp([quarrelReadout('opening'), quarrelReadout('later'), plansReadout()]);
});
afterAll(() => app?.done());

const cell = (day: string): string => `[data-day="${day}"]`;

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test('the month opens without a complaint and keeps nobody out', async () => {
    const { page, complaints, barriers } = await app.open('/agenda?view=month&month=2026-03', theme);
    await page.getByRole('grid', { name: 'Agenda, March 2026' }).waitFor();
    expect(await barriers()).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

test('things stand on their day; a week is a bar, a month stands beside, and what was moved says so', async () => {
  const { page } = await app.open('/agenda?view=month&month=2026-03');
  const spoken = (day: string) => page.locator(cell(day)).textContent();
  expect(await spoken('2026-03-19')).toContain('scheduled: Estmark, Westmark');
  expect(await spoken('2026-03-10')).toContain('moved away: Norland, Sudmark');
  expect(await spoken('2026-03-13')).toContain('rescheduled: Norland, Sudmark');
  expect(await spoken('2026-03-17')).toContain('nothing, 1 on a day of several');
  expect(await page.locator('.span-bar').count()).toBe(1);
  const beside = page.getByRole('region', { name: 'Some time then, no day given' });
  await beside.getByText('Nothing is planned for the month').waitFor();
  await page.getByRole('button', { name: 'April 2026' }).click();
  await page.getByRole('button', { name: 'May 2026' }).click();
  await page.getByRole('grid', { name: 'Agenda, May 2026' }).waitFor();
  await beside.getByText('1 May 2026 – 31 May 2026').waitFor();
  expect(await page.locator('.day-item, .span-bar').count()).toBe(0);
  await page.getByRole('region', { name: 'Without a date' }).getByText('no date given').first().waitFor();
});

test('a month is gone through and a day chosen with the keyboard alone', async () => {
  const { page, complaints } = await app.open('/agenda');
  const press = (key: string) => page.keyboard.press(key);
  const isOn = (what: string): Promise<unknown> =>
    page.evaluate(`document.activeElement.matches(${JSON.stringify(what)})`);
  const tabTo = async (what: string): Promise<void> => {
    for (let tabs = 0; tabs < 60 && (await isOn(what)) !== true; tabs += 1) await press('Tab');
    expect(await isOn(what)).toBe(true);
  };
  await tabTo('.switch button[aria-pressed="false"]');
  await press('Enter');
  await page.getByRole('grid').waitFor();
  await page.goto(page.url().replace(/\?.*/, '?view=month&month=2026-03'));
  await settled(page);
  await tabTo('[data-day]');
  expect(await isOn(cell('2026-03-01'))).toBe(true);
  await press('ArrowUp');
  await page.getByRole('grid', { name: 'Agenda, February 2026' }).waitFor();
  await expect.poll(() => isOn(cell('2026-02-22'))).toBe(true);
  await press('PageDown');
  await expect.poll(() => isOn(cell('2026-03-22'))).toBe(true);
  await press('ArrowLeft');
  await press('ArrowLeft');
  await press('ArrowLeft');
  await expect.poll(() => isOn(cell('2026-03-19'))).toBe(true);
  await press('Enter');
  await page.getByRole('region', { name: '19 Mar 2026' }).getByText('will sign').waitFor();
  expect(new URL(page.url()).searchParams.get('day')).toBe('2026-03-19');
  expect(await isOn(cell('2026-03-19'))).toBe(true);
  await press('Enter');
  await expect.poll(() => new URL(page.url()).searchParams.get('day')).toBeNull();
  expect(complaints).toEqual([]);
});

test('states and actors narrow list and month, and stand in the address', async () => {
  const { page } = await app.open('/agenda?state=rescheduled');
  await expect.poll(() => page.locator('.items > .item').count()).toBe(1);
  await page.getByLabel('Who').selectOption({ label: 'Estmark' });
  await expect.poll(() => page.locator('.items > .item').count()).toBe(0);
  await page.locator('main .facet summary').click();
  await page.getByLabel('rescheduled').uncheck();
  await expect.poll(() => page.locator('.items > .item').count()).toBe(4);
  expect(new URL(page.url()).searchParams.get('actor')).not.toBeNull();
  await page.reload();
  await settled(page);
  expect(await page.locator('.items > .item').count()).toBe(4);
});

test('on a phone the month fits, and on paper it is there', async () => {
  const { page } = await app.open('/agenda?view=month&month=2026-03', 'light', 360);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('grid').isVisible()).toBe(true);
  expect(await page.locator('.top').isVisible()).toBe(false);
});

test('the calendar that the page leads to has every item with a day, by its name and on its day', async () => {
  const { page } = await app.open('/agenda');
  await page.getByRole('button', { name: 'Make a calendar' }).click();
  const link = page.getByRole('link', { name: 'Calendar to subscribe to' });
  const response = await app.ask((await link.getAttribute('href')) ?? '');
  expect(response.headers.get('content-type')).toContain('text/calendar');
  const calendar = ical.sync.parseICS(await response.text());
  const entries = Object.values(calendar).filter((one): one is VEvent => one?.type === 'VEVENT');
  const { items } = await app.ledger.nodes('agenda', { limit: 100 });
  const dated = items.filter(({ summary }) => (summary.when?.start ?? null) !== null);
  expect(entries.map(({ uid }) => uid).sort()).toEqual(dated.map(({ id }) => `${id}@readout`).sort());
  for (const { id, summary, actors } of dated) {
    const entry = entries.find(({ uid }) => uid === `${id}@readout`);
    expect(entry?.start.toISOString().slice(0, 10)).toBe(summary.when?.start?.slice(0, 10));
    for (const { name } of actors) expect(String(entry?.summary)).toContain(name);
  }
  const signing = entries.find(({ summary }) => String(summary).includes('sign'));
  expect(String(signing?.description)).toContain('Estmark and Westmark will sign on 2026-03-19.');
  const visit = entries.find(({ summary }) => String(summary).includes('visit'));
  expect(String(visit?.description)).toContain('Some time from 2026-05-01');
});
