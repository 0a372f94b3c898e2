import { readFile } from 'node:fs/promises';
import { ReadoutError } from '../intake/index.ts';
import type { ModelFiles } from '../readout/index.ts';

const modelFolder = new URL('../../models/en/', import.meta.url);

const open = async (name: string): Promise<Buffer> => {
  try {
    return await readFile(new URL(name, modelFolder));
  } catch (cause) {
    const message = `The network is not there: models/en/${name} cannot be read. Get the whole repository again, or see training/README.md.`;
    throw new ReadoutError('no-model', message, { name }, { cause });
  }
};

/** The files of the English network, from `models/en/`. */
export const readModelFiles = async (): Promise<ModelFiles> => {
  const [reader, labels, vocabulary, tables] = await Promise.all(
    ['reader.onnx', 'labels.onnx', 'vocabulary.txt', 'labels.json'].map(open),
  );
  if (reader === undefined || labels === undefined || vocabulary === undefined || tables === undefined)
    throw new ReadoutError('no-model', 'The network is not whole.');
  return { reader, labels, vocabulary: vocabulary.toString('utf8'), tables: tables.toString('utf8') };
};
