/** Classes of words in the head's output, in order; `B` begins a piece, `I` goes on with it. */
export const ROLE_TAGS = ['O', 'B-source', 'I-source', 'B-cue', 'I-cue', 'B-content', 'I-content'] as const;

/** Words of a window, by part; pieces are runs of neighbouring words. */
export interface Parts {
  readonly source: readonly number[];
  readonly cue: readonly number[];
  readonly content: readonly number[];
}

/** What it costs, in log probability, to have no source, and to have content in two pieces: both are rarer than a network in doubt makes them. */
const NO_SOURCE = 2;
const SECOND_PIECE = 1;

/** How far a part has come: not begun, open, over; content may open twice. */
interface State {
  readonly cue: 0 | 1 | 2;
  readonly source: 0 | 1 | 2;
  readonly content: 0 | 1 | 2 | 3 | 4;
}

interface Step {
  readonly from: number;
  readonly to: number;
  readonly tag: number;
  readonly cost: number;
}

const isOpen = ({ cue, source, content }: State): number =>
  Number(cue === 1) + Number(source === 1) + Number(content === 1 || content === 3);

const allStates = (): State[] => {
  const three = [0, 1, 2] as const;
  const states = three.flatMap((cue) =>
    three.flatMap((source) => ([0, 1, 2, 3, 4] as const).map((content): State => ({ cue, source, content }))),
  );
  return states.filter((state) => isOpen(state) <= 1);
};

const closed = ({ cue, source, content }: State): State => ({
  cue: cue === 1 ? 2 : cue,
  source: source === 1 ? 2 : source,
  content: content === 1 ? 2 : content === 3 ? 4 : content,
});

const STATES = allStates();
const keyOf = ({ cue, source, content }: State): number => (cue * 3 + source) * 5 + content;
const NUMBERS = new Map(STATES.map((state, number) => [keyOf(state), number]));

const tagOf = (tag: (typeof ROLE_TAGS)[number]): number => ROLE_TAGS.indexOf(tag);

/** The steps that may leave a state: outside, on with the open piece, or into a piece that may still begin. */
const stepsFrom = (state: State, from: number): Step[] => {
  const shut = closed(state);
  const step = (tag: (typeof ROLE_TAGS)[number], to: State, cost = 0): Step => ({
    from,
    to: NUMBERS.get(keyOf(to)) ?? 0,
    tag: tagOf(tag),
    cost,
  });
  const steps = [step('O', shut)];
  if (state.source === 0) steps.push(step('B-source', { ...shut, source: 1 }));
  if (state.source === 1) steps.push(step('I-source', state));
  if (state.cue === 0) steps.push(step('B-cue', { ...shut, cue: 1 }));
  if (state.cue === 1) steps.push(step('I-cue', state));
  if (shut.content === 0) steps.push(step('B-content', { ...shut, content: 1 }));
  if (shut.content === 2) steps.push(step('B-content', { ...shut, content: 3 }, SECOND_PIECE));
  if (state.content === 1 || state.content === 3) steps.push(step('I-content', state));
  return steps;
};

const STEPS = STATES.flatMap(stepsFrom);
const CUE_TAGS = new Set([tagOf('B-cue'), tagOf('I-cue')]);

const endCost = ({ cue, source, content }: State): number =>
  cue === 0 || content === 0 ? Number.POSITIVE_INFINITY : source === 0 ? NO_SOURCE : 0;

/** One word further: the best way into each state, and the step that leads there. */
const advance = (
  before: Float64Array,
  scores: Float32Array,
  row: number,
  isAnchor: boolean,
  steps: Uint8Array,
): Float64Array => {
  const best = new Float64Array(STATES.length).fill(Number.NEGATIVE_INFINITY);
  for (const [number, { from, to, tag, cost }] of STEPS.entries()) {
    if (isAnchor && !CUE_TAGS.has(tag)) continue;
    const score = (before[from] ?? 0) + (scores[row + tag] ?? 0) - cost;
    if (score > (best[to] ?? 0)) {
      best[to] = score;
      steps[to] = number;
    }
  }
  return best;
};

const partsOf = (tags: readonly number[]): Parts => {
  const of = (name: string): number[] =>
    tags.flatMap((tag, word) => (ROLE_TAGS[tag]?.endsWith(name) === true ? [word] : []));
  return { source: of('-source'), cue: of('-cue'), content: of('-content') };
};

/**
 * The likeliest parts of an attribution: one cue, which holds the word `anchor`, at most one piece of source, one or two of
 * content. `scores` are log probabilities [word, tag] of `words` words from `from` on; undefined where nothing of that shape is
 * possible.
 */
export const decodeParts = (scores: Float32Array, from: number, words: number, anchor: number): Parts | undefined => {
  let best: Float64Array = new Float64Array(STATES.length).fill(Number.NEGATIVE_INFINITY);
  best[NUMBERS.get(0) ?? 0] = 0;
  const steps = new Uint8Array(words * STATES.length);
  for (let word = 0; word < words; word += 1) {
    const own = steps.subarray(word * STATES.length, (word + 1) * STATES.length);
    best = advance(best, scores, from + word * ROLE_TAGS.length, word === anchor, own);
  }
  let state = -1;
  let top = Number.NEGATIVE_INFINITY;
  for (const [number, each] of STATES.entries()) {
    const score = (best[number] ?? 0) - endCost(each);
    if (score > top) [state, top] = [number, score];
  }
  if (state < 0) return undefined;
  const tags: number[] = [];
  for (let word = words - 1; word >= 0; word -= 1) {
    const step = STEPS[steps[word * STATES.length + state] ?? 0];
    if (step === undefined) return undefined;
    tags.unshift(step.tag);
    state = step.from;
  }
  return partsOf(tags);
};
