import { createHash } from 'node:crypto';
import { type Codebook, CodebookError, type CodebookFile, loadCodebook } from '../codebook/index.ts';
import { ReadoutError } from '../intake/index.ts';
import { createReader, type Engine } from '../readout/index.ts';
import { createTextModel } from '../text/index.ts';
import { readCodebookFiles } from './codebook-files.ts';
import { readModelFiles } from './model-files.ts';
import type { Progress } from './progress.ts';
import { version } from './version.ts';

const fingerprint = (parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return `en-${hash.digest('hex').slice(0, 12)}`;
};

const checkedCodebook = (files: readonly CodebookFile[], folder: string | null): Codebook => {
  try {
    return loadCodebook(files);
  } catch (cause) {
    if (!(cause instanceof CodebookError)) throw cause;
    const advice = folder === null ? 'Mend the lines above.' : 'Mend the lines above, or leave --codebook out.';
    const message = `${cause.message}\n${advice}`;
    throw new ReadoutError(cause.code, message, { problems: cause.problems }, { cause });
  }
};

/**
 * Loads the network and the codebook, with the analyst's folder on top if there is one. What they are called in a readout
 * is derived from their content, so that two readouts made with different ones can be told apart.
 */
export const openEngine = async (codebookFolder: string | null): Promise<Engine> => {
  const [{ network, text }, files] = await Promise.all([readModelFiles(), readCodebookFiles(codebookFolder)]);
  const codebook = checkedCodebook(files, codebookFolder);
  const reader = await createReader(network);
  return {
    reader,
    textModel: createTextModel(text),
    codebook,
    info: {
      version: version(),
      model: fingerprint([...Object.values(network), ...Object.values(text)]),
      codebook: `en-${codebook.version}`,
    },
  };
};

/** The same engine, telling how many sentences of a long report have been read. */
export const withProgress = (engine: Engine, progress: Progress, name: string): Engine => ({
  ...engine,
  reader: {
    read: (sentences, options) =>
      engine.reader.read(sentences, {
        ...options,
        progress: (done) => progress.within(done, sentences.length, name),
      }),
  },
});
