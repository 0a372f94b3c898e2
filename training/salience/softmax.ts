/** Weights, or values, by the name of their feature. */
export type Weights = Readonly<Record<string, number>>;

/** A pronoun with its candidates; `names` says which of the two names of the snippet a candidate bears. */
export interface Example {
  readonly candidates: readonly { readonly features: Weights; readonly names: readonly boolean[] }[];
  /** Which of the two names the pronoun means. */
  readonly gold: readonly boolean[];
  readonly isFeminine: boolean;
  /** How much it counts in learning. */
  readonly weight: number;
}

const STEPS = 150;
const RATE = 0.05;
/** Strength of the pull towards nought, for each weight, against the sum of losses. */
const PULL = 5;

/** An example for the learner: numbers of features instead of names. */
interface Row {
  readonly weight: number;
  readonly candidates: readonly { readonly ids: readonly number[]; readonly values: readonly number[]; readonly right: boolean }[];
}

/** May this candidate be the right one, for all that the snippet says? Nobody is where no candidate bears the right name. */
const isRight = ({ gold, candidates }: Example, names: readonly boolean[]): boolean => {
  const bearsRight = (each: readonly boolean[]): boolean => each.some((has, index) => has && gold[index] === true);
  if (gold.includes(true) && candidates.some((candidate) => bearsRight(candidate.names))) return bearsRight(names);
  return !names.includes(true);
};

const toRow = (example: Example, idOf: (name: string) => number): Row => ({
  weight: example.weight,
  candidates: example.candidates.map(({ features, names }) => ({
    ids: Object.keys(features).map(idOf),
    values: Object.values(features),
    right: isRight(example, names),
  })),
});

const softmax = (scores: readonly number[]): number[] => {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
};

/** Adds the gradient of −log P(a right candidate) to `gradient`. */
const addGradient = ({ candidates, weight }: Row, weights: Float64Array, gradient: Float64Array): void => {
  const scores = candidates.map(({ ids, values }) =>
    ids.reduce((sum, id, index) => sum + (values[index] ?? 0) * (weights[id] ?? 0), 0),
  );
  const likely = softmax(scores);
  const sum = likely.reduce((total, each, index) => total + (candidates[index]?.right ? each : 0), 0);
  for (const [index, { ids, values, right }] of candidates.entries()) {
    const each = likely[index] ?? 0;
    const push = each - (right ? each / Math.max(sum, 1e-9) : 0);
    for (const [at, id] of ids.entries()) gradient[id] = (gradient[id] ?? 0) + weight * push * (values[at] ?? 0);
  }
};

/** One step of Adam. */
const descend = (weights: Float64Array, gradient: Float64Array, mean: Float64Array, square: Float64Array, step: number): void => {
  for (const [id, sum] of gradient.entries()) {
    const slope = sum + PULL * (weights[id] ?? 0);
    mean[id] = 0.9 * (mean[id] ?? 0) + 0.1 * slope;
    square[id] = 0.999 * (square[id] ?? 0) + 0.001 * slope * slope;
    const [m, v] = [(mean[id] ?? 0) / (1 - 0.9 ** step), (square[id] ?? 0) / (1 - 0.999 ** step)];
    weights[id] = (weights[id] ?? 0) - (RATE * m) / (Math.sqrt(v) + 1e-8);
  }
};

/** The weights that make the right candidates likeliest (softmax, pulled towards nought; Adam over all examples at once). */
export const learn = (examples: readonly Example[]): Weights => {
  const ids = new Map<string, number>();
  const idOf = (name: string): number => {
    const known = ids.get(name) ?? ids.size;
    ids.set(name, known);
    return known;
  };
  const rows = examples
    .map((example) => toRow(example, idOf))
    .filter(({ candidates }) => new Set(candidates.map(({ right }) => right)).size === 2);
  const [weights, mean, square] = [0, 1, 2].map(() => new Float64Array(ids.size)) as [Float64Array, Float64Array, Float64Array];
  for (let step = 1; step <= STEPS; step += 1) {
    const gradient = new Float64Array(ids.size);
    for (const row of rows) addGradient(row, weights, gradient);
    descend(weights, gradient, mean, square, step);
  }
  return Object.fromEntries([...ids].map(([name, id]) => [name, weights[id] ?? 0]));
};

const dot = (features: Weights, weights: Weights): number =>
  Object.entries(features).reduce((sum, [name, value]) => sum + value * (weights[name] ?? 0), 0);

/** The best candidate. */
const choose = ({ candidates }: Example, weights: Weights): Example['candidates'][number] | undefined =>
  candidates
    .map((candidate) => ({ candidate, score: dot(candidate.features, weights) }))
    .sort((a, b) => b.score - a.score)[0]?.candidate;

/** F1 as GAP counts it, over all and by gender. */
export const measure = (answered: readonly { readonly example: Example; readonly weights: Weights }[]): string => {
  const count = (feminine: readonly boolean[]): string => {
    let [right, gold, said] = [0, 0, 0];
    for (const { example, weights } of answered) {
      if (!feminine.includes(example.isFeminine)) continue;
      const names = choose(example, weights)?.names ?? [];
      for (const [index, isSame] of example.gold.entries()) {
        right += Number(isSame && names[index] === true);
        gold += Number(isSame);
        said += Number(names[index] === true);
      }
    }
    return ((200 * right) / (gold + said)).toFixed(2);
  };
  return `${count([true, false])} (she ${count([true])}, he ${count([false])})`;
};
