import { describe, expect, test } from 'vitest';
import { type ReadOptions, ReadoutError, readInput } from '../../src/intake/index.ts';
import type { Document } from '../../src/text/index.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...encode(part)] : [...part])));

const read = (bytes: Uint8Array, options?: ReadOptions): Document => readInput({ name: 'given', bytes }, options);
const refusal = (bytes: Uint8Array, options?: ReadOptions): ReadoutError => {
  try {
    read(bytes, options);
  } catch (error) {
    if (error instanceof ReadoutError) return error;
    throw error;
  }
  throw new Error('the input was read');
};
const warningsOf = (bytes: Uint8Array): readonly string[] => {
  const codes: string[] = [];
  read(bytes, { warn: ({ code }) => codes.push(code) });
  return codes;
};

const sentence = 'The harbour master said that the port would stay open. ';

describe('input that is no report', () => {
  test.each([
    ['nothing', new Uint8Array(), 'empty-input', 'is empty'],
    ['white space', encode(' \n\t\n'), 'empty-input', 'is empty'],
    ['only marks', encode('--- *** ---'), 'no-text', 'no words'],
    ['zero bytes', new Uint8Array(500), 'binary-input', 'no text'],
    ['control characters', bytesOf('abc', [1, 2, 3, 4, 5, 6], 'abc'), 'binary-input', 'no text'],
    ['a PDF', encode('%PDF-1.7\n%âãÏÓ'), 'binary-input', 'is a PDF; save its text first'],
    ['a PNG picture', bytesOf([0x89], 'PNG\r\n', [0x1a, 0x0a]), 'binary-input', 'is a PNG picture'],
    ['a JPEG picture', bytesOf([0xff, 0xd8, 0xff, 0xe0]), 'binary-input', 'is a JPEG picture'],
    ['a ZIP archive', bytesOf([0x50, 0x4b, 3, 4, 20]), 'binary-input', 'ZIP archive or an office document'],
    ['a gzip archive', bytesOf([0x1f, 0x8b, 8, 0]), 'binary-input', 'gunzip'],
    ['an RTF document', encode('{\\rtf1\\ansi text}'), 'binary-input', 'RTF'],
    ['a feed', encode('<?xml version="1.0"?><rss version="2.0"><channel/></rss>'), 'unsupported-format', 'is a feed'],
    ['JSON', encode('{"title": "Port stays open"}'), 'unsupported-format', 'is JSON'],
    [
      'an unknown encoding',
      // EBCDIC, which no page is in.
      bytesOf([0xe3, 0x88, 0x85, 0x40, 0x97, 0x96, 0x99, 0xa3, 0x40, 0xa2, 0xa3, 0x81, 0xa8, 0xa2, 0x4b]),
      'unknown-encoding',
      'save it as UTF-8',
    ],
  ])('%s', (_, bytes, code, words) => {
    const error = refusal(bytes);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^given /);
    expect(error.message).toContain(words);
    expect(error.message).not.toMatch(/\n|undefined|\bat \w+ \(/);
  });

  test('text that only opens like a picture is text', () => {
    expect(read(encode(`BM and II* are letters. ${sentence}`)).text).toContain('BM and II*');
  });

  test('50 MB of text is refused with the limit and the way out, and read if the limit is raised', () => {
    const bytes = encode(`${sentence.repeat(10)}\n\n`.repeat(90_000));
    expect(refusal(bytes).message).toMatch(/^given has 49\.\d MB, past the limit of 10 MB for one report; split it/);
    expect(read(bytes, { limit: 60_000_000 }).blocks).toHaveLength(90_000);
  });
});

