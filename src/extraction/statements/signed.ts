import type { Codebook } from '../../codebook/index.ts';
import type { Quote } from '../../text/index.ts';
import { sentenceAt } from '../near.ts';
import type { ReadDocument } from '../reading-of.ts';
import { type Draft, draft } from './draft.ts';
import { isSource } from './headlines.ts';
import { headOf, wordsIn } from './learned.ts';

/** What may stand behind a quotation in its paragraph, if it is signed: a dash and a name. */
const SIGNATURE = /^\s*(?<dash>[\u2012-\u2015]|--?)\s*(?<name>\S[^\n"\u201C\u201D]{0,80}?)[\s.]*$/u;

/** A paragraph that is a quotation and, behind a dash, who said it: as readers' views, cards and epigraphs are signed. */
const signedDraft = (codebook: Codebook, { document, sentences }: ReadDocument, quote: Quote): Draft[] => {
  const block = document.blocks[quote.block];
  if (block === undefined || block.span.start !== quote.start) return [];
  const rest = document.text.slice(quote.end, block.span.end);
  const { dash, name } = SIGNATURE.exec(rest)?.groups ?? {};
  if (dash === undefined || name === undefined) return [];
  const at = quote.end + rest.indexOf(dash);
  const start = quote.end + rest.indexOf(name, rest.indexOf(dash) + dash.length);
  const source = { start, end: start + name.length };
  const index = sentenceAt(sentences, start);
  const sentence = sentences[index];
  const words = sentence === undefined ? [] : wordsIn(sentence, [source]);
  if (sentence === undefined || !isSource(codebook, sentence, words)) return [];
  return [
    draft({
      rule: 'statements/signed-quotation',
      sentence: index,
      cueHead: sentence.tokens.findIndex((token) => token.end > at),
      cue: { start: at, end: at + dash.length },
      source,
      sourceHead: headOf(sentence, words),
      content: [{ start: quote.start, end: quote.end }],
      quotation: 'direct',
    }),
  ];
};

/** The quotations that are signed. */
export const signedDrafts = (codebook: Codebook, read: ReadDocument, quotes: readonly Quote[]): Draft[] =>
  quotes.flatMap((quote) => signedDraft(codebook, read, quote));
