import { describe, expect, test } from 'vitest';
import { branchOf, heightsAbove } from '../../src/reading/attribution/branch.ts';
import { decodeParts, ROLE_TAGS } from '../../src/reading/attribution/parts.ts';
import { quoteStates } from '../../src/reading/attribution/quote-states.ts';
import { classCounts, FEATURES, windowOf } from '../../src/reading/attribution/window.ts';
import type { ParsedSentence } from '../../src/reading/index.ts';
import { findQuotes, segment } from '../../src/text/index.ts';
import { shippedReader } from '../support/model.ts';
import { spaced } from '../support/spaced.ts';
import { textModel } from '../support/text-model.ts';

/** Log probabilities in which each word has one likely tag, and a second where a pair is given. */
const scoresOf = (words: readonly (readonly [tag: string, probability: number][])[]): Float32Array =>
  Float32Array.from(
    words.flatMap((likely) => {
      const rest = 1 - likely.reduce((sum, [, probability]) => sum + probability, 0);
      return ROLE_TAGS.map((tag) => Math.log(likely.find(([own]) => own === tag)?.[1] ?? rest / ROLE_TAGS.length));
    }),
  );

const sure = (...tags: string[]): Float32Array => scoresOf(tags.map((tag) => [[tag, 0.9]]));

describe('decodeParts', () => {
  test('source, cue and content in any order', () => {
    const scores = sure('B-content', 'I-content', 'O', 'B-source', 'I-source', 'B-cue');
    expect(decodeParts(scores, 0, 6, 5)).toEqual({ source: [3, 4], cue: [5], content: [0, 1] });
  });

  test('content around the cue is in two pieces', () => {
    const scores = sure('B-content', 'I-content', 'B-source', 'B-cue', 'B-content', 'I-content');
    expect(decodeParts(scores, 0, 6, 3)?.content).toEqual([0, 1, 4, 5]);
  });

  test('the cue holds the anchor, even where another word looks more like one', () => {
    const scores = scoresOf([
      [['B-cue', 0.8]],
      [
        ['O', 0.6],
        ['B-cue', 0.3],
      ],
      [['B-content', 0.9]],
    ]);
    expect(decodeParts(scores, 0, 3, 1)?.cue).toContain(1);
  });

  test('there is one source and one cue', () => {
    const likely = ['B-source', 'B-cue', 'B-content', 'B-source', 'B-cue'];
    const scores = scoresOf(likely.map((tag, at) => [[tag, at === 3 ? 0.7 : 0.9]]));
    const parts = decodeParts(scores, 0, 5, 1);
    expect([parts?.source, parts?.cue]).toEqual([[0], [1]]);
  });

  test('words of an earlier window are not looked at', () => {
    const scores = sure('B-cue', 'B-source', 'B-cue', 'B-content');
    expect(decodeParts(scores, ROLE_TAGS.length, 3, 1)).toEqual({ source: [0], cue: [1], content: [2] });
  });

  test('without words for a content there is nothing', () => {
    expect(decodeParts(sure('B-cue'), 0, 1, 0)).toBeUndefined();
  });
});

// "Berg said | the ferry to Oslo had left": said is the root, left its ccomp.
const tokens = [
  { head: 1, deprel: 'nsubj' },
  { head: -1, deprel: 'root' },
  { head: 3, deprel: 'det' },
  { head: 7, deprel: 'nsubj' },
  { head: 5, deprel: 'case' },
  { head: 3, deprel: 'nmod' },
  { head: 7, deprel: 'aux' },
  { head: 1, deprel: 'ccomp' },
];

describe('the way through the tree', () => {
  test('down from the cue, by the first relation on the way', () => {
    expect(branchOf(tokens, heightsAbove(tokens, 1), 5)).toEqual({ up: 0, down: 3, relation: 'ccomp' });
  });

  test('up from the cue, and down another branch', () => {
    expect(branchOf(tokens, heightsAbove(tokens, 7), 1)).toEqual({ up: 1, down: 0, relation: null });
    expect(branchOf(tokens, heightsAbove(tokens, 7), 0)).toEqual({ up: 1, down: 1, relation: 'nsubj' });
  });

  test('a circle ends somewhere', () => {
    const circle = [
      { head: 1, deprel: 'dep' },
      { head: 0, deprel: 'dep' },
    ];
    expect(heightsAbove(circle, 0).size).toBe(2);
    expect(branchOf(circle, new Map(), 0)).toEqual({ up: 7, down: 7, relation: '' });
  });
});

