import type { Document } from '../text/index.ts';
import { DEFAULT_LIMIT, type ReadOptions, readInput } from './read-input.ts';
import { toReadoutError } from './report-item.ts';
import { refuseBinary } from './sniff.ts';
import { openSource } from './source.ts';

/**
 * Reads one report from a file, or from stdin if the path is "-". Size and kind are checked before the whole is loaded.
 * Throws a `ReadoutError` that names the file.
 */
export const readFile = async (
  path: string,
  options: ReadOptions = {},
  stdin: AsyncIterable<Uint8Array> = process.stdin,
): Promise<Document> => {
  try {
    const source = await openSource(path, stdin);
    try {
      refuseBinary(source.name, source.head);
      const bytes = await source.bytes(options.limit ?? DEFAULT_LIMIT);
      return readInput({ name: source.name, bytes }, options);
    } finally {
      await source.close();
    }
  } catch (error) {
    throw toReadoutError(path, error);
  }
};
