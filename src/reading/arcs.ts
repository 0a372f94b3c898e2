/**
 * Arc scores of one sentence of `size` nodes, node 0 the root: `scores[dependent * stride + head]`, offset by `from`.
 */
export interface ArcScores {
  readonly scores: Float32Array;
  readonly from: number;
  readonly stride: number;
  readonly size: number;
}

const at = (arcs: ArcScores, dependent: number, head: number): number =>
  arcs.scores[arcs.from + dependent * arcs.stride + head] ?? Number.NEGATIVE_INFINITY;

const greedyHeads = (arcs: ArcScores): Int32Array => {
  const heads = new Int32Array(arcs.size);
  for (let dependent = 1; dependent < arcs.size; dependent += 1) {
    let best = Number.NEGATIVE_INFINITY;
    const row = arcs.from + dependent * arcs.stride;
    for (let head = 0; head < arcs.size; head += 1) {
      const score = arcs.scores[row + head] ?? Number.NEGATIVE_INFINITY;
      if (head !== dependent && score > best) {
        best = score;
        heads[dependent] = head;
      }
    }
  }
  return heads;
};

/** A cycle among `heads`, as a list of its nodes, or undefined. */
const findCycle = (heads: Int32Array): number[] | undefined => {
  const seen = new Int32Array(heads.length);
  for (let start = 1; start < heads.length; start += 1) {
    let node = start;
    while (node > 0 && seen[node] === 0) {
      seen[node] = start;
      node = heads[node] ?? 0;
    }
    if (node === 0 || seen[node] !== start) continue;
    const cycle = [node];
    for (let next = heads[node] ?? 0; next !== node; next = heads[next] ?? 0) cycle.push(next);
    return cycle;
  }
  return undefined;
};

type Matrix = Float64Array[];

/** A graph whose last node stands for a cycle of a larger one. */
interface Contraction {
  readonly weights: Matrix;
  /** The larger graph's node for each node but the last. */
  readonly outside: readonly number[];
  /** Best member of the cycle to hang on each outside node, and best member to hang it on. */
  readonly enter: Int32Array;
  readonly leave: Int32Array;
}

const weightOf = (weights: Matrix, dependent: number, head: number): number =>
  weights[dependent]?.[head] ?? Number.NEGATIVE_INFINITY;

const emptyMatrix = (size: number): Matrix =>
  Array.from({ length: size }, () => new Float64Array(size).fill(Number.NEGATIVE_INFINITY));

/** The member with the largest `value`; ties go to the first. */
const bestMember = (cycle: readonly number[], value: (member: number) => number): number =>
  cycle.reduce((best, member) => (value(member) > value(best) ? member : best));

const contractCycle = (weights: Matrix, heads: Int32Array, cycle: readonly number[]): Contraction => {
  const inCycle = new Set(cycle);
  const outside = [...weights.keys()].filter((node) => !inCycle.has(node));
  const merged = outside.length;
  const smaller = emptyMatrix(merged + 1);
  const enter = new Int32Array(merged);
  const leave = new Int32Array(merged);
  const gain = (member: number, head: number): number =>
    weightOf(weights, member, head) - weightOf(weights, member, heads[member] ?? 0);
  for (const [i, node] of outside.entries()) {
    const row = smaller[i] ?? new Float64Array(0);
    for (const [j, other] of outside.entries()) row[j] = weightOf(weights, node, other);
    const out = bestMember(cycle, (member) => weightOf(weights, node, member));
    const into = bestMember(cycle, (member) => gain(member, node));
    leave[i] = out;
    enter[i] = into;
    row[merged] = weightOf(weights, node, out);
    smaller[merged]?.fill(gain(into, node), i, i + 1);
  }
  return { weights: smaller, outside, enter, leave };
};

