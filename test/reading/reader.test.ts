import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParsedSentence } from '../../src/reading/index.ts';
import { shippedReader } from '../support/model.ts';
import { spaced } from '../support/spaced.ts';

const readOne = async (text: string): Promise<ParsedSentence> => {
  const reader = await shippedReader();
  const [parsed] = await reader.read([spaced(text)]);
  if (parsed === undefined) throw new Error('nothing read');
  return parsed;
};

const relations = (sentence: ParsedSentence): string[] =>
  sentence.tokens.map((token) => `${token.text} ${token.deprel} ${sentence.tokens[token.head]?.text ?? '-'}`);

describe('reading', () => {
  test('a sentence of news has its tags, lemmas, features and tree', async () => {
    const sentence = await readOne('The Norwegian minister told reporters on Friday that talks had failed .');
    expect(relations(sentence)).toEqual(
      expect.arrayContaining([
        'minister nsubj told',
        'told root -',
        'reporters iobj told',
        'talks nsubj failed',
        'failed ccomp told',
      ]),
    );
    expect(sentence.tokens.map((token) => token.upos).join(' ')).toBe(
      'DET ADJ NOUN VERB NOUN ADP PROPN SCONJ NOUN AUX VERB PUNCT',
    );
    expect(sentence.tokens[3]?.lemma).toBe('tell');
    expect(sentence.tokens[3]?.feats).toMatchObject({ Tense: 'Past', VerbForm: 'Fin' });
  });

  test('names are found with their kinds', async () => {
    const sentence = await readOne('Angela Fischer flew to Kenya on Monday for talks with the United Nations .');
    const found = sentence.entities.map((entity) => [
      entity.kind,
      sentence.tokens
        .slice(entity.first, entity.last + 1)
        .map((token) => token.text)
        .join(' '),
    ]);
    expect(found).toEqual([
      ['person', 'Angela Fischer'],
      ['location', 'Kenya'],
      ['date', 'Monday'],
      ['organization', expect.stringContaining('United Nations')],
    ]);
  });

  test('any words make trees with one root, and the tokens stay as they were', async () => {
    const reader = await shippedReader();
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => !/\s/.test(text));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(word, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 6 }),
        async (texts) => {
          const sentences = texts.map((words) => spaced(words.join(' ')));
          const parsed = await reader.read(sentences);
          for (const [index, sentence] of parsed.entries()) {
            expect(sentence.tokens.map(({ start, end, text }) => ({ start, end, text }))).toEqual(
              sentences[index]?.tokens,
            );
            expect(sentence.tokens.filter((token) => token.head < 0)).toHaveLength(1);
            expect(sentence.tokens.every((token) => token.lemma.length > 0)).toBe(true);
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  test('reading twice, also at the same time, gives the same', async () => {
    const reader = await shippedReader();
    const sentences = ['The envoy left .', 'Two ministers signed the pact in Lima , officials said .', 'Why ?'].map(
      spaced,
    );
    const [first, second] = await Promise.all([reader.read(sentences), reader.read(sentences)]);
    expect(second).toEqual(first);
  });

  test('a sentence longer than the network has positions for is read in parts, as one tree', async () => {
    const sentence = await readOne(Array.from({ length: 1300 }, (_, i) => `word${i}`).join(' '));
    expect(sentence.tokens).toHaveLength(1300);
    expect(sentence.tokens.filter((token) => token.head < 0)).toHaveLength(1);
    expect(sentence.tokens.every((token) => token.head < 1300)).toBe(true);
  });

  test('progress is told up to the last sentence', async () => {
    const reader = await shippedReader();
    const seen: number[] = [];
    await reader.read(
      Array.from({ length: 90 }, () => spaced('The council of ministers meets again next week in the capital .')),
      { progress: (done) => seen.push(done) },
    );
    expect(seen.at(-1)).toBe(90);
    expect(seen.length).toBeGreaterThan(1);
  });

  test('no sentences, and a sentence without words, are nothing to read', async () => {
    const reader = await shippedReader();
    expect(await reader.read([])).toEqual([]);
    expect(await reader.read([{ start: 0, end: 0, block: 0, tokens: [] }])).toMatchObject([
      { tokens: [], entities: [] },
    ]);
  });
});
