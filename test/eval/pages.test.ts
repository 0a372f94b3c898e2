import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { isSameDay, isSignedBy, scoreBody, scorePages } from '../../eval/pages.ts';

const body = [
  'The ferry to Sund will run again from Monday, the harbour office said on Friday after a week of storms.',
  'Two boats had been damaged, and the crews had refused to sail until a third was found for the winter line.',
];
const page = `<html lang="en"><head><meta property="article:published_time" content="2021-05-03T10:00:00Z"><meta name="author" content="Jane Doe"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Ferry sails again</h1>${body.map((line) => `<p>${line}</p>`).join('')}</article></body></html>`;

describe('bodies', () => {
  test.each([
    ['a b c d e', 'a b c d e', 1, 1],
    ['a b c d', 'a b c d e', 1, 1 / 2],
    ['x a b c d', 'a b c d', 1 / 2, 1],
    ['a b', 'a b', 1, 1],
    ['', 'a b c d', null, 0],
    ['a b c d', '', 0, null],
  ])('"%s" against "%s"', (own, gold, precision, recall) => {
    expect(scoreBody(own, gold)).toEqual({ precision, recall });
  });
});

describe('metadata', () => {
  test.each([
    ['2021-05-03', '2021-05-03 23:30:00+02:00', true],
    ['2021-05-03T21:30:00Z', '2021-05-03 23:30:00+02:00', true],
    ['2021-05-04T00:30:00+02:00', '2021-05-03 22:30:00+00:00', true],
    ['2021-05-04', '2021-05-03 22:30:00+00:00', false],
    [null, '2021-05-03', false],
  ])('%s is the day of %s: %s', (own, gold, expected) => {
    expect(isSameDay(own, gold)).toBe(expected);
  });

  test.each([
    [['Jane Doe'], null, ['JANE DOE'], true],
    [['Jane Doe'], 'AP', ['AP', 'Jane Doe'], true],
    [['Jane Doe'], 'AP', ['Jane Doe'], true],
    [['Jane Doe'], null, ['Jane Doe', 'John Roe'], false],
    [[], null, ['Jane Doe'], false],
    [[], 'AP', ['The Associated Press'], true],
    [['Jane Doe'], 'Reuters', ['The Associated Press', 'Jane Doe'], false],
  ])('%j with %s signs as %j: %s', (byline, agency, gold, expected) => {
    expect(isSignedBy({ byline, agency }, gold)).toBe(expected);
  });
});

describe('the sets', () => {
  const gold = mkdtempSync(join(tmpdir(), 'readout-pages-'));
  afterAll(() => rmSync(gold, { recursive: true }));
  mkdirSync(join(gold, 'pages', 'aeb', 'html'), { recursive: true });
  mkdirSync(join(gold, 'pages', 'fundus', 'no'), { recursive: true });
  const context = { gold, split: 'dev', errors: true } as const;

  test('a page that is read as gold has it scores in full', async () => {
    writeFileSync(
      join(gold, 'pages', 'aeb', 'ground-truth.json'),
      JSON.stringify({ one: { articleBody: body.join(' ') } }),
    );
    writeFileSync(join(gold, 'pages', 'aeb', 'html', 'one.html.gz'), gzipSync(page));
    const [table] = await scorePages(context);
    expect(table?.figures.map(({ id, value }) => [id, value])).toEqual([['pages/scrapinghub/body', 100]]);
  });

  test('a version of gold is scored on the page that holds its text, and a wrong author is told', async () => {
    const version = (title: string, text: readonly string[]): unknown => ({
      title,
      authors: ['John Roe'],
      publishing_date: '2021-05-03 10:00:00+00:00',
      body: { summary: [], sections: [{ headline: [], paragraphs: text }] },
    });
    const folder = join(gold, 'pages', 'fundus', 'no');
    writeFileSync(join(folder, 'Sund.json'), JSON.stringify({ V1: version('Ferry sails again', body) }));
    writeFileSync(join(folder, 'Sund_2021_05_02.html.gz'), gzipSync('<html><body><p>Another page.</p></body></html>'));
    writeFileSync(join(folder, 'Sund_2021_05_03.html.gz'), gzipSync(page));
    const table = (await scorePages(context)).find(({ title }) => title.startsWith('fundus'));
    const figures = Object.fromEntries((table?.figures ?? []).map(({ id, value }) => [id, value]));
    expect(figures).toEqual({
      'pages/fundus/body': 100,
      'pages/fundus/title': 100,
      'pages/fundus/title-recorded': 100,
      'pages/fundus/day': 100,
      'pages/fundus/authors': 0,
    });
    expect(table?.errors).toEqual([expect.stringContaining('authors ["Jane Doe",null], gold ["John Roe"]')]);
  });
});
