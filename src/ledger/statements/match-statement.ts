import { dayOf, gapBetween } from '../days.ts';
import type { StatementSummary } from '../node.ts';
import { meets } from '../sides.ts';
import { containedRuns, overlap, sharedWords } from '../words/overlap.ts';
import { isDenial } from './fold-statement.ts';

/** Part of the runs of words that the same statement shares, in whoever's mouth it is put or with the same speaker. */
const VERBATIM = 0.6;
const NEARLY = 0.5;
/** Runs and telling words that are needed for a share of them to mean something. */
const ENOUGH_RUNS = 3;
/** A quotation of four words is the same if all of them are, in the same days. */
const FEW_RUNS = 2;
const ENOUGH_WORDS = 3;
/** Part of the telling words that a paraphrase shares, and the days within which it is one. */
const PARAPHRASE = 0.7;
const PARAPHRASE_DAYS = 3;
/** The same words half a year later are said again. */
const QUOTED_DAYS = 30;

/** Why two records are one statement, and how sure that is: 0 … 2. */
export interface StatementMatch {
  readonly score: number;
  readonly reason: string;
}

const daysBetween = (one: StatementSummary, other: StatementSummary): number =>
  gapBetween(
    { from: dayOf(one.span.first), to: dayOf(one.span.last) + 1 },
    { from: dayOf(other.span.first), to: dayOf(other.span.last) + 1 },
  );

/** Whether two records tell the same statement: the same words, or much the same by the same speaker in the same days. */
export const matchStatement = (one: StatementSummary, other: StatementSummary): StatementMatch | null => {
  const days = daysBetween(one, other);
  if (days > QUOTED_DAYS || isDenial(one) !== isDenial(other) || one.isNegated !== other.isNegated) return null;
  const sameSpeaker = meets(one.speakers, other.speakers);
  const isOpen = one.isUnnamed || other.isUnnamed || meets(one.sides.by, other.sides.by);
  const words = containedRuns(one.shingles, other.shingles);
  const runs = Math.min(one.shingles.length, other.shingles.length);
  if (runs >= ENOUGH_RUNS || (runs >= FEW_RUNS && words === 1 && days <= PARAPHRASE_DAYS)) {
    if (words >= NEARLY && sameSpeaker) return { score: 1 + words, reason: 'same words, same speaker' };
    if (words >= VERBATIM && isOpen) return { score: words, reason: 'same words' };
  }
  if (!sameSpeaker || days > PARAPHRASE_DAYS || sharedWords(one.terms, other.terms).length < ENOUGH_WORDS) return null;
  const terms = overlap(one.terms, other.terms);
  return terms >= PARAPHRASE ? { score: terms, reason: 'much the same, same speaker' } : null;
};
