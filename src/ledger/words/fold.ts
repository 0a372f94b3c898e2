/** A name as it is compared: no marks, no case, no stops, no article. "The U.N." → "un". */
export const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .replace(/[.'’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');

/** The words of a folded name. */
export const foldedWords = (name: string): readonly string[] =>
  fold(name)
    .split(' ')
    .filter((word) => word !== '');
