import type { Codebook } from '../../codebook/index.ts';
import type { Attribution } from '../../reading/index.ts';
import type { Quote, Span } from '../../text/index.ts';
import { indexBySpan, type NearIndex } from '../near.ts';
import type { ReadDocument } from '../reading-of.ts';
import type { Draft } from './draft.ts';
import { learnedDraft, learnedOf } from './learned.ts';
import { repaired, withSpeaking } from './repair.ts';
import { holds, overlaps } from './spans.ts';
import { isStance } from './stance.ts';

/** Does the network see any cue at all in these words, however unlikely? */
const isSuspected = ({ sentences }: ReadDocument, { sentence, cue }: Draft): boolean =>
  sentences[sentence]?.attributions.some((each) => overlaps(each.cue, cue)) === true;

/** Frames whose content is a clause or a quotation: a verb with one of these speaks, whatever the network sees. */
const TELLING = /^statements\/verb-(?:clause|quotation|tagged)\//;

/**
 * Is the draft one of the rules for verbs with other content alone, where the network sees no cue ("committed suicide")? What stands inside other content
 * counts all the same: the network was taught nothing of statements within statements. So do attitudes, which it knows less well.
 */
const isUnsupported = (read: ReadDocument, draft: Draft, contents: NearIndex<Span>): boolean =>
  draft.rule.startsWith('statements/verb-') &&
  !TELLING.test(draft.rule) &&
  !draft.attitude &&
  !isSuspected(read, draft) &&
  !contents.near(draft.cue).some((content) => holds(content, draft.cue));

/** A stance counts where it stands neither inside other content nor around a cue that the network is surer of. */
const isIdleStance = (
  draft: Draft,
  own: Attribution,
  learned: readonly Attribution[],
  contents: NearIndex<Span>,
): boolean =>
  isStance(draft) &&
  (contents.near(draft.cue).some((content) => holds(content, draft.cue)) ||
    learned.some(({ cue, score }) => score > own.score && draft.content.some((content) => holds(content, cue))));

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
  const learned = read.sentences.map((_, index) => learnedOf(read, index, bySentence.get(index) ?? []));
  const contents = indexBySpan(
    [...drafts, ...learned.flat()].flatMap(({ content }) => content),
    (span) => [span],
  );
  return read.sentences.flatMap((sentence, index) => {
    const own = bySentence.get(index) ?? [];
    const seen = learned[index] ?? [];
    const merged = own
      .filter((draft) => !isUnsupported(read, draft, contents))
      .map((draft) => {
        const same = seen.find(({ cue }) => overlaps(cue, draft.cue));
        return withSpeaking(sentence, same === undefined ? draft : repaired(sentence, draft, same));
      });
    const more = seen
      .filter(({ cue }) => !own.some((draft) => overlaps(cue, draft.cue)))
      .flatMap((each) =>
        learnedDraft(codebook, read, index, each, quotes).filter((draft) => !isIdleStance(draft, each, seen, contents)),
      );
    return [...merged, ...more].sort((a, b) => a.cue.start - b.cue.start);
  });
};
