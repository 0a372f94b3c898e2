import type { Actor } from '../../readout/index.ts';
import { foldedWords } from '../words/fold.ts';
import { countryOfCode, sectorOfCode } from './code-parts.ts';

/** Sectors in which a state has one body of a kind: parliament, army, police, secret service. It has many courts and ministries. */
const SINGLE = new Set(['LEG', 'MIL', 'SPY', 'COP']);

/** "Bulgarian", "Bulgaria's" of Bulgaria. */
const isOfCountry = (word: string, country: string): boolean => word.slice(0, 3) === country.slice(0, 3).toLowerCase();

/**
 * The institution that an actor is, though it has no name of its own: "Bulgaria's parliament" and "the Bulgarian parliament" →
 * "BGR/parliament". Null for those of a town ("Varna police") and for people who belong to one ("Bulgarian lawmakers").
 */
export const institutionOf = ({ kind, name, code, affiliation }: Actor): string | null => {
  const country = countryOfCode(code);
  if ((kind !== 'organization' && kind !== 'group') || country === null || !SINGLE.has(sectorOfCode(code) ?? ''))
    return null;
  const words = foldedWords(name).filter((word) => !isOfCountry(word, affiliation ?? '~~~'));
  const [noun, ...others] = words;
  return noun === undefined || others.length > 0 || noun.endsWith('s') ? null : `${country}/${noun}`;
};
