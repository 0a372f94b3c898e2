import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalUrl } from '../../../src/intake/same/canonical-url.ts';
import { familyOf } from '../../../src/intake/same/family.ts';

const PAGE = 'https://post.example/world/2026/ferry-sails';

test.each([
  'http://post.example/world/2026/ferry-sails',
  'https://www.post.example/world/2026/ferry-sails/',
  'https://WWW.Post.Example:443/world/2026/ferry-sails',
  'http://post.example:80//world/./2026/x/../ferry-sails',
  'https://m.post.example/world/2026/ferry-sails?utm_source=feed&utm_medium=rss',
  'https://amp.post.example/world/2026/ferry-sails',
  'https://post.example/world/2026/ferry-sails?fbclid=abc#comments',
  'https://post.example/world/2026/ferry-sails?outputType=amp',
  'https://post.example/world/2026/ferry-sails?amp',
  'https://post.example/world/2026/ferry-sails?view=print',
  'https://post.example/world/2026/ferry-sails/amp/',
  'https://post.example/amp/world/2026/ferry-sails',
  'https://post.example/world/2026/ferry-sails/print',
  'https://post.example/print/world/2026/ferry-sails',
  'https://post.example/world/2026/ferry%2Dsails',
  'https://post.example./world/2026/ferry-sails',
  'https://user:secret@post.example/world/2026/ferry-sails',
  'https://www-post-example.cdn.ampproject.org/c/s/www.post.example/world/2026/ferry-sails',
  'https://www.google.com/amp/s/post.example/world/2026/ferry-sails',
  ' https://post.example/world/2026/ferry-sails ',
])('%s is the page', (address) => {
  expect(canonicalUrl(address)).toBe(PAGE);
});

test.each([
  ['https://post.example/a?id=7&utm_source=x&page=2', 'https://post.example/a?id=7&page=2'],
  ['https://post.example/a?page=2&id=7', 'https://post.example/a?id=7&page=2'],
  ['https://post.example/a?view=article&m=12', 'https://post.example/a?m=12&view=article'],
  ['https://post.example/#!/a/7', 'https://post.example#!/a/7'],
  ['https://post.example:8080/a', 'https://post.example:8080/a'],
  ['https://post.example/a.amp.html', 'https://post.example/a.html'],
  ['https://post.example/a_print.htm', 'https://post.example/a.htm'],
  ['https://post.example/world/index.html', 'https://post.example/world'],
  ['https://post.example/World/%c3%a9', 'https://post.example/World/%C3%A9'],
  ['https://post.example/world/stamp', 'https://post.example/world/stamp'],
  ['https://post.example/blueprint', 'https://post.example/blueprint'],
  ['https://m.example/a', 'https://m.example/a'],
  ['https://www.example/', 'https://www.example'],
  ['https://print.post.example/a', 'https://post.example/a'],
  ['https://edition.post.example/a', 'https://edition.post.example/a'],
])('%s → %s', (address, expected) => {
  expect(canonicalUrl(address)).toBe(expected);
});

test.each([
  '',
  'post.example/a',
  'mailto:desk@post.example',
  'ftp://post.example/a',
  'javascript:alert(1)',
  'https://',
])('"%s" is no address of a page', (address) => {
  expect(canonicalUrl(address)).toBeNull();
});

test('the form of an address is its own form', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
      const once = canonicalUrl(address);
      if (once !== null) expect(canonicalUrl(once)).toBe(once);
    }),
  );
});

test.each([
  ['https://www.norlandcourier.example/a', null, 'norlandcourier'],
  [null, 'The Norland Courier', 'norlandcourier'],
  ['https://amp.thenorlandcourier.example/a', 'Something else', 'norlandcourier'],
  ['https://world.courier.co.uk/a', null, 'courier'],
  ['https://www.courier.com.au/a', null, 'courier'],
  ['https://courier.uk/a', null, 'courier'],
  [null, 'Courier News', 'courier'],
  ['https://couriernews.example/', null, 'courier'],
  [null, 'Courier.com', 'courier'],
  [null, 'Kurír Ľudu', 'kurirludu'],
  [null, 'TV', 'tv'],
  ['https://10.0.0.1/a', null, null],
  [null, null, null],
])('the house of %s and %s is %s', (url, publisher, family) => {
  expect(familyOf({ url, publisher })).toBe(family);
});
