import type { Codebook, Cue } from '../../codebook/index.ts';
import {
  dependent,
  dependents,
  entityAt,
  type ParsedSentence,
  subtree,
  treeOf,
  universal,
} from '../../reading/index.ts';
import type { Quote } from '../../text/index.ts';
import type { NearIndex } from '../near.ts';
import { isAsserted } from './asserted.ts';
import { contentOf, type FoundContent, QUOTE, utteranceAbove } from './content.ts';
import { overlaps } from './spans.ts';

/** How many words at most part a quotation from the cue behind it. */
const FARTHEST = 8;
/** A quotation of so many words and marks, or fewer, is only a name or a scare quote. */
const FEWEST_QUOTED = 3;
const NO_QUOTE: Quote = { start: -1, end: -1, block: -1, continued: false };

const hasParticle = (sentence: ParsedSentence, verb: number, entry: Cue): boolean => {
  if (entry.particles.length === 0) return true;
  const tree = treeOf(sentence);
  const near = dependents(tree, verb, 'compound:prt', 'advmod', 'obl', 'nmod', 'advcl', 'xcomp', 'ccomp');
  const marks = near.flatMap((word) => [word, ...dependents(tree, word, 'case', 'mark')]);
  return marks.some((word) => entry.particles.includes(sentence.tokens[word]?.lemma ?? ''));
};

/** "made clear": the word that completes a light verb, and where its clause hangs. */
export const lightWord = (sentence: ParsedSentence, verb: number, entry: Cue): number => {
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
  const frame = { frames: entry.frames, party: false };
  const isSelf = universal(sentence.tokens[word]?.deprel ?? '') === 'ccomp';
  return contentOf(codebook, sentence, isSelf ? word : verb, frame) ?? contentOf(codebook, sentence, word, frame);
};

/** An entry of the codebook and the content that one of its frames finds. */
export interface Match {
  readonly entry: Cue;
  readonly content: FoundContent;
}

const isPersonal = (codebook: Codebook, sentence: ParsedSentence, word: number): boolean => {
  const token = sentence.tokens[word];
  return (
    codebook.isWord('actor-pronouns', token?.text) ||
    entityAt(sentence, word)?.kind === 'person' ||
    codebook.titles.find([token?.text ?? '']) !== undefined
  );
};

/** Is the object one of those that the entry is limited to? In a relative clause it is the noun above ("charges that it dismissed"). */
const hasObject = (codebook: Codebook, sentence: ParsedSentence, verb: number, entry: Cue): boolean => {
  const own = sentence.tokens[verb];
  const utterance = utteranceAbove(codebook, sentence, verb);
  const below = utterance >= 0 ? utterance : dependent(treeOf(sentence), verb, 'obj', 'nsubj:pass');
  const object = own?.deprel === 'acl:relcl' ? own.head : below;
  return entry.objects.length === 0 || entry.objects.includes(sentence.tokens[object]?.lemma.toLowerCase() ?? '');
};

/** Things done are not said: an object is content only where it is something said, and the cue is asserted. */
const isIdleObject = (codebook: Codebook, sentence: ParsedSentence, verb: number, entry: Cue): boolean => {
  const object = dependent(treeOf(sentence), verb, 'obj', 'nsubj:pass');
  if (!hasObject(codebook, sentence, verb, entry)) return true;
  // "declared him the winner" makes him so; nothing is told about him.
  if (entry.act === 'announce' && isPersonal(codebook, sentence, object)) return true;
  return !isAsserted(codebook, sentence, verb);
};

/** "declared him the winner": the verb makes somebody what it says. */
const isProclaimed = (codebook: Codebook, sentence: ParsedSentence, verb: number): boolean =>
  codebook.isWord('proclaiming', sentence.tokens[verb]?.lemma) &&
  isPersonal(codebook, sentence, dependent(treeOf(sentence), verb, 'obj', 'nsubj:pass'));

/** "a man called Lind", "the group calls itself the Wolves": giving a name is no statement; a quotation is. */
const isNaming = (codebook: Codebook, sentence: ParsedSentence, verb: number, { entry, content }: Match): boolean => {
  const tree = treeOf(sentence);
  const object = dependent(tree, verb, 'obj', 'nsubj:pass');
  if (isProclaimed(codebook, sentence, verb)) return true;
  if (entry.act !== 'say') return false;
  const last = content.words.filter((word) => word > verb).at(-1) ?? -1;
  const isQuoted = content.words.some((word) => QUOTE.test(sentence.tokens[word]?.text ?? ''));
  if (isQuoted) return false;
  const isBare = universal(sentence.tokens[verb]?.deprel ?? '') === 'acl' && dependent(tree, verb, 'obl:agent') < 0;
  const called = dependent(tree, verb, 'xcomp');
  return (isBare && object < 0) || (called >= 0 && called <= last && sentence.tokens[called]?.upos === 'PROPN');
};

const isIdle = (codebook: Codebook, sentence: ParsedSentence, verb: number, match: Match): boolean => {
  const { entry, content } = match;
  if (entry.needsParty && content.party === null) return true;
  if (content.frame === 'complement')
    return !hasObject(codebook, sentence, verb, entry) || isNaming(codebook, sentence, verb, match);
  return content.frame === 'object' && isIdleObject(codebook, sentence, verb, entry);
};

