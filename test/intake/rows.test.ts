import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { ReportOptions } from '../../src/intake/index.ts';
import { pageOf, readItems, toldOf } from '../support/read-items.ts';

const words = 'The harbour master said that the port would stay open for a month. The minister was glad of it.';
const row = (name: string) => ({ title: `Port ${name} stays open`, body: words });
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const items = (name: string, content: string | Uint8Array, options?: ReportOptions) =>
  readItems({ name, bytes: typeof content === 'string' ? encode(content) : content }, options);
const told = async (...args: Parameters<typeof items>) => toldOf(await items(...args));
const lines = (...rows: readonly unknown[]): string => rows.map((each) => JSON.stringify(each)).join('\n');

describe('a row', () => {
  test.each<readonly [string, object, ReportOptions['columns'], object]>([
    [
      'with usual names',
      {
        headline: 'Port One stays open',
        articleBody: words,
        datePublished: '2026-03-02T10:00:00Z',
        author: 'Jane Doe',
        site_name: 'The Norland Courier',
        lang: 'en',
        link: 'https://courier.example/1',
      },
      {},
      {
        title: 'Port One stays open',
        published: '2026-03-02T10:00:00Z',
        byline: ['Jane Doe'],
        publisher: 'The Norland Courier',
        language: 'en',
        url: 'https://courier.example/1',
      },
    ],
    [
      'with names that a person told',
      {
        k: 'Port One stays open',
        content: 'no',
        v: words,
        w: 'Mon, 02 Mar 2026 10:00:00 GMT',
        x: { y: 'https://courier.example/1' },
      },
      { text: 'v', title: 'k', published: 'w', url: 'x.y' },
      {
        title: 'Port One stays open',
        text: expect.stringContaining('harbour master'),
        published: '2026-03-02T10:00:00Z',
        url: 'https://courier.example/1',
      },
    ],
    [
      'with objects and lists in it',
      {
        title: { rendered: 'Port <b>One</b> stays open' },
        content: { rendered: `<p>${words}</p>` },
        authors: [{ name: 'Jane Doe' }, 'John Roe'],
      },
      {},
      { title: 'Port One stays open', byline: ['Jane Doe', 'John Roe'] },
    ],
    [
      'with a list that a program wrote into a cell',
      { ...row('One'), authors: "['Jane Doe', 'John Roe']" },
      {},
      { byline: ['Jane Doe', 'John Roe'] },
    ],
    ['with seconds since 1970', { ...row('One'), timestamp: 1772445600 }, {}, { published: '2026-03-02T10:00:00Z' }],
    ['with a page', { html: pageOf('One').toString() }, {}, { title: 'Port One stays open' }],
    [
      'with a piece of HTML',
      { title: 'Port One stays open', text: `<p>${words}</p><p>${words}</p>` },
      {},
      { blocks: [{ kind: 'heading' }, { kind: 'paragraph' }, { kind: 'paragraph' }] },
    ],
    [
      'with "<" in a plain text',
      { title: 'Port One stays open', text: `It is 3 < 4. ${words}` },
      {},
      { text: expect.stringContaining('3 < 4') },
    ],
    [
      'whose text opens with its headline',
      { title: 'Port One stays open', text: `Port One stays open\n\n${words}` },
      {},
      { blocks: [{ kind: 'heading' }, { kind: 'paragraph' }] },
    ],
  ])('%s', async (_, values, columns, expected) => {
    expect(await items('a.jsonl', JSON.stringify(values), { columns: columns ?? {} })).toMatchObject([
      { kind: 'report', document: expected },
    ]);
  });

  test('tells what is odd about it', async () => {
    const found = await items(
      'a.jsonl',
      lines({ ...row('One'), date: 'soon' }, { title: 'Port Two stays open', summary: words }),
    );
    expect(found).toMatchObject([{ warnings: [{ code: 'date-not-read' }] }, { warnings: [{ code: 'summary-only' }] }]);
  });
});