const documentOf = (text: string) => ({
  title: null,
  dek: null,
  byline: [],
  agency: null,
  publisher: null,
  published: null,
  dateline: null,
  language: 'en',
  url: null,
  images: [],
  related: [],
  corrections: [],
  otherTitles: [],
  sources: {},
  blocks: [{ kind: 'paragraph' as const, span: { start: 0, end: text.length } }],
  text,
});

const readAll = async (text: string, isTold = true): Promise<ParsedSentence[]> => {
  const document = documentOf(text);
  const quotes = isTold ? findQuotes(document) : undefined;
  return (await shippedReader()).read(segment(document, textModel), { quotes });
};

const LONG = '"The dam is safe," Ada Berg said. "It will hold. Nobody needs to leave." The rain went on.';

describe('windows', () => {
  const classes = { upos: new Map([['X', 0]]), deprels: new Map([['root', 0]]) };

  const linkable = async (text: string) => {
    const parsed = await readAll(text, false);
    const quoted = quoteStates(parsed, findQuotes(documentOf(text)));
    return parsed.map((each, at) => ({ parsed: each, quoted: quoted[at] ?? [] }));
  };

  test('reach ahead while a quotation goes on, and no further', async () => {
    const sentences = await linkable(LONG);
    const said = sentences[0]?.parsed.tokens.findIndex(({ text }) => text === 'said') ?? -1;
    const window = windowOf(sentences, 0, said, classes);
    expect(Math.max(...window.words.map(([sentence]) => sentence))).toBe(2);
    expect(window.words[window.anchor]).toEqual([0, said]);
    expect(window.features).toHaveLength(FEATURES * window.words.length);
  });

  test('no class is larger than its feature has', async () => {
    const sentences = await linkable(LONG);
    const counts = classCounts(classes);
    for (const [index, { parsed }] of sentences.entries())
      for (const word of parsed.tokens.keys()) {
        const { words, features } = windowOf(sentences, index, word, classes);
        for (const [feature, count] of counts.entries()) {
          const own = [...features.slice(feature * words.length, (feature + 1) * words.length)];
          expect(own.every((value) => value >= 0 && value < count)).toBe(true);
        }
      }
  });

  test('a long sentence is cut around the cue', async () => {
    const sentences = await linkable(`Berg said that ${'rain and '.repeat(140)}snow would come.`);
    const { words, anchor } = windowOf(sentences, 0, 200, classes);
    expect([words.length < 230, words[anchor]]).toEqual([true, [0, 200]]);
  });
});

describe('quoteStates', () => {
  test('tells words in quotation marks from the marks', async () => {
    const parsed = await readAll('Berg called it "a shame" today.', false);
    const states = quoteStates(parsed, findQuotes(documentOf('Berg called it "a shame" today.')));
    expect(states).toEqual([[0, 0, 0, 2, 1, 1, 2, 0, 0]]);
  });
});

describe('attributions', () => {
  test('are linked, with the probability of there being one', async () => {
    const text = 'Ada Berg said on Monday that the border would stay open.';
    const [sentence] = await readAll(text);
    const found = sentence?.attributions.find(({ anchor }) => sentence.tokens[anchor]?.text === 'said');
    const words = (span: { start: number; end: number } | null | undefined): string =>
      span == null ? '' : text.slice(span.start, span.end);
    expect(words(found?.source)).toBe('Ada Berg');
    expect(words(found?.content[0])).toBe('that the border would stay open');
    expect(found?.score).toBeGreaterThan(0.8);
  });

  test('reach over the sentences of a quotation', async () => {
    const [first] = await readAll(LONG);
    const found = first?.attributions.find(({ anchor }) => first.tokens[anchor]?.text === 'said');
    expect(found?.content.at(-1)?.end).toBeGreaterThan(LONG.indexOf('hold'));
  });

  test('are not looked for where the quotations are not given', async () => {
    const parsed = await readAll(LONG, false);
    expect(parsed.flatMap(({ attributions }) => attributions)).toEqual([]);
  });

  test('are found in the parts of a sentence too long for the network', async () => {
    const long = spaced(`${'Ada Berg said that the dam was safe , '.repeat(90)}and went .`);
    const [sentence] = await (await shippedReader()).read([long], { quotes: [] });
    const late = sentence?.attributions.filter(({ anchor }) => anchor > 600) ?? [];
    expect(late.map(({ anchor }) => sentence?.tokens[anchor]?.text)).toContain('said');
  });
});
