import { expect, test } from 'vitest';
import { accordingDrafts } from '../../src/extraction/statements/other-cues.ts';
import type { ParsedSentence, ParsedToken, Upos } from '../../src/reading/index.ts';

const text = 'According to Northaid and ferry crews , roads closed .';

/** Words with head and relation, as a parser may hang them. */
const sentenceOf = (rows: readonly (readonly [upos: Upos, head: number, deprel: string])[]): ParsedSentence => {
  let start = 0;
  const tokens = text.split(' ').map((word, index): ParsedToken => {
    const [upos, head, deprel] = rows[index] ?? ['X', -1, 'dep'];
    const token = {
      text: word,
      start,
      end: start + word.length,
      lemma: word.toLowerCase(),
      upos,
      feats: {},
      head,
      deprel,
    };
    start = token.end + 1;
    return token;
  });
  return { start: 0, end: text.length, block: 0, tokens, entities: [], attribution: [], attributions: [] };
};

test.each([
  ['on the whole of it', 5],
  ['on a word inside it', 2],
])('the phrase behind "according to" is the source, where the preposition hangs %s', (_, head) => {
  const sentence = sentenceOf([
    ['VERB', head, 'case'],
    ['ADP', 0, 'fixed'],
    ['PROPN', 5, 'compound'],
    ['CCONJ', 5, 'cc'],
    ['NOUN', 5, 'compound'],
    ['NOUN', 8, 'obl'],
    ['PUNCT', 5, 'punct'],
    ['NOUN', 8, 'nsubj'],
    ['VERB', -1, 'root'],
    ['PUNCT', 8, 'punct'],
  ]);
  const [draft] = accordingDrafts(sentence, 0, text);
  expect(draft?.source && text.slice(draft.source.start, draft.source.end)).toBe('Northaid and ferry crews');
  expect(draft?.content.map(({ start, end }) => text.slice(start, end))).toEqual(['roads closed']);
});
