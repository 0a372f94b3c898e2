import type { Codebook } from '../../codebook/index.ts';
import { type ParsedSentence, subtree, treeOf, universal } from '../../reading/index.ts';
import type { Quote } from '../../text/index.ts';
import type { NearIndex } from '../near.ts';
import { actOf } from './act.ts';
import { isQuestioned, isUnsaid, isWithheld } from './asserted.ts';
import { addresseeOf, strayedChannels } from './channel.ts';
import { utteranceAbove } from './content.ts';
import { cueWords } from './cue-words.ts';
import type { Draft } from './draft.ts';
import { lightWord, type Match, matchEntry, matchQuoted, matchTagged } from './match-cue.ts';
import { sourceOf, sourceWords, strayedSource } from './source.ts';
import { overlaps, spanOf, wordSpans } from './spans.ts';

const ADJECTIVAL = ['amod', 'compound', 'case', 'mark', 'cc', 'det', 'nmod'];

/** Words of a source, and all that hangs on it where the parser put it inside the content. */
interface FoundSource {
  readonly head: number | null;
  readonly words: readonly number[];
  readonly notContent: readonly number[];
}

const findSource = (sentence: ParsedSentence, verb: number, about: number): FoundSource => {
  const own = sourceOf(sentence, verb, about);
  const strayed = own === null ? strayedSource(sentence, verb) : null;
  const head = own ?? strayed;
  if (head === null) return { head, words: [], notContent: [] };
  const words = sourceWords(sentence, head, verb);
  return { head, words, notContent: strayed === null ? words : subtree(treeOf(sentence), strayed) };
};

const toDraft = (
  codebook: Codebook,
  sentence: ParsedSentence,
  verb: number,
  { entry, content }: Match,
  text: string,
): Omit<Draft, 'sentence'> | undefined => {
  const source = findSource(sentence, verb, utteranceAbove(codebook, sentence, verb));
  const words = cueWords(codebook, sentence, verb, content, lightWord(sentence, verb, entry));
  const cue = spanOf(sentence, words);
  const strayed = content.frame === 'clause' ? strayedChannels(codebook, sentence, content.words) : [];
  const notContent = new Set([
    ...words,
    ...source.notContent,
    ...strayed.flatMap((word) => subtree(treeOf(sentence), word)),
  ]);
  const own = content.words.filter((word) => !notContent.has(word));
  const spans = wordSpans(sentence, own, text).filter((span) => !overlaps(span, cue));
  if (spans.length === 0) return undefined;
  const sourceSpan = source.head === null ? null : spanOf(sentence, source.words);
  const sourceText = sourceSpan === null ? '' : text.slice(sourceSpan.start, sourceSpan.end);
  return {
    rule: `statements/verb-${content.frame}/${entry.id}`,
    cueHead: verb,
    cue,
    sourceHead: source.head,
    source: sourceSpan,
    content: spans,
    act: actOf(codebook, sentence, verb, entry, content.words, sourceText),
    attitude: entry.attitude,
    entry,
    strayed,
    addresseeHead: addresseeOf(codebook, sentence, verb, content.party),
  };
};

/** Statements whose cue is a verb of the codebook. */
export const verbDrafts = (
  codebook: Codebook,
  sentence: ParsedSentence,
  index: number,
  text: string,
  quotes: NearIndex<Quote>,
): Draft[] =>
  sentence.tokens.flatMap((token, verb): Draft[] => {
    if (token.upos !== 'VERB' || ADJECTIVAL.includes(universal(token.deprel))) return [];
    if (isQuestioned(sentence, verb) || isWithheld(codebook, sentence, verb) || isUnsaid(codebook, sentence, verb))
      return [];
    const match =
      matchEntry(codebook, sentence, verb) ??
      matchQuoted(codebook, sentence, verb, quotes) ??
      matchTagged(codebook, sentence, verb);
    const draft = match === undefined ? undefined : toDraft(codebook, sentence, verb, match, text);
    return draft === undefined ? [] : [{ ...draft, sentence: index }];
  });
