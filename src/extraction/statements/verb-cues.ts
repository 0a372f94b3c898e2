import type { Codebook, Cue } from '../../codebook/index.ts';
import { dependent, dependents, type ParsedSentence, subtree, treeOf, universal } from '../../reading/index.ts';
import { actOf } from './act.ts';
import { isAsserted, isQuestioned, isWithheld } from './asserted.ts';
import { addresseeOf } from './channel.ts';
import { contentOf, type FoundContent, quotedWords } from './content.ts';
import { cueWords } from './cue-words.ts';
import type { Draft } from './draft.ts';
import { sourceOf, sourceWords, strayedSource } from './source.ts';
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

const lightContent = (
  codebook: Codebook,
  sentence: ParsedSentence,
  verb: number,
  entry: Cue,
): FoundContent | undefined => {
  const word = lightWord(sentence, verb, entry);
  if (word < 0) return undefined;
  const tree = treeOf(sentence);
  const clause = [dependent(tree, verb, 'ccomp'), dependent(tree, word, 'ccomp', 'csubj')].find(
    (each) => each >= 0 && each !== word,
  );
  const isSelf = universal(sentence.tokens[word]?.deprel ?? '') === 'ccomp';
  const found = contentOf(codebook, sentence, isSelf ? word : verb, { frames: ['clause'], party: false });
  return clause === undefined && found === undefined
    ? undefined
    : (found ?? contentOf(codebook, sentence, word, { frames: ['clause'], party: false }));
};

const withLightWord = (words: readonly number[], light: number): number[] => {
  const last = words.at(-1) ?? light;
  return light > last && light - last <= 2
    ? [...words, ...Array.from({ length: light - last }, (_, i) => last + 1 + i)]
    : [...words];
};

interface Match {
  readonly entry: Cue;
  readonly content: FoundContent;
}

/** Things done are not said: an object is content only where it is something said, and the cue is asserted. */
const isIdle = (codebook: Codebook, sentence: ParsedSentence, verb: number, { entry, content }: Match): boolean => {
  if (entry.needsParty && content.party === null) return true;
  if (content.frame !== 'object') return false;
  const object = dependent(treeOf(sentence), verb, 'obj', 'nsubj:pass');
  const isSayable =
    entry.objects.length === 0 || entry.objects.includes(sentence.tokens[object]?.lemma.toLowerCase() ?? '');
  return !isSayable || !isAsserted(codebook, sentence, verb);
};

/** The entry whose frames the sentence fills; where several do, the one with the more telling frame. */
const matchEntry = (codebook: Codebook, sentence: ParsedSentence, verb: number): Match | undefined => {
  const lemma = sentence.tokens[verb]?.lemma.toLowerCase() ?? '';
  const matches = codebook.cues.ofVerb(lemma).flatMap((entry): Match[] => {
    const isLight = entry.light?.verb === lemma && !entry.verbs.includes(lemma);
    const content = isLight
      ? lightContent(codebook, sentence, verb, entry)
      : hasParticle(sentence, verb, entry)
        ? contentOf(codebook, sentence, verb, entry)
        : undefined;
    if (content === undefined) return [];
    const match = { entry, content };
    return isIdle(codebook, sentence, verb, match) ? [] : [match];
  });
  const clause = matches.find((match) => match.content.frame === 'clause' && !match.entry.attitude);
  return (
    matches.find((match) => match.content.frame !== 'clause' && match.content.frame !== 'object') ??
    clause ??
    matches[0]
  );
};

/** A verb of speaking with a quotation beside it, where the tree joins them in no known way. */
const matchQuoted = (codebook: Codebook, sentence: ParsedSentence, verb: number): Match | undefined => {
  const entry = codebook.cues
    .ofVerb(sentence.tokens[verb]?.lemma.toLowerCase() ?? '')
    .find((each) => !each.attitude && each.frames.includes('clause') && each.light === undefined);
  const words =
    entry === undefined || dependent(treeOf(sentence), verb, 'nsubj') < 0 ? undefined : quotedWords(sentence, verb);
  return entry === undefined || words === undefined
    ? undefined
    : { entry, content: { frame: 'quotation', words, party: null } };
};

const ADJECTIVAL = ['amod', 'compound', 'case', 'mark', 'cc', 'det', 'nmod'];

/** Words of a source, and all that hangs on it where the parser put it inside the content. */
interface FoundSource {
  readonly head: number | null;
  readonly words: readonly number[];
  readonly notContent: readonly number[];
}

const findSource = (sentence: ParsedSentence, verb: number): FoundSource => {
  const own = sourceOf(sentence, verb);
  const strayed = own === null ? strayedSource(sentence, verb) : null;
  const head = own ?? strayed;
  if (head === null) return { head, words: [], notContent: [] };
  const words = sourceWords(sentence, head);
  return { head, words, notContent: strayed === null ? words : subtree(treeOf(sentence), strayed) };
};

const toDraft = (
  codebook: Codebook,
  sentence: ParsedSentence,
  verb: number,
  { entry, content }: Match,
  text: string,
): Omit<Draft, 'sentence'> | undefined => {
  const source = findSource(sentence, verb);
  const contentStart = content.words.find((word) => word > verb) ?? sentence.tokens.length;
  const words = withLightWord(cueWords(sentence, verb, contentStart), lightWord(sentence, verb, entry));
  const cue = spanOf(sentence, words);
  const own = content.words.filter((word) => !words.includes(word) && !source.notContent.includes(word));
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
    addresseeHead: addresseeOf(codebook, sentence, verb, content.party),
  };
};

/** Statements whose cue is a verb of the codebook. */
export const verbDrafts = (codebook: Codebook, sentence: ParsedSentence, index: number, text: string): Draft[] =>
  sentence.tokens.flatMap((token, verb): Draft[] => {
    if (token.upos !== 'VERB' || ADJECTIVAL.includes(universal(token.deprel))) return [];
    if (isQuestioned(sentence, verb) || isWithheld(codebook, sentence, verb)) return [];
    const match = matchEntry(codebook, sentence, verb) ?? matchQuoted(codebook, sentence, verb);
    const draft = match === undefined ? undefined : toDraft(codebook, sentence, verb, match, text);
    return draft === undefined ? [] : [{ ...draft, sentence: index }];
  });
