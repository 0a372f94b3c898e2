import { describe, expect, test } from 'vitest';
import { readInput } from '../../src/intake/index.ts';
import type { Document } from '../../src/text/index.ts';

const read = (text: string): Document => readInput({ name: 'report.txt', bytes: new TextEncoder().encode(text) });
const blocks = ({ text, blocks: all }: Document): readonly string[] =>
  all.map(({ kind, span }) => `${kind}: ${text.slice(span.start, span.end)}`);

const body = 'The port will stay open until the end of the month, the harbour master said on Friday.';
const more = 'Crews had asked for longer hours, and the city had promised them an answer by the end of the week.';

describe('plain text', () => {
  test('a lone paragraph has no headline', () => {
    expect(blocks(read(body))).toEqual([`paragraph: ${body}`]);
    expect(read(body).title).toBeNull();
  });

  test('headline, byline and date stand above the text and only the headline is part of it', () => {
    const document = read(`Port stays open\nBy Jane Doe\n3 May 2021\n\n${body}\n\n${more}`);
    expect(document).toMatchObject({ title: 'Port stays open', byline: ['Jane Doe'], published: '2021-05-03' });
    expect(blocks(document)).toEqual(['heading: Port stays open', `paragraph: ${body}`, `paragraph: ${more}`]);
  });

  test('a headline may end with a stop', () => {
    expect(read(`Port Stays Open Until June.\n\n${body}\n\n${more}`).title).toBe('Port Stays Open Until June.');
    expect(read(`The latest: port stays open.\n\nSUND (AP) — It is.\n\n${more}`).title).toBe(
      'The latest: port stays open.',
    );
  });

  test('white space inside a paragraph stays as it is', () => {
    const odd = 'Two  spaces, a no-break\u00a0space and a zero-width\u200b space stay here, the editor said.';
    expect(read(`Port stays open\n\n${odd}`).text).toBe(`Port stays open\n\n${odd}`);
  });

  test('lines that a margin cut are joined; long lines are paragraphs of their own', () => {
    const wrapped =
      'The port will stay open until the end\nof the month, the harbour master said\non Friday. Crews had asked for longer\nhours in a letter to the town.';
    expect(blocks(read(`${wrapped}\n\n${wrapped}`))).toEqual(
      Array(2).fill(`paragraph: ${wrapped.replaceAll('\n', ' ')}`),
    );
    expect(blocks(read(`Port stays open\n${body}${body}\n${more}${more}`))).toHaveLength(3);
  });

  test('a word that the margin cut at its hyphen is made whole', () => {
    const text =
      'The port will stay open for the long-\nterm lease that the harbour master has\nsigned with the town and its council on\nFriday after weeks of talks.';
    expect(read(text).text).toContain('the long-term lease');
  });

  test('who reported at the end is metadata, the byline if there is no other', () => {
    const document = read(`Port stays open\n\n${body}\n\n${more} (Reporting by Jane Doe in Sund; Editing by John Roe)`);
    expect(document.byline).toEqual(['Jane Doe']);
    expect(document.text.endsWith(more)).toBe(true);
    expect(read(`Port stays open\n\nBy Ann Poe\n\n${body}\n\nJane Doe contributed to this report.`).byline).toEqual([
      'Ann Poe',
    ]);
  });

  test.each(['-30-', '###', 'ENDS', 'Copyright 2021 The Sund Courier. All rights reserved.', 'Share this'])(
    '"%s" at the end is no part of the report',
    (line) => {
      expect(read(`Port stays open\n\n${body}\n\n${line}`).text.endsWith(body)).toBe(true);
    },
  );

  test.each([
    'Related: Ships wait outside',
    'Read more: Ships wait outside',
    'See also: Ships wait outside (https://example.org/a)',
  ])('%s', (line) => {
    const { related, text } = read(`Port stays open\n\n${body}\n\n${line}\n\n${more}`);
    expect(related).toEqual([
      { title: 'Ships wait outside', url: line.includes('http') ? 'https://example.org/a' : null },
    ]);
    expect(text).toContain('\n\nShips wait outside\n\n');
  });

  test.each([
    'Opinion: the port should have closed long ago, and everyone who works there knows it.',
    'Read the letter that the crews sent to the town.',
    'Related costs will fall on the town.',
  ])('stays a paragraph: %s', (line) => {
    expect(blocks(read(`Port stays open\n\n${body}\n\n${line}\n\n${more}`))).toContain(`paragraph: ${line}`);
  });

  test('subheads and list items', () => {
    expect(
      blocks(read(`Port stays open\n\n${body}\n\nWhat comes next\n\n${more}\n\n- a vote\n- a budget`)).slice(2),
    ).toEqual(['heading: What comes next', `paragraph: ${more}`, 'list-item: a vote', 'list-item: a budget']);
  });

  test('a caption and its credit', () => {
    expect(read(`Port stays open\n\nShips wait in the bay on Friday.\nJane Doe/AP\n\n${body}`).images).toEqual([
      { caption: 'Ships wait in the bay on Friday.', credit: 'Jane Doe/AP' },
    ]);
  });

  test('a caption with its credit is a line of its own above the text', () => {
    const document = read(
      `Port stays open\nBy Jane Doe\n\nShips wait in the bay on Friday CREDIT: Ann Poe/AP\n${body}${body}`,
    );
    expect(document.images).toEqual([{ caption: 'Ships wait in the bay on Friday', credit: 'Ann Poe/AP' }]);
    expect(document.text.endsWith(`${body}${body}`)).toBe(true);
  });

  test.each(['Text size: A A A', 'Share'])('"%s" under the headline is no dek', (line) => {
    expect(read(`Port stays open\n\n${line}\n\n3 May 2021\n\n${body}`)).toMatchObject({
      dek: null,
      published: '2021-05-03',
    });
  });

  test('line ends of every system', () => {
    const expected = blocks(read(`Port stays open\n\n${body}`));
    expect(blocks(read(`Port stays open\r\n\r\n${body}\r\n`))).toEqual(expected);
    expect(blocks(read(`Port stays open\r\r${body}`))).toEqual(expected);
    expect(blocks(read(`\ufeffPort stays open\u2029\u2029${body}`))).toEqual(expected);
  });

  test.each([
    ['Jane Doe', ['Jane Doe']],
    ['Jane Doe in Sund and John Roe', ['Jane Doe', 'John Roe']],
    ['Jane Doe, John Roe', ['Jane Doe', 'John Roe']],
  ])('names alone sign a report before its date: %s', (line, byline) => {
    expect(read(`Port stays open\n${line}\n3 May 2021\n\n${body}`)).toMatchObject({ title: 'Port stays open', byline });
  });

  test('a place of filing on a line of its own belongs to the paragraph below', () => {
    const document = read(`SUND, May 3 (NNA) --\n\n${body}\n\n${more}`);
    expect(document).toMatchObject({ title: null, agency: 'NNA', dateline: { place: 'SUND', date: 'XXXX-05-03' } });
    expect(blocks(document)[0]).toBe(`paragraph: SUND, May 3 (NNA) -- ${body}`);
  });

  test('the place of filing may come after a note', () => {
    expect(read(`Port stays open\n\n${more}\n\nSUND (AP) — ${body}`).dateline?.place).toBe('SUND');
  });

  test('place and date under the headline are where and when it was written', () => {
    expect(read(`Statement on the port\nPort Ansel, 3 May 2021\n\n${body}`)).toMatchObject({
      byline: [],
      published: '2021-05-03',
      dateline: { place: 'Port Ansel', date: '2021-05-03' },
    });
  });

  test('short lines between headline and date are no part of the report, and do not hide the date', () => {
    const document = read(
      `Port stays open\n\nRead-out for the press\n\nWednesday edition\n\n3 May 2021\n\n${body}\n\n${more}`,
    );
    expect(document.published).toBe('2021-05-03');
    expect(blocks(document).slice(-2)).toEqual([`paragraph: ${body}`, `paragraph: ${more}`]);
  });

  test('days between entries of a chronicle are kept once the report has its own', () => {
    const document = read(`Port stays open\n3 May 2021\n\nCrews met the mayor\n\n4 May 2021\n\n${body}`);
    expect(document.published).toBe('2021-05-03');
    expect(document.text).toContain('Crews met the mayor');
  });

  test.each([
    'Read this article online: https://example.org/a',
    'View the original story <https://example.org/a>',
    'https://example.org/a                    2/3',
    'Source: https://example.org/a',
  ])('address of the report: %s', (line) => {
    expect(read(`Port stays open\n\n${body}\n\n${line}`)).toMatchObject({
      url: 'https://example.org/a',
      text: `Port stays open\n\n${body}`,
    });
  });

  test('an address with a day in it dates a report that says none', () => {
    expect(read(`Port stays open\n\n${body}\n\nOriginal url: https://example.org/2021/05/03/port`).published).toBe(
      '2021-05-03',
    );
  });

  test.each([
    ['Source: Norland News Agency', { publisher: 'Norland News Agency', agency: 'Norland News Agency' }],
    ['Source: The Sund Courier', { publisher: 'The Sund Courier', agency: null }],
  ])('who gave it, at its end: %s', (line, expected) => {
    expect(read(`Port stays open\n\n${body}\n\n${more}\n\n${line}`)).toMatchObject(expected);
  });

  test.each(['Source: a port of small boats and smaller hopes.', 'Updated: the town has now said that it will pay.'])(
    'stays a paragraph at the end: %s',
    (line) => {
      expect(blocks(read(`Port stays open\n\n${body}\n\n${more}\n\n${line}`))).toContain(`paragraph: ${line}`);
    },
  );

  test.each([
    'Jane Doe reported from Sund.',
    'Jane Doe reported from Sund. John Roe contributed from Port Ansel.',
    'Jane Doe contributed reporting from Sund.',
  ])('a line of thanks signs a report that nobody has signed: %s', (line) => {
    const document = read(`Port stays open\n\n${body}\n\n${more}\n\n${line}`);
    expect(document.byline).toEqual(['Jane Doe']);
    expect(document.text.endsWith(more)).toBe(true);
  });

  test('a day on the last line may be that of a correction, and dates no report', () => {
    expect(read(`Port stays open\n\n${body}\n\n${more}\n\nMonday, May 3, 2021`).published).toBeNull();
  });
});
