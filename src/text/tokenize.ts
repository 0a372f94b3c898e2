import { classOf, findChunks, foldMarks } from './characters.ts';
import type { TextModel } from './text-model.ts';
import type { Token } from './token.ts';
import { beginningOf, findCuts } from './token-cuts.ts';

const WORD = /^[\p{L}\p{N}]+$/u;
const CLITIC = /^(?:n't|'(?:s|m|re|ve|ll|d)|')$/i;
/** Chunks longer than this are cut by marks alone, so that junk costs no more than text. */
const LONGEST_CHUNK = 400;

const markCuts = (chunk: string): number[] => {
  const cuts: number[] = [];
  let offset = 0;
  let previous = '';
  for (const character of chunk) {
    const kind = classOf(character);
    if (offset > 0 && kind !== previous) cuts.push(offset);
    offset += character.length;
    previous = kind;
  }
  return cuts;
};

/** Remembers the cuts of chunks: a few thousand different ones make up most of any text. */
const cutsOf = (model: TextModel): ((chunk: string, next: string) => readonly number[]) => {
  const known = new Map<string, readonly number[]>();
  return (chunk, next) => {
    if (chunk.length > LONGEST_CHUNK) return markCuts(chunk);
    const key = `${next}${chunk}`;
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const cuts = findCuts(chunk, next, model);
    if (known.size > 100_000) known.clear();
    known.set(key, cuts);
    return cuts;
  };
};

const caches = new WeakMap<TextModel, ReturnType<typeof cutsOf>>();

/** Words that lean on the word before them (n't, 's) or come of a contraction belong to one multiword token with it. */
const joinClitics = (tokens: Token[], contracted: boolean): Token[] => {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (contracted && first !== undefined && last !== undefined) {
    const multiword = { start: first.start, end: last.end };
    return tokens.map((token) => ({ ...token, multiword }));
  }
  return tokens.map((token, index) => {
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    const leans = (word: Token | undefined, host: Token | undefined): boolean =>
      word !== undefined &&
      host !== undefined &&
      host.end === word.start &&
      WORD.test(host.text) &&
      CLITIC.test(foldMarks(word.text));
    if (before !== undefined && leans(token, before))
      return { ...token, multiword: { start: before.start, end: token.end } };
    if (after !== undefined && leans(after, token))
      return { ...token, multiword: { start: token.start, end: after.end } };
    return token;
  });
};

/**
 * The words of a text (UD's syntactic words), in order, with offsets from `from`.
 * They tile it: every character but white space belongs to one word.
 */
export const tokenize = (text: string, model: TextModel, from = 0): Token[] => {
  let cut = caches.get(model);
  if (cut === undefined) {
    cut = cutsOf(model);
    caches.set(model, cut);
  }
  const tokens: Token[] = [];
  const chunks = findChunks(text);
  for (const [index, chunk] of chunks.entries()) {
    const start = from + chunk.start;
    if (WORD.test(chunk.text) && !model.contractions.has(chunk.text.toLowerCase()) && !/\d/.test(chunk.text)) {
      tokens.push({ start, end: start + chunk.text.length, text: chunk.text });
      continue;
    }
    const ends = [...cut(chunk.text, beginningOf(chunks[index + 1]?.text ?? '')), chunk.text.length];
    let begin = 0;
    const words = ends.map((end): Token => {
      const word = { start: start + begin, end: start + end, text: chunk.text.slice(begin, end) };
      begin = end;
      return word;
    });
    if (words.length === 1) tokens.push(...words);
    else tokens.push(...joinClitics(words, model.contractions.has(chunk.text.toLowerCase())));
  }
  return tokens;
};
