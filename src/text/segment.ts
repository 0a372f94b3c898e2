import { datelineSpan } from './dateline-span.ts';
import type { Document } from './document.ts';
import { advance, endScore, SENTENCE_START, type Situation } from './sentence-ends.ts';
import type { TextModel } from './text-model.ts';
import type { Sentence, Token } from './token.ts';
import { tokenize } from './tokenize.ts';

/** No sentence gets longer than this many words: lists and junk are parted where it hurts least. */
const LONGEST = 300;
/** How far back from there a better place is looked for. */
const LOOK_BACK = 100;

const CLAUSE_END = /^[;:,.!?…)\]]$/;

/** Where to part a sentence that is too long: the last mark in reach, else the limit itself. */
const forcedEnd = (tokens: readonly Token[], first: number): number => {
  const last = first + LONGEST - 1;
  for (let index = last; index > last - LOOK_BACK; index -= 1)
    if (CLAUSE_END.test(tokens[index]?.text ?? '')) return index;
  return last;
};

/** Index of the last word of the sentence that begins at word `first`. */
const lastOf = (text: string, tokens: readonly Token[], first: number, model: TextModel): number => {
  let situation: Situation = SENTENCE_START;
  for (let index = first; index < tokens.length - 1; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    situation = advance(situation, token);
    if (endScore(text, tokens, index, situation, model) > 0) return index;
    if (situation.length >= LONGEST) return forcedEnd(tokens, first);
  }
  return tokens.length - 1;
};

/**
 * The sentences of a text, each with its words. Offsets count from the start of `text` plus `from`; `block` is noted on each.
 */
export const segmentText = (text: string, model: TextModel, from = 0, block = 0): Sentence[] => {
  const tokens = tokenize(text, model);
  const sentences: Sentence[] = [];
  for (let first = 0; first < tokens.length; ) {
    const last = lastOf(text, tokens, first, model);
    const words = tokens.slice(first, last + 1);
    const shifted = from === 0 ? words : words.map((token) => shift(token, from));
    sentences.push({ start: shifted[0]?.start ?? from, end: shifted.at(-1)?.end ?? from, tokens: shifted, block });
    first = last + 1;
  }
  return sentences;
};

const shift = (token: Token, by: number): Token => {
  const moved = { ...token, start: token.start + by, end: token.end + by };
  if (token.multiword === undefined) return moved;
  return { ...moved, multiword: { start: token.multiword.start + by, end: token.multiword.end + by } };
};

/** The sentences of a document in reading order. The end of a block always ends a sentence, and so does a dateline. */
export const segment = (document: Document, model: TextModel): Sentence[] => {
  const cut = datelineSpan(document)?.end ?? -1;
  return document.blocks.flatMap(({ span }, block) => {
    const from = (start: number, end: number): Sentence[] =>
      segmentText(document.text.slice(start, end), model, start, block);
    const isCut = span.start < cut && cut < span.end;
    return isCut ? [...from(span.start, cut), ...from(cut, span.end)] : from(span.start, span.end);
  });
};
