/** A labelled run of words, `[first, last]`. */
export interface TaggedRun {
  readonly label: string;
  readonly first: number;
  readonly last: number;
}

/** The tags of a BIO scheme and which may follow which. */
export interface BioScheme {
  readonly tags: readonly string[];
  /** `allowed[to]` lists the tags that may stand before tag `to`; `I-x` only after `B-x` or `I-x`. */
  readonly allowed: readonly (readonly number[])[];
}

/** The scheme of a list of tags such as `["O", "B-Person", "I-Person"]`. */
export const bioScheme = (tags: readonly string[]): BioScheme => ({
  tags,
  allowed: tags.map((to) =>
    [...tags.keys()].filter((from) => !to.startsWith('I-') || tags[from] === to || tags[from] === `B-${to.slice(2)}`),
  ),
});

const isOutside = (scheme: BioScheme, scores: Float32Array, from: number, words: number): boolean => {
  const width = scheme.tags.length;
  for (let word = 0; word < words; word += 1) {
    const row = from + word * width;
    const outside = scores[row] ?? 0;
    for (let tag = 1; tag < width; tag += 1) if ((scores[row + tag] ?? 0) >= outside) return false;
  }
  return true;
};

/** Runs of a legal tag sequence; the first tag of the scheme is "O". */
const toRuns = (tags: readonly string[]): TaggedRun[] => {
  const runs: TaggedRun[] = [];
  for (let first = 0; first < tags.length; first += 1) {
    const tag = tags[first] ?? 'O';
    if (!tag.startsWith('B-')) continue;
    const label = tag.slice(2);
    let last = first;
    while (tags[last + 1] === `I-${label}`) last += 1;
    runs.push({ label, first, last });
  }
  return runs;
};

/** Best tag to have before `to`, given how good each tag is so far. */
const bestBefore = (scheme: BioScheme, best: Float64Array, to: number): number => {
  let chosen = scheme.allowed[to]?.[0] ?? 0;
  for (const from of scheme.allowed[to] ?? []) if ((best[from] ?? 0) > (best[chosen] ?? 0)) chosen = from;
  return chosen;
};

/**
 * The likeliest legal tag sequence (Viterbi over log probabilities), as runs.
 * `scores[from + word * tags + tag]`, `words` rows.
 */
export const decodeBio = (scheme: BioScheme, scores: Float32Array, from: number, words: number): TaggedRun[] => {
  if (isOutside(scheme, scores, from, words)) return [];
  const width = scheme.tags.length;
  const back = new Uint8Array(words * width);
  let best = Float64Array.from(scheme.tags, (tag, index) =>
    tag.startsWith('I-') ? Number.NEGATIVE_INFINITY : (scores[from + index] ?? 0),
  );
  for (let word = 1; word < words; word += 1) {
    const soFar = best;
    best = Float64Array.from(scheme.tags, (_, to) => {
      const previous = bestBefore(scheme, soFar, to);
      back[word * width + to] = previous;
      return (soFar[previous] ?? 0) + (scores[from + word * width + to] ?? 0);
    });
  }
  const tags: string[] = [];
  let tag = best.indexOf(Math.max(...best));
  for (let word = words - 1; word >= 0; word -= 1) {
    tags.push(scheme.tags[tag] ?? 'O');
    tag = back[word * width + tag] ?? 0;
  }
  return toRuns(tags.reverse());
};
