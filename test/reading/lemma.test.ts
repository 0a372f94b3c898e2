import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { applyLemmaScript } from '../../src/reading/lemma.ts';
import { toLemmaTable } from '../../src/reading/lemma-table.ts';

test.each([
  ['Meetings', 'l|1|', 'meeting'],
  ['said', 'k|3|ay', 'say'],
  ['was', '=|be', 'be'],
  ['LAVROV', 'c|0|', 'Lavrov'],
  ['Moscow', 'k|0|', 'Moscow'],
  ['countries', 'k|3|y', 'country'],
])('%s with %s is %s', (word, script, lemma) => {
  expect(applyLemmaScript(word, script)).toBe(lemma);
});

test('a script longer than the word leaves the word', () => {
  expect(applyLemmaScript('a', 'k|5|')).toBe('a');
});

const known = toLemmaTable(
  'planned\tVERB\tplan\nplane\tNOUN\tplane\npraise\tNOUN\tpraise\ntweet\tNOUN\ttweet\ngo\tVERB\tgo\n',
);

test.each([
  ['planned', 'VERB', 'plan'],
  ['planning', 'VERB', 'plan'],
  ['Goes', 'VERB', 'go'],
  ['praised', 'VERB', 'praise'],
  ['tweeted', 'VERB', 'tweet'],
  ['shrugged', 'VERB', undefined],
  ['planned', 'ADJ', undefined],
] as const)('%s as %s is %s in the table', (form, upos, lemma) => {
  expect(known.find(form, upos)).toBe(lemma);
});

test.each([
  ['struck', 'strike'],
  ['fled', 'flee'],
  ['Overthrew', 'overthrow'],
  ['freed', 'free'],
  ['retaken', 'retake'],
])('the shipped table knows that %s is of %s', (form, lemma) => {
  const shipped = toLemmaTable(readFileSync('models/en/lemmas.tsv', 'utf8'));
  expect(shipped.find(form, 'VERB')).toBe(lemma);
});
