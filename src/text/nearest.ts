/** Number of single-letter changes between two words (Levenshtein): `formt`, `format` → 1. */
export const letterChanges = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

/** The known word that was probably meant, if one is near: `formt` → `format`. */
export const nearest = (word: string, known: readonly string[]): string | null => {
  const near = known
    .map((candidate) => ({
      candidate,
      far: candidate.startsWith(word) && word.length > 1 ? 0 : letterChanges(word, candidate),
    }))
    .filter(({ candidate, far }) => far <= Math.ceil(candidate.length / 3));
  return near.sort((a, b) => a.far - b.far)[0]?.candidate ?? null;
};

/** A question to put behind "unknown": ` Did you mean "format"?`, or nothing. */
export const didYouMean = (word: string, known: readonly string[], prefix = ''): string => {
  const meant = nearest(word, known);
  return meant === null ? '' : ` Did you mean ${prefix}${meant}?`;
};
