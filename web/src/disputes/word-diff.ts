/** A run of words that stayed, came or went. */
export interface Part {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Words that are compared at most; longer texts are shown as they are. */
const MOST = 600;

/** How long the longest run of words is that both have in this order, from each pair of places on. */
const lengths = (one: readonly string[], other: readonly string[]): readonly (readonly number[])[] => {
  const table = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const [row, below] = [table[i], table[i + 1]];
      if (row === undefined || below === undefined) continue;
      row[j] = one[i] === other[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  return table;
};

/** Puts neighbours of one kind together. */
const joined = (parts: readonly Part[]): readonly Part[] => {
  const runs: Part[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last?.kind === part.kind) runs[runs.length - 1] = { kind: part.kind, text: `${last.text} ${part.text}` };
    else runs.push(part);
  }
  return runs;
};

/** What of a text's words stayed, went and came in another: those that went stand before those that came. */
export const wordDiff = (before: string, after: string): readonly Part[] => {
  const [one, other] = [before.split(/\s+/).filter(Boolean), after.split(/\s+/).filter(Boolean)];
  if (one.length > MOST || other.length > MOST) return [{ kind: 'new', text: after }];
  const table = lengths(one, other);
  const parts: Part[] = [];
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    const [word, next] = [one[i], other[j]];
    if (word !== undefined && word === next) {
      parts.push({ kind: 'same', text: word });
      i += 1;
      j += 1;
    } else if (word !== undefined && (next === undefined || (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))) {
      parts.push({ kind: 'gone', text: word });
      i += 1;
    } else {
      parts.push({ kind: 'new', text: next ?? '' });
      j += 1;
    }
  }
  return joined(parts);
};

const wordsIn = (parts: readonly Part[], kind: Part['kind']): number =>
  parts.filter((part) => part.kind === kind).reduce((sum, { text }) => sum + text.split(' ').length, 0);

/** The least part of the shorter text that must have stayed for a comparison to be of use. */
const ALIKE = 0.4;

/** Whether enough stayed for the changes to say something; else it was put in other words. */
export const isComparable = (parts: readonly Part[]): boolean => {
  const same = wordsIn(parts, 'same');
  const shorter = same + Math.min(wordsIn(parts, 'gone'), wordsIn(parts, 'new'));
  return same >= 2 && same / shorter >= ALIKE;
};
