import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Realis, realisOfWord } from '../src/extraction/index.ts';
import type { Engine, ParsedSentence } from '../src/readout/index.ts';
import type { Sentence, Token } from '../src/text/index.ts';
import { type EvalContext, type Figure, f1Figure, type Table } from './report.ts';

/** A sentence of split words, and how certainly what some of them say happened: −3 … 3. */
interface FactualityRow {
  readonly text: string;
  readonly targets: readonly { readonly span1: readonly [number, number]; readonly label: number }[];
}

/** What a set's annotators make of each realis, and of what is told in the past, in the present, or without a tense. */
type Scale = Readonly<Record<Exclude<Realis, 'actual'> | 'past' | 'present' | 'tenseless' | 'asked', number>>;

/**
 * Asked whether it happened, readers of English Web Treebank (UDS) say no to what lies ahead, doubt what has no tense, and are of
 * two minds about negations, which half of them take as part of what happened. Near the means and medians on the train half.
 */
const HAPPENED: Scale = {
  past: 2.7,
  present: 2.2,
  tenseless: 1.7,
  asked: 0.3,
  planned: -1.8,
  expected: -2,
  possible: -1.5,
  requested: -1.9,
  conditional: -1.8,
  negated: -0.2,
};

/**
 * MEANTIME marks how certain the source is, whatever the time: what is planned is as certain as what happened. Likewise from the
 * train half.
 */
const CERTAIN: Scale = {
  past: 3,
  present: 3,
  tenseless: 2.9,
  asked: 2.3,
  planned: 2.8,
  expected: 2,
  possible: 2.3,
  requested: 2.3,
  conditional: 2.3,
  negated: -2.5,
};

const SETS: readonly (readonly [name: string, file: string, scale: Scale])[] = [
  ['meantime', 'MEANTIME', CERTAIN],
  ['uds', 'UDS_IH2', HAPPENED],
  ['commitment-bank', 'CB', HAPPENED],
];

/** Marks as the Penn Treebank writes them. */
const MARKS: Readonly<Record<string, string>> = {
  '``': '“',
  "''": '”',
  '-LRB-': '(',
  '-RRB-': ')',
  '-LSB-': '[',
  '-RSB-': ']',
};

/** A sentence of words that are split already, as the reader wants it. */
export const toSentence = (text: string): Sentence => {
  const tokens: Token[] = [];
  for (const word of text.split(' ')) {
    const start = (tokens.at(-1)?.end ?? -1) + 1;
    const plain = MARKS[word] ?? word;
    tokens.push({ text: plain, start, end: start + plain.length });
  }
  return { block: 0, start: 0, end: tokens.at(-1)?.end ?? 0, tokens };
};

const tenseOf = (sentence: ParsedSentence, word: number): 'past' | 'present' | 'tenseless' => {
  const near = sentence.tokens.filter(
    ({ head, deprel }, index) => index === word || (head === word && /^(?:aux|cop)/.test(deprel)),
  );
  if (near.some(({ feats }) => feats.Tense === 'Past')) return 'past';
  if (near.some(({ feats }) => feats.VerbForm === 'Fin')) return 'present';
  // A noun stands for what it names as a fact does.
  return ['VERB', 'AUX'].includes(sentence.tokens[word]?.upos ?? '') ? 'tenseless' : 'past';
};

/** Mean absolute error and Pearson's r of guesses; r is 0 where either side never varies. */
export const compareScales = (gold: readonly number[], guesses: readonly number[]): { mae: number; r: number } => {
  const count = Math.max(1, gold.length);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / count;
  const [middle, middleGuess] = [mean(gold), mean(guesses)];
  let [error, both, own, guessed] = [0, 0, 0, 0];
  for (const [index, label] of gold.entries()) {
    const guess = guesses[index] ?? 0;
    error += Math.abs(label - guess);
    both += (label - middle) * (guess - middleGuess);
    own += (label - middle) ** 2;
    guessed += (guess - middleGuess) ** 2;
  }
  return { mae: error / count, r: own * guessed === 0 ? 0 : both / Math.sqrt(own * guessed) };
};

/** The widest a guess may lie from a label. */
const WIDEST = 6;
/** A guess further off than this is printed as an error. */
const FAR = 2;

const scoreSet = async (name: string, rows: readonly FactualityRow[], scale: Scale, engine: Engine): Promise<Table> => {
  const sentences = await engine.reader.read(rows.map(({ text }) => toSentence(text)));
  const labels: number[] = [];
  const guesses: number[] = [];
  const errors: string[] = [];
  for (const [index, row] of rows.entries()) {
    const sentence = sentences[index];
    if (sentence === undefined) continue;
    for (const { span1, label } of row.targets) {
      const [word] = span1;
      const { realis, asked } = realisOfWord(sentence, word, engine.codebook);
      const guess = scale[realis !== 'actual' ? realis : asked ? 'asked' : tenseOf(sentence, word)];
      labels.push(label);
      guesses.push(guess);
      const words = sentence.tokens.map(({ text }, at) => (at === word ? `[${text}]` : text)).join(' ');
      if (Math.abs(guess - label) > FAR) errors.push(`${label.toFixed(2)} got ${realis} (${guess}): ${words}`);
    }
  }
  const { mae, r } = compareScales(labels, guesses);
  const cases = labels.length;
  const isNo = (value: number): boolean => value < 0;
  const found = guesses.filter((guess, index) => isNo(guess) && isNo(labels[index] ?? 0)).length;
  const figures: Figure[] = [
    {
      id: `factuality/${name}/near`,
      label: 'nearness, 100 × (1 − MAE / 6)',
      value: 100 * (1 - mae / WIDEST),
      detail: `MAE ${mae.toFixed(3)}`,
      cases,
    },
    { id: `factuality/${name}/r`, label: 'Pearson r × 100', value: 100 * r, detail: `r ${r.toFixed(3)}`, cases },
    f1Figure(`factuality/${name}/no`, 'did not happen', found, labels.filter(isNo).length, guesses.filter(isNo).length),
  ];
  return { task: 'factuality', title: `Did it happen, −3 … 3, ${name}: ${cases} words`, figures, errors };
};

/** Realis of words as numbers, against what readers say of whether it happened. */
export const scoreFactuality = async ({ gold, split, errors }: EvalContext, engine: Engine): Promise<Table[]> => {
  const tables: Table[] = [];
  for (const [name, file, scale] of SETS) {
    const path = join(gold, 'factuality', `${file}_${split}.jsonl`);
    if (!existsSync(path)) continue;
    const lines = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
    const rows = lines.map((line) => JSON.parse(line) as FactualityRow);
    const table = await scoreSet(name, rows, scale, engine);
    tables.push(errors ? table : { ...table, errors: [] });
  }
  return tables;
};
