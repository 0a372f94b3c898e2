import type { Dirent } from 'node:fs';
import { glob, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ReadoutError } from './error.ts';
import { isWebAddress } from './net/web-address.ts';
import { isReadable } from './reports.ts';
import { unreadable } from './unreadable.ts';

/** The inputs that the words on a command line mean: paths and web addresses to read in order ("-" for stdin), and what could not be found. */
export interface InputList {
  readonly paths: readonly string[];
  readonly problems: readonly ReadoutError[];
}

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
    else if (entry.isFile() && isReadable(entry.name)) this.paths.push(path);
  }

  /** Inside a folder a link may lead to anything: to a folder, to a file of another kind, or nowhere. */
  async #addInside(path: string): Promise<void> {
    try {
      const found = await stat(path);
      if (found.isDirectory()) await this.#enter(path);
      else if (found.isFile() && isReadable(path)) this.paths.push(path);
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
 * list without doubles; web addresses stay as they are. What cannot be found is reported beside it, so that one bad name never loses the others.
 */
export const listInputs = async (words: readonly string[]): Promise<InputList> => {
  const gathering = new Gathering();
  for (const word of words) {
    if (word === '-' || isWebAddress(word)) gathering.paths.push(word);
    else if (isGlob(word) && !(await exists(word))) await expand(gathering, word);
    else await gathering.add(word);
  }
  return { paths: [...new Set(gathering.paths)], problems: gathering.problems };
};
