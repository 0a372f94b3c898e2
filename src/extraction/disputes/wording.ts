import type { DisputeEntry } from '../../codebook/index.ts';
import { type ParsedSentence, treeOf } from '../../reading/index.ts';
import type { Span } from '../../text/index.ts';
import { lemmasAt, prepositionOf } from '../events/words.ts';
import { sentenceAt } from '../near.ts';
import type { FoundStatement, ReadDocument } from '../reading-of.ts';

const inside = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** "Is | part | of an information war": what something is part of it is called. */
const isPartOf = (sentence: ParsedSentence, word: number): boolean =>
  sentence.tokens[sentence.tokens[word]?.head ?? -1]?.lemma.toLowerCase() === 'part';

/** "A provocation | could end the talks", "in case of | a provocation": a noun that is spoken of, and not what something is called. */
const isMentioned = (sentence: ParsedSentence, word: number): boolean => {
  const token = sentence.tokens[word];
  if (token?.upos !== 'NOUN') return false;
  if (token.deprel.startsWith('nsubj')) return true;
  return (
    /^(?:nmod|obl)/.test(token.deprel) && prepositionOf(treeOf(sentence), word) !== 'as' && !isPartOf(sentence, word)
  );
};

const hasPhrase = (sentence: ParsedSentence, words: readonly number[], phrase: string): boolean => {
  const tree = treeOf(sentence);
  const parts = phrase.split(' ');
  return words.some(
    (first) =>
      parts.every((part, index) => lemmasAt(tree, first + index).includes(part)) &&
      !isMentioned(sentence, first + parts.length - 1),
  );
};

/** The entry whose words the content of a statement holds ("a lie", "information war"), if any. */
export const disputeWordIn = (
  read: ReadDocument,
  { content }: FoundStatement,
  entries: readonly DisputeEntry[],
): DisputeEntry | undefined => {
  const from = Math.max(0, sentenceAt(read.sentences, content[0]?.start ?? 0));
  const to = sentenceAt(read.sentences, content.at(-1)?.end ?? 0);
  for (const sentence of read.sentences.slice(from, to + 1)) {
    if (!content.some((span) => span.start < sentence.end && sentence.start < span.end)) continue;
    const words = [...sentence.tokens.keys()].filter((word) => {
      const token = sentence.tokens[word];
      return token !== undefined && content.some((span) => inside(span, token));
    });
    if (words.length === 0) continue;
    const found = entries.find((entry) => entry.words.some((phrase) => hasPhrase(sentence, words, phrase)));
    if (found !== undefined) return found;
  }
  return undefined;
};
