const TITLES = new Set(
  'mr mrs ms dr president prime minister foreign secretary senator sen rep judge general gen king the of former spokesman spokesperson spokeswoman'.split(
    ' ',
  ),
);

const ALIASES: Readonly<Record<string, string>> = {
  us: 'united states',
  'u s': 'united states',
  america: 'united states',
  uk: 'united kingdom',
  'u k': 'united kingdom',
  britain: 'united kingdom',
  un: 'united nations',
  'u n': 'united nations',
  eu: 'european union',
  'white house': 'united states',
  kremlin: 'russia',
  dprk: 'north korea',
  'trump administration': 'united states',
  'biden administration': 'united states',
};

/** Words of a text, lower case. */
export const wordsOf = (text: string | null | undefined): string[] =>
  (text ?? '').toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

const nameWords = (text: string): Set<string> => {
  const joined = wordsOf(text)
    .filter((word) => !TITLES.has(word))
    .join(' ');
  return new Set((ALIASES[joined] ?? joined).split(' ').filter((word) => word !== ''));
};

/** Do two names agree: does one hold all words of the other, titles apart? */
export const isSameName = (a: string, b: string): boolean => {
  const [x, y] = [nameWords(a), nameWords(b)];
  if (x.size === 0 || y.size === 0) return false;
  return x.isSubsetOf(y) || y.isSubsetOf(x);
};

/** F1 of two bags of words. */
export const bagF1 = (a: readonly string[], b: readonly string[]): number => {
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const rest = left.get(word) ?? 0;
    if (rest > 0) {
      shared += 1;
      left.set(word, rest - 1);
    }
  }
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
};

/** One-to-one pairs with a score above nothing, best first. */
export const align = <A, B>(
  gold: readonly A[],
  system: readonly B[],
  score: (a: A, b: B) => number,
): Map<number, number> => {
  const pairs = gold.flatMap((a, i) => system.map((b, j) => ({ i, j, score: score(a, b) })));
  pairs.sort((x, y) => y.score - x.score || y.i - x.i || y.j - x.j);
  const found = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, j, score: value } of pairs) {
    if (value <= 0 || found.has(i) || taken.has(j)) continue;
    found.set(i, j);
    taken.add(j);
  }
  return found;
};
