import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The lists of `models/en/intake.yaml`, by name; each file there says what its lists mean. */
interface IntakeWords {
  readonly [list: string]: unknown;
}

const source = new URL('../../models/en/intake.yaml', import.meta.url);
const words: IntakeWords = parse(readFileSync(source, 'utf8')) as IntakeWords;

/** The phrases of one list, in lower case; none if the list is absent. */
export const phrases = (list: string): readonly string[] => {
  const found = words[list];
  return Array.isArray(found) ? found.map((phrase) => String(phrase).toLowerCase()) : [];
};

/** The entries of one table, such as month name → number. */
export const table = (list: string): ReadonlyMap<string, unknown> => {
  const found = words[list];
  return new Map(found !== null && typeof found === 'object' ? Object.entries(found) : []);
};

const escaped = (phrase: string): string =>
  phrase
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/['’]/g, "['’]")
    .replace(/\s+/g, '\\s+');

/** A regular expression's alternatives for a list, the longest first, to be set between brackets. */
export const alternatives = (list: string | readonly string[]): string =>
  [...(typeof list === 'string' ? phrases(list) : list)]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');

/** A set of a list's phrases, for words that must match whole. */
export const phraseSet = (list: string): ReadonlySet<string> => new Set(phrases(list));
