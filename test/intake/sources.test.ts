import { describe, expect, test } from 'vitest';
import { readInput } from '../../src/intake/index.ts';
import type { Document } from '../../src/text/index.ts';

const read = (text: string, name = 'page.html'): Document => readInput({ name, bytes: new TextEncoder().encode(text) });

const body =
  'The harbour master of Sund said on Monday that the port would stay open through the winter. Ships from three countries lie at its quays.';
const more = 'Crews from the north had asked for a berth since the spring, and the council agreed to it last week.';

const page = (head: string, top = '<h1>Port stays open through the winter</h1>', html = ''): string =>
  `<html${html}><head>${head}</head><body>${top}<p>${body}</p><p>${more}</p></body></html>`;
const ld = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const meta = (key: string, value: string): string => `<meta property="${key}" content="${value}">`;

describe('where a field was found', () => {
  test('JSON-LD comes before Open Graph, and that before other meta elements', () => {
    const document = read(
      page(
        `${ld({ '@type': 'NewsArticle', datePublished: '2026-03-09', author: { name: 'Ida Holm' } })}
         ${meta('article:published_time', '2026-03-08')}${meta('og:site_name', 'Sund Courier')}<meta name="author" content="Per Dahl">`,
      ),
    );
    expect(document).toMatchObject({ published: '2026-03-09', byline: ['Ida Holm'], publisher: 'Sund Courier' });
    expect(document.sources).toEqual({
      title: 'h1',
      byline: 'json-ld',
      published: 'json-ld',
      publisher: 'og',
      language: 'guess',
    });
  });

  test.each([
    [
      'a graph whose author is named elsewhere',
      ld({
        '@graph': [
          { '@type': 'NewsArticle', datePublished: '2026-03-09', author: { '@id': '#ida' } },
          { '@type': 'Person', '@id': '#ida', name: 'Ida Holm' },
        ],
      }),
      'json-ld',
    ],
    [
      'an array in an array',
      ld([[{ '@type': ['Article'], datePublished: '2026-03-09', author: ['Ida Holm'] }]]),
      'json-ld',
    ],
    [
      'an article that is the main thing of its page',
      ld({ '@type': 'WebPage', mainEntity: { '@type': 'Report', datePublished: '2026-03-09', author: 'Ida Holm' } }),
      'json-ld',
    ],
    [
      'a live blog',
      ld({
        '@type': 'LiveBlogPosting',
        datePublished: '2026-03-09',
        author: [{ '@type': 'Person', name: 'Ida Holm' }],
      }),
      'json-ld',
    ],
    [
      'other meta elements',
      '<meta name="dc.date.issued" content="2026-03-09"><meta name="dc.creator" content="Ida Holm">',
      'meta',
    ],
  ])('%s', (_, head, source) => {
    const document = read(page(head));
    expect(document).toMatchObject({ published: '2026-03-09', byline: ['Ida Holm'] });
    expect(document.sources).toMatchObject({ published: source, byline: source });
  });

  test('microdata and RDFa around the text', () => {
    const items = `<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Port stays open through the winter</h1>
      <span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ida Holm</b>, in Sund</span>
      <meta itemprop="datePublished" content="2026-03-09T08:00:00Z"></div>`;
    const document = read(page('', items));
    expect(document).toMatchObject({ byline: ['Ida Holm'], published: '2026-03-09T08:00:00Z' });
    expect(document.sources).toMatchObject({ byline: 'microdata', published: 'microdata' });
    const rdfa = `<div vocab="https://schema.org/" typeof="NewsArticle"><h1 property="headline">Port stays open through the winter</h1>
      <span property="schema:author">Ida Holm</span> <span property="datePublished" content="2026-03-09">9 March</span></div>`;
    expect(read(page('', rdfa))).toMatchObject({
      byline: ['Ida Holm'],
      published: '2026-03-09',
      sources: { byline: 'rdfa', published: 'rdfa' },
    });
  });

  test('the day of another report on the page is not that of this one', () => {
    const other =
      '<div itemscope itemtype="https://schema.org/NewsArticle"><b itemprop="headline">Boats sold</b><time itemprop="datePublished" datetime="2019-01-01"></time></div>';
    const own = `<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Port stays open through the winter</h1><i itemprop="author">Ida Holm</i><time itemprop="datePublished" datetime="2026-03-09"></time></div>`;
    expect(read(page('', `${other}${own}`)).published).toBe('2026-03-09');
  });

  test('the time element, the address, the text, and the lines of a header', () => {
    const timed = page(
      '',
      '<h1>Port stays open through the winter</h1><time datetime="2026-03-09T10:00Z">Monday</time>',
    );
    expect(read(timed).sources.published).toBe('time-element');
    const linked = page(
      '<link rel="canonical" href="https://courier.example/2026/03/09/port">',
      undefined,
      ' lang="en-GB"',
    );
    expect(read(linked).sources).toMatchObject({ url: 'link', published: 'url', language: 'lang' });
    const said = page('', '<h1>Port stays open through the winter</h1><p>By Ida Holm | 9 March 2026</p>');
    expect(read(said)).toMatchObject({ published: '2026-03-09', sources: { published: 'text', byline: 'text' } });
    const exported = `Title: Port stays open\nAuthor: Ida Holm\nDate: 2026-03-09\n\n${body}\n\n${more}`;
    expect(read(exported, 'a.txt').sources).toMatchObject({ title: 'header', byline: 'header', published: 'header' });
    const wire = `Port stays open\n\nSUND, March 9 (Norwire) - ${body}\n\n${more}`;
    expect(read(wire, 'a.txt').sources).toMatchObject({ title: 'text', dateline: 'text', agency: 'text' });
  });
});

