import type { StatementSummary } from '../node.ts';
import { overlap, sharedWords } from '../words/overlap.ts';

/** Acts that take a side by themselves; what is merely said must share more words. */
const TAKING_SIDES = new Set(['accuse', 'claim', 'confirm', 'criticize', 'deny', 'refuse', 'warn', 'threaten']);
const SIDED = { alike: 0.3, words: 1 };
const MERELY_SAID = { alike: 0.5, words: 2 };

/** Whether a statement is about what a dispute is about, by the telling words of one side of it. */
export const speaksTo = (
  { act, terms }: Pick<StatementSummary, 'act' | 'terms'>,
  about: readonly string[],
): boolean => {
  const least = TAKING_SIDES.has(act) ? SIDED : MERELY_SAID;
  return sharedWords(terms, about).length >= least.words && overlap(terms, about) >= least.alike;
};
