import { describe, expect, test } from 'vitest';
import { readInput } from '../../src/intake/index.ts';
import type { Document } from '../../src/text/index.ts';

const read = (html: string): Document => readInput({ name: 'page.html', bytes: new TextEncoder().encode(html) });

const body =
  'The harbour master of Sund said on Monday that the port would stay open through the winter. Ships from three countries lie at its quays, and more are on their way.';
const more =
  'Crews from the north had asked for a berth since the spring, and the council agreed to it last week, when the ice was already thick in the outer bay.';
const other =
  'The old ferry to Vesta was sold on Thursday to a company from the south, which means to turn it into a hotel with sixty rooms and a hall for concerts.';

const report = `<h1>Port stays open</h1><p>${body}</p><p>${more}</p>`;
const page = (html: string): string => `<html lang="en"><body>${html}</body></html>`;

describe('what belongs to the report', () => {
  test.each([
    [
      'a copy that is not shown',
      page(`<article>${report}</article><div style="display: none"><p>${body} ${other}</p></div>`),
    ],
    ['another article beside it', page(`<article>${report}</article><article><p>${other}</p></article>`)],
    [
      'an article inside its article',
      page(`<article>${report}<article><h2>Ferry sold</h2><p>${other}</p></article></article>`),
    ],
    [
      'what opens over a word',
      page(
        `<article><h1>Port stays open</h1><p>${body.replace('Sund', `Sund<span class="tooltip-content">${other}</span>`)}</p><p>${more}</p></article>`,
      ),
    ],
    ['a paragraph that is printed twice', page(`<article>${report}<p>${body}</p></article>`)],
    [
      'the headline again as a paragraph',
      page(`<article><h1>Port stays open</h1><p>Port stays open</p><p>${body}</p><p>${more}</p></article>`),
    ],
    ['html and body opened twice', `<html class="old"><html lang="en"><body><body>${report}</body></html>`],
  ])('%s', (_, html) => {
    expect(read(html).text).toBe(`Port stays open\n\n${body}\n\n${more}`);
  });

  test('short paragraphs of a container whose classes name the subjects of the text', () => {
    const html = page(
      `<div class="post tag-comment category-newsletter"><h1>Port stays open</h1><p>${body}</p><p>“No,” he said</p><p>${more}</p></div>`,
    );
    expect(read(html).text).toBe(`Port stays open\n\n${body}\n\n“No,” he said\n\n${more}`);
  });

  test('the posts of a live blog, though each is an article of its own', () => {
    const live = `<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Port stays open"}</script>`;
    const html = `<html><head>${live}</head><body><article><h1>Port stays open</h1><p>${body}</p><p>${more}</p><article><p>${other}</p></article></article></body></html>`;
    expect(read(html).text).toContain(other);
  });

  test('a post of a network that stands between paragraphs', () => {
    const post =
      '<blockquote class="twitter-tweet"><p>We sail on Monday, ice or not.</p>— Ada Berg (@adaberg) May 3, 2021</blockquote>';
    const html = page(
      `<article><h1>Port stays open</h1><p>${body}</p><div class="social-embed">${post}</div><p>${more}</p></article>`,
    );
    expect(read(html).text).toContain('We sail on Monday, ice or not.\n\n— Ada Berg (@adaberg) May 3, 2021');
  });

  test('a first paragraph that is linked for the most part', () => {
    const linked = body.replace(/^(.*winter\.)/, '<a href="https://sund.example/port">$1</a>');
    expect(
      read(page(`<article><h1>Port stays open</h1><p>${linked}</p><p>${more}</p><p>${other}</p></article>`)).text,
    ).toContain(body);
  });
});

describe('what stands behind the last sentence', () => {
  const ending = (...lines: readonly string[]): string =>
    read(page(`<article>${report}${lines.map((line) => `<p>${line}</p>`).join('')}</article>`)).text;

  test.each([['Mehr dazu'], ['3 Kommentare'], ['Sur le même sujet'], ['関連記事']])(
    '"%s" is no part of it',
    (label) => {
      expect(ending(label)).toBe(ending());
      expect(ending(label, '12 views')).toBe(ending());
    },
  );

  test.each([
    ['(jd)'],
    ['mit dpa'],
    ['Contributing: Jane Doe'],
    ['“No,” he said'],
    ['He agreed.'],
    ['No ship has been turned away so far'],
  ])('"%s" is', (line) => {
    expect(ending(line)).toBe(`${ending()}\n\n${line}`);
  });

  test('a table of short lines is', () => {
    const rows = ['First', '123 tons', 'Second', '117 tons'];
    expect(ending(...rows)).toBe([ending(), ...rows].join('\n\n'));
  });
});
