import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findInPage, openPage } from '../../../src/intake/anchor/find-in-page.ts';
import { toSelectors } from '../../../src/intake/anchor/selectors.ts';
import { ReadoutError, readInput } from '../../../src/intake/index.ts';
import { segment } from '../../../src/text/index.ts';
import { encodeIn } from '../../support/encode.ts';
import { textModel } from '../../support/text-model.ts';

const quoteOf = (exact: string, prefix = '', suffix = '') =>
  ({ type: 'TextQuoteSelector', exact, prefix, suffix }) as const;

const found = (html: string, exact: string, prefix = '', suffix = ''): string | null => {
  const page = openPage(html);
  const place = page === null ? null : findInPage(page, quoteOf(exact, prefix, suffix));
  return place === null ? null : place.text.slice(place.start, place.end);
};

describe('words are found', () => {
  const words = 'The envoy’s “final” offer was refused.';

  test.each([
    ['as they are', `<p>${words}</p>`, words],
    ['across inline elements', '<p>The <b>envoy</b>’s “<i>final</i>” <a href="/x">offer was</a> refused.</p>', words],
    [
      'with entities',
      '<p>The envoy&rsquo;s &ldquo;final&#8221; offer&nbsp;was refused.</p>',
      'The envoy’s “final” offer\u00a0was refused.',
    ],
    [
      'with the line breaks of the source',
      '<p>The envoy’s\n     “final”\toffer was\r\nrefused.</p>',
      'The envoy’s\n     “final”\toffer was\nrefused.',
    ],
    [
      'with soft hyphens and joiners',
      '<p>The en&shy;voy’s “fi\u200bnal” of\u00adfer was re\u2060fused.</p>',
      'The en\u00advoy’s “fi\u200bnal” of\u00adfer was re\u2060fused.',
    ],
    ['with ligatures', '<p>The envoy’s “ﬁnal” oﬀer was refused.</p>', 'The envoy’s “ﬁnal” oﬀer was refused.'],
    [
      'with other quotation marks',
      `<p>The envoy's "final" offer was refused.</p>`,
      `The envoy's "final" offer was refused.`,
    ],
    ['over a line break', '<p>The envoy’s “final”<br>offer was refused.</p>', 'The envoy’s “final”offer was refused.'],
    [
      'past a comment',
      '<p>The envoy’s <!-- not yet --> “final” offer was refused.</p>',
      'The envoy’s  “final” offer was refused.',
    ],
    [
      'past a script',
      '<p>The envoy’s “final” <script>var a = 1;</script>offer was refused.</p>',
      'The envoy’s “final” var a = 1;offer was refused.',
    ],
    [
      'past a button',
      '<p>The envoy’s “final” <button>Share</button> offer was refused.</p>',
      'The envoy’s “final” Share offer was refused.',
    ],
    ['in markup that is not closed', '<p>No.<p>The <b>envoy’s <i>“final”</b> offer</i> was refused.<p>No.', words],
    ['in a table without rows', `<table><p>${words}</table>`, words],
    ['in a page that says it late', `</body></html><p>${words}`, words],
  ])('%s', (_what, html, expected) => {
    expect(found(html, words)).toBe(expected);
  });

  test('over paragraphs between which the page sets something else', () => {
    const html = '<p>“We shall stay.</p><div class="ad">Buy boats!</div><p>“And we shall win,” he said.</p>';
    expect(found(html, '“We shall stay.\n\n“And we shall win,” he said.')).toBe(
      '“We shall stay.Buy boats!“And we shall win,” he said.',
    );
  });

  test('with accents that are composed in another way', () => {
    expect(found('<p>Le café fermé.</p>', 'Le cafe\u0301 ferme\u0301.')).toBe('Le café fermé.');
  });

  test('in what only a control shows', () => {
    expect(found('<p>Choose:</p><button>Stay in Sund</button>', 'Stay in Sund')).toBe('Stay in Sund');
  });

  test('offsets are those of a browser’s textContent, scripts and all', () => {
    const html =
      '<html><head><title>Not this</title></head><body>\n<script>let x;</script><p>Ships stay.</p></body></html>';
    const page = openPage(html);
    expect(page?.text).toBe('\nlet x;Ships stay.');
    expect(page === null ? null : findInPage(page, quoteOf('Ships stay.'))).toMatchObject({ start: 7, end: 18 });
  });

  test('in the bytes of a page in an old encoding', () => {
    const page = openPage(encodeIn('windows-1251', '<meta charset=windows-1251><p>Порт открыт, сказал министр.</p>'));
    expect(page === null ? null : findInPage(page, quoteOf('Порт открыт'))).not.toBeNull();
  });
});

