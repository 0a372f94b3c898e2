import type { ParsedToken } from '../parsed.ts';

/** No path through a tree is followed further than this; real trees are far less deep. */
const MOST_STEPS = 32;
const MOST_COUNTED = 7;

/** The way through the tree from the word that carries a cue to another: so many steps up, then so many down. */
export interface Branch {
  readonly up: number;
  readonly down: number;
  /** Relation of the first word on the way down; null where the way leads only up, '' where there is none. */
  readonly relation: string | null;
}

type Linked = Pick<ParsedToken, 'head' | 'deprel'>;

/** The words from `anchor` up to the root of its tree, each with how far up it stands. */
export const heightsAbove = (tokens: readonly Linked[], anchor: number): ReadonlyMap<number, number> => {
  const heights = new Map<number, number>();
  for (let at = anchor; at >= 0 && !heights.has(at) && heights.size <= MOST_STEPS; at = tokens[at]?.head ?? -1)
    heights.set(at, heights.size);
  return heights;
};

const NO_WAY: Branch = { up: MOST_COUNTED, down: MOST_COUNTED, relation: '' };

/** The way to a word from the one whose `heights` are given; up and down are counted to seven. */
export const branchOf = (tokens: readonly Linked[], heights: ReadonlyMap<number, number>, word: number): Branch => {
  let relation: string | null = null;
  let at = word;
  for (let down = 0; at >= 0 && down <= MOST_STEPS; down += 1) {
    const up = heights.get(at);
    if (up !== undefined) return { up: Math.min(up, MOST_COUNTED), down: Math.min(down, MOST_COUNTED), relation };
    relation = tokens[at]?.deprel ?? '';
    at = tokens[at]?.head ?? -1;
  }
  return NO_WAY;
};
