import { readFileSync } from 'node:fs';
import { createReader, type ModelFiles, type Reader } from '../../src/reading/index.ts';

const file = (name: string): Buffer => readFileSync(new URL(`../../models/en/${name}`, import.meta.url));

/** The files of the model that the repository ships. */
export const modelFiles = (): ModelFiles => ({
  reader: file('reader.onnx'),
  labels: file('labels.onnx'),
  attributions: file('attributions.onnx'),
  vocabulary: file('vocabulary.txt').toString('utf8'),
  tables: file('labels.json').toString('utf8'),
  lemmas: file('lemmas.tsv').toString('utf8'),
});

let reader: Promise<Reader> | undefined;

/** The shipped reader, loaded once for each test file. */
export const shippedReader = (): Promise<Reader> => {
  reader ??= createReader(modelFiles());
  return reader;
};
