import { describe, expect, test } from 'vitest';
import { readInput } from '../../src/intake/index.ts';
import type { Document } from '../../src/text/index.ts';

const read = (text: string): Document => readInput({ name: 'report.md', bytes: new TextEncoder().encode(text) });
const body = 'The port will stay open until the end of the month, the harbour master said on Friday.';

describe('Markdown', () => {
  test.each([
    ['**bold** and *italic*', 'bold and italic'],
    ['a [link](https://example.org) in text', 'a link in text'],
    ['an escaped \\*star\\* and \\[bracket\\]', 'an escaped *star* and [bracket]'],
    ['an entity &amp; a dash &mdash; here', 'an entity & a dash — here'],
    ['snake_case and 2 * 3 * 4 stay', 'snake_case and 2 * 3 * 4 stay'],
    ['`code` and <b>tags</b>', 'code and tags'],
    ['a reference [link][1] too\n\n[1]: https://example.org', 'a reference link too'],
    ['line one  \nline two', 'line one\n\nline two'],
  ])('%s', (markup, text) => {
    expect(read(`# Port stays open\n\n${body}\n\n${markup}`).text).toBe(`Port stays open\n\n${body}\n\n${text}`);
  });

  test('is known by what it holds, whatever its name', () => {
    const bytes = new TextEncoder().encode(`# Port stays open\n\n**Town keeps its word.**\n\n${body}`);
    expect(readInput({ name: 'report', bytes })).toMatchObject({
      title: 'Port stays open',
      dek: 'Town keeps its word.',
    });
  });

  test('a year at the start of a paragraph makes no list', () => {
    expect(read(`# Port stays open\n\n${body}\n\n2019. That was the year of the storm.`).text).toContain(
      'That was the year',
    );
  });

  test('a related article keeps its address, "#" is none', () => {
    expect(
      read(
        `# Port stays open\n\n${body}\n\n**Related article:** [Ships wait outside](#)\n\n[Town votes on port](https://example.org/b)`,
      ).related,
    ).toEqual([
      { title: 'Ships wait outside', url: null },
      { title: 'Town votes on port', url: 'https://example.org/b' },
    ]);
  });

  test.each([
    [
      'the title of front matter counts once',
      `---\ntitle: "Port stays open"\ndate: 2021-05-03\n---\n\n# Port stays open\n\n${body}`,
    ],
    ['and is written out where the text lacks it', `---\ntitle: Port stays open\ndate: 2021-05-03\n---\n\n${body}`],
  ])('%s', (_, source) => {
    expect(read(source)).toMatchObject({
      title: 'Port stays open',
      published: '2021-05-03',
      text: `Port stays open\n\n${body}`,
    });
  });

  test.each<readonly [string, string]>([
    ['a list of authors', 'author:\n  - "[[Jane Doe]]"\n  - "[[John Roe]]"\npublished: 2021-05-03'],
    ['unknown keys', 'layout: post\nauthor: Jane Doe, John Roe\nweather:\n  wind: west\npublished: 2021-05-03'],
    ['a colon that YAML forbids', 'note: one: two: "three\nauthor: Jane Doe and John Roe\npublished: 2021-05-03'],
  ])('front matter with %s', (_, header) => {
    expect(read(`---\n${header}\n---\n\n# Port stays open\n\n${body}`)).toMatchObject({
      title: 'Port stays open',
      byline: ['Jane Doe', 'John Roe'],
      published: '2021-05-03',
      text: `Port stays open\n\n${body}`,
    });
  });

  test('front matter of one line is no text either; a rule above a text is no fence', () => {
    expect(read(`---\nauthor: Jane Doe\n---\n\n# Port stays open\n\n${body}`).byline).toEqual(['Jane Doe']);
    expect(read(`---\n\n# Port stays open\n\n${body}\n\n---\n\nIt may close in June.`).text).toContain(body);
  });

  test('a quotation set apart under the headline is the dek; one that the text repeats is not', () => {
    expect(read(`# Port stays open\n\nBy Jane Doe\n\n> Crews had asked for longer hours.\n\n${body}`).dek).toBe(
      'Crews had asked for longer hours.',
    );
    expect(read(`# Port stays open\n\n${body}\n\n> The port will stay open`).dek).toBeNull();
    expect(read(`# Port stays open\n\n> "We shall stay," the crews wrote.\n\n${body}`).dek).toBeNull();
  });

  test('a headline that ends with a day dates the report, if nothing else does', () => {
    expect(read(`# Press briefing – 3 May 2021\n\n${body}`)).toMatchObject({
      title: 'Press briefing – 3 May 2021',
      published: '2021-05-03',
    });
    expect(read(`# Press briefing – 3 May 2021\n\n4 May 2021\n\n${body}`).published).toBe('2021-05-04');
    expect(read(`# What the storm of 3 May 2021 took\n\n${body}`).published).toBeNull();
  });
});
