import { describe, expect, test } from 'vitest';
import type { CalendarEntry } from '../../src/codebook/index.ts';
import { toGrammar } from '../../src/extraction/times/grammar.ts';
import { needsOf } from '../../src/extraction/times/needs.ts';
import { shippedCodebook } from '../support/codebook.ts';

const classes: ReadonlyMap<string, CalendarEntry> = new Map<string, CalendarEntry>([
  ['month', { id: 'month', capital: true, words: { May: 5, 'Jan.': 1 } }],
  ['unit', { id: 'unit', capital: false, words: { week: 'P1W' } }],
  ['year', { id: 'year', capital: false, pattern: '(?:19|20)\\d\\d' }],
]);

describe('what a pattern needs', () => {
  test.each([
    ['a class', '{month}', ['month']],
    ['not what may lack', '(?:{month} )?{unit}', ['unit']],
    ['not a digit where a rarer class is', '{month} \\d{1,2}', ['month']],
    ['one of each branch', '{month}|{unit}', ['month', 'unit']],
    ['what a class is made of', '{year}', ['0']],
    ['letters', 'fortnights?', ['"fortnight']],
    ['nothing of what must not follow', '{unit}(?!{month})', ['unit']],
    ['nothing where a branch needs nothing', '{month}|[a-z]', null],
  ])('%s: %s', (_, pattern, expected) => {
    const needs = needsOf(classes, pattern);
    expect(needs === null ? null : [...needs]).toEqual(expected);
  });
});

test('a rule that is left out finds nothing: examples of all rules', () => {
  const { calendar, times } = shippedCodebook();
  const grammar = toGrammar(calendar, times);
  const all = times.flatMap(({ examples }) => [...(examples?.match ?? []), ...(examples?.reject ?? [])]);
  const texts = all.map((each) => (typeof each === 'string' ? each : each.text));
  const lost = texts.flatMap((text) => {
    const kept = grammar.rulesFor(text);
    const others = grammar.rules.filter((rule) => !kept.includes(rule));
    return others
      .filter(({ pattern }) => [...text.matchAll(pattern)].some(([words]) => words.trim() !== ''))
      .map(({ id }) => `${id}: ${text}`);
  });
  expect(lost).toEqual([]);
  expect(texts.some((text) => grammar.rulesFor(text).length < grammar.rules.length / 2)).toBe(true);
});
