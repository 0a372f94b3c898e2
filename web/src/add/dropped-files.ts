/** A file and what it is called: within a folder by its path. */
export interface NamedFile {
  readonly name: string;
  readonly file: File;
}

/** Files of folders are read where their ending says that they may hold reports; hidden ones are left alone. */
export const isWanted = (path: string, endings: readonly string[]): boolean => {
  const parts = path.split('/');
  if (parts.some((part) => part.startsWith('.'))) return false;
  return parts.length === 1 || endings.some((ending) => path.toLowerCase().endsWith(ending));
};

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((done, refuse) => {
    entry.file(done, refuse);
  });

/** A browser gives the entries of a folder a hundred at a time, until there are none. */
const entriesOf = async (folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> => {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, refuse) => {
      reader.readEntries(done, refuse);
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
};

const filesIn = async (entry: FileSystemEntry): Promise<readonly NamedFile[]> => {
  const name = entry.fullPath.replace(/^\//, '');
  if (entry.isFile) return [{ name, file: await fileOf(entry as FileSystemFileEntry) }];
  const found = await Promise.all((await entriesOf(entry as FileSystemDirectoryEntry)).map(filesIn));
  return found.flat();
};

/** The files that were dropped, those in folders too. To be called while the drop is handled: later its items are gone. */
export const droppedFiles = async ({ items, files }: DataTransfer): Promise<readonly NamedFile[]> => {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return [...files].map((file) => ({ name: file.name, file }));
  return (await Promise.all(entries.map(filesIn))).flat();
};

/** The files that were chosen, by their paths where a folder was. */
export const chosenFiles = (files: FileList): readonly NamedFile[] =>
  [...files].map((file) => ({ name: file.webkitRelativePath || file.name, file }));
