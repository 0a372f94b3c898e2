import { dependents, type ParsedSentence, treeOf } from '../../reading/index.ts';
import type { Span } from '../../text/index.ts';
import { sentenceAt } from '../near.ts';
import type { ReadDocument } from '../reading-of.ts';

const TOPICAL: readonly string[] = ['NOUN', 'ADJ'];

const within = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The sentences that a span reaches into. */
const sentencesOver = ({ sentences }: ReadDocument, span: Span): readonly ParsedSentence[] =>
  sentences.slice(Math.max(0, sentenceAt(sentences, span.start)), sentenceAt(sentences, span.end - 1) + 1);

/** What spans of a text are about: the dictionary forms of their nouns and adjectives; names are told apart as actors. */
export const topicsOf = (read: ReadDocument, spans: readonly Span[]): Set<string> => {
  const tokens = spans.flatMap((span) =>
    sentencesOver(read, span).flatMap((sentence) => sentence.tokens.filter((token) => within(span, token))),
  );
  return new Set(tokens.filter(({ upos }) => TOPICAL.includes(upos)).map(({ lemma }) => lemma.toLowerCase()));
};

/** What an act is about: its word, and those that hang on it ("ordered the | arrest"). */
export const topicsOfAct = (read: ReadDocument, trigger: Span): Set<string> => {
  const sentence = read.sentences[sentenceAt(read.sentences, trigger.start)];
  const word = sentence?.tokens.findIndex((token) => within(trigger, token)) ?? -1;
  if (sentence === undefined || word < 0) return new Set();
  const near = [word, ...dependents(treeOf(sentence), word, 'obj', 'compound', 'amod', 'obl', 'nmod')];
  return topicsOf(
    read,
    near.flatMap((index) => sentence.tokens[index] ?? []),
  );
};

/** How many topics two texts share. */
export const shared = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  let count = 0;
  for (const topic of one) if (other.has(topic)) count += 1;
  return count;
};
