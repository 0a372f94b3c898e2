import type { Codebook } from '../../codebook/index.ts';
import type { Quote } from '../../text/index.ts';
import type { NearIndex } from '../near.ts';
import type { ReadDocument } from '../reading-of.ts';
import type { Draft } from './draft.ts';
import { learnedDraft, learnedOf } from './learned.ts';
import { repaired } from './repair.ts';
import { overlaps } from './spans.ts';

/**
 * The statements of the rules and of the network's head, sentence by sentence. Where both see a cue, the rule says what it is and
 * the head where its parts begin and end; what only one of them sees stands as that one sees it.
 */
export const combine = (
  codebook: Codebook,
  read: ReadDocument,
  drafts: readonly Draft[],
  quotes: NearIndex<Quote>,
): Draft[] => {
  const bySentence = new Map<number, Draft[]>();
  for (const draft of drafts) bySentence.set(draft.sentence, [...(bySentence.get(draft.sentence) ?? []), draft]);
  return read.sentences.flatMap((sentence, index) => {
    const own = bySentence.get(index) ?? [];
    const learned = learnedOf(read, index);
    const merged = own.map((draft) => {
      const same = learned.find(({ cue }) => overlaps(cue, draft.cue));
      return same === undefined ? draft : repaired(sentence, draft, same);
    });
    const more = learned
      .filter(({ cue }) => !own.some((draft) => overlaps(cue, draft.cue)))
      .flatMap((each) => learnedDraft(codebook, read, index, each, quotes));
    return [...merged, ...more].sort((a, b) => a.cue.start - b.cue.start);
  });
};
