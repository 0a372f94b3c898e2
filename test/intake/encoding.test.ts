import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/intake/decode.ts';
import { charsetIn, prescan } from '../../src/intake/prescan.ts';
import { encodeIn } from '../support/encode.ts';

const samples: Record<string, string[]> = JSON.parse(
  readFileSync(new URL('samples/languages.json', import.meta.url), 'utf8'),
);
const traditional =
  '外交部長週一表示，關於北部邊界的會談將在下週繼續。議會在漫長的一夜之後否決了預算，兩個政黨要求重新選舉。';
// The old encoding has the letters with a cedilla.
const sampleOf = (language: string): string =>
  (samples[language] ?? []).join(' ').replaceAll('ș', 'ş').replaceAll('ț', 'ţ');
const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

const legacy: readonly (readonly [encoding: string, languages: string])[] = [
  ['windows-1252', 'de fr es it pt sv da fi is ca sq'],
  ['windows-1250', 'pl cs sk sl hr hu ro'],
  ['iso-8859-2', 'pl cs sk sl hr hu ro'],
  ['windows-1251', 'ru uk be bg sr mk'],
  ['koi8-r', 'ru'],
  ['koi8-u', 'uk'],
  ['iso-8859-5', 'ru bg sr'],
  ['ibm866', 'ru'],
  ['windows-1253', 'el'],
  ['windows-1254', 'tr'],
  ['windows-1255', 'he'],
  ['windows-1256', 'ar'],
  ['windows-1257', 'et lv lt'],
  ['windows-874', 'th'],
  ['shift_jis', 'ja'],
  ['euc-jp', 'ja'],
  ['euc-kr', 'ko'],
  ['gb18030', 'zh'],
  ['gbk', 'zh'],
  ['big5', 'zh-Hant'],
];

describe('bytes that say nothing of their encoding', () => {
  const rows = legacy.flatMap(([encoding, languages]) =>
    languages.split(' ').map((language) => [encoding, language] as const),
  );

  test.each(rows)('%s in "%s"', (encoding, language) => {
    const text = language === 'zh-Hant' ? traditional : sampleOf(language);
    const { text: read, warnings } = decode('a.txt', encodeIn(encoding, text));
    expect(read).toBe(text);
    expect(warnings.map(({ code }) => code)).toEqual(['encoding-guessed']);
  });

  test.each(rows)('%s in "%s", inside a page', (encoding, language) => {
    const text = language === 'zh-Hant' ? traditional : sampleOf(language);
    const page = `<html><head><title>Report</title><script>var said = "said the minister of the port";</script></head>
<body><div class="menu"><a href="/world">World</a></div><p>${text}</p></body></html>`;
    expect(decode('a.html', encodeIn(encoding, page)).text).toBe(page);
  });

  test('English with curly quotation marks is windows-1252', () => {
    const text = 'The envoy said on Tuesday that the talks “were not over” – and that the port’s workers knew it.';
    expect(decode('a.txt', encodeIn('windows-1252', text))).toMatchObject({ text, encoding: 'windows-1252' });
  });

  test('Japanese that is switched on by escapes, which is valid UTF-8 too', () => {
    const bytes = Uint8Array.from([0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42, 0x21]);
    expect(decode('a.txt', bytes)).toMatchObject({ text: '日本!', encoding: 'iso-2022-jp' });
  });
});

