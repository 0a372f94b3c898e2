/**
 * Writes what the attribution head learns from: PolNeAR as the program itself reads it.
 *
 *   node training/attribution/export.ts STATES.onnx OUT [GOLD]      (GOLD: default ../shared/gold)
 *
 * STATES.onnx is the reader graph with the states of its words as outputs (readout_training.attach --expose). For each split OUT gets:
 *   SPLIT.states.f16    [row, state]: a row for each word of all articles
 *   SPLIT.windows.u8    features of the window of each row, [feature, word] one after another
 *   SPLIT.index.i32     [row, 4]: where its features begin, first row of its window, words in it, which of them it is
 *   SPLIT.words.u8      [row]: has the word a letter or digit?
 *   SPLIT.gold.jsonl    an attribution a line: article, row of the anchor, pieces of source, cue and content as [first, last] rows
 * and classes.json says how many classes each feature has.
 */
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { type Attribution, type Pieces, readArticles } from '../../eval/polnear.ts';
import { toDocument } from '../../eval/statements.ts';
import { openEngine } from '../../src/cli/index.ts';
import { quoteStates } from '../../src/reading/attribution/quote-states.ts';
import { classCounts, type WordClasses, windowOf } from '../../src/reading/attribution/window.ts';
import { encodeSentence, toBatches } from '../../src/reading/batch.ts';
import { toLabelTables } from '../../src/reading/model.ts';
import type { ParsedSentence } from '../../src/reading/parsed.ts';
import { createWordPieces, type WordPieces } from '../../src/reading/word-pieces.ts';
import { findQuotes, segment } from '../../src/text/index.ts';

const BUDGET = 512;
/** A sentence with more words than this is read in pieces at run time; articles that hold one are left out here. */
const LONGEST = 500;
const WORD = /[\p{L}\p{N}]/u;

const model = (name: string): string => readFileSync(new URL(`../../models/en/${name}`, import.meta.url), 'utf8');

/** The states of the words of each sentence, [word, state], from all outputs of the graph side by side. */
const statesOf = async (
  session: InferenceSession,
  sentences: readonly ParsedSentence[],
  wordPieces: WordPieces,
): Promise<Float16Array[]> => {
  const encoded = sentences.map(({ tokens }, index) => encodeSentence(index, tokens, wordPieces));
  const found: Float16Array[] = sentences.map(() => new Float16Array(0));
  for (const batch of toBatches(encoded, BUDGET)) {
    const size = batch.sentences.length;
    const input = (data: Int32Array, width: number): Tensor => new Tensor('int32', data, [size, width]);
    const output = await session.run({
      pieces: input(batch.pieces, batch.pieceWidth),
      shapes: input(batch.shapes, batch.pieceWidth),
      first: input(batch.first, batch.wordWidth),
      last: input(batch.last, batch.wordWidth),
    });
    const layers = session.outputNames.map((name) => output[name] as Tensor);
    const depths = layers.map(({ dims }) => Number(dims[2]));
    const depth = depths.reduce((sum, each) => sum + each, 0);
    for (const [row, { index, first }] of batch.sentences.entries()) {
      const states = new Float16Array((first.length - 1) * depth);
      for (let word = 1; word < first.length; word += 1) {
        let at = (word - 1) * depth;
        for (const [layer, tensor] of layers.entries()) {
          const own = depths[layer] ?? 0;
          const from = (row * batch.wordWidth + word) * own;
          states.set((tensor.data as Float32Array).subarray(from, from + own), at);
          at += own;
        }
      }
      found[index] = states;
    }
  }
  return found;
};

/** A word of an article: where it stands, which row it has, and the row of its head (-1 for a root). */
interface Row {
  readonly start: number;
  readonly end: number;
  readonly isWord: boolean;
  readonly head: number;
}

