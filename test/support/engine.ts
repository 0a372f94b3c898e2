import { openEngine } from '../../src/cli/index.ts';
import { readInput } from '../../src/intake/index.ts';
import type { Engine } from '../../src/readout/index.ts';
import type { Document } from '../../src/text/index.ts';

let engine: Promise<Engine> | null = null;

/** The engine that ships, loaded once in a test file. */
export const shippedEngine = (): Promise<Engine> => {
  engine ??= openEngine(null);
  return engine;
};

/** A document from words, as intake would read them from a file. */
export const documentFrom = (text: string, name = 'test.txt'): Document =>
  readInput({ name, bytes: new TextEncoder().encode(text) });
