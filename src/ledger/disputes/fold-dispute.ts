import { earlier } from '../dated.ts';
import type { DisputeSummary, Side } from '../node.ts';
import type { Fold } from '../shelf.ts';

const isSame = (one: Side, other: Side): boolean => one.document === other.document && one.record === other.record;

/** How disputes are put together: one claim, and all that is held against it. */
export const disputeFold: Fold<'dispute'> = {
  kind: 'dispute',
  since: ({ claim, counters }) => counters.reduce((first, { published }) => earlier(first, published), claim.published),
  keysOf: ({ claim, counters }) => [`claim/${claim.node}`, ...counters.map(({ node }) => `counter/${node}`)],
  merge: (one, other): DisputeSummary => ({
    kind: one.kind,
    claim: one.claim,
    counters: [...one.counters, ...other.counters.filter((each) => !one.counters.some((known) => isSame(known, each)))],
    parties: [...new Set([...one.parties, ...other.parties])],
  }),
};
