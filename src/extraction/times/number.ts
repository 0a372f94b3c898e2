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
  return digitsOf(text) ?? numeralOf(grammar, text.replace(/^an? /i, ''));
};

/**
 * The number that words stand for: "twenty-four" → 24, "1 1/2" → 1.5, "two and a half" → 2.5, "two or three" → 2,
 * "several" → "X"; undefined where they are no number.
 */
export const readCount = (grammar: Grammar, words: string): number | typeof BARE | undefined => {
  const text = words
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ more$/i, '');
  const half = /^(.*?) and an? (half|quarter)$/i.exec(text);
  if (half?.[1] !== undefined) {
    const whole = simple(grammar, half[1]);
    return typeof whole === 'number' ? whole + Number(grammar.value('fraction', half[2] ?? '') ?? 0) : whole;
  }
  if (/^(?:half an?|a half)$/i.test(text)) return 0.5;
  const [first = ''] = text.split(/ (?:to|or) /i);
  return simple(grammar, first);
};