describe('what is declared', () => {
  const russian = encodeIn('koi8-r', `<p>${sampleOf('ru')}</p>`);
  const page = (head: string, body: Uint8Array = russian): Uint8Array => Buffer.concat([ascii(head), body]);

  test.each([
    ['by the page', page('<meta charset=koi8-r>'), null],
    ['by the server, against the page', page('<meta charset="windows-1251">'), 'KOI8-R'],
    ['by the server, with a label that does not exist', page('<meta charset="koi8-r">'), 'koi9'],
  ])('%s', (_what, bytes, charset) => {
    expect(decode('a.html', bytes, charset).text).toContain(sampleOf('ru'));
    expect(decode('a.html', bytes, charset).encoding).toBe('koi8-r');
  });

  test('counts less than a byte order mark', () => {
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), ascii('<meta charset=koi8-r><p>Café')]);
    expect(decode('a.html', bytes, 'koi8-r')).toMatchObject({
      encoding: 'utf-8',
      text: '<meta charset=koi8-r><p>Café',
    });
  });

  test('counts less than valid UTF-8', () => {
    expect(decode('a.html', ascii('<meta charset=koi8-r><p>Café'), 'koi8-r').text).toContain('Café');
  });

  test('is not believed where most letters would be damaged', () => {
    const bytes = page('<meta charset=euc-kr>', encodeIn('windows-1251', sampleOf('ru')));
    expect(decode('a.html', bytes).text).toContain(sampleOf('ru'));
  });

  test('is believed where a few letters are damaged, which is told', () => {
    const bytes = Buffer.concat([
      ascii('<meta charset=shift_jis>'),
      encodeIn('shift_jis', sampleOf('ja')),
      Buffer.from([0xfd]),
    ]);
    const { text, encoding, warnings } = decode('a.html', bytes);
    expect(text).toContain(sampleOf('ja'));
    expect([encoding, ...warnings.map(({ code }) => code)]).toEqual(['shift_jis', 'encoding-damaged']);
  });
});

describe('the prescan of a page', () => {
  test.each([
    ['<meta charset="koi8-r">', 'koi8-r'],
    ["<META CHARSET='KOI8-R'>", 'koi8-r'],
    ['<meta charset=koi8-r/>', null],
    ['<meta charset=koi8-r >', 'koi8-r'],
    ['<meta/charset="koi8-r"/>', 'koi8-r'],
    ['<meta name=a content="b>c" charset=koi8-r>', 'koi8-r'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', 'koi8-r'],
    ['<meta content="text/html;charset = \'koi8-r\'" http-equiv=content-type>', 'koi8-r'],
    ['<meta http-equiv="refresh" content="text/html; charset=koi8-r">', null],
    ['<meta name="description" content="the charset=koi8-r of old pages">', null],
    ['<meta property="charset=koi8-r">', null],
    ['<metadata charset=koi8-r>', null],
    ['<!-- <meta charset="koi8-r"> --><meta charset="big5">', 'big5'],
    ['<!--><meta charset="koi8-r">', 'koi8-r'],
    ['<div title="<meta charset=koi8-r>"><meta charset="big5">', 'big5'],
    ['<!doctype html><?php echo ?><title>A</title></x><meta charset="big5">', 'big5'],
    ['<meta charset="utf-16le">', 'utf-8'],
    ['<meta charset="x-user-defined">', 'windows-1252'],
    ['<meta charset="latin1">', 'windows-1252'],
    ['<meta charset="gb2312">', 'gbk'],
    ['<meta charset="no-such"><meta charset="big5">', 'big5'],
    ['<meta charset="no-such" charset="big5">', null],
    ['<?xml version="1.0" encoding="koi8-r"?><p>', 'koi8-r'],
    ['<?xml version="1.0" encoding="utf-16"?><p>', 'utf-8'],
    [' <?xml version="1.0" encoding="koi8-r"?><p>', null],
    [`<title>${'x'.repeat(5000)}</title><meta charset="koi8-r">`, 'koi8-r'],
    ['< meta charset=koi8-r><<<', null],
    ['<meta charset="koi8-r', null],
    ['', null],
  ])('%s', (text, encoding) => {
    expect(prescan(ascii(text))).toBe(encoding);
  });

  test.each(['<', '<meta ', '<meta a', '<!--', '<a b="', '<meta charset='])(
    '"%s" without end is read in time',
    (scrap) => {
      const started = performance.now();
      expect(prescan(ascii(scrap.repeat(20_000)))).toBeNull();
      expect(performance.now() - started).toBeLessThan(2000);
    },
  );
});

test.each([
  ['text/html; charset=Windows-1251', 'windows-1251'],
  ['text/html; charset="utf-8"', 'utf-8'],
  ['text/html', null],
])('the charset of "%s"', (content, encoding) => {
  expect(charsetIn(content)).toBe(encoding);
});
