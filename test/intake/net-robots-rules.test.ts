import { expect, test } from 'vitest';
import { parseRobots } from '../../src/intake/net/robots-rules.ts';

const file = (lines: string): string => lines.replaceAll(' | ', '\n');

test.each([
  ['User-agent: * | Disallow: /private', '/private/a', false],
  ['User-agent: * | Disallow: /private', '/public', true],
  ['User-agent: * | Disallow:', '/a', true],
  ['User-agent: * | Disallow: /', '/robots.txt', true],
  ['', '/a', true],
  ['Disallow: /', '/a', true],
  ['<!doctype html><p>User-agent: * Disallow: /', '/a', true],
  // The longest rule decides, and of two as long the one that allows.
  ['User-agent: * | Disallow: /a | Allow: /a/b', '/a/b/c', true],
  ['User-agent: * | Allow: /a/b | Disallow: /a', '/a/c', false],
  ['User-agent: * | Disallow: /a | Allow: /a', '/a', true],
  // Own groups, several of them, and none but them.
  ['User-agent: * | Disallow: / | User-agent: readout | Disallow: /x', '/a', true],
  ['User-agent: READOUT/2.0 | Disallow: /x', '/x', false],
  [
    'User-agent: readout | Disallow: /x | User-agent: other | Disallow: / | User-agent: readout | Disallow: /y',
    '/y',
    false,
  ],
  ['User-agent: other | User-agent: readout | Disallow: /x', '/x', false],
  ['User-agent: readouts | Disallow: /x', '/x', true],
  ['User-agent: other | Crawl-delay: 4 | User-agent: readout | Disallow: /x', '/x', false],
  ['User-agent: readout | Sitemap: https://p.example/s.xml | Disallow: /x', '/x', false],
  // Spelling.
  ['user-AGENT : * # all | DISALLOW : /x # not this', '/x', false],
  ['User-agent: * | Disallow: /caf\u00e9', '/caf%C3%A9', false],
  ['User-agent: * | Disallow: /caf%c3%a9', '/caf%C3%A9', false],
  ['User-agent: * | Disallow: /%61b', '/ab', false],
  ['User-agent: * | Disallow: /a%2fb', '/a/b', true],
  ['User-agent: * | Disallow: /X', '/x', true],
  // Wildcards.
  ['User-agent: * | Disallow: /*.pdf$', '/a/b.pdf', false],
  ['User-agent: * | Disallow: /*.pdf$', '/a/b.pdf?x', true],
  ['User-agent: * | Disallow: *print', '/a?view=print', false],
  ['User-agent: * | Disallow: /a*c*e', '/abcde', false],
  ['User-agent: * | Disallow: /a*c*e', '/aec', true],
  ['User-agent: * | Disallow: /$', '/', false],
  ['User-agent: * | Disallow: /$', '/a', true],
  ['User-agent: * | Disallow: /a$b', '/a$b', false],
  ['User-agent: * | Disallow: /ab*ba$', '/aba', true],
])('%s for %s: %s', (lines, path, expected) => {
  expect(parseRobots(file(lines), 'readout').allows(path)).toBe(expected);
});

test('\\r and \\r\\n end lines as well', () => {
  expect(parseRobots('User-agent: *\rDisallow: /x\r\nDisallow: /y', 'readout').allows('/y')).toBe(false);
});

test.each([
  ['User-agent: * | Crawl-delay: 2.5', 2.5],
  ['User-agent: * | Crawl-delay: soon', null],
  ['User-agent: * | Crawl-delay: -1', null],
  ['User-agent: * | Crawl-delay: 9 | User-agent: readout | Disallow: /x', null],
  ['User-agent: readout | Crawl-delay: 3 | User-agent: readout | Crawl-delay: 5', 5],
])('the delay of %s is %s', (lines, expected) => {
  expect(parseRobots(file(lines), 'readout').delay).toBe(expected);
});

test.each([
  ['rules without end', `User-agent: *\n${'Disallow: /*a*a*a*a*a*a*a*b$\n'.repeat(20_000)}`],
  ['stars without end', `User-agent: *\nDisallow: /${'*a'.repeat(250_000)}b`],
  ['long rules', `User-agent: *\n${`Disallow: /${'*a'.repeat(4000)}b\n`.repeat(60)}`],
  ['blanks without end', `User-agent: *\nDisallow: /a${' '.repeat(400_000)}b`],
])('%s take no time', (_what, text) => {
  const before = performance.now();
  parseRobots(text, 'readout').allows(`/${'a'.repeat(4000)}`);
  expect(performance.now() - before).toBeLessThan(5000);
});
