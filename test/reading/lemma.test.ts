import { expect, test } from 'vitest';
import { applyLemmaScript } from '../../src/reading/lemma.ts';

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