describe('JSON', () => {
  test.each([
    ['lines', lines(row('One'), row('Two')), ['a.json:1', 'a.json:2']],
    ['lines with blank ones', `\n${lines(row('One'))}\n\n${lines(row('Two'))}\n`, ['a.json:2', 'a.json:4']],
    ['a list', JSON.stringify([row('One'), row('Two')], null, 2), ['a.json#1', 'a.json#2']],
    [
      'an answer of a service',
      JSON.stringify({ status: 'ok', response: { results: [row('One'), row('Two')] } }),
      ['a.json#1', 'a.json#2'],
    ],
    [
      'objects one after the other',
      [row('One'), row('Two')].map((each) => JSON.stringify(each, null, 2)).join('\n'),
      ['a.json', 'a.json#2'],
    ],
  ])('as %s', async (_, content, names) => {
    const found = await items('a.json', content);
    expect(toldOf(found)).toEqual(['One', 'Two']);
    expect(found.map(({ name }) => name)).toEqual(names);
  });

  test('from standard input in small pieces, packed, and without a name', async () => {
    const pieces = [...gzipSync(lines(row('One'), row('Two')))].map((byte) => Uint8Array.of(byte));
    expect(toldOf(await readItems({ name: 'stdin', chunks: Readable.from(pieces) }))).toEqual(['One', 'Two']);
  });

  test.each([
    [
      'a line that is no JSON',
      `${lines(row('One'))}\n{"title": oh no}\n${lines(row('Two'))}`,
      ['One', 'bad-row', 'Two'],
    ],
    ['a first line that is no JSON', `{"title": oh no}\n${lines(row('One'), row('Two'))}`, ['bad-row', 'One', 'Two']],
    [
      'a line that is no object',
      `${lines(row('One'))}\n[1]\n7\n${lines(row('Two'))}`,
      ['One', 'bad-row', 'bad-row', 'Two'],
    ],
    ['a row without a text', lines({ id: 1 }, row('Two')), ['a row without a text', 'Two']],
    ['a row with a headline alone', lines({ title: 'Port One stays open' }, row('Two')), ['no-text', 'Two']],
    [
      'a line that is too long',
      lines({ ...row('One'), more: 'x'.repeat(300_000) }, row('Two')),
      ['input-too-large', 'Two'],
    ],
    [
      'a text that is too long',
      lines({ ...row('One'), body: 'word '.repeat(30_000) }, row('Two')),
      ['input-too-large', 'Two'],
    ],
    ['a list that is cut', JSON.stringify([row('One'), row('Two')]).slice(0, -9), ['One', 'truncated-input']],
    [
      'a member of a list that is no JSON',
      `[${lines(row('One'))}, {"a": b}, ${lines(row('Two'))}]`,
      ['One', 'bad-row', 'Two'],
    ],
    [
      'a member of a list that is too long',
      JSON.stringify([{ x: 'x'.repeat(300_000) }, row('Two')]),
      ['input-too-large', 'Two'],
    ],
    ['an object that is cut', '{\n"title": "Port', ['truncated-input']],
  ])('%s loses no other', async (_, content, expected) => {
    expect(await told('a.json', content, { limit: 100_000 })).toEqual(expected);
  });
});

describe('a table as text', () => {
  const cells =
    (...rows: readonly (readonly string[])[]) =>
    (delimiter: string) =>
      rows
        .map((each) =>
          each.map((cell) => (/["\n,;|\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter),
        )
        .join('\r\n');
  const table = cells(
    ['title', 'text', 'date'],
    ['Port One stays open', `He said "yes", and\nleft.\n\n${words}`, '2026-03-02'],
    ['Port Two stays open', words, '2026-03-03'],
  );

  test.each([[','], [';'], ['\t'], ['|']])('parted by %j', async (delimiter) => {
    const found = await items('a.csv', table(delimiter));
    expect(found).toMatchObject([
      {
        kind: 'report',
        name: 'a.csv:2',
        document: {
          title: 'Port One stays open',
          published: '2026-03-02',
          text: expect.stringMatching(/He said "yes", and\s+left\./),
        },
      },
      { kind: 'report', name: 'a.csv:6', document: { title: 'Port Two stays open' } },
    ]);
  });

  test('is told by its first line where it has no name; prose is not', async () => {
    expect(await told('stdin', table(','))).toEqual(['One', 'Two']);
    expect(await told('stdin', `Title, text\n\n${words}`)).not.toContain('bad-row');
    expect(await told('stdin', `The text, he said, has a title.\n\n${words}`)).toHaveLength(1);
  });

  test('in the encoding of an old spreadsheet, or with a mark', async () => {
    const old = Uint8Array.from(
      Buffer.from(
        `title;text\nCaf\u00e9 stays open;Le caf\u00e9 \u00e0 c\u00f4t\u00e9 du port a \u00e9t\u00e9 ouvert. ${words}\n`,
        'latin1',
      ),
    );
    expect(await told('a.csv', old)).toEqual(['Caf\u00e9 stays open']);
    expect(await told('a.csv', `\ufeff${table(',')}`)).toEqual(['One', 'Two']);
  });

  test.each([
    ['too few cells', `title,text\nPort One stays open\nPort Two stays open,${words}`, ['no-text', 'Two']],
    ['too many cells', `title,text\nPort One stays open,${words},x,y\n`, ['One']],
    [
      'a quotation mark inside',
      `title,text\nPort One stays open,The "old" ${words}\nPort Two stays open,${words}`,
      ['One', 'Two'],
    ],
    ['no column that is named like a text', 'id,count\n1,2\n', ['no-text-column']],
    ['names alone', 'title,text\n', ['no-reports']],
  ])('with %s', async (_, content, expected) => {
    expect(await told('a.csv', content)).toEqual(expected);
  });

  test('a quotation mark that is never closed takes no more than the limit', async () => {
    const content = `title,text\nPort One stays open,"${words}\n${`Port Two stays open,${words}\n`.repeat(5000)}`;
    expect((await told('a.csv', content, { limit: 50_000 }))[0]).toBe('bad-row');
  });

  test('a column that is not there is told with those that are', async () => {
    expect(await items('a.csv', table(','), { columns: { text: 'txt' } })).toMatchObject([
      {
        kind: 'failure',
        error: {
          code: 'unknown-column',
          message: expect.stringMatching(/no column "txt"; it has "title", "text", "date".*text/),
        },
      },
    ]);
  });
});

test('what is no character, in escapes of JSON, is replaced one for one, and the report is read', async () => {
  const row = `{"title":"Port\\u0000One","text":"A ferry left \\ud800 the port. ${words}","publisher":"The\\u0000Post"}\n`;
  const [item] = await items('a.jsonl', row);
  expect(item).toMatchObject({
    kind: 'report',
    document: {
      title: 'Port\uFFFDOne',
      publisher: 'The\uFFFDPost',
      text: expect.stringContaining('left \uFFFD the port'),
    },
  });
});
