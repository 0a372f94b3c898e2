import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CodebookFile } from '../codebook/index.ts';
import { ReadoutError } from '../intake/index.ts';

const ownFolder = fileURLToPath(new URL('../../codebook/', import.meta.url));

const isYaml = (entry: Dirent): boolean =>
  entry.isFile() && /\.ya?ml$/i.test(entry.name) && !entry.name.startsWith('.');

const filesIn = async (folder: string): Promise<CodebookFile[]> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries.filter(isYaml).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.sort().map(async (path) => ({ name: relative(folder, path), text: await readFile(path, 'utf8') })),
  );
};

/** The YAML files of an analyst's folder; throws a `ReadoutError` where it is no folder or holds none. */
const extraFiles = async (folder: string): Promise<CodebookFile[]> => {
  let files: CodebookFile[];
  try {
    files = await filesIn(folder);
  } catch (cause) {
    const message = `--codebook ${folder} is no folder that can be read. Name a folder that holds YAML files.`;
    throw new ReadoutError('no-codebook', message, { folder }, { cause });
  }
  if (files.length > 0) return files.map(({ name, text }) => ({ name: join(folder, name), text }));
  throw new ReadoutError('no-codebook', `--codebook ${folder} holds no .yaml file (see codebook/README.md).`, {
    folder,
  });
};

/** The files of the codebook, those of `extra` last, so that they add to it or override it. */
export const readCodebookFiles = async (extra: string | null): Promise<CodebookFile[]> => [
  ...(await filesIn(ownFolder)).map(({ name, text }) => ({ name: join('codebook', name), text })),
  ...(extra === null ? [] : await extraFiles(extra)),
];
