import { ancestors, type ParsedSentence, treeOf } from '../../reading/index.ts';
import type { Span } from '../../text/index.ts';
import type { FoundTime } from './match-rules.ts';

const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/** The words of a stretch that hang on a word outside it. */
const topWords = (sentence: ParsedSentence, span: Span): number[] => {
  const isIn = (word: number): boolean => {
    const token = sentence.tokens[word];
    return token !== undefined && overlaps(token, span);
  };
  return [...sentence.tokens.keys()].filter((word) => isIn(word) && !isIn(sentence.tokens[word]?.head ?? -1));
};

/** Does the time hang on the verb that the quotation hangs on, or that hangs on the quotation ("…," she said on Monday)? */
const datesQuote = (sentence: ParsedSentence, time: Span, quote: Span): boolean => {
  const tree = treeOf(sentence);
  const verb = topWords(sentence, time).map((word) => sentence.tokens[word]?.head ?? -1)[0] ?? -1;
  if (verb < 0 || sentence.tokens[verb]?.upos !== 'VERB') return false;
  const tops = topWords(sentence, quote);
  return tops.some((top) => ancestors(tree, top).includes(verb) || ancestors(tree, verb).includes(top));
};

/**
 * The day on which the words of a sentence's quotations were spoken: "We will vote tomorrow," she said | on Monday. Undefined
 * where the text gives none before or on the day of the report, or more than one.
 */
export const utteranceDay = (
  sentence: ParsedSentence,
  found: readonly FoundTime[],
  quotes: readonly Span[],
  today: number,
): number | undefined => {
  const spanOf = ({ start, end }: FoundTime): Span => ({ start: sentence.start + start, end: sentence.start + end });
  const days = found.flatMap((time) => {
    const { point, type } = time.reading;
    const span = spanOf(time);
    if (point?.grain !== 'day' || point.index > today || (type !== 'DATE' && type !== 'TIME')) return [];
    if (quotes.some((quote) => overlaps(quote, span))) return [];
    return quotes.some((quote) => datesQuote(sentence, span, quote)) ? [point.index] : [];
  });
  return days.length === 1 ? days[0] : undefined;
};
