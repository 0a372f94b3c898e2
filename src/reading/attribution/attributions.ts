import type { Quote, Span } from '../../text/index.ts';
import type { Attribution, ParsedSentence } from '../parsed.ts';
import { decodeParts } from './parts.ts';
import { quoteStates } from './quote-states.ts';
import { FEATURES, type LinkableSentence, type Window, type WordClasses, windowOf } from './window.ts';

/** What the reader graph says of the words of a sentence, for the attribution head. */
export interface WordStates {
  /** [word, state]. */
  readonly states: Float32Array;
  /** Probability that the word carries a cue, [word]. */
  readonly anchors: Float32Array;
}

/** Windows of like length, padded to the longest. */
export interface WindowBatch {
  readonly size: number;
  readonly width: number;
  /** [window, word, state]. */
  readonly states: Float32Array;
  /** [window, feature, word]. */
  readonly features: Int32Array;
  /** Words of each window, and which of them carries the cue. */
  readonly lengths: Int32Array;
  readonly anchors: Int32Array;
}

/** What the attribution graph says of a batch of windows. */
export interface WindowScores {
  /** Log probabilities [window, word, tag]. */
  readonly tags: Float32Array;
  /** Probability that the window holds an attribution, [window]. */
  readonly valid: Float32Array;
}

/** Words that carry a cue with a lower probability than this are not looked at more closely. */
const SUSPECTED = 0.2;
/** Padded words in one batch of windows. */
const BATCH_BUDGET = 2048;
/** No window is padded to more than this share of its own length, and a few words. */
const MOST_PADDED = 1.25;
const FEW = 4;
const TAGS = 7;

interface Candidate {
  readonly sentence: number;
  readonly anchor: number;
  readonly window: Window;
}

const candidatesOf = (
  sentences: readonly LinkableSentence[],
  states: readonly (WordStates | undefined)[],
  classes: WordClasses,
): Candidate[] =>
  sentences.flatMap(({ parsed }, sentence) =>
    parsed.tokens.flatMap((_, anchor): Candidate[] => {
      if ((states[sentence]?.anchors[anchor] ?? 0) < SUSPECTED) return [];
      return [{ sentence, anchor, window: windowOf(sentences, sentence, anchor, classes) }];
    }),
  );

/** The words of a window sentence by sentence: where in the window, which sentence, from which word on, how many. */
const stretchesOf = ({ words }: Window): { at: number; sentence: number; word: number; words: number }[] => {
  const stretches: { at: number; sentence: number; word: number; words: number }[] = [];
  for (const [at, [sentence, word]] of words.entries()) {
    const last = stretches.at(-1);
    if (last?.sentence === sentence) last.words += 1;
    else stretches.push({ at, sentence, word, words: 1 });
  }
  return stretches;
};

const toWindowBatch = (
  candidates: readonly Candidate[],
  states: readonly (WordStates | undefined)[],
  depth: number,
): WindowBatch => {
  const size = candidates.length;
  const width = Math.max(...candidates.map(({ window }) => window.words.length));
  const batch = {
    size,
    width,
    states: new Float32Array(size * width * depth),
    features: new Int32Array(size * FEATURES * width),
    lengths: new Int32Array(size),
    anchors: new Int32Array(size),
  };
  for (const [row, { window }] of candidates.entries()) {
    const length = window.words.length;
    batch.lengths[row] = length;
    batch.anchors[row] = window.anchor;
    for (const { at, sentence, word, words } of stretchesOf(window)) {
      const own = states[sentence]?.states.subarray(word * depth, (word + words) * depth);
      if (own !== undefined) batch.states.set(own, (row * width + at) * depth);
    }
    for (let feature = 0; feature < FEATURES; feature += 1)
      batch.features.set(
        window.features.subarray(feature * length, (feature + 1) * length),
        (row * FEATURES + feature) * width,
      );
  }
  return batch;
};

const groupByLength = (candidates: readonly Candidate[]): Candidate[][] => {
  const sorted = [...candidates].sort(
    (a, b) => a.window.words.length - b.window.words.length || a.sentence - b.sentence || a.anchor - b.anchor,
  );
  const groups: Candidate[][] = [];
  for (const candidate of sorted) {
    const group = groups.at(-1) ?? [];
    const words = candidate.window.words.length;
    const shortest = group[0]?.window.words.length ?? 0;
    const fits = words * (group.length + 1) <= BATCH_BUDGET && words <= shortest * MOST_PADDED + FEW;
    if (group.length > 0 && fits) group.push(candidate);
    else groups.push([candidate]);
  }
  return groups;
};

/** The spans of some words of a window: one for each run of neighbours. */
const spansOf = (sentences: readonly LinkableSentence[], window: Window, words: readonly number[]): Span[] => {
  const spans: Span[] = [];
  let before = -2;
  for (const at of words) {
    const [sentence, word] = window.words[at] ?? [0, 0];
    const token = sentences[sentence]?.parsed.tokens[word];
    const last = spans.at(-1);
    if (token === undefined) continue;
    if (last !== undefined && before === at - 1) spans[spans.length - 1] = { start: last.start, end: token.end };
    else spans.push({ start: token.start, end: token.end });
    before = at;
  }
  return spans;
};

const toAttribution = (
  sentences: readonly LinkableSentence[],
  { window, anchor }: Candidate,
  scores: WindowScores,
  row: number,
  width: number,
): Attribution | undefined => {
  const parts = decodeParts(scores.tags, row * width * TAGS, window.words.length, window.anchor);
  const [cue] = parts === undefined ? [] : spansOf(sentences, window, parts.cue);
  if (parts === undefined || cue === undefined) return undefined;
  const [source] = spansOf(sentences, window, parts.source);
  return {
    anchor,
    score: scores.valid[row] ?? 0,
    source: source ?? null,
    cue,
    content: spansOf(sentences, window, parts.content),
  };
};

/**
 * The attributions that the head links, for each sentence those whose cue hangs on one of its words, in text order; each with the
 * probability that it is one. `states` are those of the same sentences; `link` runs the attribution graph.
 */
export const findAttributions = async (
  parsed: readonly ParsedSentence[],
  quotes: readonly Quote[],
  states: readonly (WordStates | undefined)[],
  classes: WordClasses,
  link: (batch: WindowBatch) => Promise<WindowScores>,
): Promise<Attribution[][]> => {
  const quoted = quoteStates(parsed, quotes);
  const sentences = parsed.map((each, at): LinkableSentence => ({ parsed: each, quoted: quoted[at] ?? [] }));
  const first = states.find((each) => each !== undefined && each.anchors.length > 0);
  const depth = first === undefined ? 0 : first.states.length / first.anchors.length;
  const found: Attribution[][] = parsed.map(() => []);
  const groups = groupByLength(candidatesOf(sentences, states, classes));
  await Promise.all(
    groups.map(async (group) => {
      const batch = toWindowBatch(group, states, depth);
      const scores = await link(batch);
      for (const [row, candidate] of group.entries()) {
        const attribution = toAttribution(sentences, candidate, scores, row, batch.width);
        if (attribution !== undefined) found[candidate.sentence]?.push(attribution);
      }
    }),
  );
  return found.map((each) => each.sort((a, b) => a.anchor - b.anchor));
};
