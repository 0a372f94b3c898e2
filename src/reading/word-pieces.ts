/** Ids of the special pieces of the BERT vocabulary. */
export const CLS = 101;
export const SEP = 102;
const UNKNOWN = 100;

/** The network sees at most this many pieces of one word: the first ones and the last. */
const MOST_PIECES = 6;
const LONGEST_PART = 100;
const CACHE_SIZE = 50_000;

const CONTROL = /[\p{C}\uFFFD]/gu;
const MARK = /\p{Mn}/gu;
const CJK = /[\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{2FA1F}]/gu;
/** What the tokenizer of BERT cuts at: punctuation, and the ASCII symbols. */
const PART = /[\p{P}$+<=>^`|~]|[^\p{P}$+<=>^`|~\s]+/gu;
const PLAIN = /^[a-z]+$/;

/** Turns a word into ids of word pieces, at least one and at most six. */
export type WordPieces = (word: string) => readonly number[];

const pieceUp = (part: string, ids: ReadonlyMap<string, number>): number[] => {
  if (part.length > LONGEST_PART) return [UNKNOWN];
  const found: number[] = [];
  for (let start = 0; start < part.length; ) {
    let end = part.length;
    let id: number | undefined;
    for (; end > start; end -= 1) {
      id = ids.get(start === 0 ? part.slice(0, end) : `##${part.slice(start, end)}`);
      if (id !== undefined) break;
    }
    if (id === undefined) return [UNKNOWN];
    found.push(id);
    start = end;
  }
  return found;
};

const normalize = (word: string): string =>
  word.toWellFormed().replace(CONTROL, '').replace(CJK, ' $& ').normalize('NFD').replace(MARK, '').toLowerCase();

/**
 * The uncased WordPiece tokenizer of BERT (Devlin et al. 2019), a word at a time.
 * `vocabulary` holds one piece a line, its id the number of the line from 0.
 */
export const createWordPieces = (vocabulary: string): WordPieces => {
  const ids = new Map(
    vocabulary
      .trimEnd()
      .split('\n')
      .map((piece, id) => [piece, id]),
  );
  const cache = new Map<string, readonly number[]>();
  return (word) => {
    const known = cache.get(word);
    if (known !== undefined) return known;
    const text = PLAIN.test(word) ? word : normalize(word);
    const pieces = (text.match(PART) ?? []).flatMap((part) => pieceUp(part, ids));
    const kept = pieces.length > MOST_PIECES ? [...pieces.slice(0, MOST_PIECES - 1), pieces.at(-1) ?? UNKNOWN] : pieces;
    const result = kept.length > 0 ? kept : [UNKNOWN];
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(word, result);
    return result;
  };
};
