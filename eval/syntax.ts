import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParsedSentence } from '../src/reading/index.ts';
import type { Engine } from '../src/readout/index.ts';
import { type Block, type Sentence, segment } from '../src/text/index.ts';
import { addCounts, type Conll18, f1, type ScoredText, type ScoredWord, scoreConll18 } from './conll18.ts';
import { type GoldDocument, type GoldSentence, readConllu } from './conllu.ts';
import type { EvalContext, Figure, Table } from './report.ts';

const TREEBANKS = ['en_ewt', 'en_gum'] as const;
const universal = (deprel: string): string => deprel.split(':')[0] ?? deprel;

/** Offsets without white space, so that both sides count alike. */
const denseOffsets = (text: string): Int32Array => {
  const dense = new Int32Array(text.length + 1);
  for (let i = 0; i < text.length; i += 1) dense[i + 1] = (dense[i] ?? 0) + (/\s/.test(text.charAt(i)) ? 0 : 1);
  return dense;
};

const sortedFeats = (feats: Readonly<Record<string, string>>): string => {
  const pairs = Object.entries(feats).map(([name, value]) => `${name}=${value}`);
  return pairs.length === 0 ? '_' : pairs.sort((a, b) => a.localeCompare(b, 'en')).join('|');
};

const spanOfTokens = (
  dense: Int32Array,
  tokens: readonly { start: number; end: number }[],
): { start: number; end: number } => ({
  start: dense[tokens[0]?.start ?? 0] ?? 0,
  end: dense[tokens.at(-1)?.end ?? 0] ?? 0,
});

const goldText = (document: GoldDocument, dense: Int32Array): ScoredText => {
  const words: ScoredWord[] = [];
  const sentences: { start: number; end: number }[] = [];
  for (const sentence of document.paragraphs.flat()) {
    const base = words.length;
    for (const [index, word] of sentence.words.entries()) {
      const token = sentence.tokens[index];
      if (token === undefined) continue;
      const span = token.multiword ?? token;
      const parts = word.feats === '_' ? [] : word.feats.split('|').sort((a, b) => a.localeCompare(b, 'en'));
      words.push({
        ...spanOfTokens(dense, [span]),
        multiword: token.multiword !== undefined,
        form: word.form,
        lemma: word.lemma,
        upos: word.upos,
        feats: parts.join('|') || '_',
        head: word.head === 0 ? -1 : base + word.head - 1,
        deprel: universal(word.deprel),
      });
    }
    sentences.push(spanOfTokens(dense, sentence.tokens));
  }
  return { words, sentences };
};

const systemText = (parsed: readonly ParsedSentence[], dense: Int32Array): ScoredText => {
  const words: ScoredWord[] = [];
  for (const sentence of parsed) {
    const base = words.length;
    for (const token of sentence.tokens) {
      words.push({
        ...spanOfTokens(dense, [token.multiword ?? token]),
        multiword: token.multiword !== undefined,
        form: token.text,
        lemma: token.lemma,
        upos: token.upos,
        feats: sortedFeats(token.feats),
        head: token.head < 0 ? -1 : base + token.head,
        deprel: universal(token.deprel),
      });
    }
  }
  return { words, sentences: parsed.map((sentence) => spanOfTokens(dense, sentence.tokens)) };
};

const toBlocks = (text: string): Block[] =>
  Array.from(text.matchAll(/\S(?:(?!\n\n)[\s\S])*/g), (match) => ({
    kind: 'paragraph',
    span: { start: match.index, end: match.index + match[0].trimEnd().length },
  }));

const toDocument = (document: GoldDocument) => ({
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
  blocks: toBlocks(document.text),
  text: document.text,
});

const goldSentences = (document: GoldDocument): Sentence[] =>
  document.paragraphs.flat().map(
    (sentence: GoldSentence): Sentence => ({
      start: sentence.tokens[0]?.start ?? 0,
      end: sentence.tokens.at(-1)?.end ?? 0,
      block: 0,
      tokens: sentence.tokens.map((token, index) => ({ ...token, text: sentence.words[index]?.form ?? token.text })),
    }),
  );

interface Scored {
  readonly counts: Conll18;
  readonly errors: string[];
}

const confusions = (gold: ScoredText, system: ScoredText): string[] => {
  const byStart = new Map(system.words.map((word) => [`${word.start}-${word.end}-${word.form}`, word]));
  return gold.words.flatMap((word) => {
    const other = byStart.get(`${word.start}-${word.end}-${word.form}`);
    if (other === undefined) return [`word ${word.form}`];
    return other.deprel === word.deprel ? [] : [`deprel ${word.deprel} → ${other.deprel}`];
  });
};

const MOST_ERRORS = 40;

const topErrors = (errors: readonly string[]): string[] => {
  const counts = new Map<string, number>();
  for (const error of errors) counts.set(error, (counts.get(error) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_ERRORS)
    .map(([error, count]) => `${String(count).padStart(5)}  ${error}`);
};

const scoreDocuments = async (
  documents: readonly GoldDocument[],
  read: (document: GoldDocument) => Promise<ParsedSentence[]>,
): Promise<Scored | undefined> => {
  let counts: Conll18 | undefined;
  const errors: string[] = [];
  for (const document of documents) {
    const dense = denseOffsets(document.text);
    const gold = goldText(document, dense);
    const system = systemText(await read(document), dense);
    const scored = scoreConll18(gold, system);
    counts = counts === undefined ? scored : addCounts(counts, scored);
    errors.push(...confusions(gold, system));
  }
  return counts === undefined ? undefined : { counts, errors };
};

const LABELS: readonly (readonly [keyof Conll18, string])[] = [
  ['sentences', 'sentences F1'],
  ['words', 'words F1'],
  ['upos', 'UPOS F1'],
  ['feats', 'features F1'],
  ['lemmas', 'lemmas F1'],
  ['uas', 'UAS F1'],
  ['las', 'LAS F1'],
];

const toTable = (treebank: string, from: 'raw' | 'gold', scored: Scored, errors: boolean): Table => ({
  task: 'syntax',
  title: `${treebank}, ${from === 'raw' ? 'from raw text' : 'on gold tokens'} (CoNLL-18)`,
  figures: LABELS.filter(([name]) => from === 'raw' || (name !== 'sentences' && name !== 'words')).map(
    ([name, label]): Figure => {
      const { right, gold, system } = scored.counts[name];
      return {
        id: `syntax/${treebank}/${from}/${name}`,
        label,
        value: f1(scored.counts[name]),
        detail: `(${right} of ${gold}, ${system} predicted)`,
      };
    },
  ),
  errors: errors ? topErrors(scored.errors) : [],
});

/** The syntax tables: EWT and GUM, from raw text and on gold tokens. */
export const scoreSyntax = async ({ gold, split, errors }: EvalContext, engine: Engine): Promise<Table[]> => {
  const tables: Table[] = [];
  for (const treebank of TREEBANKS) {
    const path = join(gold, 'syntax', treebank, `${treebank}-ud-${split}.conllu`);
    if (!existsSync(path)) continue;
    const documents = readConllu(readFileSync(path, 'utf8'));
    const raw = await scoreDocuments(documents, (document) =>
      engine.reader.read(segment(toDocument(document), engine.textModel)),
    );
    const onGold = await scoreDocuments(documents, (document) => engine.reader.read(goldSentences(document)));
    if (raw !== undefined) tables.push(toTable(treebank, 'raw', raw, errors));
    if (onGold !== undefined) tables.push(toTable(treebank, 'gold', onGold, errors));
  }
  return tables;
};
