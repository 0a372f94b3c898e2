import { readdirSync, readFileSync } from 'node:fs';
import { type CodebookFile, loadCodebook } from '../src/codebook/index.ts';
import { createReader } from '../src/reading/index.ts';
import type { Engine } from '../src/readout/index.ts';
import { createTextModel } from '../src/text/index.ts';

const root = new URL('../', import.meta.url);
const model = (name: string): Buffer => readFileSync(new URL(`models/en/${name}`, root));

const codebookFiles = (): CodebookFile[] => {
  const folder = new URL('codebook/', root);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
};

/** The engine as it ships, for measuring. */
export const openShippedEngine = async (): Promise<Engine> => ({
  reader: await createReader({
    reader: model('reader.onnx'),
    labels: model('labels.onnx'),
    vocabulary: model('vocabulary.txt').toString('utf8'),
    tables: model('labels.json').toString('utf8'),
    lemmas: model('lemmas.tsv').toString('utf8'),
  }),
  textModel: createTextModel({
    weights: model('segmenter.json').toString('utf8'),
    words: model('words.json').toString('utf8'),
  }),
  codebook: loadCodebook(codebookFiles()),
  info: { version: 'eval', model: 'eval', codebook: 'eval' },
});