describe('headlines', () => {
  test('what the page prints is the headline, and what it states otherwise is kept beside it', () => {
    const head = `${ld({ '@type': 'NewsArticle', headline: 'Port stays open through the winter' })}${meta('og:title', 'Why a port on ice | Sund Courier')}<title>Port stays open through the winter - Sund Courier</title>`;
    const document = read(page(head));
    expect(document.title).toBe('Port stays open through the winter');
    expect(document.otherTitles).toEqual([{ title: 'Why a port on ice', source: 'og' }]);
  });

  test('the marks and the kicker of a heading are read by what the page states', () => {
    const head = meta('og:title', 'Winter in Sund: The port stays open');
    expect(read(page(head, '<h1><span>Winter in Sund</span> The port stays open</h1>')).title).toBe(
      'Winter in Sund: The port stays open',
    );
    expect(read(page(meta('og:title', 'The port stays open'), '<h1>Shipping : The port stays open</h1>')).title).toBe(
      'The port stays open',
    );
    expect(read(page('', '<h1>Shipping: The port stays open</h1>')).title).toBe('Shipping: The port stays open');
    expect(
      read(
        page(meta('og:title', 'Winter in Sund: Ports - and who pays'), '<h1>Winter in Sund Ports - and who pays</h1>'),
      ).title,
    ).toBe('Winter in Sund: Ports - and who pays');
  });

  test('a kicker in a line above a heading is part of the headline where the page states both as one', () => {
    const printed = '<div class="topic">Winter in Sund</div><h1>The port stays open</h1>';
    const joined = 'Winter in Sund: The port stays open';
    expect(read(page(meta('og:title', joined), printed)).title).toBe(joined);
    expect(read(page(meta('og:title', 'Autumn in Sund: The port stays open'), printed)).title).toBe(
      'The port stays open',
    );
    const both = `${meta('og:title', joined)}${ld({ '@type': 'NewsArticle', headline: 'The port stays open' })}`;
    expect(read(page(both, printed)).title).toBe('The port stays open');
  });

  test('a page that prints no heading has the one it states', () => {
    const document = read(page(meta('og:title', 'Port stays open through the winter'), ''));
    expect(document).toMatchObject({ title: 'Port stays open through the winter', sources: { title: 'og' } });
  });
});

describe('notices of the editors', () => {
  const notice = 'Correction: An earlier version of this report gave a wrong number of ships.';
  test.each([
    ['correction', notice],
    ['correction', 'This article was amended on 9 March to say that the council had agreed.'],
    ['correction', '(Corrects number of ships in paragraph 2)'],
    ['clarification', 'Clarification: The berth was asked for in April of last year.'],
    ['update', 'Update: The council has since set a day for the opening.'],
    ['update', '(Adds comment by the council, background)'],
    ['note', "Editor's note: This report was written before the vote of the council."],
  ])('%s: %s', (kind, text) => {
    for (const document of [
      read(page('', `<h1>Port stays open through the winter</h1><p class="note">${text}</p>`)),
      read(
        `<html><body><h1>Port stays open</h1><article><p>${body}</p><p>${more}</p></article><p><em>${text}</em></p></body></html>`,
      ),
      read(`Port stays open\n\n${body}\n\n${more}\n\n${text}`, 'a.txt'),
    ]) {
      expect(document.corrections).toEqual([{ kind, text }]);
      expect(document.text).toContain(text);
    }
  });

  test('a label alone names the paragraph under it', () => {
    const document = read(
      page('', '<h1>Port stays open</h1>').replace(
        '</body>',
        '<h3>Correction</h3><p>The council met on Friday, not on Thursday as was said here.</p></body>',
      ),
    );
    expect(document.corrections).toEqual([
      { kind: 'correction', text: 'The council met on Friday, not on Thursday as was said here.' },
    ]);
  });

  test.each([
    'Correction officers at the port said that nothing had been found.',
    'Updates on the talks were promised for the evening.',
    'The note said that the port would close.',
    '(The council adds that it will meet again.)',
  ])('no notice: %s', (text) => {
    expect(read(`Port stays open\n\n${body}\n\n${text}\n\n${more}`, 'a.txt').corrections).toEqual([]);
  });
});
