import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Document } from '../text/index.ts';
import { ReadoutError } from './error.ts';
import { unreadable } from './list-inputs.ts';
import { DEFAULT_LIMIT, type ReadOptions, readInput, tooLarge } from './read-input.ts';
import { refuseBinary, SNIFF_BYTES } from './sniff.ts';

/** What stdin is called in messages. */
const STDIN_NAME = 'stdin';

/** Reads a stream to its end, but no further than the limit, and stops at the first bytes that show it is no text. */
const readStream = async (name: string, stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let isSniffed = false;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) throw tooLarge(name, null, limit);
    if (!isSniffed && size >= SNIFF_BYTES) {
      refuseBinary(name, Buffer.concat(chunks));
      isSniffed = true;
    }
  }
  return Buffer.concat(chunks);
};

const readBytes = async (path: string, limit: number): Promise<Uint8Array> => {
  const found = await stat(path);
  if (found.isDirectory())
    throw new ReadoutError('unreadable-input', `${path} is a folder; name the files in it, or a glob.`, { name: path });
  if (found.isFile() && found.size > limit) throw tooLarge(path, found.size, limit);
  return readStream(path, createReadStream(path), limit);
};

/**
 * Reads one report from a file, or from stdin if the path is "-". Size and kind are checked before the whole is loaded.
 * Throws a `ReadoutError` that names the file.
 */
export const readFile = async (
  path: string,
  options: ReadOptions = {},
  stdin: AsyncIterable<Uint8Array> = process.stdin,
): Promise<Document> => {
  const limit = options.limit ?? DEFAULT_LIMIT;
  if (path === '-') return readInput({ name: STDIN_NAME, bytes: await readStream(STDIN_NAME, stdin, limit) }, options);
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(path, limit);
  } catch (error) {
    throw error instanceof ReadoutError ? error : unreadable(path, error);
  }
  return readInput({ name: path, bytes }, options);
};
