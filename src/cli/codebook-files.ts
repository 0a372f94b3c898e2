import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CodebookFile, type CodebookProblem, decodeCodebook } from '../codebook/index.ts';
import { ReadoutError } from '../intake/index.ts';

const ownFolder = fileURLToPath(new URL('../../codebook/', import.meta.url));

/** The layer of the codebook that the repository ships, and that of an analyst's files on top. */
const SHIPPED = 'shipped';
const EXTRA = 'extra';

/** Files of a codebook, and those whose bytes are no text. */
export interface CodebookFiles {
  readonly files: readonly CodebookFile[];
  readonly problems: readonly CodebookProblem[];
  /** Names of those that are the analyst's own. */
  readonly own: ReadonlySet<string>;
}

const isYaml = (entry: Dirent): boolean =>
  entry.isFile() && /\.ya?ml$/i.test(entry.name) && !entry.name.startsWith('.');

const yamlIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter(isYaml)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
};

/** No file is read that is longer, in bytes. */
const LARGEST = 20_000_000;

const readOne = async (path: string, name: string, layer: string): Promise<CodebookFile | CodebookProblem> => {
  const { size } = await stat(path);
  if (size > LARGEST)
    return { file: name, line: 1, message: `larger than ${LARGEST / 1_000_000} MB`, severity: 'mistake' };
  const text = decodeCodebook(name, await readFile(path));
  return typeof text === 'string' ? { name, text, layer } : text;
};

/** An analyst's files: of a folder all YAML files in it. Throws a `ReadoutError` where there is nothing to read. */
const extraPaths = async (operand: string): Promise<string[]> => {
  const details = { path: operand };
  try {
    if ((await stat(operand)).isFile()) return [operand];
    const paths = await yamlIn(operand);
    if (paths.length > 0) return paths;
  } catch (cause) {
    const message = `The codebook ${operand} is no folder or file that can be read. Name a folder that holds YAML files (--codebook DIR).`;
    throw new ReadoutError('no-codebook', message, details, { cause });
  }
  throw new ReadoutError(
    'no-codebook',
    `The codebook ${operand} holds no .yaml file (see codebook/README.md).`,
    details,
  );
};

/** The files of the codebook, those of `extra` last, so that they add to it or override it. */
export const readCodebookFiles = async (extra: readonly string[]): Promise<CodebookFiles> => {
  const own = (await yamlIn(ownFolder)).map((path) =>
    readOne(path, join('codebook', path.slice(ownFolder.length)), SHIPPED),
  );
  const paths = [...new Set((await Promise.all(extra.map(extraPaths))).flat())];
  const read = await Promise.all([...own, ...paths.map((path) => readOne(path, path, EXTRA))]);
  return {
    files: read.flatMap((each) => ('text' in each ? [each] : [])),
    problems: read.flatMap((each) => ('text' in each ? [] : [each])),
    own: new Set(paths),
  };
};
