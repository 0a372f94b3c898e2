/** A labelled run of words, `[first, last]`. */
export interface TaggedRun {
  readonly label: string;
  readonly first: number;
  readonly last: number;
}

/** The tags of a BIO scheme, by label. */
export interface BioScheme {
  readonly width: number;
  readonly labels: readonly { readonly label: string; readonly begin: number; readonly inside: number }[];
}

/** The scheme of a list of tags such as `["O", "B-Person", "I-Person"]`; the first is "O". */
export const bioScheme = (tags: readonly string[]): BioScheme => ({
  width: tags.length,
  labels: tags.flatMap((tag, begin) => {
    if (!tag.startsWith('B-')) return [];
    const label = tag.slice(2);
    return [{ label, begin, inside: tags.indexOf(`I-${label}`) }];
  }),
});

/** What it costs to begin a run right behind another: names that touch are rarer than a network in doubt makes them. */
const TOUCHING = -1;
/** ln 0.98: where every word is outside with more than that nothing is searched. */
const SURELY_OUTSIDE = Math.log(0.98);

const isAllOutside = (scheme: BioScheme, scores: Float32Array, from: number, words: number): boolean => {
  for (let word = 0; word < words; word += 1)
    if ((scores[from + word * scheme.width] ?? 0) < SURELY_OUTSIDE) return false;
  return true;
};

/** State 0 is outside; label number n is in state n + 1. A step is kept as `previous * 2 + begins`. */
interface Search {
  readonly best: Float64Array<ArrayBuffer>;
  readonly steps: Uint8Array;
}

const bestPrevious = (best: Float64Array, isRunCostly: boolean): readonly [previous: number, score: number] => {
  let [chosen, top] = [0, best[0] ?? 0];
  for (let state = 1; state < best.length; state += 1) {
    const score = (best[state] ?? 0) + (isRunCostly ? TOUCHING : 0);
    if (score > top) [chosen, top] = [state, score];
  }
  return [chosen, top];
};

/** One word further: into each state from outside, by going on with a run, or by beginning one. */
const advance = (scheme: BioScheme, scores: Float32Array, row: number, before: Float64Array<ArrayBuffer>): Search => {
  const best = new Float64Array(before.length);
  const steps = new Uint8Array(before.length);
  const [toOutside, outsideScore] = bestPrevious(before, false);
  best[0] = outsideScore + (scores[row] ?? 0);
  steps[0] = toOutside * 2;
  const [toBegin, beginScore] = bestPrevious(before, true);
  for (const [number, { begin, inside }] of scheme.labels.entries()) {
    const state = number + 1;
    const [first, next] = [scores[row + begin] ?? 0, scores[row + inside] ?? 0];
    const started = beginScore + (toBegin === state ? first : Math.log(Math.exp(first) + Math.exp(next)));
    const continued = (before[state] ?? 0) + next;
    best[state] = Math.max(started, continued);
    steps[state] = continued >= started ? state * 2 : toBegin * 2 + 1;
  }
  return { best, steps };
};

const toRuns = (scheme: BioScheme, path: readonly { state: number; begins: boolean }[]): TaggedRun[] => {
  const runs: { label: string; first: number; last: number }[] = [];
  for (const [word, { state, begins }] of path.entries()) {
    const open = runs.at(-1);
    if (state === 0) continue;
    if (!begins && open !== undefined) open.last = word;
    else runs.push({ label: scheme.labels[state - 1]?.label ?? '', first: word, last: word });
  }
  return runs;
};

/**
 * The labelled runs of a sentence, by Viterbi over labels. `scores[from + word * width + tag]` are log probabilities, `words` rows.
 * A run may begin on the mass of B and I together: a network that doubts where a name begins seldom doubts that it is one.
 * (Strictly legal BIO paths lost four points of recall for two of precision on newswire; see docs/decisions.)
 */
export const decodeBio = (scheme: BioScheme, scores: Float32Array, from: number, words: number): TaggedRun[] => {
  if (words === 0 || isAllOutside(scheme, scores, from, words)) return [];
  let best = new Float64Array(scheme.labels.length + 1).fill(Number.NEGATIVE_INFINITY);
  best[0] = 0;
  const steps: Uint8Array[] = [];
  for (let word = 0; word < words; word += 1) {
    const next = advance(scheme, scores, from + word * scheme.width, best);
    best = next.best;
    steps.push(next.steps);
  }
  const path: { state: number; begins: boolean }[] = [];
  let state = best.indexOf(Math.max(...best));
  for (let word = words - 1; word >= 0; word -= 1) {
    const step = steps[word]?.[state] ?? 0;
    path.push({ state, begins: step % 2 === 1 });
    state = step >> 1;
  }
  return toRuns(scheme, path.reverse());
};
