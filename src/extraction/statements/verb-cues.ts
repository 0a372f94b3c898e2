import type { Codebook, Cue } from '../../codebook/index.ts';
import { dependent, dependents, type ParsedSentence, treeOf, universal } from '../../reading/index.ts';
import type { Span } from '../../text/index.ts';
import { actOf } from './act.ts';
import { addresseeOf } from './channel.ts';
import { contentOf, type FoundContent } from './content.ts';
import { cueWords } from './cue-words.ts';
import type { Draft } from './draft.ts';
import { sourceOf, sourceWords } from './source.ts';
import { overlaps, spanOf, wordSpans } from './spans.ts';

const hasParticle = (sentence: ParsedSentence, verb: number, entry: Cue): boolean => {
  if (entry.particles.length === 0) return true;
  const tree = treeOf(sentence);
  const near = dependents(tree, verb, 'compound:prt', 'advmod', 'obl', 'nmod', 'advcl', 'xcomp', 'ccomp');
  const marks = near.flatMap((word) => [word, ...dependents(tree, word, 'case', 'mark')]);
  return marks.some((word) => entry.particles.includes(sentence.tokens[word]?.lemma ?? ''));
};

/** "made clear": the word that completes a light verb, and where its clause hangs. */
const lightWord = (sentence: ParsedSentence, verb: number, entry: Cue): number => {
  if (entry.light === undefined) return -1;
  const { word } = entry.light;
  return (
    dependents(treeOf(sentence), verb, 'xcomp', 'obj', 'ccomp', 'advmod', 'obl').find(
      (each) => sentence.tokens[each]?.lemma === word || sentence.tokens[each]?.text.toLowerCase() === word,
    ) ?? -1
  );
};

const lightContent = (sentence: ParsedSentence, verb: number, entry: Cue): FoundContent | undefined => {
  const word = lightWord(sentence, verb, entry);
  if (word < 0) return undefined;
  const tree = treeOf(sentence);
  const clause = [dependent(tree, verb, 'ccomp'), dependent(tree, word, 'ccomp', 'csubj')].find(
    (each) => each >= 0 && each !== word,
  );
  const isSelf = universal(sentence.tokens[word]?.deprel ?? '') === 'ccomp';
  const found = contentOf(sentence, isSelf ? word : verb, { frames: ['clause'], party: false });
  return clause === undefined && found === undefined
    ? undefined
    : (found ?? contentOf(sentence, word, { frames: ['clause'], party: false }));
};

interface Match {
  readonly entry: Cue;
  readonly content: FoundContent;
}

/** The entry whose frames the sentence fills; where several do, the one with the more telling frame. */
const matchEntry = (codebook: Codebook, sentence: ParsedSentence, verb: number): Match | undefined => {
  const lemma = sentence.tokens[verb]?.lemma.toLowerCase() ?? '';
  const matches = codebook.cues.ofVerb(lemma).flatMap((entry): Match[] => {
    const isLight = entry.light?.verb === lemma && !entry.verbs.includes(lemma);
    const content = isLight
      ? lightContent(sentence, verb, entry)
      : hasParticle(sentence, verb, entry)
        ? contentOf(sentence, verb, entry)
        : undefined;
    return content === undefined ? [] : [{ entry, content }];
  });
  const clause = matches.find((match) => match.content.frame === 'clause' && !match.entry.attitude);
  return (
    matches.find((match) => match.content.frame !== 'clause' && match.content.frame !== 'object') ??
    clause ??
    matches[0]
  );
};

/** Content of the network where it agrees with the tree's on most words; the tree's otherwise. */
const decideContent = (sentence: ParsedSentence, words: readonly number[], cue: Span, text: string): Span[] => {
  const fromTree = wordSpans(sentence, words, text).filter((span) => !overlaps(span, cue));
  const treeSet = new Set(words);
  const tagged = sentence.attribution.filter((tag) => tag.role === 'content');
  const near = tagged.filter((tag) =>
    Array.from({ length: tag.last - tag.first + 1 }, (_, i) => tag.first + i).some((word) => treeSet.has(word)),
  );
  const nearWords = near.flatMap((tag) => Array.from({ length: tag.last - tag.first + 1 }, (_, i) => tag.first + i));
  const shared = nearWords.filter((word) => treeSet.has(word)).length;
  const agrees = shared > 0 && (2 * shared) / (nearWords.length + treeSet.size) > 0.8;
  return agrees ? wordSpans(sentence, nearWords, text) : fromTree;
};

/** Objects that are content must be something said: an act's object counts only for acts about things. */
const isIdle = (sentence: ParsedSentence, verb: number, { entry, content }: Match, source: number | null): boolean => {
  if (content.frame !== 'object') return false;
  if (source === null && sentence.tokens[verb]?.feats.VerbForm === 'Part') return true;
  return entry.act === 'say' && !entry.attitude;
};

const ADJECTIVAL = ['amod', 'compound', 'case', 'mark', 'cc', 'det', 'nmod'];

/** Statements whose cue is a verb of the codebook. */
export const verbDrafts = (codebook: Codebook, sentence: ParsedSentence, index: number, text: string): Draft[] =>
  sentence.tokens.flatMap((token, verb): Draft[] => {
    if (token.upos !== 'VERB' || ADJECTIVAL.includes(universal(token.deprel))) return [];
    const match = matchEntry(codebook, sentence, verb);
    if (match === undefined) return [];
    const source = sourceOf(sentence, verb);
    if (isIdle(sentence, verb, match, source)) return [];
    const { entry, content } = match;
    const words = cueWords(sentence, verb, content.words.find((word) => word > verb) ?? sentence.tokens.length);
    const cue = spanOf(sentence, words);
    const nameWords = source === null ? [] : sourceWords(sentence, source);
    const sourceSpan = source === null ? null : spanOf(sentence, nameWords);
    const contentWords = content.words.filter((word) => !words.includes(word) && !nameWords.includes(word));
    const spans = decideContent(sentence, contentWords, cue, text);
    if (spans.length === 0) return [];
    return [
      {
        rule: `statements/verb-${content.frame}/${entry.id}`,
        sentence: index,
        cueHead: verb,
        cue,
        sourceHead: source,
        source: sourceSpan,
        content: spans,
        act: actOf(
          sentence,
          verb,
          entry,
          content.words,
          sourceSpan === null ? '' : text.slice(sourceSpan.start, sourceSpan.end),
        ),
        attitude: entry.attitude,
        entry,
        addresseeHead: addresseeOf(sentence, verb, content.party),
      },
    ];
  });
