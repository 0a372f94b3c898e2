import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeToken, type Role } from '../../src/api/index.ts';
import { numberedReadout } from '../support/made-readouts.ts';
import { serveTestApp, type TestApp } from '../support/web-app.ts';

let app: TestApp;
const tokens = new Map<Role, string>();
beforeAll(async () => {
  app = await serveTestApp([], undefined, {
    host: '0.0.0.0',
    read: async function* ({ kind }) {
      yield { kind: 'readout', name: kind, readout: numberedReadout(80) };
    },
    look: async function* () {},
  });
  for (const role of ['reader', 'analyst', 'admin'] as const)
    tokens.set(role, (await makeToken(app.ledger, role, `${role} ann`, new Date())).token);
});
afterAll(() => app?.done());

const give = async (page: Page, token: string): Promise<void> => {
  await page.locator('form.token input').fill(token);
  await page.getByRole('button', { name: 'Use it' }).click();
};

/** Opens a page and gives a token of a role where the page asks for one. */
const as = async (role: Role, path: string) => {
  const opened = await app.open(path);
  await give(opened.page, tokens.get(role) ?? '');
  await expect.poll(() => opened.page.locator('form.token').count(), { timeout: 20_000 }).toBe(0);
  return opened;
};

test('without a token the app asks for one, says when it is wrong, and forgets it with the tab', async () => {
  const { page, barriers } = await app.open('/reports');
  await page.getByText('This server asks for a token.').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(await barriers()).toEqual([]);
  await give(page, `rdo_${'0'.repeat(12)}_${'x'.repeat(43)}`);
  await page.getByText('The token that was given is not known here').waitFor();
  expect(await barriers()).toEqual([]);
  await page.locator('form.token input').focus();
  await page.keyboard.type(tokens.get('reader') ?? '');
  await page.keyboard.press('Enter');
  await page.getByText('Norland and Sudmark hold talks, round 12').waitFor();
  expect(await page.evaluate('Object.keys(localStorage).some((key) => key.includes("token"))')).toBe(false);
  const { page: other } = await app.open('/reports');
  await other.getByText('This server asks for a token.').waitFor();
});

test('a reader reads, and is told what others may do in the place of buttons', async () => {
  const { page, barriers } = await as('reader', '/add');
  await page.getByText('is for analysts and admins. You are here as “reader ann”, with the role reader').waitFor();
  expect(await page.locator('textarea, input[type=file]').count()).toBe(0);
  for (const [part, words] of [
    ['Tokens', 'Tokens are for admins.'],
    ['Backup', 'Backups are for admins.'],
    ['Audit log', 'The audit log is for admins.'],
    ['Alerts', 'Webhooks are for admins.'],
  ] as const) {
    if (part === 'Tokens') await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('link', { name: part }).click();
    await page.getByText(words).waitFor();
    expect(await barriers()).toEqual([]);
  }
});

test('an analyst adds, sees it come over the stream, and gives out no tokens', async () => {
  const { page } = await as('analyst', '/add');
  await page.getByLabel('Addresses, one a line').fill('Words of a report.');
  await page.getByRole('button', { name: 'Add this text' }).click();
  await page.locator('.input[data-state="read"]', { hasText: 'Words of a report.' }).waitFor();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Tokens' }).click();
  await page.getByText('Tokens are for admins.').waitFor();
});

test('an admin makes a token, which is shown once, holds, and is revoked', async () => {
  const { page, barriers } = await as('admin', '/settings?part=tokens');
  await page.getByLabel('Whose it is').fill('Bob');
  await page.getByLabel('Role').selectOption('analyst');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const secret = await page.locator('.secret input').inputValue();
  const asked = () => app.ask('/api/v1/about', { headers: { authorization: `Bearer ${secret}` } });
  expect(await (await asked()).json()).toMatchObject({ item: { caller: { name: 'Bob', role: 'analyst' } } });
  expect(await barriers()).toEqual([]);
  await page.getByRole('button', { name: 'I have it' }).click();
  await page.reload();
  await page.getByRole('row', { name: 'Bob' }).waitFor();
  expect(await page.content()).not.toContain(secret);
  await page.getByRole('button', { name: 'Revoke Bob' }).click();
  await page.getByRole('button', { name: 'Revoke for good Bob' }).click();
  await page.getByRole('row', { name: 'Bob' }).waitFor({ state: 'detached' });
  expect((await asked()).status).toBe(401);
  await page.getByRole('link', { name: 'Audit log' }).click();
  await page.getByText('DELETE /api/v1/tokens/').waitFor();
  await page.getByRole('link', { name: 'You and display' }).click();
  await page.getByRole('button', { name: 'Forget this token' }).click();
  await page.getByText('This server asks for a token.').waitFor();
});

test('a page of many parts asks for a token once, and readers are offered nothing that they may not do', async () => {
  const { page, barriers } = await app.open('/');
  await page.locator('form.token').waitFor();
  await page.waitForTimeout(500);
  expect(await page.locator('form.token').count()).toBe(1);
  expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toEqual(['A token is needed']);
  expect(await barriers()).toEqual([]);
  await give(page, tokens.get('reader') ?? '');
  await page.getByRole('heading', { level: 1, name: 'Situation' }).waitFor();
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Events' }).click();
  await page.getByRole('button', { name: 'Save as CSV' }).waitFor();
  expect(await page.getByRole('button', { name: 'Save this view' }).count()).toBe(0);
});
