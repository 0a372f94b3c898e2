import type { Codebook } from '../../codebook/index.ts';
import { hasRelation, type ParsedSentence } from '../../reading/index.ts';
import { type Document, findQuotes, type Span } from '../../text/index.ts';
import { sentenceAt } from '../near.ts';
import type { Place } from './salience.ts';

/** A stretch between quotation marks, and the word that names who speaks, where the sentence says so. */
interface Speech extends Span {
  readonly speaker: Place | undefined;
}

/** The quotations of a document, by what stands in them. */
export interface Quoting {
  /** The word that names who speaks the words at an offset; undefined outside quotations and where nobody is named. */
  readonly speakerAt: (offset: number) => Place | undefined;
  /** Do the words at an offset stand between quotation marks? */
  readonly isQuoted: (offset: number) => boolean;
}

const holds = ({ start, end }: Span, offset: number): boolean => start <= offset && offset < end;

/** The only subject of a verb of saying that stands outside a quotation ("…," | Berg | said). */
const subjectOutside = (codebook: Codebook, sentence: ParsedSentence, quote: Span): number | undefined => {
  const subjects = sentence.tokens.flatMap((token, word) => {
    const verb = sentence.tokens[token.head];
    if (verb === undefined || !hasRelation(token.deprel, ['nsubj'])) return [];
    const isOutside = !holds(quote, token.start) && !holds(quote, verb.start);
    return isOutside && codebook.cues.ofVerb(verb.lemma).length > 0 ? [word] : [];
  });
  return subjects.length === 1 ? subjects[0] : undefined;
};

/**
 * Who speaks each quotation of a document, by the sentences in which it opens and closes; one without a speaker is that of the
 * quotation before it in the same paragraph.
 */
export const findSpeakers = (codebook: Codebook, document: Document, sentences: readonly ParsedSentence[]): Quoting => {
  const speeches: Speech[] = [];
  let before: { readonly block: number; readonly speaker: Place | undefined } | undefined;
  for (const quote of findQuotes(document)) {
    const [first, last] = [sentenceAt(sentences, quote.start), sentenceAt(sentences, quote.end - 1)];
    const named = [...new Set([first, last])].flatMap((sentence): Place[] => {
      const own = sentences[sentence];
      const head = own === undefined ? undefined : subjectOutside(codebook, own, quote);
      return head === undefined ? [] : [{ sentence, head }];
    });
    const speaker = named[0] ?? (before?.block === quote.block ? before.speaker : undefined);
    before = { block: quote.block, speaker };
    speeches.push({ start: quote.start, end: quote.end, speaker });
  }
  const speechAt = (offset: number): Speech | undefined => {
    const speech = speeches[sentenceAt(speeches, offset)];
    return speech !== undefined && holds(speech, offset) ? speech : undefined;
  };
  return {
    speakerAt: (offset) => speechAt(offset)?.speaker,
    isQuoted: (offset) => speechAt(offset) !== undefined,
  };
};