/** One contraction of Chu-Liu-Edmonds: the cycle becomes the last node of a smaller graph, which is solved in turn. */
const solveContracted = (weights: Matrix, heads: Int32Array, cycle: readonly number[]): Int32Array => {
  const { weights: smaller, outside, enter, leave } = contractCycle(weights, heads, cycle);
  const merged = outside.length;
  const solved = spanningHeads(smaller);
  const result = heads.slice();
  for (const [i, node] of outside.entries()) {
    if (i === 0) continue;
    const head = solved[i] ?? 0;
    result[node] = head === merged ? (leave[i] ?? 0) : (outside[head] ?? 0);
  }
  const entry = solved[merged] ?? 0;
  result[enter[entry] ?? 0] = outside[entry] ?? 0;
  return result;
};

/** Heads of the maximum spanning arborescence below node 0 (Chu and Liu 1965, Edmonds 1967). */
const spanningHeads = (weights: Matrix): Int32Array => {
  const heads = new Int32Array(weights.length);
  for (let dependent = 1; dependent < weights.length; dependent += 1) {
    let best = Number.NEGATIVE_INFINITY;
    for (const [head, score] of (weights[dependent] ?? []).entries()) {
      if (head !== dependent && score > best) {
        best = score;
        heads[dependent] = head;
      }
    }
  }
  const cycle = findCycle(heads);
  return cycle === undefined ? heads : solveContracted(weights, heads, cycle);
};

const rootsOf = (heads: Int32Array): number[] => {
  const roots: number[] = [];
  for (let node = 1; node < heads.length; node += 1) if (heads[node] === 0) roots.push(node);
  return roots;
};

const FORBIDDEN = -1e6;
const ROOTS_TRIED = 4;
const LONGEST_EXACT = 120;

const toMatrix = (arcs: ArcScores, onlyRoot?: number): Matrix =>
  Array.from({ length: arcs.size }, (_, dependent) =>
    Float64Array.from({ length: arcs.size }, (__, head) => {
      if (head === dependent || dependent === 0) return Number.NEGATIVE_INFINITY;
      const barred = onlyRoot !== undefined && (head === 0) !== (dependent === onlyRoot);
      return at(arcs, dependent, head) + (barred ? FORBIDDEN : 0);
    }),
  );

const total = (arcs: ArcScores, heads: Int32Array): number => {
  let sum = 0;
  for (let node = 1; node < heads.length; node += 1) sum += at(arcs, node, heads[node] ?? 0);
  return sum;
};

/** Nodes by how well they would do as the root, best first. */
const rootCandidates = (arcs: ArcScores, nodes: readonly number[]): number[] =>
  [...nodes].sort((a, b) => at(arcs, b, 0) - at(arcs, a, 0));

/** All roots but the best hang on it. */
const joinRoots = (arcs: ArcScores, heads: Int32Array): Int32Array => {
  const [best = 0, ...others] = rootCandidates(arcs, rootsOf(heads));
  const joined = heads.slice();
  for (const root of others) joined[root] = best;
  return joined;
};

/**
 * The best tree with exactly one root: `heads[i]` for node i, 0 the root's own node.
 * The greedy heads nearly always form one; only where they do not is the spanning tree searched, and only where that
 * has several roots once more for each of the likeliest ones. Lists and junk of more than 120 words are not worth that:
 * there the lesser roots hang on the best.
 */
export const decodeArcs = (arcs: ArcScores): Int32Array => {
  const greedy = greedyHeads(arcs);
  if (arcs.size < 2) return greedy;
  const free = findCycle(greedy) === undefined ? greedy : spanningHeads(toMatrix(arcs));
  if (rootsOf(free).length === 1) return free;
  if (arcs.size > LONGEST_EXACT) return joinRoots(arcs, free);
  const nodes = Array.from({ length: arcs.size - 1 }, (_, i) => i + 1);
  const trees = rootCandidates(arcs, nodes)
    .slice(0, ROOTS_TRIED)
    .map((root) => spanningHeads(toMatrix(arcs, root)));
  return trees.reduce((best, tree) => (total(arcs, tree) > total(arcs, best) ? tree : best), trees[0] ?? free);
};
