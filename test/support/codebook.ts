import { readdirSync, readFileSync } from 'node:fs';
import { type Codebook, type CodebookFile, loadCodebook, withGazetteer } from '../../src/codebook/index.ts';

const folder = new URL('../../codebook/', import.meta.url);

/** The files of the codebook that the repository ships. */
export const codebookFiles = (): CodebookFile[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));

let codebook: Codebook | undefined;

/** The codebook that the repository ships, loaded once for each test file. */
export const shippedCodebook = (): Codebook => {
  codebook ??= withGazetteer(
    loadCodebook(codebookFiles()),
    readFileSync(new URL('../../models/en/gazetteer.tsv', import.meta.url)),
  );
  return codebook;
};
