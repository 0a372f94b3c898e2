import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codebookInUse } from '../../src/cli/serving/codebook-in-use.ts';
import { serveTestApp, type TestApp } from '../support/web-app.ts';

let app: TestApp;
let status = 200;
beforeAll(async () => {
  app = await serveTestApp([], undefined, {
    codebook: codebookInUse,
    poster: async () => ({ post: async () => status, close: async () => undefined }),
    sleep: async () => undefined,
  });
});
afterAll(() => app?.done());

const parts = [
  ['codebook', 'demonstrates, strikes, boycotts, riots'],
  ['alerts', 'Make a webhook'],
  ['tokens', 'Make a token'],
  ['backup', 'How to have it back'],
  ['log', 'Audit log'],
  ['you', 'This address is of the machine itself'],
] as const;

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(parts)('%s opens without a complaint, keeps nobody out and fits 360 pixels', async (part, words) => {
    const { page, complaints, barriers } = await app.open(`/settings?part=${part}`, theme, 360);
    await page.locator('main').getByText(words).first().waitFor();
    expect(await barriers()).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    expect(complaints).toEqual([]);
  });
});

test('the codebook in use is told, with what each type means, down to its entries', async () => {
  const { page } = await app.open('/settings');
  const { engine } = await codebookInUse();
  await page.getByText(engine.codebook).waitFor();
  await page.locator('summary', { hasText: 'people of public standing' }).waitFor();
  // No name of a type is cut within its word.
  expect(
    await page.locator('.list a.type').evaluateAll((all) => all.map((each) => each.getClientRects().length)),
  ).toSatisfy((lines: readonly number[]) => lines.length > 10 && lines.every((count) => count === 1));
  await page.locator('summary', { hasText: 'words and patterns that tell of events' }).click();
  await page.getByLabel('Entries whose name holds').fill('accuse/inv');
  const entries = page.locator('.entries li');
  await page.locator('.entries li', { hasText: 'agree/agree' }).waitFor({ state: 'detached' });
  await entries.first().waitFor();
  for (const entry of await entries.allTextContents()) expect(entry).toMatch(/^accuse\/inv.* .*accuse\.yaml:\d+$/);
  await page.getByRole('link', { name: 'PROTEST' }).click();
  await page.getByText('No events match').waitFor();
  expect(page.url()).toContain('type=PROTEST');
});

test('a webhook is made, its secret shown once, tried with and without success, and deleted', async () => {
  const { page, barriers } = await app.open('/settings?part=alerts');
  await page.getByLabel('Address that is told').fill('https://desk.example/news');
  await page.getByRole('button', { name: 'Make a webhook' }).click();
  const secret = page.locator('.secret input');
  await secret.waitFor();
  expect(await secret.inputValue()).toMatch(/^whsec_/);
  expect(await barriers()).toEqual([]);
  await page.getByRole('button', { name: 'I have it' }).click();
  await secret.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Send a test to https://desk.example/news' }).click();
  await page.getByText('(a test): delivered, answered 200').waitFor();
  status = 410;
  await page.getByRole('button', { name: 'Send a test' }).click();
  await page.getByText('(a test): failed').waitFor();
  expect(await barriers()).toEqual([]);
  await page.getByRole('button', { name: 'Delete https://desk.example/news' }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await page.getByText('No address is told').waitFor();
});

test('a backup is downloaded whole', async () => {
  const { page } = await app.open('/settings?part=backup');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download a backup' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^readout-.*\.backup\.gz$/);
  const lines = gunzipSync(readFileSync(await file.path()))
    .toString('utf8')
    .trimEnd()
    .split('\n');
  expect(lines[0]).toContain('readout-backup');
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ entries: lines.length - 2 });
  await page.getByText('is whole.').waitFor();
});

test('the theme is the same here and in the header', async () => {
  const { page } = await app.open('/settings?part=you');
  await page.getByRole('radio', { name: 'dark' }).check();
  expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
  expect(await page.locator('header select').inputValue()).toBe('dark');
});

test('settings have no past', async () => {
  const { page, barriers } = await app.open('/settings?as_of=2001-01-01T10:00');
  await page.getByText('they have no past here').waitFor();
  expect(await barriers()).toEqual([]);
});
