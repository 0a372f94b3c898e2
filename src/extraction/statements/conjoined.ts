import type { Codebook } from '../../codebook/index.ts';
import { dependents, type ParsedSentence, treeOf, universal } from '../../reading/index.ts';

/** Does the network end the content before the verb, and mark that as a cue? */
const isParted = (sentence: ParsedSentence, said: number, verb: number): boolean =>
  sentence.attribution.some(
    ({ role, first, last }) => role === 'content' && first <= said && said <= last && last < verb,
  ) && sentence.attribution.some(({ role, first, last }) => role === 'cue' && first <= verb && verb <= last);

/** "said she would go | and warned": a finite verb does not share the auxiliary of the one before it. */
const isOutOfStep = (sentence: ParsedSentence, said: number, verb: number): boolean =>
  sentence.tokens[verb]?.feats.VerbForm === 'Fin' &&
  sentence.tokens[said]?.feats.VerbForm !== 'Fin' &&
  dependents(treeOf(sentence), said, 'aux').length > 0;

/**
 * The cue to which a conjoined verb belongs that the parser hung on the content before it: "said | the talks had failed | and
 * warned that …".
 */
const cueAbove = (codebook: Codebook, sentence: ParsedSentence, verb: number): number | null => {
  const token = sentence.tokens[verb];
  if (token?.upos !== 'VERB' || universal(token.deprel) !== 'conj') return null;
  if (!codebook.cues.ofVerb(token.lemma.toLowerCase()).some(({ attitude }) => !attitude)) return null;
  if (dependents(treeOf(sentence), verb, 'nsubj', 'aux').length > 0) return null;
  const said = token.head;
  const clause = sentence.tokens[said];
  const isContent = clause !== undefined && clause.head >= 0 && universal(clause.deprel) === 'ccomp';
  if (!isContent || clause.head > said) return null;
  return isParted(sentence, said, verb) || isOutOfStep(sentence, said, verb) ? clause.head : null;
};

/** A sentence with conjoined cues beside each other, so that they share a source and their contents stay apart. */
export const withConjoinedCues = (codebook: Codebook, sentence: ParsedSentence): ParsedSentence => {
  const above = sentence.tokens.map((_, word) => cueAbove(codebook, sentence, word));
  if (above.every((head) => head === null)) return sentence;
  return { ...sentence, tokens: sentence.tokens.map((token, word) => ({ ...token, head: above[word] ?? token.head })) };
};
