import type { Codebook } from '../../codebook/index.ts';
import { dependent, dependents, type ParsedSentence, treeOf, universal } from '../../reading/index.ts';
import { alternativeOf, isNegated } from './cue-words.ts';

/** Is the verb asserted: finite or with an auxiliary, and not under a modal ("should condemn")? */
export const isAsserted = (codebook: Codebook, sentence: ParsedSentence, verb: number): boolean => {
  const helpers = dependents(treeOf(sentence), verb, 'aux').map((word) => sentence.tokens[word]?.lemma ?? '');
  const isModal = helpers.some((lemma) => codebook.isWord('unasserted', lemma));
  // "would not confirm" is done, "would confirm" is not.
  const isUnwilling = helpers.some((lemma) => codebook.isWord('refusing-auxiliaries', lemma));
  if (isModal) return isUnwilling && isNegated(codebook, sentence, verb);
  const partner = alternativeOf(codebook, sentence, verb);
  if (partner !== null) return isAsserted(codebook, sentence, partner);
  const form = sentence.tokens[verb]?.feats.VerbForm;
  // A participle with a subject of its own is a past tense that the tagger misread.
  const isRoot = sentence.tokens[verb]?.deprel === 'root' && dependent(treeOf(sentence), verb, 'nsubj') >= 0;
  return form === 'Fin' || helpers.length > 0 || (isRoot && form !== 'Inf');
};

/** "Did the envoy ask for it?": a verb behind its subject and an auxiliary before that, in a sentence with a question mark. */
export const isQuestioned = (sentence: ParsedSentence, verb: number): boolean => {
  const tree = treeOf(sentence);
  const subject = dependent(tree, verb, 'nsubj');
  const helper = dependent(tree, verb, 'aux');
  if (universal(sentence.tokens[verb]?.deprel ?? '') === 'conj' && subject < 0)
    return isQuestioned(sentence, sentence.tokens[verb]?.head ?? -1);
  return helper >= 0 && helper < subject && sentence.tokens.some(({ text }, word) => word > verb && text === '?');
};

/** "declined to say", "stopped short of saying", "refused to confirm or deny": the verb that is not done is no cue of its own. */
export const isWithheld = (codebook: Codebook, sentence: ParsedSentence, verb: number): boolean => {
  const token = sentence.tokens[verb];
  if (token === undefined || token.head < 0) return false;
  const relation = universal(token.deprel);
  if (relation === 'conj') return isWithheld(codebook, sentence, token.head);
  const isBelow = relation === 'xcomp' || (relation === 'advcl' && dependent(treeOf(sentence), verb, 'mark') >= 0);
  if (!isBelow) return false;
  const head = sentence.tokens[token.head];
  const above = head?.upos === 'VERB' ? head : sentence.tokens[head?.head ?? -1];
  return codebook.cues.ofVerb(above?.lemma ?? '').some(({ act }) => act === 'decline' || act === 'refuse');
};

/** "Nobody told him", "asked not to be named": nothing is told by anybody. */
export const isUnsaid = (codebook: Codebook, sentence: ParsedSentence, verb: number): boolean => {
  const tree = treeOf(sentence);
  if (codebook.isWord('nobody', sentence.tokens[dependent(tree, verb, 'nsubj')]?.text)) return true;
  const below = dependent(tree, verb, 'xcomp');
  return (
    codebook.isWord('naming', sentence.tokens[below]?.lemma) &&
    dependents(tree, below, 'aux:pass').length > 0 &&
    isNegated(codebook, sentence, below)
  );
};
