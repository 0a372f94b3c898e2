import { readFile } from 'node:fs/promises';
import { ReadoutError } from '../intake/index.ts';
import type { ModelFiles } from '../readout/index.ts';
import type { TextModelFiles } from '../text/index.ts';

const modelFolder = new URL('../../models/en/', import.meta.url);

const open = async (name: string): Promise<Buffer> => {
  try {
    return await readFile(new URL(name, modelFolder));
  } catch (cause) {
    const message = `The network is not there: models/en/${name} cannot be read. Get the whole repository again, or see training/README.md.`;
    throw new ReadoutError('no-model', message, { name }, { cause });
  }
};

/** The files of the English models, from `models/en/`: those of the network, those that cut text into words, and the table of towns. */
export interface EnglishFiles {
  readonly network: ModelFiles;
  readonly text: TextModelFiles;
  readonly gazetteer: Uint8Array;
}

/** Opens the files of the English models; throws a `ReadoutError` where one is missing. */
export const readModelFiles = async (): Promise<EnglishFiles> => {
  const [reader, labels, attributions, gazetteer] = await Promise.all([
    open('reader.onnx'),
    open('labels.onnx'),
    open('attributions.onnx'),
    open('gazetteer.tsv'),
  ]);
  const names = ['vocabulary.txt', 'labels.json', 'lemmas.tsv', 'segmenter.json', 'words.json'] as const;
  const texts = await Promise.all(names.map(async (name) => (await open(name)).toString('utf8')));
  const [vocabulary = '', tables = '', lemmas = '', weights = '', words = ''] = texts;
  return { network: { reader, labels, attributions, vocabulary, tables, lemmas }, text: { weights, words }, gazetteer };
};
