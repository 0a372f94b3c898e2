import { describe, expect, test } from 'vitest';
import { f1, type ScoredText, scoreConll18 } from '../../eval/conll18.ts';
import { type GoldDocument, readConllu } from '../../eval/conllu.ts';

type Row = readonly [
  form: string,
  upos: string,
  head: number,
  deprel: string,
  start: number,
  end: number,
  multiword?: boolean,
];

const textOf = (sentences: readonly (readonly Row[])[]): ScoredText => {
  let base = 0;
  const words = sentences.flatMap((rows) => {
    const own = rows.map(([form, upos, head, deprel, start, end, multiword = false]) => ({
      form,
      upos,
      deprel,
      start,
      end,
      multiword,
      lemma: form,
      feats: '_',
      head: head === 0 ? -1 : base + head - 1,
    }));
    base += rows.length;
    return own;
  });
  return { words, sentences: sentences.map((rows) => ({ start: rows[0]?.[4] ?? 0, end: rows.at(-1)?.[5] ?? 0 })) };
};

const GOLD = textOf([
  [
    ['Envoys', 'NOUN', 2, 'nsubj', 0, 6],
    ['met', 'VERB', 0, 'root', 6, 9],
    ['.', 'PUNCT', 2, 'punct', 9, 10],
  ],
  [
    ['They', 'PRON', 2, 'nsubj', 10, 14],
    ['left', 'VERB', 0, 'root', 14, 18],
    ['.', 'PUNCT', 2, 'punct', 18, 19],
  ],
]);

const percent = (system: ScoredText) =>
  Object.fromEntries(
    Object.entries(scoreConll18(GOLD, system)).map(([name, counts]) => [name, Math.round(f1(counts))]),
  );

describe('the CoNLL-18 score', () => {
  test('of gold against itself is 100 everywhere', () => {
    expect(new Set(Object.values(percent(GOLD)))).toEqual(new Set([100]));
  });

  test('a wrong part of speech costs UPOS alone', () => {
    const words = GOLD.words.map((word, index) => (index === 0 ? { ...word, upos: 'PROPN' } : word));
    expect(percent({ ...GOLD, words })).toMatchObject({ upos: 83, uas: 100, las: 100, words: 100 });
  });

  test('a wrong relation costs LAS alone, a wrong head both', () => {
    const relabelled = GOLD.words.map((word, index) => (index === 0 ? { ...word, deprel: 'obj' } : word));
    expect(percent({ ...GOLD, words: relabelled })).toMatchObject({ uas: 100, las: 83 });
    const moved = GOLD.words.map((word, index) => (index === 0 ? { ...word, head: 2 } : word));
    expect(percent({ ...GOLD, words: moved })).toMatchObject({ uas: 83, las: 83 });
  });

  test('two sentences read as one cost both', () => {
    expect(percent({ ...GOLD, sentences: [{ start: 0, end: 19 }] }).sentences).toBe(0);
  });

  test('a word cut in two is lost, and with it what hangs on it', () => {
    const words = GOLD.words.flatMap((word, index) =>
      index === 4
        ? [
            { ...word, end: 16, form: 'le' },
            { ...word, start: 16, form: 'ft' },
          ]
        : [word],
    );
    const figures = percent({ ...GOLD, words });
    expect(figures.words).toBe(77);
    expect(figures.las).toBeLessThan(77);
  });

  test('the words of a multiword token align by form, wherever the system cuts it', () => {
    const gold = textOf([
      [
        ['ca', 'AUX', 0, 'root', 0, 5, true],
        ["n't", 'PART', 1, 'advmod', 0, 5, true],
      ],
    ]);
    const uncut = textOf([[["can't", 'AUX', 0, 'root', 0, 5]]]);
    expect(scoreConll18(gold, gold).words).toEqual({ right: 2, gold: 2, system: 2 });
    expect(scoreConll18(gold, uncut).words).toEqual({ right: 0, gold: 2, system: 1 });
  });
});

const CONLLU = `# newdoc id = made-up
# newpar
# text = They don't know.
1	They	they	PRON	PRP	_	4	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	know	know	VERB	VB	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

# newpar
# text = We do.
1	We	we	PRON	PRP	_	2	nsubj	_	_
2	do	do	VERB	VBP	_	0	root	_	SpaceAfter=No
2.1	it	it	PRON	PRP	_	_	_	_	_
3	.	.	PUNCT	.	_	2	punct	_	_
`;

describe('raw text of a treebank', () => {
  const [document] = readConllu(CONLLU) as [GoldDocument];

  test('spaces follow SpaceAfter, an empty line parts paragraphs', () => {
    expect(document.id).toBe('made-up');
    expect(document.text.trimEnd()).toBe("They don't know.\n\nWe do.");
  });

  test('every word stands where its sentence says, the parts of a multiword token within it', () => {
    for (const { tokens } of document.paragraphs.flat()) {
      for (const token of tokens) expect(document.text.slice(token.start, token.end)).toBe(token.text);
    }
    expect(document.paragraphs[0]?.[0]?.tokens.map((token) => token.text)).toEqual(['They', 'do', "n't", 'know', '.']);
  });

  test('empty nodes are left out, broken lines do no harm', () => {
    expect(document.paragraphs[1]?.[0]?.words).toHaveLength(3);
    expect(readConllu('')).toEqual([]);
    expect(readConllu('1\tonly\n\n')).toHaveLength(1);
  });
});
