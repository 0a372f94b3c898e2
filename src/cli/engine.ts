import { createHash } from 'node:crypto';
import {
  type Codebook,
  CodebookError,
  type CodebookProblem,
  type InspectedCodebook,
  inspectCodebook,
  withGazetteer,
} from '../codebook/index.ts';
import { ReadoutError } from '../intake/index.ts';
import { createReader, type Engine } from '../readout/index.ts';
import { createTextModel } from '../text/index.ts';
import { readCodebookFiles } from './codebook-files.ts';
import { type EnglishFiles, readModelFiles } from './model-files.ts';
import type { Progress } from './progress.ts';
import { version } from './version.ts';

const fingerprint = (parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return `en-${hash.digest('hex').slice(0, 12)}`;
};

/** An analyst's codebook on top of ours, and what is to be done where it is wrong. */
export interface CodebookChoice {
  /** Folders or files. */
  readonly extra: readonly string[];
  /** Leaves bad entries out, telling them, instead of stopping. */
  readonly tolerate?: ((problems: readonly CodebookProblem[]) => Promise<void>) | undefined;
}

/** What an analyst's files make together with ours. */
export interface InspectedFiles {
  readonly inspected: InspectedCodebook;
  readonly problems: readonly CodebookProblem[];
  /** Names of the analyst's own files. */
  readonly own: ReadonlySet<string>;
}

/** Reads a codebook with what an analyst lays over it, and finds all that is wrong. Throws where there is nothing to read. */
export const inspectFiles = async (extra: readonly string[]): Promise<InspectedFiles> => {
  const { files, problems, own } = await readCodebookFiles(extra);
  const inspected = inspectCodebook(files);
  return { inspected, problems: [...problems, ...inspected.problems], own };
};

const isMistake = ({ severity }: CodebookProblem): boolean => severity === 'mistake';

/** The codebook with what an analyst lays over it. Throws a `ReadoutError` that lists the mistakes, unless they are tolerated. */
export const openCodebook = async ({ extra, tolerate }: CodebookChoice): Promise<InspectedCodebook> => {
  const { inspected, problems } = await inspectFiles(extra);
  const mistakes = problems.filter(isMistake);
  if (mistakes.length === 0) return inspected;
  if (tolerate !== undefined) {
    await tolerate(mistakes);
    return inspected;
  }
  const { code, message } = new CodebookError(mistakes);
  const advice =
    extra.length === 0
      ? 'Mend the lines above.'
      : 'Mend the lines above, or leave the bad entries out (--keep-going) or the folder (--codebook).';
  throw new ReadoutError(code, `${message}\n${advice}`, { problems: mistakes });
};

/** What a codebook and the files of the network are called in a readout: derived from their content. */
export const engineInfo = (codebook: Codebook, { network, text, gazetteer }: EnglishFiles): Engine['info'] => ({
  version: version(),
  model: fingerprint([...Object.values(network), ...Object.values(text), gazetteer]),
  codebook: `en-${codebook.version}`,
});

/**
 * Loads the network for a codebook. What they are called in a readout is derived from their content, so that two readouts
 * made with different ones can be told apart.
 */
export const engineWith = async (codebook: Codebook): Promise<Engine> => {
  const files = await readModelFiles();
  const { network, text, gazetteer } = files;
  const reader = await createReader(network);
  return {
    reader,
    textModel: createTextModel(text),
    codebook: withGazetteer(codebook, gazetteer),
    info: engineInfo(codebook, files),
  };
};

/** Loads the network and the codebook, with the analyst's folder on top if there is one. */
export const openEngine = async (folder: string | null, tolerate?: CodebookChoice['tolerate']): Promise<Engine> =>
  engineWith((await openCodebook({ extra: folder === null ? [] : [folder], tolerate })).codebook);

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
