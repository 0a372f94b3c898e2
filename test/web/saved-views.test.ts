import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFeed } from '../../src/intake/index.ts';
import { filterOf, keyFor, searchOf } from '../../web/src/views/saved.ts';
import { serveTestApp, settled, type TestApp } from '../support/web-app.ts';

test('an address becomes a filter and back; the moment and the open row are not kept', () => {
  const search = { text: 'item 7', act: 'say,deny', actor: 'a', from: '2026-01-01' };
  expect(filterOf({ ...search, row: 'x', as_of: '2026-01-01', until: undefined })).toEqual({
    text: 'item 7',
    act: ['say', 'deny'],
    actor: ['a'],
    from: '2026-01-01',
  });
  expect(searchOf({ filter: filterOf(search) })).toEqual(search);
});

describe('the key of a view', () => {
  test.each([
    ['Border & talks', [], 'border-talks'],
    ['Border & talks', ['border-talks'], 'border-talks-2'],
    ['Évian', [], 'evian'],
    ['???', [], 'view'],
    ['x'.repeat(200), [], 'x'.repeat(50)],
  ])('%s beside %j is %s', (title, taken, expected) => expect(keyFor(title, taken)).toBe(expected));
});

let app: TestApp;
beforeAll(async () => {
  app = await serveTestApp();
});
afterAll(() => app?.done());

test('a view is named, found in the menu, followed, fed, renamed and deleted', async () => {
  const { page, complaints, barriers } = await app.open('/statements?text=%22item+7%22');
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.keyboard.type('Seventh item');
  await page.keyboard.press('Enter');
  await page.getByText('Saved; it is under').waitFor();
  expect(await app.ledger.setting('query')).toEqual([
    { key: 'seventh-item', value: { title: 'Seventh item', kind: 'statements', filter: { text: '"item 7"' } } },
  ]);

  await page.getByRole('link', { name: 'Events' }).click();
  await settled(page);
  await page.locator('.views-menu summary').click();
  expect(await barriers()).toEqual([]);
  await page.getByRole('link', { name: 'Seventh item' }).click();
  await expect.poll(() => page.getByRole('row').count()).toBe(2);
  expect(new URL(page.url()).pathname).toBe('/statements');
  expect(await page.locator('.views-menu').getAttribute('open')).toBeNull();

  await page.locator('.views-menu summary').click();
  await page.getByRole('link', { name: 'Rename, delete, feeds' }).click();
  await settled(page);
  await page.getByText('statements, text: "item 7"').waitFor();
  const atom = await page.getByRole('link', { name: 'Atom feed' }).getAttribute('href');
  const feed = await app.ask(atom ?? '');
  expect(readFeed(await feed.text(), 'feed')).toMatchObject({ title: 'Seventh item' });
  const ics = await page.getByRole('link', { name: 'Calendar (ICS)' }).getAttribute('href');
  expect((await app.ask(ics ?? '')).headers.get('content-type')).toContain('text/calendar');

  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByLabel('New name of').fill('Round seven');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Round seven' }).waitFor();
  expect((await app.ask(atom ?? '')).status).toBe(200);

  await page.getByRole('button', { name: 'Delete … Round seven' }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: 'Delete … Round seven' }).click();
  await page.getByRole('button', { name: 'Delete Round seven' }).click();
  await page.getByText('There is none yet').waitFor();
  expect((await app.ask(atom ?? '')).status).toBe(404);
  expect(complaints).toEqual([]);
});

test.each(['light', 'dark'] as const)(
  'the page of views keeps nobody out in the %s theme, nor on a phone',
  async (theme) => {
    await app.ledger.set('query', 'met', { title: 'Who met', kind: 'events', filter: { type: ['CONSULT'] } });
    const { page, complaints, barriers } = await app.open('/views', theme, 360);
    await page.getByRole('heading', { name: 'Who met' }).waitFor();
    expect(await barriers()).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    expect(complaints).toEqual([]);
  },
);
