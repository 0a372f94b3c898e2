import { describe, expect, test } from 'vitest';
import { type Document, segment, segmentText } from '../../src/text/index.ts';
import { textModel } from '../support/text-model.ts';

const sentencesOf = (text: string): string[] =>
  segmentText(text, textModel).map(({ start, end }) => text.slice(start, end));

/** Each row: what it shows, and its sentences. */
const ROWS: readonly (readonly [shows: string, sentences: readonly string[]])[] = [
  ['two plain sentences', ['The envoys met in Oslo.', 'They agreed on a truce.']],
  ['a country with stops', ['The U.S. ambassador left for the talks.', 'He flew from the U.K. on Sunday.']],
  ['a country with stops at the end', ['Both men were born in the U.S.', 'They met in Lima.']],
  [
    'titles with stops',
    ['Sen. Ruth Okafor and Gov. Paul Lind opposed the bill.', 'Rep. Dana Mills and Lt. Gen. Omar Haddad did not.'],
  ],
  ['initials', ['J. P. Morland and Hilda R. Strand signed it.', 'George W. Tanner refused.']],
  ['hours of the day', ['The vote begins at 9 a.m. on Tuesday.', 'It ends at 5 p.m. and the count starts.']],
  [
    'a quotation that ends after its stop',
    ['"We will not leave." That was all he said.'.slice(0, 19), 'That was all she would say.'],
  ],
  ['a curly quotation that ends after its stop', ['“The border is closed.”', 'Officials gave no reason.']],
  [
    'a quotation of two sentences with the speaker between',
    ['"This is our coast," he told reporters.', '"It is not theirs."'],
  ],
  [
    'a dateline',
    ['WASHINGTON, May 1 (Reuters) - The council will meet on Friday, an aide said.', 'It last met in March.'],
  ],
  ['a dateline with a long dash', ['KYIV, Ukraine — Shelling went on overnight.', 'No one was hurt.']],
  ['an ellipsis inside a sentence', ['We waited ... and then they came.', 'Nobody spoke.']],
  ['a question and an exclamation', ['Will they go?', 'Never!', 'The minister laughed.']],
  ['a number with a point', ['Prices rose 3.5 percent in May.', 'Wages fell by $1.2 million.']],
  ['a section number', ['Article No. 5 was dropped.', 'No. 6 stays.']],
  ['a month cut short', ['The summit is set for Sept. 12 in Geneva.', 'Talks end on Oct. 3.']],
  ['no white space that breaks', ['The fleet\u00A0left on 4\u00A0May.', 'It\u00A0returns soon.']],
  ['an emoji', ['We won the vote 🎉🎉!', 'See you in Rome 👩‍🚀.']],
  ['a company', ['Norsk Oil Co. and Delta Corp. sued.', 'The court in St. Paul agreed.']],
];

describe('sentences', () => {
  test.each(ROWS)('%s', (_, sentences) => {
    expect(sentencesOf(sentences.join(' '))).toEqual(sentences);
  });

  test('a headline without a stop is one sentence', () => {
    expect(sentencesOf('Minister to Meet Rebel Envoys on Border Row – Aide')).toHaveLength(1);
  });

  test('nothing in, nothing out', () => {
    expect(sentencesOf('')).toEqual([]);
    expect(sentencesOf(' \u200B\n\t ')).toEqual([]);
  });

  test('the end of a block ends a sentence, and offsets count from the start of the document', () => {
    const text = 'Aide: talks are off\n\n- a first point\n- a second one\n\nThe minister left.';
    const blocks = [
      { kind: 'heading', span: { start: 0, end: 19 } },
      { kind: 'list-item', span: { start: 21, end: 36 } },
      { kind: 'list-item', span: { start: 37, end: 51 } },
      { kind: 'paragraph', span: { start: 53, end: 71 } },
    ] as const;
    const sentences = segment({ text, blocks } as unknown as Document, textModel);
    expect(sentences.map(({ start, end, block }) => [text.slice(start, end), block])).toEqual([
      ['Aide: talks are off', 0],
      ['- a first point', 1],
      ['- a second one', 2],
      ['The minister left.', 3],
    ]);
    for (const token of sentences.flatMap((sentence) => sentence.tokens))
      expect(text.slice(token.start, token.end)).toBe(token.text);
  });

  test('200,000 words without a stop are cut into sentences of at most 300 words, in linear time', () => {
    const text = Array.from({ length: 200_000 }, (_, i) => (i % 40 === 39 ? 'then,' : 'word')).join(' ');
    const began = performance.now();
    const sentences = segmentText(text, textModel);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(Math.max(...sentences.map((sentence) => sentence.tokens.length))).toBeLessThanOrEqual(300);
    expect(sentences[0]?.tokens.at(-1)?.text).toBe(',');
  });
});