describe('of several places the one that is meant is found', () => {
  const html =
    '<nav>He did not answer.</nav><p>Asked on Monday, he waited. He did not answer. He smiled.</p><p>Asked again, he stood up. He did not answer. He left.</p>';
  const at = (prefix: string, suffix: string): number | undefined => {
    const page = openPage(html);
    return page === null ? undefined : findInPage(page, quoteOf('He did not answer.', prefix, suffix))?.start;
  };
  const text = openPage(html)?.text ?? '';

  test.each([
    ['the first', '', '', 0],
    ['by what stands before', 'Asked on Monday, he waited. ', '', text.indexOf('He did not answer. He smiled')],
    ['by what stands behind', '', ' He left.', text.indexOf('He did not answer. He left')],
    [
      'by both, though the page has less space',
      'he stood up.\n\n',
      '\n\nHe left.',
      text.indexOf('He did not answer. He left'),
    ],
  ])('%s', (_what, prefix, suffix, expected) => {
    expect(at(prefix, suffix)).toBe(expected);
  });
});

test.each([
  ['words that are not there', '<p>Ships stay.</p>', 'Ships sail.'],
  ['no words', '<p>Ships stay.</p>', ' \u00ad'],
  ['words of the head', '<head><title>Ships stay.</title></head><p>No.</p>', 'Ships stay.'],
  ['paragraphs in the wrong order', '<p>Two.</p><p>One.</p>', 'One.\n\nTwo.'],
  ['an empty page', '', 'Ships stay.'],
  ['a frameset', '<frameset><frame src="a"></frameset>', 'Ships stay.'],
])('%s are not found', (_what, html, words) => {
  expect(found(html, words)).toBeNull();
});

const letters = (text: string): string => text.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');
const pages = globSync(['examples/reports/*.html', 'test/articles/*/source.html']);

test('there are pages to try it on', () => {
  expect(pages.length).toBeGreaterThan(8);
});

test.each(pages)('every sentence and block of %s is found in it, one behind the other', (path) => {
  const bytes = readFileSync(path);
  const document = readInput({ name: path, bytes });
  const page = openPage(bytes);
  const body = letters(page?.text ?? '');
  const blocks = document.blocks.map(({ span }) => span);
  for (const spans of [segment(document, textModel), blocks]) {
    let last = -1;
    for (const span of spans) {
      const place = page === null ? null : findInPage(page, toSelectors(document, span).quote);
      const words = document.text.slice(span.start, span.end);
      // A headline may stand in the head of a page alone.
      if (place === null) expect(body).not.toContain(letters(words));
      else {
        expect(letters(place.text.slice(place.start, place.end))).toBe(letters(words));
        expect(place.start).toBeGreaterThan(last);
        last = place.start;
      }
    }
  }
});

test('of any report, whatever stands between its words, every sentence is found at its own place', () => {
  const sentence = fc.constantFrom(
    'He did not answer.',
    'The harbour master said that the port would stay open for another month.',
    '“We were told of the ﬁrst offer,” the envoy’s aide said on Tuesday evening in Sund.',
    'Three ships – all of them Norland’s – waited outside for a pilot who did not come.',
  );
  const gap = fc.constantFrom(
    ' ',
    '&nbsp;',
    '\n   ',
    ' <b>',
    '</b> ',
    ' <i></i>',
    '&shy; ',
    ' <a href="#n"></a>',
    ' <!-- x -->',
  );
  const paragraph = fc.array(sentence, { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.array(paragraph, { minLength: 3, maxLength: 6 }),
      fc.array(gap, { minLength: 12, maxLength: 12 }),
      (paragraphs, gaps) => {
        const marked = (text: string, offset: number): string =>
          text
            .split(' ')
            .map((word, at) => word + (gaps[(at + offset) % gaps.length] ?? ' '))
            .join('');
        const html = `<article><h1>Port stays open</h1>${paragraphs.map((sentences, index) => `<p>${index + 1}th: ${marked(sentences.join(' '), index)}</p>`).join('')}</article>`;
        let document: ReturnType<typeof readInput>;
        try {
          document = readInput({ name: 'a.html', bytes: new TextEncoder().encode(html) });
        } catch (error) {
          if (error instanceof ReadoutError) return;
          throw error;
        }
        const page = openPage(html);
        let last = -1;
        for (const span of segment(document, textModel)) {
          const place = page === null ? null : findInPage(page, toSelectors(document, span).quote);
          expect(letters(place?.text.slice(place.start, place.end) ?? '')).toBe(
            letters(document.text.slice(span.start, span.end)),
          );
          expect(place?.start).toBeGreaterThan(last);
          last = place?.start ?? last;
        }
      },
    ),
    { numRuns: 150 },
  );
});

test.each([
  ['<div>', 200_000],
  ['<b>', 100_000],
  ['<p><b>', 20_000],
  ['<table><tr><td>', 30_000],
  ['<a><i>', 20_000],
])('a page of "%s" without end is refused or searched in time', (scrap, times) => {
  const started = process.cpuUsage();
  expect(found(scrap.repeat(times), 'Ships stay.')).toBeNull();
  // Of the processor, so that a busy machine fails nothing.
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(8000);
});
