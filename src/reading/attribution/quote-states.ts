import type { Quote, Sentence } from '../../text/index.ts';

/** 0 outside quotations, 1 a word inside one, 2 a mark or other sign of one. */
export type QuoteState = 0 | 1 | 2;

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** How each word of each sentence stands to the quotations of the document; both in text order. */
export const quoteStates = (sentences: readonly Sentence[], quotes: readonly Quote[]): QuoteState[][] => {
  let next = 0;
  return sentences.map((sentence) =>
    sentence.tokens.map((token): QuoteState => {
      while (next < quotes.length && (quotes[next]?.end ?? 0) <= token.start) next += 1;
      const quote = quotes[next];
      if (quote === undefined || quote.start >= token.end) return 0;
      return LETTER_OR_DIGIT.test(token.text) ? 1 : 2;
    }),
  );
};
