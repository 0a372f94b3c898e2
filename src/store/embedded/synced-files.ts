import { open, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Whether the database's files are known to be on the disk, and by which run of the machine they were last written. */
interface FilesState {
  readonly boot: string;
  readonly synced: boolean;
}

const syncFile = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** All files below a folder that were written since a moment (milliseconds), and all its folders. */
const writtenSince = async (folder: string, since: number): Promise<readonly string[]> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const times = await Promise.all(paths.map(async (path) => (await stat(path)).mtimeMs));
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  return [
    ...paths.filter((_, index) => (times[index] ?? since) >= since),
    ...(process.platform === 'win32' ? [] : [folder, ...folders]),
  ];
};

/** Files that are synced at the same time. */
const AT_ONCE = 16;

/** Syncs every file below a folder that was written since a moment, and the folders where the system can. */
export const syncTree = async (folder: string, since: number): Promise<void> => {
  const paths = await writtenSince(folder, since);
  for (let at = 0; at < paths.length; at += AT_ONCE) await Promise.all(paths.slice(at, at + AT_ONCE).map(syncFile));
};

/** Writes a file so that after a power cut it is there whole, or the one before it is. */
export const writeSynced = async (path: string, text: string): Promise<void> => {
  await writeFile(`${path}.new`, text);
  await syncFile(`${path}.new`);
  await rename(`${path}.new`, path);
  if (process.platform !== 'win32') await syncFile(dirname(path));
};

const stateFile = (folder: string): string => join(folder, 'pg-state.json');

const stateOf = async (folder: string): Promise<FilesState | null> => {
  try {
    const { boot, synced } = JSON.parse(await readFile(stateFile(folder), 'utf8'));
    return { boot: String(boot), synced: synced === true };
  } catch {
    return null;
  }
};

/**
 * Whether the database's files can be trusted. PGlite never syncs them. After `kill -9` the system still holds what was written;
 * after a power cut (another run of the machine, and no sync before it) any of it may be missing.
 */
export const filesAreWhole = async (folder: string, boot: string): Promise<boolean> => {
  const state = await stateOf(folder);
  return state !== null && (state.synced || state.boot === boot);
};

/** Says that the files are being written from now on. */
export const markWriting = (folder: string, boot: string): Promise<void> =>
  writeSynced(stateFile(folder), JSON.stringify({ boot, synced: false }));

/** Syncs the closed database's files and says so. */
export const markSynced = async (folder: string, boot: string, since: number): Promise<void> => {
  await syncTree(join(folder, 'pg'), since);
  await writeSynced(stateFile(folder), JSON.stringify({ boot, synced: true }));
};
