import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scaleOf } from '../../web/src/moment/scale.ts';
import { exactText } from '../../web/src/ui/dates.ts';
import { serveTestApp, settled, type TestApp } from '../support/web-app.ts';

describe('the scale of a ledger', () => {
  test.each([
    ['2026-03-01T10:00:00.000Z', '2026-03-05T09:00:00.000Z', 'day', 4, '2026-03-01', '2026-03-04'],
    ['2026-03-01T10:20:00.000Z', '2026-03-01T14:40:00.000Z', 'hour', 4, '2026-03-01T11:00Z', '2026-03-01T14:00Z'],
    ['2026-03-01T10:20:10.000Z', '2026-03-01T10:24:00.000Z', 'minute', 4, '2026-03-01T10:21Z', '2026-03-01T10:24Z'],
    [
      '2026-03-01T10:20:10.500Z',
      '2026-03-01T10:20:14.100Z',
      'second',
      4,
      '2026-03-01T10:20:11Z',
      '2026-03-01T10:20:14Z',
    ],
  ])('%s to %s goes by the %s', (first, last, grain, now, earliest, latest) => {
    const scale = scaleOf(first, last);
    expect(scale).toMatchObject({ grain, now });
    expect(scale?.momentAt(0)).toBe(earliest);
    expect(scale?.momentAt(now - 1)).toBe(latest);
    expect(scale?.momentAt(now)).toBeUndefined();
  });

  test.each([
    [null, null],
    ['2026-03-01T10:00:00.000Z', '2026-03-01T10:00:01.000Z'],
  ])('%s to %s has no past', (first, last) => expect(scaleOf(first, last)).toBeNull());

  test('each place leads to its moment and back', () => {
    const instant = fc.integer({ min: 0, max: 4_000_000 }).map((seconds) => Date.UTC(2026, 0, 1) + seconds * 1000);
    fc.assert(
      fc.property(instant, instant, (one, other) => {
        const [first, last] = [Math.min(one, other), Math.max(one, other)];
        const scale = scaleOf(new Date(first).toISOString(), new Date(last).toISOString());
        for (const place of [0, 1, (scale?.now ?? 0) >> 1, scale?.now ?? 0])
          expect(scale?.placeOf(scale.momentAt(place)) ?? place).toBe(place);
      }),
    );
  });

  test('a moment between two places is at the one before; those beyond the ends are at the ends', () => {
    const scale = scaleOf('2026-03-01T10:00:00.000Z', '2026-03-09T09:00:00.000Z');
    expect(scale?.placeOf('2026-03-03T12:00')).toBe(1);
    expect(scale?.placeOf('2001-01-01')).toBe(0);
    expect(scale?.placeOf('2026-04-01')).toBe((scale?.now ?? 0) - 1);
    expect(scale?.placeOf(undefined)).toBe(scale?.now);
  });
});

test.each([
  ['2026-09-19', '19 Sept 2026'],
  ['2026-09-19T10:00', '19 Sept 2026, 10:00 UTC'],
  ['2026-09-19T10:00:30Z', '19 Sept 2026, 10:00:30 UTC'],
])('%s is said as %s', (moment, expected) => expect(exactText(moment)).toBe(expected));

/** A ledger that takes something in each day, from the first of March on. */
let day = Date.UTC(2026, 2, 1);
let app: TestApp;
beforeAll(async () => {
  app = await serveTestApp([], () => {
    day += 86_400_000;
    return new Date(day);
  });
});
afterAll(() => app?.done());

const asOfIn = (address: string): string | null => new URL(address).searchParams.get('as_of');

/** Presses Tab until the slider has the focus. */
const toSlider = async (press: (key: string) => Promise<void>, isThere: () => Promise<unknown>): Promise<void> => {
  for (let tabs = 0; tabs < 30 && (await isThere()) !== true; tabs += 1) await press('Tab');
};

test('with the keyboard alone the slider goes by days and weeks to the ends and back to now', async () => {
  const { page, complaints, barriers } = await app.open('/reports');
  const press = (key: string) => page.keyboard.press(key);
  await toSlider(press, () => page.evaluate("document.activeElement.type === 'range'"));
  const slider = page.getByRole('slider', { name: 'Moment, by the day' });
  expect(await slider.getAttribute('aria-valuetext')).toBe('now');
  const { last } = await app.ledger.span();
  const before = (days: number): string =>
    new Date(Date.parse(last?.slice(0, 10) ?? '') - days * 86_400_000).toISOString().slice(0, 10);

  await press('ArrowLeft');
  await expect.poll(() => asOfIn(page.url())).toBe(before(1));
  await page.getByText(`as it was known on ${exactText(before(1))}`).waitFor();
  await press('PageDown');
  await expect.poll(() => asOfIn(page.url())).toBe(before(8));
  await press('ArrowRight');
  await expect.poll(() => asOfIn(page.url())).toBe(before(7));
  expect(await slider.getAttribute('aria-valuetext')).toBe(exactText(before(7)));
  const known = (await app.ledger.reports({ asOf: before(7), limit: 100 })).items.length;
  expect(known).toBeLessThan(13);
  await expect.poll(() => page.locator('main li').count()).toBe(known);
  expect(await barriers()).toEqual([]);

  await press('Home');
  await expect.poll(() => page.locator('main li').count()).toBe(1);
  await press('PageUp');
  await press('PageUp');
  await press('PageUp');
  await press('PageUp');
  await press('End');
  await expect.poll(() => asOfIn(page.url())).toBeNull();
  await expect.poll(() => page.locator('main li').count()).toBe(13);
  expect(await page.locator('.as-of').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('the moment of an address is where the slider stands, and it goes along to other pages', async () => {
  const { first } = await app.ledger.span();
  const start = Date.parse(first?.slice(0, 10) ?? '');
  const third = new Date(start + 2 * 86_400_000).toISOString().slice(0, 10);
  const { page } = await app.open(`/statements?as_of=${third}`);
  await expect.poll(() => page.getByRole('slider').inputValue()).toBe('2');
  expect(await page.getByLabel('As of UTC').inputValue()).toBe(`${third}T23:59`);
  expect(await page.title()).toContain(exactText(third));
  await page.getByRole('link', { name: 'Events' }).click();
  await settled(page);
  expect(asOfIn(page.url())).toBe(third);
});

test('while it moves, the page keeps what it shows, asks little, and gives up what it no longer needs', async () => {
  const { page, complaints } = await app.open('/');
  await page.evaluate(`
    window.blank = 0;
    new MutationObserver(() => { if (document.querySelector('.loading, .failed')) window.blank += 1; })
      .observe(document.getElementById('main'), { childList: true, subtree: true });
  `);
  const asked = new Set<string>();
  page.on('request', (request) => request.url().includes('as_of=') && asked.add(asOfIn(request.url()) ?? ''));
  await page.getByRole('slider').focus();
  const start = performance.now();
  for (let move = 0; move < 12; move += 1) await page.keyboard.press('ArrowLeft');
  const wanted = await page.getByRole('slider').getAttribute('aria-valuetext');
  await page.getByText(`as it was known on ${wanted}`).waitFor();
  const taken = performance.now() - start;
  await settled(page);
  // One moment in 150 ms, and the first and the last: on a machine that is slow to press, all of them.
  expect(asked.size).toBeGreaterThan(0);
  expect(asked.size).toBeLessThanOrEqual(2 + taken / 150);
  expect(await page.evaluate('window.blank')).toBe(0);
  const totals = await app.ledger.totals(asOfIn(page.url()));
  expect(await page.locator('.lead').textContent()).toContain(`${totals.reports} report`);
  expect(complaints).toEqual([]);
});