describe('input that is odd', () => {
  test.each([
    [
      'windows-1252 without a word about it',
      bytesOf('The caf', [0xe9], ' owner said ', [0x93], 'we stay', [0x94], '.'),
      'The café owner said “we stay”.',
      ['encoding-guessed'],
    ],
    [
      'UTF-16 with a mark',
      Uint8Array.from(Buffer.from('\ufeffThe café owner said “no”.', 'utf16le')),
      'The café owner said “no”.',
      [],
    ],
    [
      'UTF-16 without a mark',
      Uint8Array.from(Buffer.from('The cafe owner said that he would stay.', 'utf16le')),
      'The cafe owner said that he would stay.',
      [],
    ],
    ['a UTF-8 mark', bytesOf([0xef, 0xbb, 0xbf], sentence), sentence.trim(), []],
    [
      'one damaged character',
      bytesOf('“Yes”, “no”, “maybe”, “never”, “always” – he said ', [0xe2, 0x80], ' it all.'),
      '“Yes”, “no”, “maybe”, “never”, “always” – he said \ufffd it all.',
      ['encoding-damaged'],
    ],
    [
      'a lone surrogate',
      bytesOf('He said ', [0xed, 0xa0, 0x80], ' it all.'),
      'He said \ufffd it all.',
      ['encoding-damaged'],
    ],
    ['a stray control character', bytesOf(sentence.repeat(10), [7], 'Yes.'), `${sentence.repeat(10)} Yes.`, []],
  ])('%s', (_, bytes, text, warnings) => {
    expect(read(bytes).text).toBe(text);
    expect(warningsOf(bytes)).toEqual(warnings);
  });

  test('Cyrillic in its old encoding', () => {
    const text = 'Министр сказал, что порт будет открыт.';
    const bytes = Uint8Array.from(
      [...text].map((letter) => (letter.charCodeAt(0) < 128 ? letter.charCodeAt(0) : letter.charCodeAt(0) - 0x350)),
    );
    expect(read(bytes)).toMatchObject({ text, language: 'ru' });
  });

  test('a page in the encoding that it declares', () => {
    const bytes = bytesOf(
      '<html><head><meta charset="iso-8859-1"></head><body><h1>Port stays open</h1><p>',
      sentence.repeat(3),
      'Caf',
      [0xe9],
      ' owners were glad of it.</p></body></html>',
    );
    expect(read(bytes).text).toContain('Café owners');
    expect(warningsOf(bytes)).toEqual([]);
  });

  test('text that was decoded wrongly before it was saved', () => {
    expect(warningsOf(encode('The minister said â€œwe stayâ€\u009d and it wasnâ€™t a joke.'))).toEqual([
      'encoding-misread',
    ]);
  });

  test('lone surrogates in JSON-LD become U+FFFD', () => {
    const html = `<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Port \\ud800 open","author":"Jane Doe"}</script></head><body><p>${sentence.repeat(3)}</p></body></html>`;
    expect(read(encode(html)).title?.isWellFormed()).toBe(true);
  });
});

describe('input that is hostile', () => {
  const many = 100_000;
  test.each([
    ['100,000 nested divs', `${'<div>'.repeat(many)}<p>${sentence.repeat(3)}</p>${'</div>'.repeat(many)}`],
    ['nested inline elements', `<html><body>${'<div><span><b>'.repeat(30_000)}${sentence.repeat(3)}`],
    ['nested tables', `<html><body>${'<table><tr><td>'.repeat(20_000)}${sentence.repeat(3)}`],
    ['nested drawings', `<html><body><svg>${'<g>'.repeat(many)}</svg><p>${sentence.repeat(3)}</p>`],
    ['paragraphs and bold letters left open', `<html><body>${'<p><b>'.repeat(90_000)}${sentence.repeat(3)}`],
    [
      'an element of 500,000 attributes',
      `<html><body><p ${Array.from({ length: 500_000 }, (_, index) => `a${index}=1`).join(' ')}>${sentence.repeat(3)}</p>`,
    ],
    ['a book in one page', `<html><body><article>${`<p>${sentence.repeat(3)}</p>`.repeat(20_000)}</article>`],
    ['scripts that never end', `<html><body><p>${sentence.repeat(3)}</p>${'<script>'.repeat(many)}`],
    ['quotes that never end', `<html><body><p>${sentence.repeat(3)}</p>${'<a b="'.repeat(many)}`],
    ['a comment that never ends', `<html><body><p>${sentence.repeat(3)}</p><!-- ${'x'.repeat(many)}`],
    ['a hail of angle brackets', `<html><body><p>${sentence.repeat(3)}</p>${'<'.repeat(many)}`],
    [
      'JSON-LD without a bottom',
      `<html><head><script type="application/ld+json">${'['.repeat(many)}</script></head><body><p>${sentence.repeat(3)}</p>`,
    ],
    ['one sentence of 200,000 words', `${'the harbour master and '.repeat(50_000)}he said so.`],
    ['a line without a space', `He said ${'a'.repeat(3_000_000)}`],
    ['nested quotes in Markdown', `# Port\n\n${'> '.repeat(many)}${sentence}`],
    ['brackets in Markdown', `# Port\n\n${'['.repeat(many)}${sentence}`],
    ['stars in Markdown', `# Port\n\n${'a**b'.repeat(30_000)}${'c* '.repeat(20_000)}`],
    ['names without end', `Port\n\nBy ${'Jane Doe, '.repeat(many)}`],
    ['brackets without end', `Port\n\nHe said ${'('.repeat(1_000_000)}`],
    ['a million empty lines', `Port\n${'\n'.repeat(1_000_000)}${sentence}`],
  ])('%s is read in seconds', (_, text) => {
    const started = process.cpuUsage();
    expect(read(encode(text)).text.length).toBeGreaterThan(0);
    // Of the processor, so that a busy machine fails nothing.
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(8000);
  });

  test('a page of more elements than a report can need is refused by name', () => {
    expect(refusal(encode('<p>a'.repeat(300_000)))).toMatchObject({ code: 'page-too-large' });
  });
});
