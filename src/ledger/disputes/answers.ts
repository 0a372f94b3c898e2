import { dayOf, gapBetween } from '../days.ts';
import type { LedgerNode, StatementSummary } from '../node.ts';
import type { Shelf } from '../shelf.ts';
import { meets } from '../sides.ts';
import { ANSWER_DAYS, counterKeys, isDenial } from '../statements/fold-statement.ts';
import { overlap, sharedWords } from '../words/overlap.ts';

type Node = LedgerNode<'statement'>;

/** A claim and the denial of it, told by different reports or by one. */
export interface Answer {
  readonly claim: Node;
  readonly denial: Node;
}

const COMPARED = 48;
/** Part of the telling words of the shorter one, and number of words, that a denial shares with the claim it answers. */
const ALIKE = 0.3;
const WORDS = 1;
/** Acts that put something to somebody; what is merely said must share more words. */
const CLAIMING = new Set(['accuse', 'claim', 'criticize', 'warn']);
const MERELY_SAID = { alike: 0.6, words: 3 };

/** How well a denial answers a claim; 0 where it does not: another says it of those who deny, in much the same words, within days. */
export const answers = (denial: StatementSummary, claim: StatementSummary): number => {
  if (!isDenial(denial) || isDenial(claim) || claim.isNegated) return 0;
  if (!meets(denial.sides.by, claim.sides.about) || meets(denial.sides.by, claim.sides.by)) return 0;
  const days = gapBetween(
    { from: dayOf(denial.span.first), to: dayOf(denial.span.last) + 1 },
    { from: dayOf(claim.span.first), to: dayOf(claim.span.last) + 1 },
  );
  if (days > ANSWER_DAYS) return 0;
  const isClaiming = CLAIMING.has(claim.act);
  const shared = sharedWords(denial.terms, claim.terms).length;
  const alike = overlap(denial.terms, claim.terms);
  const least = isClaiming ? { alike: ALIKE, words: WORDS } : MERELY_SAID;
  if (shared < least.words || alike < least.alike) return 0;
  return alike + (isClaiming ? 1 : 0);
};

/** The claim that a denial answers best among the statements of the ledger, or the denials that a claim meets. */
export const answersOf = (node: Node, shelf: Shelf<'statement'>): readonly Answer[] => {
  const candidates = shelf.withKeys(counterKeys(node.summary), COMPARED).filter(({ id }) => id !== node.id);
  if (!isDenial(node.summary))
    return candidates
      .filter((denial) => answers(denial.summary, node.summary) > 0)
      .map((denial) => ({ claim: node, denial }));
  const scored = candidates
    .map((claim) => ({ claim, denial: node, score: answers(node.summary, claim.summary) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.claim.id < b.claim.id ? -1 : 1));
  return scored.slice(0, 1);
};