const rowsOf = (sentences: readonly ParsedSentence[], base: number): Row[] => {
  let from = base;
  return sentences.flatMap(({ tokens }) => {
    const first = from;
    from += tokens.length;
    return tokens.map(({ start, end, text, head }) => ({
      start,
      end,
      isWord: WORD.test(text),
      head: head < 0 ? -1 : first + head,
    }));
  });
};

/** An attribution by rows; the anchor is the word of its cue that hangs on none of the others. */
const goldOf = ({ source, cue, content }: Attribution, rows: readonly Row[], base: number) => {
  const pieces = (spans: Pieces): [number, number][] =>
    spans.flatMap(([start, end]): [number, number][] => {
      const own = rows.flatMap((row, at) => (row.start < end && start < row.end ? [base + at] : []));
      return own.length === 0 ? [] : [[own[0] ?? base, own.at(-1) ?? base]];
    });
  const cues = pieces(cue);
  const words = cues.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i));
  const telling = words.filter((row) => rows[row - base]?.isWord === true);
  const anchor = telling.find((row) => !words.includes(rows[row - base]?.head ?? -1)) ?? words[0];
  return { anchor, source: pieces(source), cue: cues, content: pieces(content) };
};

const [statesFile = '', out = '.', gold = '../shared/gold'] = process.argv.slice(2);
const engine = await openEngine(null);
const wordPieces = createWordPieces(model('vocabulary.txt'));
const tables = toLabelTables(model('labels.json'));
const numbered = (labels: readonly string[]): Map<string, number> => new Map(labels.map((label, at) => [label, at]));
const classes: WordClasses = { upos: numbered(tables.upos), deprels: numbered(tables.deprels) };
const session = await InferenceSession.create(statesFile, { intraOpNumThreads: 2, interOpNumThreads: 1 });

writeFileSync(`${out}/classes.json`, JSON.stringify(classCounts(classes)));
for (const split of ['dev', 'train']) {
  const file = (name: string): number => openSync(`${out}/${split}.${name}`, 'w');
  const [states, windows, index, words, golds] = [
    file('states.f16'),
    file('windows.u8'),
    file('index.i32'),
    file('words.u8'),
    file('gold.jsonl'),
  ];
  let base = 0;
  let written = 0;
  for (const [number, article] of readArticles(`${gold}/statements/polnear/${split}`).entries()) {
    const document = toDocument(article);
    const parsed = await engine.reader.read(segment(document, engine.textModel));
    if (parsed.some(({ tokens }) => tokens.length > LONGEST)) continue;
    for (const each of await statesOf(session, parsed, wordPieces)) writeSync(states, new Uint8Array(each.buffer));
    const quoted = quoteStates(parsed, findQuotes(document));
    const sentences = parsed.map((each, at) => ({ parsed: each, quoted: quoted[at] ?? [] }));
    const rows = rowsOf(parsed, base);
    const starts = parsed.map((_, at) => parsed.slice(0, at).reduce((sum, { tokens }) => sum + tokens.length, base));
    for (const [sentence, { tokens }] of parsed.entries())
      for (let word = 0; word < tokens.length; word += 1) {
        const window = windowOf(sentences, sentence, word, classes);
        const [at = 0, first = 0] = window.words[0] ?? [];
        writeSync(index, new Int32Array([written, (starts[at] ?? 0) + first, window.words.length, window.anchor]));
        writeSync(windows, Uint8Array.from(window.features));
        written += window.features.length;
      }
    writeSync(words, Uint8Array.from(rows, (row) => Number(row.isWord)));
    for (const attribution of article.attributions) {
      const found = goldOf(attribution, rows, base);
      if (found.content.length > 0 && found.anchor !== undefined)
        writeSync(golds, `${JSON.stringify({ article: number, ...found })}\n`);
    }
    base += rows.length;
    if (number % 100 === 0) console.log(`${split}: ${number} articles, ${base} words`);
  }
  for (const each of [states, windows, index, words, golds]) closeSync(each);
}
await engine.reader.release?.();