/** The entry whose frames the sentence fills; where several do, the one with the more telling frame. */
export const matchEntry = (codebook: Codebook, sentence: ParsedSentence, verb: number): Match | undefined => {
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

/** The words of the quotation nearest to a cue: one that ends shortly before it, else the first behind it. */
const quotedWords = (sentence: ParsedSentence, cue: number, quotes: NearIndex<Quote>): number[] | undefined => {
  const token = sentence.tokens[cue];
  if (token === undefined) return undefined;
  const own = quotes.near(sentence).filter((quote) => overlaps(quote, sentence));
  if (own.some((quote) => overlaps(quote, token))) return undefined;
  const inside = (quote: Quote): number[] =>
    sentence.tokens.flatMap((each, word) => (overlaps(each, quote) ? [word] : []));
  const before = inside(own.findLast((quote) => quote.end <= token.start) ?? NO_QUOTE);
  const near =
    cue - (before.at(-1) ?? -FARTHEST) < FARTHEST
      ? before
      : inside(own.find((quote) => quote.start >= token.end) ?? NO_QUOTE);
  return near.length > FEWEST_QUOTED ? near : undefined;
};

/** What a verb with direct speech is taken for that the codebook does not know ("…," she thundered). */
const ANY_VERB: Cue = {
  id: 'any',
  act: 'say',
  attitude: false,
  verbs: [],
  nouns: [],
  particles: [],
  frames: ['clause'],
  party: false,
  needsParty: false,
  objects: [],
  examples: [],
};

const speechEntry = (codebook: Codebook, lemma: string): Cue | undefined =>
  codebook.cues
    .ofVerb(lemma)
    .find((each) => !each.attitude && each.frames.includes('clause') && each.light === undefined);

/** Does a quotation end with a comma or stop of its own, as an utterance does and a scare quote does not? */
const isWhole = (sentence: ParsedSentence, words: readonly number[]): boolean =>
  words.slice(-2).some((word) => /^[,.!?]/.test(sentence.tokens[word]?.text ?? ''));

/** "what Lind promised | would be the 'longest march' of all": beside a relative clause, the clause that the quotation is part of. */
const clauseAside = (sentence: ParsedSentence, verb: number, quoted: readonly number[]): number[] | undefined => {
  const own = sentence.tokens[verb];
  if (own?.deprel !== 'acl:relcl') return undefined;
  return dependents(treeOf(sentence), own.head, 'acl')
    .map((word) => subtree(treeOf(sentence), word).filter((each) => each > verb))
    .find((words) => !words.includes(verb) && quoted.every((word) => words.includes(word)));
};

/** A verb with a quotation beside it, where the tree joins them in no known way; a verb not known only where it joins them. */
export const matchQuoted = (
  codebook: Codebook,
  sentence: ParsedSentence,
  verb: number,
  quotes: NearIndex<Quote>,
): Match | undefined => {
  const tree = treeOf(sentence);
  if (dependent(tree, verb, 'nsubj') < 0) return undefined;
  const lemma = sentence.tokens[verb]?.lemma.toLowerCase() ?? '';
  const isUnknown = codebook.cues.ofVerb(lemma).length === 0;
  const entry = isUnknown ? ANY_VERB : speechEntry(codebook, lemma);
  const words = entry === undefined ? undefined : quotedWords(sentence, verb, quotes);
  if (entry === undefined || words === undefined) return undefined;
  const clause = isWhole(sentence, words) ? undefined : clauseAside(sentence, verb, words);
  if (clause !== undefined) return { entry, content: { frame: 'clause', words: clause, party: null } };
  if (isUnknown && !(words.includes(dependent(tree, verb, 'ccomp')) && isWhole(sentence, words))) return undefined;
  return { entry, content: { frame: 'quotation', words, party: null } };
};

/** How many words may part a cue from content that only the network sees. */
const REACH = 6;
const FEWEST_TAGGED = 3;

/** A verb of speaking behind which the network marks content that the tree hangs elsewhere. */
export const matchTagged = (codebook: Codebook, sentence: ParsedSentence, verb: number): Match | undefined => {
  const entry = speechEntry(codebook, sentence.tokens[verb]?.lemma.toLowerCase() ?? '');
  const isCue = sentence.attribution.some(({ role, first, last }) => role === 'cue' && first <= verb && verb <= last);
  if (entry === undefined || entry.needsParty || !isCue || dependent(treeOf(sentence), verb, 'nsubj') < 0)
    return undefined;
  if (!isAsserted(codebook, sentence, verb) || isProclaimed(codebook, sentence, verb)) return undefined;
  if (dependent(treeOf(sentence), verb, 'aux:pass') >= 0) return undefined;
  const tag = sentence.attribution.find(({ role, first }) => role !== 'source' && first > verb);
  if (tag?.role !== 'content' || tag.first - verb > REACH || tag.last - tag.first < FEWEST_TAGGED) return undefined;
  const words = Array.from({ length: tag.last - tag.first + 1 }, (_, i) => tag.first + i);
  return { entry, content: { frame: 'tagged', words, party: null } };
};
