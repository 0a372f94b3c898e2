import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Wording } from '../../web/src/api/schema.ts';
import { versionsOf } from '../../web/src/disputes/versions.ts';
import { isComparable, wordDiff } from '../../web/src/disputes/word-diff.ts';
import { quarrelReadout } from '../support/made-quarrel.ts';
import { serveTestApp, settled, type TestApp } from '../support/web-app.ts';

const text = fc
  .array(fc.constantFrom('no', 'shell', 'fell', 'on', 'the', 'village'), { maxLength: 12 })
  .map((all) => all.join(' '));
const side = (parts: ReturnType<typeof wordDiff>, without: 'gone' | 'new'): string =>
  parts.flatMap(({ kind, text: words }) => (kind === without ? [] : [words])).join(' ');

describe('what changed between two texts', () => {
  test('gives back both, and stays nothing else than what both have', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after);
        expect(side(parts, 'new')).toBe(before);
        expect(side(parts, 'gone')).toBe(after);
      }),
    );
  });

  test('is the words that went and came', () => {
    expect(wordDiff('we never fired on the village', 'we fired on the town in error')).toEqual([
      { kind: 'same', text: 'we' },
      { kind: 'gone', text: 'never' },
      { kind: 'same', text: 'fired on the' },
      { kind: 'gone', text: 'village' },
      { kind: 'new', text: 'town in error' },
    ]);
  });

  test.each([
    ['we never fired on the village', 'we fired on the village', true],
    ['we never fired on the village', 'ask somebody else about the matter', false],
    ['', '', false],
  ])('%j and %j: worth comparing is %s', (before, after, expected) =>
    expect(isComparable(wordDiff(before, after))).toBe(expected),
  );
});

const said = (id: string, speaker: string, act: string, words: string): Wording =>
  ({
    reason: 'told',
    item: {
      kind: 'statement',
      id,
      speakers: [{ id: speaker, name: speaker }],
      record: { act, content: [{ text: words }] },
    },
  }) as never;

test('a version stands once with what repeats it, and is compared with what the same speaker said before', () => {
  const versions = versionsOf([
    said('1', 'a', 'deny', 'we never fired on the village'),
    said('2', 'b', 'say', 'let us wait'),
    said('3', 'a', 'deny', 'we never fired on the village'),
    said('4', 'a', 'confirm', 'we fired on the village'),
  ]);
  expect(versions.map(({ item, repeated }) => [item.id, repeated.map(({ id }) => id)])).toEqual([
    ['1', ['3']],
    ['2', []],
    ['4', []],
  ]);
  expect(versions.map(({ changed }) => changed?.was ?? null)).toEqual([null, null, 'deny']);
  expect(versions[2]?.changed?.words).toContainEqual({ kind: 'gone', text: 'never' });
});

let app: TestApp;
let id: string;
beforeAll(async () => {
  app = await serveTestApp([quarrelReadout('opening'), quarrelReadout('later'), quarrelReadout('admission')]);
  const { items } = await app.ledger.nodes('dispute', {});
  id = items.find(({ summary }) => summary.claim.kind === 'statement')?.id ?? '';
});
afterAll(() => app?.done());

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test('a dispute has a page of its own with what each side said, what changed, and where it stands', async () => {
    const { page, complaints, barriers } = await app.open(`/disputes/${encodeURIComponent(id)}`, theme);
    const counter = page.getByRole('region', { name: 'What the other side said' });
    await counter.getByText('2 versions').waitFor();
    const [denial, admission] = [counter.locator('.version').first(), counter.locator('.version').last()];
    expect(await denial.textContent()).toContain('deny');
    expect(await admission.textContent()).toContain('was deny');
    expect(await admission.textContent()).toContain('Mirror, 6 Mar 2026');
    expect(await page.getByRole('region', { name: 'What the claiming side said' }).locator('.version').count()).toBe(1);
    expect(await barriers()).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

test('as it was known before the admission there is only the denial', async () => {
  const { items } = await app.ledger.corrections({});
  expect(items).toEqual([]);
  const happened = await app.ledger.happenings(0, 200);
  const before = happened.at(-2)?.at ?? '';
  const { page } = await app.open(`/disputes/${encodeURIComponent(id)}?as_of=${before}`);
  await page.getByRole('region', { name: 'What the other side said' }).getByText('1 version').waitFor();
});

test('from the list, narrowed by party and reports, a link leads to one dispute', async () => {
  const { page } = await app.open('/disputes');
  await expect.poll(() => page.locator('.dispute').count()).toBe(2);
  await page.getByLabel('Between').selectOption({ label: 'Norland and others' });
  await expect.poll(() => page.locator('.dispute').count()).toBe(1);
  expect(new URL(page.url()).searchParams.get('actor')).not.toBeNull();
  await page.getByRole('link', { name: 'how the words changed' }).click();
  await settled(page);
  expect(new URL(page.url()).pathname).toBe(`/disputes/${encodeURIComponent(id)}`);
  await page.goBack();
  await settled(page);
  await page.getByLabel('Told in').selectOption('10');
  await page.getByText('No disputes match').waitFor();
  expect(new URL(page.url()).searchParams.get('reports')).toBe('10');
});

test('a dispute that there is not says so, and the page fits a phone', async () => {
  const { page } = await app.open(`/disputes/${encodeURIComponent(id)}`, 'light', 360);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  await page.goto(page.url().replace(/\/disputes\/.*/, '/disputes/none'));
  await page.getByRole('alert').getByText('none').waitFor();
});
