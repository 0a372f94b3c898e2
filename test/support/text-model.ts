import { readFileSync } from 'node:fs';
import { createTextModel } from '../../src/text/index.ts';

const file = (name: string): string => readFileSync(new URL(`../../models/en/${name}`, import.meta.url), 'utf8');

/** The text model that the repository ships. */
export const textModel = createTextModel({ weights: file('segmenter.json'), words: file('words.json') });
