import { createHash } from 'node:crypto';
import { loadCodebook } from '../codebook/index.ts';
import { createReader, type Engine } from '../readout/index.ts';
import { readCodebookFiles } from './codebook-files.ts';
import { readModelFiles } from './model-files.ts';
import { version } from './version.ts';

const fingerprint = (parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return `en-${hash.digest('hex').slice(0, 12)}`;
};

/**
 * Loads the network and the codebook, with the analyst's folder on top if there is one. What they are called in a readout
 * is derived from their content, so that two readouts made with different ones can be told apart.
 */
export const openEngine = async (codebookFolder: string | null): Promise<Engine> => {
  const [model, files] = await Promise.all([readModelFiles(), readCodebookFiles(codebookFolder)]);
  const codebook = loadCodebook(files);
  const reader = await createReader(model);
  return {
    reader,
    codebook,
    info: {
      version: version(),
      model: fingerprint([model.reader, model.labels, model.vocabulary, model.tables]),
      codebook: fingerprint(files.flatMap(({ name, text }) => [name, text])),
    },
  };
};
