import type { Grammar } from './grammar.ts';

const digitsOf = (text: string): number | undefined => {
  const match = /^(\d[\d,]*(?:\.\d+)?)(?:\s+(\d)\/(\d))?$/.exec(text);
  if (match === null) return undefined;
  const [, whole = '', upper = '0', lower = '1'] = match;
  return Number(whole.replaceAll(',', '')) + Number(upper) / Number(lower);
};

const wordValue = (grammar: Grammar, word: string): number | undefined => {
  for (const name of ['one', 'teen', 'ten', 'scale']) {
    const value = grammar.value(name, word);
    if (value !== undefined) return Number(value);
  }
  return undefined;
};

const numeralOf = (grammar: Grammar, text: string): number | undefined => {
  let total = 0;
  for (const word of text.split(/[\s-]+/)) {
    const value = wordValue(grammar, word);
    if (value === undefined) return undefined;
    total = value >= 100 ? Math.max(total, 1) * value : total + value;
  }
  return total;
};

const BARE = 'X';

const simple = (grammar: Grammar, text: string): number | typeof BARE | undefined => {
  const vague = grammar.value('vague', text) ?? grammar.value('article', text);
  if (vague !== undefined) return vague === BARE ? BARE : Number(vague);
  const [first = '', ...rest] = text.split(' ');
  // "a hundred": one of it.
  const isOne = grammar.value('article', first) === 1 && grammar.value('scale', rest[0] ?? '') !== undefined;
  return digitsOf(text) ?? numeralOf(grammar, isOne ? rest.join(' ') : text);
};

/** Words without a phrase of a class at their end, and what that phrase stands for. */
const withoutTail = (
  grammar: Grammar,
  name: string,
  words: string,
): { readonly rest: string; readonly value: number } => {
  for (const phrase of grammar.words(name)) {
    if (words.toLowerCase().endsWith(` ${phrase}`))
      return { rest: words.slice(0, -phrase.length - 1), value: Number(grammar.value(name, phrase)) };
  }
  return { rest: words, value: 0 };
};

/** Words up to the first of a class: "two or three" → two. */
const beforeWord = (grammar: Grammar, name: string, words: string): string => {
  const list = words.split(' ');
  const at = list.findIndex((word) => grammar.value(name, word) !== undefined);
  return at < 0 ? words : list.slice(0, at).join(' ');
};

/**
 * The number that words stand for: "twenty-four" → 24, "1 1/2" → 1.5, "two and a half" → 2.5, "two or three" → 2,
 * "several" → "X"; undefined where they are no number.
 */
export const readCount = (grammar: Grammar, words: string): number | typeof BARE | undefined => {
  const text = words.trim().replace(/\s+/g, ' ');
  const half = grammar.value('halfWord', text);
  if (half !== undefined) return Number(half);
  const { rest, value } = withoutTail(grammar, 'plusPart', withoutTail(grammar, 'moreWord', text).rest);
  const whole = simple(grammar, beforeWord(grammar, 'countOr', rest));
  return typeof whole === 'number' ? whole + value : whole;
};
