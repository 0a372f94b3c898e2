import { CLASSES, REPORTS } from './report-counts.ts';

const counts = new Map(
  CLASSES.flatMap(([count, words]) => words.split(/\s+/).map((word): [string, number] => [word, count])),
);

/** In about how many of the counted reports a word stands that the table does not hold. */
const UNKNOWN = 8;

/** How telling a word is: the logarithm of reports counted for each report that has it. "the" → 0, a word of few reports → 5. */
export const rarityOf = (stem: string): number => Math.log(REPORTS / Math.min(REPORTS, counts.get(stem) ?? UNKNOWN));
