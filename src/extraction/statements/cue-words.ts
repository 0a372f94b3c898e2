import type { Codebook } from '../../codebook/index.ts';
import { dependents, type ParsedSentence, treeOf } from '../../reading/index.ts';

const before = ['aux', 'advmod', 'compound:prt'];

/**
 * The words of a verbal cue: the verb with the auxiliaries, negation and adverbs beside it, its particle, and a preposition
 * next to it that opens its content. The network's own cue, where it holds the verb, decides.
 */
export const cueWords = (sentence: ParsedSentence, verb: number, contentStart: number): number[] => {
  const tagged = sentence.attribution.find((tag) => tag.role === 'cue' && tag.first <= verb && verb <= tag.last);
  if (tagged !== undefined && tagged.last - tagged.first < 8) {
    return Array.from({ length: tagged.last - tagged.first + 1 }, (_, i) => tagged.first + i);
  }
  const tree = treeOf(sentence);
  const helpers = new Set(dependents(tree, verb, ...before));
  let first = verb;
  while (helpers.has(first - 1)) first -= 1;
  let last = verb;
  while (last + 1 < contentStart && (helpers.has(last + 1) || sentence.tokens[last + 1]?.deprel === 'compound:prt'))
    last += 1;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
};

/** Is the verb negated ("did not say", "never denied", "would no longer accept")? */
export const isNegated = (codebook: Codebook, sentence: ParsedSentence, verb: number): boolean =>
  dependents(treeOf(sentence), verb, 'advmod').some((word) =>
    codebook.isWord('negations', sentence.tokens[word]?.text),
  );
