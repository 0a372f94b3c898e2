import type { Codebook, Cue } from '../../codebook/index.ts';
import { type Attribution, type ParsedSentence, universal } from '../../reading/index.ts';
import type { Quote, Span } from '../../text/index.ts';
import type { NearIndex } from '../near.ts';
import { sentenceAt } from '../near.ts';
import type { ReadDocument } from '../reading-of.ts';
import { actOf } from './act.ts';
import { isQuestioned, isUnsaid, isWithheld } from './asserted.ts';
import { addresseeOf } from './channel.ts';
import { type Draft, draft } from './draft.ts';
import { holds, overlaps, trimRun } from './spans.ts';

/** The least probability with which the head must take the words for an attribution. */
const SURE = 0.4;
/** What it needs where a rule sees the same cue. */
const SUPPORTED = 0.15;

/** The words of a sentence that lie in some spans. */
export const wordsIn = (sentence: ParsedSentence, spans: readonly Span[]): number[] =>
  sentence.tokens.flatMap((token, word) => (spans.some((span) => holds(span, token)) ? [word] : []));

/** Of the words of a span, the one that hangs on none of the others. */
export const headOf = (sentence: ParsedSentence, words: readonly number[]): number | null =>
  words.find(
    (word) =>
      !words.includes(sentence.tokens[word]?.head ?? -1) &&
      !['punct', 'case', 'mark', 'cc'].includes(universal(sentence.tokens[word]?.deprel ?? '')),
  ) ??
  words[0] ??
  null;

/** A span without the commas and stops at its ends, sentence by sentence; quotation marks stay. */
const trimmed = ({ sentences }: ReadDocument, span: Span): Span | undefined => {
  const [first, last] = [sentenceAt(sentences, span.start), sentenceAt(sentences, span.end - 1)];
  const edge = (at: number): Span[] => {
    const sentence = sentences[at];
    return sentence === undefined
      ? []
      : trimRun(sentence, wordsIn(sentence, [span])).map((word) => sentence.tokens[word] as Span);
  };
  const start = edge(first).at(0)?.start;
  const end = edge(last).at(-1)?.end;
  return start === undefined || end === undefined || end <= start ? undefined : { start, end };
};

/**
 * The attributions of a sentence that the head is sure of, or that it finds likely and a rule sees too; the surest first where two share
 * a cue, with their edges trimmed.
 */
export const learnedOf = (read: ReadDocument, index: number, drafts: readonly Draft[]): Attribution[] => {
  const kept: Attribution[] = [];
  const all = read.sentences[index]?.attributions ?? [];
  for (const each of [...all].sort((a, b) => b.score - a.score)) {
    const isSeen = drafts.some(({ cue }) => overlaps(cue, each.cue));
    if (each.score < (isSeen ? SUPPORTED : SURE) || kept.some(({ cue }) => overlaps(cue, each.cue))) continue;
    const content = each.content.flatMap((span) => trimmed(read, span) ?? []);
    if (content.length === 0) continue;
    const source = each.source === null ? null : (trimmed(read, each.source) ?? null);
    kept.push({ ...each, source, content });
  }
  return kept.sort((a, b) => a.anchor - b.anchor);
};

const STANCE: Cue = {
  id: 'stance',
  act: 'say',
  attitude: true,
  verbs: [],
  nouns: [],
  particles: [],
  frames: [],
  party: false,
  needsParty: false,
  objects: [],
  examples: [],
};

const SPEECH: Cue = { ...STANCE, id: 'speech', attitude: false };

const isClause = (sentence: ParsedSentence, words: readonly number[]): boolean =>
  words.some((word) => sentence.tokens[word]?.feats.VerbForm === 'Fin');

/**
 * What the codebook says of the cue of a statement that no rule finds. Words in quotation marks and clauses are said; anything else
 * ("attacked the town", "declared him dead") is but a stance, whatever the verb can mean elsewhere.
 */
const entryOf = (
  codebook: Codebook,
  sentence: ParsedSentence,
  { anchor, content }: Attribution,
  quotes: NearIndex<Quote>,
): Cue => {
  const token = sentence.tokens[anchor];
  const lemma = token?.lemma.toLowerCase() ?? '';
  const known = token?.upos === 'NOUN' ? codebook.cues.ofNoun(lemma) : codebook.cues.ofVerb(lemma);
  const plain = known.filter((entry) => entry.light === undefined && entry.particles.length === 0);
  const isQuoted = content.some((span) => quotes.near(span).some((quote) => overlaps(quote, span)));
  if (isQuoted) return plain.find(({ attitude }) => !attitude) ?? SPEECH;
  return isClause(sentence, wordsIn(sentence, content)) ? (plain[0] ?? STANCE) : STANCE;
};

/** A statement that only the head finds. */
export const learnedDraft = (
  codebook: Codebook,
  read: ReadDocument,
  index: number,
  attribution: Attribution,
  quotes: NearIndex<Quote>,
): Draft[] => {
  const sentence = read.sentences[index] as ParsedSentence;
  const { anchor, cue, source, content } = attribution;
  const entry = entryOf(codebook, sentence, attribution, quotes);
  const isVerb = sentence.tokens[anchor]?.upos === 'VERB';
  const isUnmade =
    isVerb &&
    (isQuestioned(sentence, anchor) || isWithheld(codebook, sentence, anchor) || isUnsaid(codebook, sentence, anchor));
  if (isUnmade) return [];
  const words = wordsIn(sentence, content);
  const sourceText = source === null ? '' : read.document.text.slice(source.start, source.end);
  return [
    draft({
      rule: `statements/head/${entry.id}`,
      sentence: index,
      cueHead: anchor,
      cue,
      source,
      sourceHead: source === null ? null : headOf(sentence, wordsIn(sentence, [source])),
      content,
      act: isVerb ? actOf(codebook, sentence, anchor, entry, words, sourceText) : entry.act,
      attitude: entry.attitude,
      entry,
      addresseeHead: isVerb && !entry.attitude ? addresseeOf(codebook, sentence, anchor, null) : null,
    }),
  ];
};
