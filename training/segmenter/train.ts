/**
 * Trains the two decisions of `src/text`: where a word ends inside a chunk, and where a sentence ends. Logistic regression
 * over the very features that run in `src/text`, by AdaGrad, on EWT train and the permissive documents of GUM train.
 *
 *     node training/segmenter/train.ts [GOLD] → models/en/segmenter.json      (about a minute, one core)
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { findChunks, foldMarks } from '../../src/text/characters.ts';
import { BUCKETS } from '../../src/text/linear-model.ts';
import { advance, endFeatures, isUndecided, SENTENCE_START } from '../../src/text/sentence-ends.ts';
import { toWords } from '../../src/text/text-model.ts';
import type { Token } from '../../src/text/token.ts';
import { beginningOf, candidateCuts, cutFeatures } from '../../src/text/token-cuts.ts';
import { type GoldDocument, readConllu } from '../../eval/conllu.ts';

interface Example {
  readonly buckets: readonly number[];
  readonly cut: boolean;
}

const gold = process.argv[2] ?? '../shared/gold';
const words = toWords(readFileSync('models/en/words.json', 'utf8'));

/** A document as its text and the words of its sentences, by paragraph. */
interface TrainDocument {
  readonly id: string;
  readonly text: string;
  readonly paragraphs: readonly (readonly (readonly Token[])[])[];
}

const toTrain = ({ id, text, paragraphs }: GoldDocument): TrainDocument => ({
  id,
  text,
  paragraphs: paragraphs.map((paragraph) => paragraph.map((sentence) => sentence.tokens)),
});

const loadTrain = (): TrainDocument[] => {
  const read = (path: string): string => readFileSync(`${gold}/syntax/${path}`, 'utf8');
  const permissive = new Set(read('en_gum/permissive-docs.txt').split('\n').map((line) => line.split('\t').at(-1)?.trim()));
  const documents = [
    ...readConllu(read('en_ewt/en_ewt-ud-train.conllu')),
    ...readConllu(read('en_gum/en_gum-ud-train.conllu')).filter((document) => permissive.has(document.id)),
  ];
  return documents.map(toTrain);
};

const cutExamples = (document: TrainDocument): Example[] => {
  const ends = new Set(document.paragraphs.flat(2).map((token) => token.end));
  const chunks = findChunks(document.text);
  return chunks.flatMap((chunk, index) => {
    if (words.contractions.has(chunk.text.toLowerCase())) return [];
    const folded = foldMarks(chunk.text);
    const next = beginningOf(chunks[index + 1]?.text ?? '');
    return candidateCuts(chunk.text).map((at) => ({
      buckets: cutFeatures(folded, at, next, words),
      cut: ends.has(chunk.start + at),
    }));
  });
};

const endExamples = (document: TrainDocument): Example[] => {
  const examples: Example[] = [];
  for (const paragraph of document.paragraphs) {
    const tokens: Token[] = paragraph.flat();
    let index = -1;
    for (const sentence of paragraph) {
      let situation = SENTENCE_START;
      for (const [position, token] of sentence.entries()) {
        index += 1;
        situation = advance(situation, token);
        if (!isUndecided(document.text, tokens, index)) continue;
        examples.push({
          buckets: endFeatures(document.text, tokens, index, situation, words),
          cut: position === sentence.length - 1,
        });
      }
    }
  }
  return examples;
};

const ENDINGS = ['U.S.', 'U.N.', 'U.K.', 'E.U.', 'p.m.', 'a.m.', 'D.C.', 'Jr.', 'Inc.', 'Co.', 'Corp.'];

/**
 * Ends one sentence in twenty with an abbreviation where the next begins with a small word: treebanks hold few such pairs
 * ("… in the U.S. They …"), news holds many. Every other sentence stays as it is.
 */
const withAbbreviatedEnds = (document: TrainDocument, random: () => number): TrainDocument => {
  const change = (sentence: readonly Token[], next: readonly Token[] | undefined): readonly Token[] => {
    const [last, opener] = [sentence.at(-1), next?.[0]];
    const before = sentence.at(-2);
    const eligible = last?.text === '.' && before !== undefined && opener !== undefined && words.openers.has(opener.text.toLowerCase());
    if (!eligible || random() > 0.05) return sentence;
    const text = ENDINGS[Math.floor(random() * ENDINGS.length)] ?? 'U.S.';
    return [...sentence.slice(0, -2), { start: before.start, end: last.end, text }];
  };
  const paragraphs = document.paragraphs.map((paragraph) => paragraph.map((sentence, index) => change(sentence, paragraph[index + 1])));
  return { ...document, paragraphs };
};

/** Reproducible numbers in [0, 1) (mulberry32), so that training twice gives the same model. */
const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

const train = (examples: Example[], passes: number, rate: number, decay: number): Float64Array => {
  const weights = new Float64Array(BUCKETS + 1);
  const squares = new Float64Array(BUCKETS + 1).fill(1e-3);
  const random = randomFrom(7);
  for (let pass = 0; pass < passes; pass += 1) {
    for (let i = examples.length - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      [examples[i], examples[j]] = [examples[j] as Example, examples[i] as Example];
    }
    for (const { buckets, cut } of examples) {
      let sum = weights[BUCKETS] ?? 0;
      for (const bucket of buckets) sum += weights[bucket] ?? 0;
      const error = 1 / (1 + Math.exp(-sum)) - (cut ? 1 : 0);
      if (Math.abs(error) < 1e-4) continue;
      for (const bucket of [...buckets, BUCKETS]) {
        const gradient = error + decay * (weights[bucket] ?? 0);
        squares[bucket] = (squares[bucket] ?? 0) + gradient * gradient;
        weights[bucket] = (weights[bucket] ?? 0) - (rate * gradient) / Math.sqrt(squares[bucket] ?? 1);
      }
    }
  }
  return weights;
};

const toJson = (weights: Float64Array): { weights: string; scale: number; bias: number } => {
  const most = weights.subarray(0, BUCKETS).reduce((max, weight) => Math.max(max, Math.abs(weight)), 1e-6);
  const scale = most / 127;
  const bytes = Int8Array.from(weights.subarray(0, BUCKETS), (weight) => Math.round(weight / scale));
  return { weights: Buffer.from(bytes.buffer).toString('base64'), scale, bias: weights[BUCKETS] ?? 0 };
};

const documents = loadTrain();
const cuts = documents.flatMap(cutExamples);
const random = randomFrom(11);
const ends = documents.flatMap((document) => endExamples(withAbbreviatedEnds(document, random)));
process.stderr.write(`${cuts.length} places inside chunks, ${ends.length} between words\n`);
const model = { tokens: toJson(train(cuts, 8, 0.1, 1e-4)), sentences: toJson(train(ends, 8, 0.1, 1e-4)) };
writeFileSync('models/en/segmenter.json', `${JSON.stringify(model)}\n`);
