import type { Readout } from '../../readout/index.ts';

export { actWords, disputeWords, enumerate } from '../../readout/index.ts';

type Realis = Readout['events'][number]['realis'];

/** The headings that events stand under, in the order of a page. */
export const realisWords: Readonly<Record<Realis, string>> = {
  actual: 'Happened',
  planned: 'Planned',
  expected: 'Expected',
  possible: 'Possible',
  requested: 'Asked for',
  conditional: 'Depends on an if',
  negated: 'Did not happen, or will not',
};

/** "1 row", "2 rows". */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

// Control and direction characters would let a report repaint the reader's terminal or reorder a line.
const unsafe = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** Words of a report made safe to print on one line, the spaces at their ends kept. */
export const squeeze = (words: string): string => words.toWellFormed().replace(unsafe, ' ').replace(/\s+/g, ' ');

/** Words of a report as one line that is safe to print. */
export const oneLine = (words: string): string => squeeze(words).trim();
