import { describe, expect, test } from 'vitest';
import { ReadoutError } from '../../src/intake/index.ts';
import { parseXml } from '../../src/intake/xml/parse-xml.ts';
import { markupOf, rawTextOf } from '../../src/intake/xml/xml-element.ts';

const text = (source: string): string => rawTextOf(parseXml(source, 'given').root);
const refusal = (source: string): string => {
  try {
    parseXml(source, 'given');
  } catch (error) {
    if (error instanceof ReadoutError) return error.code;
    throw error;
  }
  return 'read';
};

test.each([
  ['CDATA stays as it is', '<a>x <![CDATA[<b>&amp;]]> y</a>', 'x <b>&amp; y'],
  ['characters by number and name', '<a>&#233;&#xe9;&eacute;&nbsp;&lt;</a>', 'éé\u00e9\u00a0<'],
  ['what is no entity', '<a>R&D & &unknown; &#x110000;</a>', 'R&D & &unknown; \ufffd'],
  ['controls become spaces', '<a>a&#1;b</a>', 'a b'],
  ['an abbreviation of the document type', '<!DOCTYPE a [<!ENTITY nw "Norwire">]><a>&nw; said</a>', 'Norwire said'],
  [
    'a comment before the document type',
    '<?xml version="1.0"?><!-- > --><!DOCTYPE a [<!-- ]> --><!ENTITY x "]>">]><a>&x;</a>',
    ']>',
  ],
  ['tags that do not match', '<a><b>x</c></a>', 'x'],
  ['comments and instructions', '<a>x<!-- y --><?z w?></a>', 'x'],
])('%s', (_, source, wanted) => {
  expect(text(source)).toBe(wanted);
});

test('XHTML loses its prefixes and keeps its form', () => {
  const { root } = parseXml(
    '<c xmlns:h="http://www.w3.org/1999/xhtml"><h:p class="x">a &amp; <h:br/><h:b>b</h:b></h:p></c>',
    'given',
  );
  expect(markupOf(root)).toBe('<p class="x">a &amp; <br><b>b</b></p>');
});

describe('what is made to do harm', () => {
  const laughs = `<!DOCTYPE l [<!ENTITY a "ha">${'bcdefghi'
    .split('')
    .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefgh'[at]};`.repeat(10)}">`)
    .join('')}]><l>&i;</l>`;
  test.each([
    ['entities of entities', laughs, 'xml-entities'],
    [
      'a long entity',
      `<!DOCTYPE l [<!ENTITY a "${'x'.repeat(50_000)}">]><l>${'&a;'.repeat(50_000)}</l>`,
      'xml-entities',
    ],
    [
      'a short entity very often',
      `<!DOCTYPE l [<!ENTITY a "${'x'.repeat(900)}">]><l>${'&a;'.repeat(50_000)}</l>`,
      'xml-entities',
    ],
    [
      'very many entities',
      `<!DOCTYPE l [${Array.from({ length: 500 }, (_, at) => `<!ENTITY e${at} "x">`).join('')}]><l/>`,
      'xml-entities',
    ],
    [
      'an entity in an attribute',
      `<!DOCTYPE l [<!ENTITY a "${'x'.repeat(900)}">]><l a="${'&a;'.repeat(5000)}"/>`,
      'xml-entities',
    ],
    ['elements without a bottom', '<a>'.repeat(100_000), 'xml-too-large'],
    ['a document type without an end', `<!DOCTYPE a [${'<!ENTITY '.repeat(20_000)}`, 'bad-xml'],
    ['no element', '<?xml version="1.0"?>', 'bad-xml'],
  ])('%s is refused at once', (_, source, code) => {
    const started = performance.now();
    expect(refusal(source)).toBe(code);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test.each([
    ['an entity', '<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]><a>x&f;y</a>', 'x&f;y'],
    ['a public entity', '<!DOCTYPE a [<!ENTITY f PUBLIC "-//x" "http://localhost:1/">]><a>&f;</a>', '&f;'],
  ])('%s outside of the file is named in a warning and not fetched', (_, source, wanted) => {
    const { root, warnings } = parseXml(source, 'given');
    expect(rawTextOf(root)).toBe(wanted);
    expect(warnings.map(({ code }) => code)).toEqual(['xml-external']);
  });

  test('XInclude is an element without words', () => {
    expect(
      text('<a xmlns:xi="http://www.w3.org/2001/XInclude">x<xi:include href="/etc/passwd" parse="text"/></a>'),
    ).toBe('x');
  });
});
