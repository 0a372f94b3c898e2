import type { Dirent } from 'node:fs';
import { glob, readdir, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { ReadoutError } from './error.ts';

/** The inputs that the words on a command line mean: paths to read in order ("-" for stdin), and what could not be found. */
export interface InputList {
  readonly paths: readonly string[];
  readonly problems: readonly ReadoutError[];
}

/** The endings that are read inside a folder; a file named by itself is read whatever its ending. */
const endings = new Set(['.txt', '.text', '.md', '.markdown', '.html', '.htm', '.xhtml', '.wire']);

const advice: Record<string, string> = {
  ENOENT: 'there is no such file; check the path',
  EACCES: 'this user may not read it; check its permissions',
  EPERM: 'this user may not read it; check its permissions',
  ELOOP: 'its symbolic links lead in a circle; name the file itself',
  ENAMETOOLONG: 'the path is too long; check it',
  ENOTDIR: 'part of the path is a file and no folder; check it',
  EMFILE: 'too many files are open; read fewer at once',
  EISDIR: 'it is a folder; name the files in it, or a glob',
  EIO: 'the disk failed to deliver it; check the drive',
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown');

/** The `ReadoutError` for a path that the file system refused, with the reason as a sentence. */
export const unreadable = (path: string, error: unknown): ReadoutError => {
  const reason = codeOf(error);
  const code = reason === 'ENOENT' ? 'missing-input' : 'unreadable-input';
  return new ReadoutError(
    code,
    `${path} cannot be read: ${advice[reason] ?? `the system says ${reason}`}.`,
    { name: path, reason },
    { cause: error },
  );
};

/** Gathers paths and problems; a folder is entered once, so links that lead in a circle end. */
class Gathering {
  readonly paths: string[] = [];
  readonly problems: ReadoutError[] = [];
  readonly #entered = new Set<string>();

  async add(path: string): Promise<void> {
    try {
      if ((await stat(path)).isDirectory()) await this.#enter(path);
      else this.paths.push(path);
    } catch (error) {
      this.problems.push(unreadable(path, error));
    }
  }

  async #enter(folder: string): Promise<void> {
    const real = await realpath(folder);
    if (this.#entered.has(real)) return;
    this.#entered.add(real);
    const entries = (await readdir(folder, { withFileTypes: true })).filter((entry) => !entry.name.startsWith('.'));
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) await this.#addEntry(folder, entry);
  }

  async #addEntry(folder: string, entry: Dirent): Promise<void> {
    const path = join(folder, entry.name);
    if (entry.isDirectory() || entry.isSymbolicLink()) await this.#addInside(path);
    else if (entry.isFile() && endings.has(extname(entry.name).toLowerCase())) this.paths.push(path);
  }

  /** Inside a folder a link may lead to anything: to a folder, to a file of another kind, or nowhere. */
  async #addInside(path: string): Promise<void> {
    try {
      const found = await stat(path);
      if (found.isDirectory()) await this.#enter(path);
      else if (found.isFile() && endings.has(extname(path).toLowerCase())) this.paths.push(path);
    } catch (error) {
      this.problems.push(unreadable(path, error));
    }
  }
}

const isGlob = (path: string): boolean => /[*?[{]/.test(path);

const exists = async (path: string): Promise<boolean> => {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
};

const expand = async (gathering: Gathering, pattern: string): Promise<void> => {
  const found: string[] = [];
  for await (const path of glob(pattern)) found.push(path);
  if (found.length === 0)
    gathering.problems.push(
      new ReadoutError(
        'missing-input',
        `${pattern} matches no file; check the pattern, or quote it so that the shell leaves it alone.`,
        { name: pattern },
      ),
    );
  for (const path of found.sort()) await gathering.add(path);
};

/**
 * Expands files, folders (their text, Markdown and HTML files, to any depth, in order of name), globs and "-" into a
 * list without doubles. What cannot be found is reported beside it, so that one bad name never loses the others.
 */
export const listInputs = async (words: readonly string[]): Promise<InputList> => {
  const gathering = new Gathering();
  for (const word of words) {
    if (word === '-') gathering.paths.push(word);
    else if (isGlob(word) && !(await exists(word))) await expand(gathering, word);
    else await gathering.add(word);
  }
  return { paths: [...new Set(gathering.paths)], problems: gathering.problems };
};
