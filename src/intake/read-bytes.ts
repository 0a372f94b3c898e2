import { DEFAULT_LIMIT } from './read-input.ts';
import { toReadoutError } from './report-item.ts';
import { openSource } from './source.ts';

/** All the bytes of a file, or of stdin if the path is "-". Throws a `ReadoutError` that names it. */
export const readBytes = async (
  path: string,
  stdin: AsyncIterable<Uint8Array>,
  limit: number = DEFAULT_LIMIT,
): Promise<Uint8Array> => {
  try {
    const source = await openSource(path, stdin);
    try {
      return await source.bytes(limit);
    } finally {
      await source.close();
    }
  } catch (error) {
    throw toReadoutError(path, error);
  }
};
