import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify, stripVTControlCharacters } from 'node:util';
import type { WebFiles } from '../../api/index.ts';
import { reasonOf } from '../../text/index.ts';

/** Milliseconds that a build may take. */
const PATIENCE = 300_000;
/** The repository. */
const own = fileURLToPath(new URL('../../../', import.meta.url));
/** What the app is built from: its sources and the packages as they are locked. */
const sources = ['web/src', 'web/index.html', 'web/vite.config.ts', 'package-lock.json'];
const builtIn = (root: string): string => join(root, 'web', 'dist');

/** All files below a path, or the path itself where it is a file. */
const filesIn = (path: string): readonly string[] => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );
};

const newest = (paths: readonly string[]): number =>
  Math.max(0, ...paths.flatMap(filesIn).map((path) => statSync(path).mtimeMs));

/** Whether the app was built after everything that it is built from was last changed. */
const isFresh = (root: string): boolean => {
  const made = statSync(join(builtIn(root), 'index.html'), { throwIfNoEntry: false });
  return made !== undefined && made.mtimeMs >= newest(sources.map((path) => join(root, path)));
};

const read = (folder: string): WebFiles =>
  new Map(
    filesIn(folder).map((path) => [
      relative(folder, path).split(sep).join('/'),
      new Uint8Array(readFileSync(path)) as Uint8Array<ArrayBuffer>,
    ]),
  );

/** Builds into a folder of its own, so that two who build at once do not meet, and then puts it in its place. */
const build = async (root: string): Promise<WebFiles> => {
  const [web, built] = [join(root, 'web'), builtIn(root)];
  const folder = await mkdtemp(join(web, 'dist-'));
  try {
    const command = fileURLToPath(new URL('bin/vite.js', import.meta.resolve('vite/package.json')));
    const options = ['--configLoader', 'native', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'];
    // In a process of its own: a fault of the bundler must not end the server.
    await promisify(execFile)(process.execPath, [command, 'build', web, ...options], {
      timeout: PATIENCE,
      env: { ...process.env, NODE_ENV: 'production' },
    });
    const files = read(folder);
    await rm(built, { recursive: true, force: true, maxRetries: 5 });
    await rename(folder, built).catch((error: NodeJS.ErrnoException) => {
      // Another who built at once was faster; its files are the same.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
    return files;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** What the bundler complained of, on one line; of all else the reason. */
const whyNot = (error: unknown): string => {
  const complaint = error instanceof Error && 'stderr' in error ? stripVTControlCharacters(String(error.stderr)) : '';
  return complaint.trim() === ''
    ? reasonOf(error)
    : complaint
        .trim()
        .split(/\s*\n\s*/)
        .slice(0, 8)
        .join(' ')
        .slice(0, 600);
};

/**
 * The files of the browser app, built anew where they are missing or stale; null, and said, where that fails. `root` is the folder that
 * `web/` stands in; only tests give another.
 */
export const openWebFiles = async (say: (message: string) => Promise<void>, root = own): Promise<WebFiles | null> => {
  try {
    if (isFresh(root)) return read(builtIn(root));
    await say('building the browser app; this is done once and takes a few seconds.');
    return await build(root);
  } catch (error) {
    await say(`the browser app could not be built, so only the API is served: ${whyNot(error)}`);
    return null;
  }
};
