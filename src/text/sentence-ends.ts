import { foldMarks } from './characters.ts';
import { bucketOf, scoreOf } from './linear-model.ts';
import type { TextModel } from './text-model.ts';
import type { Token } from './token.ts';

type Words = Pick<TextModel, 'abbreviations' | 'openers'>;

/** A word as the features of sentence ends see it. */
interface Seen {
  readonly lower: string;
  readonly shape: string;
}

const NOTHING: Seen = { lower: '', shape: '-' };
const seen = new Map<string, Seen>();

const shapeOf = (text: string): string => {
  const first = text.slice(0, 1);
  if (/\p{Lu}/u.test(first)) return text.length === 1 ? 'A' : /\p{Ll}/u.test(text) ? 'Aa' : 'AA';
  if (/\p{L}/u.test(first)) return 'a';
  if (/\p{Nd}/u.test(first)) return 'd';
  return text.length > 2 ? text.slice(0, 2) : text;
};

const see = (text: string): Seen => {
  const known = seen.get(text);
  if (known !== undefined) return known;
  const folded = foldMarks(text);
  const made = { lower: folded.toLowerCase(), shape: shapeOf(folded) };
  if (seen.size > 50_000) seen.clear();
  seen.set(text, made);
  return made;
};

/** What lies between two words: nothing, a space, a line end, or an empty line. */
const gapOf = (text: string, from: number, to: number): string => {
  if (from === to) return '';
  const lines = text.slice(from, Math.min(to, from + 40)).split('\n').length;
  return lines === 1 ? ' ' : lines === 2 ? 'n' : 'p';
};

/** Where in its sentence a boundary lies: words since its start, quotation marks and brackets still open. */
export interface Situation {
  readonly length: number;
  readonly quotes: number;
  readonly brackets: number;
}

const AFTER = /^(?:[.!?…:;]+|['")\]}>*-]+|\.{2,}|[—–])$/;

/**
 * Could a sentence end after word `index`? Only where there is a mark, a gap before a capital, digit or mark, or a line end;
 * all else is decided without counting.
 */
const isPossibleEnd = (before: Seen, after: Seen, gap: string): boolean => {
  if (gap === '') return AFTER.test(before.lower) && !AFTER.test(after.lower);
  return after.shape !== 'a' || gap !== ' ' || AFTER.test(before.lower);
};

/** Features of a sentence that ends after word `index`; as buckets. */
export const endFeatures = (
  text: string,
  tokens: readonly Token[],
  index: number,
  situation: Situation,
  words: Words,
): number[] => {
  const at = (offset: number): Seen => {
    const token = tokens[index + offset];
    return token === undefined ? NOTHING : see(token.text);
  };
  const gap = gapOf(text, tokens[index]?.end ?? 0, tokens[index + 1]?.start ?? 0);
  const [two, one, last, next, second, third] = [at(-2), at(-1), at(0), at(1), at(2), at(3)];
  const abbreviated = `${words.abbreviations.has(last.lower) ? 'k' : ''}${last.lower.length > 1 && last.lower.endsWith('.') ? '.' : ''}`;
  const length = situation.length > 30 ? 30 : Math.min(situation.length, 12);
  const open = `${situation.quotes % 2}${situation.brackets > 0 ? 1 : 0}`;
  const opener = `${words.openers.has(next.lower) ? 'o' : ''}${next.shape}`;
  return [
    bucketOf(31, `${last.lower}${gap}`),
    bucketOf(32, `${next.lower}${gap}`),
    bucketOf(33, `${last.lower}|${next.lower}`),
    bucketOf(34, `${one.lower}|${last.lower}`),
    bucketOf(35, `${last.shape}|${next.shape}${gap}`),
    bucketOf(36, `${one.shape}|${last.lower}|${next.shape}`),
    bucketOf(37, `${last.lower}|${next.shape}|${second.shape}`),
    bucketOf(38, `${abbreviated}|${next.shape}`),
    bucketOf(39, `${abbreviated}|${last.lower}|${next.shape}`),
    bucketOf(40, `${open}${last.lower}|${next.shape}`),
    bucketOf(41, `${length}${last.shape}|${next.shape}`),
    bucketOf(42, `${gap}${last.shape}|${next.lower}`),
    bucketOf(43, `${next.lower}|${second.lower}`),
    bucketOf(44, `${two.shape}${one.shape}${last.shape}${gap}${next.shape}${second.shape}`),
    bucketOf(45, `${one.lower}|${last.shape}|${next.shape}`),
    bucketOf(46, `${length}${gap}${open}`),
    bucketOf(47, `${abbreviated}|${next.lower}`),
    bucketOf(48, `${last.shape}|${next.shape}|${second.lower}`),
    bucketOf(49, `${next.shape}${second.shape}${third.shape}|${last.lower}`),
    bucketOf(50, `${one.lower}|${last.lower}|${next.lower}`),
    bucketOf(51, `${abbreviated}|${opener}`),
    bucketOf(52, `${last.shape}|${opener}${gap}`),
  ];
};

const QUOTE = /^["']+$/;

/** The situation one word on, within the same sentence. */
export const advance = (situation: Situation, token: Token): Situation => {
  const { lower } = see(token.text);
  const change = lower === '(' || lower === '[' ? 1 : lower === ')' || lower === ']' ? -1 : 0;
  return {
    length: situation.length + 1,
    quotes: situation.quotes + (QUOTE.test(lower) ? 1 : 0),
    brackets: Math.max(0, situation.brackets + change),
  };
};

/** The situation before the first word of a sentence. */
export const SENTENCE_START: Situation = { length: 0, quotes: 0, brackets: 0 };

/** Log odds that a sentence ends after word `index`; minus infinity where it cannot. */
export const endScore = (
  text: string,
  tokens: readonly Token[],
  index: number,
  situation: Situation,
  model: TextModel,
): number => {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (token === undefined || next === undefined) return Number.POSITIVE_INFINITY;
  const gap = gapOf(text, token.end, next.start);
  if (!isPossibleEnd(see(token.text), see(next.text), gap)) return Number.NEGATIVE_INFINITY;
  return scoreOf(model.sentences, endFeatures(text, tokens, index, situation, model));
};

/** Is this boundary one that the trained model decides? */
export const isUndecided = (text: string, tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (token === undefined || next === undefined) return false;
  return isPossibleEnd(see(token.text), see(next.text), gapOf(text, token.end, next.start));
};
