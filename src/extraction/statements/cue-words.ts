import type { Codebook } from '../../codebook/index.ts';
import { dependents, type ParsedSentence, subtree, treeOf, universal } from '../../reading/index.ts';
import type { FoundContent } from './content.ts';

const LONGEST_TAG = 8;
/** Frames whose preposition joins what something is called to it, and opens no content of its own. */
const AS_FRAMES = ['as', 'complement'];

/** How far behind its verb the word that completes it stands ("made | it | clear"). */
const NEAR_LIGHT = 2;

const before = ['aux', 'advmod', 'compound:prt', 'cc:preconj'];

const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);

/** First word of a phrase behind the cue that is neither content nor the party addressed: the channel or the time ("said | in a post"). */
const strangerAfter = (sentence: ParsedSentence, verb: number, content: FoundContent): number => {
  const tree = treeOf(sentence);
  const strangers = dependents(tree, verb, 'obl').filter(
    (word) => word > verb && word !== content.party && !content.words.includes(word),
  );
  return Math.min(sentence.tokens.length, ...strangers.flatMap((word) => subtree(tree, word)));
};

/** Does a word behind the cue belong to it: a particle, an adverb, or the preposition of its content or party ("called | on them | to go")? */
const isTail = (
  sentence: ParsedSentence,
  word: number,
  helpers: ReadonlySet<number>,
  content: FoundContent,
): boolean => {
  const token = sentence.tokens[word];
  if (token === undefined || content.words.includes(word)) return false;
  if (helpers.has(word) || token.deprel === 'compound:prt') return true;
  const opens =
    !AS_FRAMES.includes(content.frame) &&
    (token.deprel === 'mark' || (token.upos === 'ADP' && token.deprel === 'case'));
  return opens && (token.head === content.party || content.words.includes(token.head));
};

/**
 * The words of a verbal cue: the verb with the auxiliaries, negation and adverbs beside it, its particle, and a preposition
 * next to it that opens its content. The network's own cue, where it holds the verb, says where it begins.
 */
export const cueWords = (
  codebook: Codebook,
  sentence: ParsedSentence,
  verb: number,
  content: FoundContent,
  light: number,
): number[] => {
  const tagged = sentence.attribution.find((tag) => tag.role === 'cue' && tag.first <= verb && verb <= tag.last);
  const tag = tagged !== undefined && tagged.last - tagged.first < LONGEST_TAG ? tagged : { first: verb, last: verb };
  const partner = alternativeOf(codebook, sentence, verb);
  const helpers = new Set([verb, partner ?? verb].flatMap((word) => dependents(treeOf(sentence), word, ...before)));
  let first = partner !== null && isNegated(codebook, sentence, verb) ? partner : tag.first;
  if (tag.first === verb || first === partner) while (helpers.has(first - 1)) first -= 1;
  let last = Math.max(verb, Math.min(tag.last, strangerAfter(sentence, verb, content) - 1));
  if (light - last > 0 && light - last <= NEAR_LIGHT) last = light;
  while (isTail(sentence, last + 1, helpers, content)) last += 1;
  return range(first, last);
};

/** The verb that this one is the other choice of, with one subject and one negation for both ("did not confirm | or deny"). */
export const alternativeOf = (codebook: Codebook, sentence: ParsedSentence, verb: number): number | null => {
  const tree = treeOf(sentence);
  const token = sentence.tokens[verb];
  if (token === undefined || token.head < 0 || universal(token.deprel) !== 'conj') return null;
  const isChoice = dependents(tree, verb, 'cc').some((word) => codebook.isWord('choices', sentence.tokens[word]?.text));
  return isChoice && dependents(tree, verb, 'nsubj', 'aux').length === 0 ? token.head : null;
};

/** Is the verb negated ("did not say", "never denied", "would no longer accept", "neither confirmed nor denied")? */
export const isNegated = (codebook: Codebook, sentence: ParsedSentence, verb: number): boolean => {
  const tree = treeOf(sentence);
  const isNegation = (word: number): boolean => codebook.isWord('negations', sentence.tokens[word]?.text);
  if (dependents(tree, verb, 'advmod', 'cc').some(isNegation)) return true;
  const partner = alternativeOf(codebook, sentence, verb);
  return partner !== null && isNegated(codebook, sentence, partner);
};
